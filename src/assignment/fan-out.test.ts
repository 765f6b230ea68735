import { describe, expect, it } from 'vitest';
import { fanOut } from './fan-out.ts';
import { by, communes, plan, quarterly, task } from './testing.ts';

const rolesOf = (item: ReturnType<typeof fanOut>['items'][number] | undefined) =>
  item?.assignments.map(({ role, agencyId, owes }) => `${role} ${agencyId}${owes ? ' owes' : ''}`);
const first = (...args: Parameters<typeof task>) => fanOut(plan({ tasks: [task(...args)] }), 2026, by).items[0];

describe('a task', () => {
  it('is owed by those who implement it, where some are named, and not by who leads', () => {
    const item = first('t1', { lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly });
    expect(rolesOf(item)).toEqual(['lead noi-vu', ...communes.map((id) => `implement ${id} owes`)]);
    expect(item?.owed.map(({ key }) => key)).toEqual(['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14']);
  });

  it('is owed by who leads, where nobody is named to implement it', () => {
    const item = first('t1', { lead: ['Sở Nội vụ'], cooperate: ['UBND các xã, phường'] });
    expect(rolesOf(item)).toEqual(['lead noi-vu owes', ...communes.map((id) => `cooperate ${id}`)]);
  });

  it('waits for its implementers while their name waits, and is not given to who leads instead', () => {
    const item = first('t1', { lead: ['Sở Nội vụ'], implement: ['Phòn Kinh tế'] });
    expect(rolesOf(item)).toEqual(['lead noi-vu']);
  });

  it('belongs to the plan’s year where it states no time, and says so', () => {
    expect(first('t1', { lead: ['Sở Nội vụ'] })?.owed).toMatchObject([
      { key: '2026-12-31', flags: ['no-time-stated'] },
    ]);
  });

  it('waits for a day where it hangs on a happening', () => {
    const schedule = { kind: 'event', event: 'sau khi có Nghị quyết' } as const;
    expect(first('t1', { lead: ['Sở Nội vụ'], schedule })?.owed).toMatchObject([{ due: null, event: schedule.event }]);
  });

  it('gives an agency a role once, however often it is named in it, and each role of several', () => {
    const item = first('t1', {
      lead: ['Các cơ quan', 'Sở Nội vụ'],
      implement: ['UBND xã Tân Lập', 'UBND các xã, phường'],
      monitor: ['Sở Nội vụ'],
    });
    expect(rolesOf(item)).toEqual([
      'lead noi-vu',
      'lead tai-chinh',
      'implement tan-lap owes',
      'implement an-phu owes',
      'implement hoa-binh owes',
      'monitor noi-vu',
    ]);
    expect(item?.assignments.find(({ agencyId }) => agencyId === 'tan-lap')?.printed).toBe('UBND xã Tân Lập');
  });

  it('asks the Front, and orders the others', () => {
    const item = first('t1', { implement: ['Ủy ban MTTQ tỉnh', 'Sở Nội vụ'] });
    expect(item?.assignments.map(({ agencyId, request }) => [agencyId, request])).toEqual([
      ['mat-tran', true],
      ['noi-vu', false],
    ]);
  });
});

describe('the prose of a plan', () => {
  const text = 'Chỉ đạo thực hiện; định kỳ báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng cuối quý.';
  const duty = (more = {}) => ({
    ...{ section: '1', modality: 'assign' as const, agencies: ['UBND các xã, phường'] },
    items: [{ text, agencies: [], schedule: quarterly, targets: [], ...more }],
  });

  it('gives duties to whom its clause names, or to whom the sentence itself does', () => {
    const { items } = fanOut(plan({ duties: [duty(), duty({ agencies: ['Sở Tài chính'] })] }), 2026, by);
    expect(items.map(rolesOf)).toEqual([communes.map((id) => `implement ${id} owes`), ['implement tai-chinh owes']]);
  });

  it('owes on no day what it gives no time to', () => {
    expect(fanOut(plan({ duties: [duty({ schedule: null })] }), 2026, by).items[0]?.owed).toEqual([]);
  });

  it('asks where it says đề nghị', () => {
    const { items } = fanOut(plan({ duties: [{ ...duty(), modality: 'request' }] }), 2026, by);
    expect(items[0]?.assignments.every(({ request }) => request)).toBe(true);
  });

  it('owes a report once, though the duty that holds its sentence names the same days', () => {
    const quote = 'Định kỳ báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng cuối quý';
    const report = { who: ['UBND các xã, phường'], what: null, to: null, via: null, schedule: quarterly, quote };
    const { items } = fanOut(plan({ duties: [duty()], reporting: [report] }), 2026, by);
    expect(items.map(({ kind, owed }) => [kind, owed.length])).toEqual([
      ['duty', 0],
      ['reporting', 4],
    ]);
  });

  it('makes of a group row’s order an item led by whom it names; a heading without an order makes none', () => {
    const group = { index: 'PAPI', dimension: 2, name: 'Công khai', agencies: ['Sở Nội vụ'] } as const;
    const groups = [
      { ...group, directive: 'Sở Nội vụ theo dõi, đôn đốc', agencies: [...group.agencies] },
      { ...group, name: 'Minh bạch', directive: null, agencies: [] },
    ];
    const { items } = fanOut(plan({ groups }), 2026, by);
    expect(items).toMatchObject([{ kind: 'directive', component: 'Công khai', dimension: '2', owed: [] }]);
    expect(items.map(rolesOf)).toEqual([['lead noi-vu owes']]);
  });

  it('keeps two sentences that say the same apart', () => {
    const { items } = fanOut(plan({ duties: [duty(), duty()] }), 2026, by);
    expect(new Set(items.map(({ key }) => key)).size).toBe(2);
  });
});

it('lists every name that waits, where it stands', () => {
  const tasks = [task('t1', { lead: ['Phòn Kinh tế'], cooperate: ['Sở Nội vụ', 'Các ngành'] })];
  expect(fanOut(plan({ tasks }), 2026, by).unresolved).toEqual([
    { kind: 'task', key: 't1', role: 'lead', printed: 'Phòn Kinh tế' },
    { kind: 'task', key: 't1', role: 'cooperate', printed: 'Các ngành' },
  ]);
});

it('makes nothing of an empty plan', () => {
  expect(fanOut(plan(), 2026, by)).toEqual({ items: [], unresolved: [] });
});
