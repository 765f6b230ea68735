import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { CountedFinding, CountedInspection } from './figures.ts';
import { type ParIndexInput, parIndexInputs, type Scored } from './par-index.ts';

const day = (text: string): PlainDate => text as PlainDate;
const reform = { index: 'PAR INDEX', code: '3' };
const until = day('2026-11-20');

const visit = (agencyId: string, more: Partial<CountedInspection> = {}): CountedInspection => ({
  ...{ id: `${agencyId} ${more.kind ?? ''}`, agencyId, kind: 'planned', status: 'concluded', day: day('2026-03-10') },
  ...{ openedOn: day('2026-03-11'), components: [reform], findings: [], ...more },
});
const problem = (
  id: string,
  status: CountedFinding['status'],
  due: string | null,
  more: Partial<CountedFinding> = {},
) => ({
  ...{ id, status, component: null, due: due === null ? null : day(due), closedOn: null, agencyId: 'u1' },
  ...(status === 'closed' && { closedOn: day('2026-06-01') }),
  ...more,
});
const province = (count: number): Scored => ({
  ...{ level: 'province', agencyId: null, units: Array.from({ length: count }, (_, i) => `u${i + 1}`) },
});
const of = (scored: Scored, inspections: CountedInspection[], code: string, year = 2026): ParIndexInput | undefined =>
  parIndexInputs(inspections, scored, { year, until }).find((one) => one.code === code);
const share = (one: ParIndexInput | undefined) => one && [one.counted.length, one.whole.length, one.points];

describe('the share of units inspected (1.3.1)', () => {
  it.each([
    [20, 4, 1],
    [20, 3, 0.5],
    [20, 2, 0],
    // 3/16 = 18.75%; 15% of 20 and 20% of 15 are reached exactly
    [16, 3, 0.5],
    [15, 3, 1],
    [0, 0, null],
  ])('of %d units with %d visited makes %j points in a province', (units, visited, points) => {
    const visits = Array.from({ length: visited }, (_, i) => visit(`u${i + 1}`));
    expect(share(of(province(units), visits, '1.3.1'))).toEqual([visited, units, points]);
  });

  it('counts a unit once that was looked at again, and one visited with another team as any other', () => {
    const visits = [visit('u1'), visit('u1', { kind: 're-inspection' }), visit('u2', { kind: 'unannounced' })];
    expect(of(province(10), visits, '1.3.1')).toMatchObject({ counted: ['u1', 'u2'], points: 1 });
  });

  it('leaves out what was not begun, was cancelled, is of another year or to come, and units that are no more', () => {
    const visits = [
      visit('u1', { openedOn: null, status: 'planned' }),
      visit('u2', { status: 'cancelled' }),
      visit('u3', { openedOn: day('2025-12-31') }),
      visit('u4', { openedOn: day('2026-11-21') }),
      visit('gone'),
      visit('u5'),
    ];
    expect(of(province(5), visits, '1.3.1')).toMatchObject({ counted: ['u5'], points: 1 });
  });

  it('says apart who was inspected about something else, and counts who was found wanting in reform', () => {
    const papi = [{ index: 'PAPI', code: '2.2' }];
    const wanting = problem('x', 'assigned', '2026-12-01', { component: reform });
    const visits = [visit('u1', { components: papi }), visit('u2', { components: papi, findings: [wanting] })];
    expect(of(province(10), visits, '1.3.1')).toMatchObject({ counted: ['u2'], beside: ['u1'] });
  });

  it('of a commune is that of its divisions: 30%, all or nothing', () => {
    const commune: Scored = { level: 'commune', agencyId: 'u1', units: ['d1', 'd2', 'd3', 'd4'] };
    expect(share(of(commune, [visit('d1'), visit('u1')], '1.3.1'))).toEqual([1, 4, 0]);
    expect(share(of(commune, [visit('d1'), visit('d2')], '1.3.1'))).toEqual([2, 4, 1]);
  });

  it('is not asked for before there were these criteria', () => {
    expect(parIndexInputs([visit('u1')], province(4), { year: 2024, until })).toEqual([]);
  });
});

describe('how far problems are dealt with (1.3.2)', () => {
  const found = (...findings: CountedFinding[]) => [visit('u1', { findings })];

  it('is (b/a) + (c/a)/2 in a province, and the whole where there was none', () => {
    const lists = found(
      problem('done', 'closed', '2026-05-01'),
      problem('said', 'reported', '2026-10-01'),
      problem('back', 'returned', '2026-10-01'),
      problem('late', 'assigned', '2026-10-01'),
    );
    expect(of(province(9), lists, '1.3.2')).toMatchObject({
      ...{ whole: ['done', 'said', 'back', 'late'], counted: ['done'], underWay: ['said', 'back'], points: 0.5 },
    });
    expect(share(of(province(9), [], '1.3.2'))).toEqual([0, 0, 1]);
  });

  it('counts what has no day yet, not what falls due in another year, was carried over or put down by mistake', () => {
    const lists = found(
      problem('open', 'found', null),
      problem('next', 'assigned', '2027-01-05'),
      problem('carried', 'carried', '2026-05-01'),
      problem('mistake', 'withdrawn', '2026-05-01'),
      problem('papi', 'assigned', '2026-05-01', { component: { index: 'PAPI', code: '2.2' } }),
    );
    expect(of(province(9), lists, '1.3.2')?.whole).toEqual(['open']);
  });

  it.each([
    [2, 2, 1],
    [1, 2, 0.5],
    [1, 3, 0],
    [0, 0, null],
  ])('of %d of %d remedied makes %j points in a commune', (done, all, points) => {
    const own = Array.from({ length: all }, (_, i) => problem(`p${i}`, i < done ? 'closed' : 'reported', '2026-07-01'));
    const others = problem('other', 'assigned', '2026-07-01', { agencyId: 'u2' });
    const commune: Scored = { level: 'commune', agencyId: 'u1', units: [] };
    expect(share(of(commune, found(...own, others), '1.3.2'))).toEqual([done, all, points]);
  });
});
