import { addDays } from '../../calendar/days.ts';
import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { Problem, type ProblemDetails } from '../../kernel/problem.ts';
import type { Agency, AgencySpan, Directory, Succession } from '../model.ts';
import { nameKey } from '../units/name.ts';
import { ancestorsOf, findAgency, spanOn } from './on.ts';

/** One agency before and after; null where it was not yet, or is no more. */
export type Changed = { id: string; before: Agency | null; after: Agency | null };

/** What came of a reorganisation: the directory since, and enough to say it, to store it and to undo it. */
export type Reorganised = { directory: Directory; changed: readonly Changed[]; added: readonly Succession[] };

/** An agency to be made. `id` comes from outside: the domain knows no chance. */
export type Founding = Pick<Agency, 'id' | 'kind' | 'level'> &
  Partial<Pick<Agency, 'unit' | 'position' | 'aliases'>> &
  Pick<AgencySpan, 'name' | 'parentId'> & { shortName?: string | null };

type Why = ProblemDetails<'reorganisation-refused'>['why'];

export function refuse(why: Why, name: string, on: PlainDate): never {
  throw new Problem('reorganisation-refused', { name, day: formatPlainDate(on), why });
}

const nameOf = (agency: Agency | undefined, id: string): string => agency?.spans.at(-1)?.name ?? id;

/** An agency that a reorganisation on a day may touch: there before it, and with nothing entered after it. */
export function getChangeable(directory: Directory, id: string, on: PlainDate): { agency: Agency; span: AgencySpan } {
  const agency = findAgency(directory, id);
  const span = agency && spanOn(agency, on);
  if (!agency || !span) refuse('not-there', nameOf(agency, id), on);
  if (agency.spans.at(-1) !== span) refuse('changes-later', span.name, on);
  return { agency, span };
}

/** The agency with its last span ended the day before. One whose end is known already does not end twice. */
export function endOn(agency: Agency, span: AgencySpan, on: PlainDate): Agency {
  if (span.to !== null) refuse('changes-later', span.name, on);
  return cutOn(agency, span, on);
}

function cutOn(agency: Agency, span: AgencySpan, on: PlainDate): Agency {
  if (span.from >= on) refuse('too-early', span.name, on);
  return { ...agency, spans: [...agency.spans.slice(0, -1), { ...span, to: addDays(on, -1) }] };
}

/** The agency going on under another name or parent from a day. A span that begins that very day is put right in place. */
export function continueAs(agency: Agency, span: AgencySpan, change: Partial<AgencySpan>, on: PlainDate): Agency {
  const next = { ...span, ...change, from: on };
  if (span.from === on) return { ...agency, spans: [...agency.spans.slice(0, -1), next] };
  return { ...agency, spans: [...cutOn(agency, span, on).spans, next] };
}

/** An agency begun on a day; refused where another of the same name stands in the same place, or its parent is not there. */
export function found(directory: Directory, founding: Founding, on: PlainDate): Agency {
  const { id, kind, level, unit = null, position = 0, aliases = [], name, shortName = null, parentId } = founding;
  requireFree(directory, { name, parentId }, on, id);
  return { id, kind, level, unit, position, aliases, spans: [{ from: on, to: null, name, shortName, parentId }] };
}

type Stand = { name: string; parentId: string | null };

/** Refuses a name that another agency under the same parent has that day, and a parent that is not there. */
export function requireFree(directory: Directory, { name, parentId }: Stand, on: PlainDate, self: string): void {
  const parent = parentId === null ? undefined : findAgency(directory, parentId);
  if (parentId !== null && !(parent && spanOn(parent, on))) refuse('not-there', nameOf(parent, parentId), on);
  const key = nameKey(name);
  const taken = directory.agencies.some((other) => {
    const span = other.id === self ? undefined : spanOn(other, on);
    return span !== undefined && span.parentId === parentId && nameKey(span.name) === key;
  });
  if (taken) refuse('taken', name, on);
}

/** Refuses a parent that stands under the agency itself. */
export function requireNoCycle(directory: Directory, id: string, parentId: string | null, on: PlainDate): void {
  if (parentId === null) return;
  const above = [parentId, ...ancestorsOf(directory, parentId, on).map(({ agency }) => agency.id)];
  if (above.includes(id)) refuse('cycle', nameOf(findAgency(directory, id), id), on);
}

/** Refuses to end what others stand under that day, but for those that end or move with it. */
export function requireNoChildren(
  directory: Directory,
  id: string,
  on: PlainDate,
  leaving: readonly string[] = [],
): void {
  const child = directory.agencies.find(
    (agency) => !leaving.includes(agency.id) && spanOn(agency, on)?.parentId === id,
  );
  if (child) refuse('has-children', nameOf(findAgency(directory, id), id), on);
}

/** The directory with these agencies put in place of what they were, and these successions added. */
export function apply(directory: Directory, after: readonly Agency[], added: readonly Succession[]): Reorganised {
  const changes = new Map(after.map((agency) => [agency.id, agency]));
  const changed = after.map((agency) => ({
    id: agency.id,
    before: findAgency(directory, agency.id) ?? null,
    after: agency,
  }));
  const kept = directory.agencies.map((agency) => changes.get(agency.id) ?? agency);
  const made = changed.filter(({ before }) => before === null).map(({ after: agency }) => agency);
  return {
    directory: { agencies: [...kept, ...made], successions: [...directory.successions, ...added] },
    changed,
    added,
  };
}
