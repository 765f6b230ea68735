import { readAgencies } from '../agencies.ts';
import { dayOf } from './day.ts';
import type { Candidate, Context, Group, Resolution } from './model.ts';
import { sayGroup } from './say.ts';
import { spellOut } from './spell-out.ts';

/** A suggestion that needs a nod. */
const likely = 0.6;
// Below it a suggestion is merely alike in its letters, or one of many.
const worthJoining = 0.3;
// "MTTQ và các đoàn thể": the two readings of the level are worth showing, no more.
const readings = 2;

/**
 * Several names printed as one ("MTTQ và các đoàn thể", "Sở Nội vụ, Sở Tài chính và các đơn vị liên quan"): all that they mean
 * together, for a person to nod at. Empty where any of them cannot be told.
 */
export function suggestJoined(
  printed: string,
  context: Context,
  resolve: (name: string, context: Context) => Resolution,
): Candidate[] {
  const names = spellOut(readAgencies(printed).names);
  if (names.length < 2 || names.includes(printed)) return [];
  const meant = names.flatMap((name) => {
    const found = resolve(name, context);
    return found.to === 'nothing' ? [] : [groupsOf(found, context)];
  });
  if (meant.length === 0 || meant.some((groups) => groups.length === 0)) return [];
  const most = Math.min(readings, Math.max(...meant.map((groups) => groups.length)));
  return Array.from({ length: most }, (_, at): Candidate => {
    const group = meant.flatMap((groups) => groups[at] ?? groups[0] ?? []);
    return { group, name: sayGroup(group), score: likely };
  });
}

/** What a name means as a group, the likeliest reading first. */
function groupsOf(found: Resolution, context: Context): Group[] {
  if (found.to === 'group') return [found.group];
  if (found.to === 'agencies') {
    const groups = found.agencyIds.map((id) => groupOfOne(id, context));
    return groups.every((group) => group !== undefined) ? [groups.flat()] : [];
  }
  return found.candidates
    .filter(({ score }) => score >= worthJoining)
    .flatMap((one) => ('group' in one ? [one.group] : [groupOfOne(one.agencyId, context) ?? []]))
    .filter((group) => group.length > 0);
}

/** One agency as a question: the body of its name at its own unit. */
function groupOfOne(id: string, { directory, on }: Context): Group | undefined {
  const one = dayOf(directory, on).byId.get(id);
  if (!one?.base || !one.owner) return undefined;
  return [{ query: 'bodies', name: one.base, levels: [one.agency.level], types: null, of: one.owner.id }];
}
