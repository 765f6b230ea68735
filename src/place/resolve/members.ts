import type { PlainDate } from '../../kernel/plain-date.ts';
import { inheritorsOn } from '../directory/heirs.ts';
import { descendantsOf } from '../directory/on.ts';
import type { Agency, Directory } from '../model.ts';
import { type Day, dayOf, type Listed, unitOfCommittee } from './day.ts';
import type { Group, Query } from './model.ts';

/** The committees within the area of one on a day, itself among them; of those that took over where it is no more. */
function areaOf(directory: Directory, of: string, on: PlainDate): Set<Agency> {
  const heads = inheritorsOn(directory, of, on).map(({ agency }) => agency);
  const below = heads.flatMap(({ id }) => descendantsOf(directory, id, on).map(({ agency }) => agency));
  return new Set([...heads, ...below].filter(({ kind }) => kind === 'committee'));
}

const specialised = new Set(['department', 'division']);

/** A department or division right under its committee; not an office within one. */
const isDepartment = ({ agency, span, owner }: Listed): boolean =>
  specialised.has(agency.kind) && span.parentId === owner?.id;

const isOfType = (types: readonly string[] | null, { owner }: Listed, day: Day): boolean =>
  types === null || (owner !== null && types.includes(unitOfCommittee(day, owner).type ?? ''));

function fits(one: Listed, query: Query, day: Day): boolean {
  const { agency, span } = one;
  switch (query.query) {
    case 'bodies':
      return (
        query.levels.includes(agency.level) && (one.base ?? span.name) === query.name && isOfType(query.types, one, day)
      );
    case 'departments':
      return query.levels.includes(agency.level) && isDepartment(one) && span.name.startsWith(query.only ?? '');
    case 'services':
      return query.levels.includes(agency.level) && agency.kind === 'service';
    case 'mass':
      return query.levels.includes(agency.level) && agency.kind === 'mass';
    case 'press':
      return agency.kind === 'service' && /^(?:Báo|Đài Phát thanh)\s/u.test(span.name);
    case 'schools':
      return agency.kind === 'service' && /^Trường\s/u.test(span.name);
    case 'villages':
      return agency.kind === 'village';
  }
}

/** Whom a group means on a day, each once, in the official order. */
export function membersOf(directory: Directory, group: Group, on: PlainDate): Listed[] {
  const day: Day = dayOf(directory, on);
  const areas = new Map(group.map(({ of }) => [of, areaOf(directory, of, on)]));
  return day.all.filter((one) =>
    group.some((query) => one.owner !== null && areas.get(query.of)?.has(one.owner) && fits(one, query, day)),
  );
}
