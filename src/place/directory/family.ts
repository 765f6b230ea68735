import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, AgencySpan, Directory } from '../model.ts';
import { nameKey } from '../units/name.ts';
import { type AgencyOnDay, agenciesOn } from './on.ts';

/** What of an agency is like what another has: "Phòng Kinh tế", "Đảng ủy" (of its commune), by name without the place. */
export type Member = AgencyOnDay & { key: string; bare: string; placed: boolean };

const committee = 'Ủy ban nhân dân ';

/** "xã Tân Lập" of its people's committee; null for any other agency. */
export const placeOf = ({ kind }: Pick<Agency, 'kind'>, { name }: Pick<AgencySpan, 'name'>): string | null =>
  kind === 'committee' && name.startsWith(committee) ? name.slice(committee.length) : null;

/** "Đảng ủy" and "xã Tân Khê": "Đảng ủy xã Tân Khê". */
export const nameAt = (bare: string, place: string): string => `${bare} ${place}`;

/**
 * What goes with an agency when it is merged: the divisions and services right under it and, of a people's committee, the other
 * bodies of its place (council, party, Front, police …), which stand elsewhere in the tree. Villages stay what they are: "Thôn 1"
 * of two communes are two.
 */
export function familyOf(directory: Directory, { agency, span }: AgencyOnDay, on: PlainDate): Member[] {
  const there = agenciesOn(directory, on);
  const place = placeOf(agency, span);
  const isOwn = place === null ? () => false : ofPlace(there, agency, place);
  return there
    .filter((one) => one.agency.kind !== 'village' && one.agency.id !== agency.id)
    .filter((one) => one.span.parentId === agency.id || isOwn(one))
    .map((one) => {
      const placed = place !== null && one.span.name.endsWith(` ${place}`);
      const bare = placed ? one.span.name.slice(0, -place.length - 1) : one.span.name;
      return { ...one, key: `${one.agency.kind} ${nameKey(bare)}`, bare, placed };
    });
}

/** By the unit it is of; by the place in its name where one has no unit on record and no other place is called so. */
function ofPlace(there: readonly AgencyOnDay[], { id, level, unit }: Agency, place: string) {
  const named = there.filter(({ agency, span }) => agency.level === level && placeOf(agency, span) === place);
  const alone = named.every(({ agency }) => agency.id === id);
  return ({ agency, span }: AgencyOnDay): boolean => {
    if (agency.level !== level || agency.kind === 'committee' || !span.name.endsWith(` ${place}`)) return false;
    return agency.unit && unit ? agency.unit.code === unit.code && agency.unit.validFrom === unit.validFrom : alone;
  };
}
