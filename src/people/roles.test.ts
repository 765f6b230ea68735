import { expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Grant } from './model.ts';
import { expandGrants, type Placed } from './roles.ts';

const day = (text: string) => text as PlainDate;
const [july, today] = [day('2025-07-01'), day('2026-11-22')];

const grant = (given: Partial<Grant>): Grant => ({
  ...{ id: 'g', officerId: 'mai', role: 'officer', agencyId: 'commune', subtree: false },
  ...{ from: july, to: null, delegatedFrom: null, revoked: false },
  ...given,
});

const placed = (agencyId: string, parentId: string | null, from = july, to: PlainDate | null = null): Placed => ({
  ...{ agencyId, parentId, from, to },
});
const tree = [
  placed('commune', 'province'),
  placed('office', 'commune'),
  placed('clerks', 'office'),
  placed('old', 'commune', july, day('2025-12-31')),
  placed('other', 'province'),
];
const held = (...grants: Grant[]) => expandGrants('mai', grants, tree, today);

it('holds a role for its agency alone, or with all that stands under it today', () => {
  expect(held(grant({}))).toEqual([{ role: 'officer', agencies: ['commune'] }]);
  expect(held(grant({ subtree: true }))).toEqual([{ role: 'officer', agencies: ['commune', 'office', 'clerks'] }]);
});

it('counts what stood under it then', () => {
  const then = expandGrants('mai', [grant({ subtree: true })], tree, day('2025-08-01'));
  expect(then[0]?.agencies).toContain('old');
});

it('holds without an agency for the whole tenant', () => {
  expect(held(grant({ agencyId: null }))).toEqual([{ role: 'officer', agencies: 'all' }]);
});

it.each([
  ['from its first day', { from: today }, 1],
  ['to its last day', { to: today }, 1],
  ['not before', { from: day('2026-11-23') }, 0],
  ['not after', { to: day('2026-11-21') }, 0],
  ['not once revoked', { revoked: true }, 0],
  ['not for another officer', { officerId: 'lan' }, 0],
] as const)('holds %s', (_when, given, count) => {
  expect(held(grant(given))).toHaveLength(count);
});

it('holds what was delegated while whoever is away holds it', () => {
  const base = grant({ id: 'base', officerId: 'lan', role: 'head' });
  const handed = grant({ id: 'handed', role: 'head', delegatedFrom: 'base', to: day('2026-12-01') });
  expect(held(base, handed)).toEqual([{ role: 'head', agencies: ['commune'] }]);
  expect(held({ ...base, revoked: true }, handed)).toEqual([]);
  expect(held({ ...base, to: day('2026-11-01') }, handed)).toEqual([]);
  expect(held(handed)).toEqual([]);
});

it('hands on nothing that was handed on', () => {
  const base = grant({ id: 'base', officerId: 'lan' });
  const handed = grant({ id: 'handed', officerId: 'an', delegatedFrom: 'base' });
  const again = grant({ id: 'again', delegatedFrom: 'handed' });
  expect(held(base, handed, again)).toEqual([]);
});

it('comes to an end where agencies stand under each other in a ring', () => {
  const ring = [placed('a', 'b'), placed('b', 'a')];
  const [first] = expandGrants('mai', [grant({ agencyId: 'a', subtree: true })], ring, today);
  expect(first?.agencies).toEqual(['a', 'b']);
});
