import { describe, expect, it } from 'vitest';
import type { Item, Owed } from '../../api-work.ts';
import { layOutWork } from './layout.ts';

const item = (id: string, more: Partial<Item> = {}): Item => ({
  ...{ id, planId: 'p', kind: 'task', modality: 'assign', index: 'PAPI', dimension: '2', component: 'Công khai' },
  ...{ codes: [], text: `Việc ${id}`, result: null, time: null, asksFor: null, position: 1, ...more },
});
const owed = (id: string, itemId: string, bucket: Owed['bucket'], more: Partial<Owed> = {}): Owed => ({
  ...{
    id,
    assignmentId: `a-${itemId}`,
    itemId,
    agencyId: 'u',
    period: null,
    opens: null,
    printed: null,
    firstDue: null,
    aboveDue: null,
    due: null,
  },
  ...{ rule: '', moved: null, event: null, flags: [], status: 'open', percent: 0, evidence: 0, returned: null },
  ...{ asked: null, declined: null },
  ...{ divisionId: null, officerId: null, accepted: false, request: false, bucket, ...more },
});

describe('my work laid out', () => {
  it('puts what was returned before what is late, and each component together', () => {
    const items = [item('1'), item('2', { component: 'Giải trình' }), item('3')];
    const all = [
      owed('a', '1', 'overdue'),
      owed('b', '2', 'overdue'),
      owed('c', '3', 'overdue'),
      owed('d', '1', 'returned'),
    ];
    const sections = layOutWork(all, items, {});
    expect(sections.map(({ bucket }) => bucket)).toEqual(['tra-lai', 'qua-han']);
    expect(sections[1]?.groups.map(({ name, lines }) => [name, lines.map((line) => line.owed.id)])).toEqual([
      ['PAPI · Công khai', ['a', 'c']],
      ['PAPI · Giải trình', ['b']],
    ]);
  });

  it('shows the next day of what comes again, and all of them when one asks for later work', () => {
    const all = [owed('q2', '1', 'later'), owed('q3', '1', 'later'), owed('q4', '1', 'later')];
    const [later] = layOutWork(all, [item('1')], {});
    expect(later).toMatchObject({ count: 3, groups: [{ lines: [{ owed: { id: 'q2' }, more: 2 }] }] });
    expect(layOutWork(all, [item('1')], { muc: 'sau' })[0]?.groups[0]?.lines).toMatchObject([
      { owed: { id: 'q2' }, again: [{ id: 'q3' }, { id: 'q4' }], more: 0 },
    ]);
  });

  it('tells late days of one assignment on one card', () => {
    const all = [owed('q1', '1', 'overdue'), owed('x', '2', 'overdue'), owed('q2', '1', 'overdue')];
    const [late] = layOutWork(all, [item('1'), item('2')], {});
    expect(late).toMatchObject({ count: 3, groups: [{ lines: [{ again: [{ id: 'q2' }] }, { owed: { id: 'x' } }] }] });
  });

  it('finds words without diacritics in task and period', () => {
    const all = [owed('a', '1', 'week', { period: 'Quý II/2026' }), owed('b', '2', 'week')];
    const items = [item('1'), item('2', { text: 'Niêm yết danh sách hộ nghèo' })];
    const ids = (tim: string) =>
      layOutWork(all, items, { tim }).flatMap(({ groups }) =>
        groups.flatMap(({ lines }) => lines.map((l) => l.owed.id)),
      );
    expect(ids('niem yet')).toEqual(['b']);
    expect(ids('quy ii')).toEqual(['a']);
    expect(ids('khong co')).toEqual([]);
  });

  it('keeps to one component or one part of time', () => {
    const items = [item('1'), item('2', { component: 'Giải trình' })];
    const all = [owed('a', '1', 'today'), owed('b', '2', 'week')];
    expect(layOutWork(all, items, { 'noi-dung': 'Giải trình' })).toMatchObject([{ bucket: 'tuan-nay', count: 1 }]);
    expect(layOutWork(all, items, { muc: 'hom-nay' })).toMatchObject([{ bucket: 'hom-nay' }]);
  });
});

it('tells the concrete acts of a task once, under its most urgent day', () => {
  const concrete = [{ id: 'c', assignmentId: 'a-i', text: 'Niêm yết', due: '2026-06-11' }];
  const days = [owed('1', 'i', 'overdue'), owed('2', 'i', 'week'), owed('3', 'j', 'week')];
  const sections = layOutWork(days, [item('i'), item('j')], {}, concrete);
  const told = sections.flatMap(({ groups }) =>
    groups.flatMap(({ lines }) => lines.map((line) => [line.owed.id, line.concrete.length])),
  );
  expect(told).toEqual([
    ['1', 1],
    ['2', 0],
    ['3', 0],
  ]);
});
