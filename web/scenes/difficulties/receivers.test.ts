import { expect, it } from 'vitest';
import type { AgencyLine } from '../../../src/place/views.ts';
import { otherReceivers } from './receivers.ts';

const agency = (id: string, more: Partial<AgencyLine> = {}): AgencyLine => ({
  ...{ id, name: id, shortName: null, kind: 'department', level: 'province', parentId: 'tinh', ...more },
});
const agencies = [
  agency('tinh', { kind: 'committee', parentId: null }),
  agency('noi-vu'),
  agency('nn'),
  agency('phong', { kind: 'division', parentId: 'nn' }),
  agency('tan-lap', { kind: 'committee', level: 'commune' }),
  agency('thon', { kind: 'village', level: 'commune', parentId: 'tan-lap' }),
];
const ids = (told: string[], own: string) =>
  otherReceivers(
    agencies,
    told.map((agencyId) => ({ agencyId })),
    own,
  ).map(({ id }) => id);

it('any agency of the province can be asked besides those told first, never the unit itself, a division or a village', () => {
  expect(ids(['nn'], 'tan-lap')).toEqual(['tinh', 'noi-vu']);
  expect(ids([], 'noi-vu')).toEqual(['tinh', 'nn']);
});
