import { describe, expect, it } from 'vitest';
import type { UnitOwed, UnitWork } from '../../api-follow.ts';
import { layOutUnit, standingOf, sumUp } from './layout.ts';

const today = '2026-06-10';
const owed = (id: string, more: Partial<UnitOwed> = {}): UnitOwed => ({
  ...{ id, assignmentId: `a-${id}`, itemId: 'i', agencyId: 'u', period: 'Quý II/2026', opens: null },
  ...{
    printed: null,
    firstDue: null,
    aboveDue: null,
    due: '2026-06-12',
    rule: '',
    moved: null,
    event: null,
    flags: [],
    status: 'open',
    percent: 0,
  },
  ...{ evidence: 0, returned: null, completedOn: null, divisionId: null, officerId: null, accepted: true },
  ...{ request: false, role: 'implement', asked: null, declined: null },
  ...more,
});
const item = (id: string, component: string): UnitWork['items'][number] => ({
  ...{ id, planId: 'p', kind: 'task', modality: 'assign', index: 'PAPI', dimension: '2', component, codes: [] },
  ...{ text: 'Niêm yết công khai', result: null, time: null, asksFor: null, position: 1 },
});
const work: UnitWork = {
  agency: { id: 'u', name: 'UBND xã Tân Lập', kind: 'committee', level: 'commune', asked: false },
  heads: [],
  ...{ from: '2026-01-01', to: '2026-12-31', items: [item('i', 'Công khai'), item('j', 'Thu, chi')] },
  owed: [
    owed('1'),
    owed('2', { status: 'done', completedOn: '2026-06-01' }),
    owed('3', { itemId: 'j', due: '2026-06-09', role: 'lead' }),
    owed('4', { status: 'cancelled', due: '2026-01-01' }),
  ],
};

describe('where something stands on a day', () => {
  it.each([
    [{}, 'trong-han'],
    [{ due: today }, 'trong-han'],
    [{ due: '2026-06-09' }, 'qua-han'],
    [{ status: 'done', completedOn: '2026-06-12' }, 'xong'],
    [{ status: 'done', completedOn: '2026-06-13' }, 'xong-tre'],
    [{ status: 'waiting', due: null }, 'cho'],
    [{ status: 'superseded' }, undefined],
  ] as const)('%j: %s', (more, standing) => expect(standingOf(owed('x', more), today)).toBe(standing));
});

describe("a unit's work", () => {
  it('counts what was given up no more', () => {
    expect(sumUp(work.owed, today)).toEqual({ done: 1, doneLate: 0, open: 1, late: 1, waiting: 0 });
  });

  it('stands in groups, the one with most overdue first, what is done last', () => {
    const groups = layOutUnit(work, {}, today);
    expect(groups.map(({ name, lines }) => [name, lines.map((line) => line.owed.id)])).toEqual([
      ['PAPI · Thu, chi', ['3']],
      ['PAPI · Công khai', ['1', '2']],
    ]);
  });

  it('is grouped by role and narrowed by standing and words', () => {
    expect(layOutUnit(work, { nhom: 'vai-tro', muc: 'qua-han' }, today).map(({ name }) => name)).toEqual(['Chủ trì']);
    expect(layOutUnit(work, { tim: 'khong co' }, today)).toEqual([]);
  });
});
