import type { Role } from '../../people/model.ts';
import type { Pending, Person } from './model.ts';

/** Who holds which role for an agency. */
export type Holders = (role: Role, agencyId: string) => readonly string[];

/** Looks people up by role and agency, however many agencies there are. */
export function holdersOf(people: readonly Person[]): Holders {
  const everywhere = new Map<Role, string[]>();
  const somewhere = new Map<string, string[]>();
  for (const { officerId, roles } of people)
    for (const { role, agencies } of roles) {
      if (agencies === 'all') add(everywhere, role, officerId);
      else for (const id of agencies) add(somewhere, `${role} ${id}`, officerId);
    }
  return (role, agencyId) => [
    ...new Set([...(somewhere.get(`${role} ${agencyId}`) ?? []), ...(everywhere.get(role) ?? [])]),
  ];
}

function add<K>(map: Map<K, string[]>, key: K, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Who is to do it: whom the unit handed it on to, as long as they work for it; else its officers; where it has none, its
 * head. Nobody where the unit has nobody: that is told as unreached.
 */
export function responsibleFor(
  { agencyId, officerId }: Pick<Pending, 'agencyId' | 'officerId'>,
  holders: Holders,
): readonly string[] {
  const officers = holders('officer', agencyId);
  const heads = holders('head', agencyId);
  if (officerId !== null && (officers.includes(officerId) || heads.includes(officerId))) return [officerId];
  return officers.length > 0 ? officers : heads;
}
