import { matchAgency } from '../agencies.ts';
import { type Inheritor, inheritorsOn } from '../directory/heirs.ts';
import { spanOn } from '../directory/on.ts';
import type { Agency } from '../model.ts';
import { dayOf } from './day.ts';
import { chainOf } from './issuer.ts';
import type { Candidate, Context } from './model.ts';

/** A suggestion that needs a nod. */
const likely = 0.6;
const shown = 5;

/**
 * Who does the work of a body that is no more that day, each with the part it took over; who took over most first. By the
 * directory, else by what the law gave to whom.
 */
export function suggestHeirs(base: string, context: Context): Candidate[] {
  const { on } = context;
  const near = nearestOf(heirsListed(base, context), context);
  const heirs = near.length > 0 ? near : heirsByLaw(base, context);
  const first = new Map<string, Inheritor>();
  for (const heir of heirs) if (!first.has(heir.agency.id)) first.set(heir.agency.id, heir);
  return [...first.values()]
    .toSorted((a, b) => partsOf(b) - partsOf(a))
    .slice(0, shown)
    .map(({ agency, functions }): Candidate => {
      const name = spanOn(agency, on)?.name ?? '';
      return { agencyId: agency.id, name, score: likely, ...(functions.length > 0 && { why: sayParts(functions) }) };
    });
}

const sayParts = (functions: readonly string[]): string => `nhận ${functions.join('; ')}`;

/** How many fields of work: "lao động, việc làm, người có công" are three; the whole is all of them. */
const partsOf = ({ functions }: Inheritor): number =>
  functions.length === 0 ? Number.POSITIVE_INFINITY : functions.join(',').split(',').length;

function heirsListed(base: string, { directory, on }: Context): Inheritor[] {
  const ended = directory.agencies.filter(
    (agency: Agency) => agency.spans.some(({ name }) => name === base) && !spanOn(agency, on),
  );
  return ended.flatMap(({ id }) => inheritorsOn(directory, id, on));
}

/** Those of the issuer's own unit or above, where there are any. */
function nearestOf(heirs: readonly Inheritor[], { directory, on, issuerId }: Context): readonly Inheritor[] {
  const chain = new Set(chainOf(directory, on, issuerId).map(({ agency }) => agency.id));
  const near = heirs.filter(({ agency }) => chain.has(dayOf(directory, on).byId.get(agency.id)?.owner?.id ?? ''));
  return near.length > 0 ? near : heirs;
}

/** By the catalogue, where the directory never had the body: it may begin later. */
function heirsByLaw(base: string, { directory, on, issuerId }: Context): Inheritor[] {
  const known = matchAgency(base);
  if (!known?.to || known.to > on) return [];
  const day = dayOf(directory, on);
  for (const { agency: seat } of chainOf(directory, on, issuerId)) {
    const heirs = known.successors.flatMap(({ name, for: part }) =>
      (day.byBase.get(name) ?? [])
        .filter(({ owner }) => owner?.id === seat.id)
        .map(({ agency }) => ({ agency, functions: part === null ? [] : [part] })),
    );
    if (heirs.length > 0) return heirs;
  }
  return [];
}
