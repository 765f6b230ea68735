import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '../place/model.ts';
import { roles } from '../plan/model.ts';
import { fanOut } from './fan-out.ts';
import { addFollowing, type Given } from './follow.ts';
import { by, communes, plan, quarterly, task } from './testing.ts';

const followersOf = (fields: Parameters<typeof task>[1]): string[] => {
  const { items } = fanOut(plan({ tasks: [task('t1', { schedule: quarterly, ...fields })] }), 2026, by);
  return (items[0]?.assignments ?? []).flatMap(({ role, agencyId, follows }) =>
    follows ? [`${role} ${agencyId}`] : [],
  );
};

describe('who follows an item', () => {
  it.each([
    [
      'a department that leads what communes do',
      { lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'] },
      ['lead noi-vu'],
    ],
    ['no commune of those that lead side by side', { lead: ['UBND các xã, phường'] }, []],
    [
      'no commune of those that lead what they do',
      { lead: ['UBND các xã, phường'], implement: ['UBND các xã, phường'] },
      [],
    ],
    [
      'the department beside communes that lead with it',
      { lead: ['Sở Nội vụ', 'UBND các xã, phường'] },
      ['lead noi-vu'],
    ],
    [
      'a department named to lead what all departments do',
      { lead: ['Sở Nội vụ'], implement: ['Các cơ quan'] },
      ['lead noi-vu'],
    ],
    ['neither of two departments that do it themselves', { lead: ['Sở Nội vụ', 'Sở Tài chính'] }, []],
    [
      'who monitors, and not who cooperates',
      { implement: ['UBND xã Tân Lập'], cooperate: ['Sở Nội vụ'], monitor: ['Sở Tài chính'] },
      ['monitor tai-chinh'],
    ],
    [
      'nobody where who monitors is who does it',
      { implement: ['UBND các xã, phường'], monitor: ['UBND các xã, phường'] },
      [],
    ],
  ])('is %s', (_, fields, expected) => {
    expect(followersOf(fields)).toEqual(expected);
  });

  it('is never one of several named together at the lowest level that owes it', () => {
    const level = fc.constantFrom<Level>('province', 'district', 'commune');
    const given = fc.record({
      agencyId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      role: fc.constantFrom(...roles),
      printed: fc.constantFrom('các xã', 'Sở Nội vụ'),
      owes: fc.boolean(),
      request: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(given), fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), level), (all, known) => {
        const levelOf = (id: string): Level => known[id] ?? 'commune';
        const after = addFollowing(all, { levelOf, isWithinAreaOf: () => true });
        const together = (one: Given) => all.filter((x) => x.role === one.role && x.printed === one.printed).length > 1;
        const owing = all.filter(({ owes }) => owes).map(({ agencyId }) => levelOf(agencyId));
        for (const one of after.filter(({ follows }) => follows)) {
          expect(['lead', 'monitor']).toContain(one.role);
          if (!together(one) && !one.owes) continue;
          const order: Level[] = ['province', 'district', 'commune'];
          expect(owing.some((other) => order.indexOf(other) > order.indexOf(levelOf(one.agencyId)))).toBe(true);
        }
      }),
    );
  });
});

it('is told of every commune by what the plan names, not by how many there are', () => {
  expect(communes.length).toBeGreaterThan(1);
  expect(followersOf({ lead: ['UBND xã Tân Lập'], implement: ['UBND các xã, phường'] })).toEqual(['lead tan-lap']);
});
