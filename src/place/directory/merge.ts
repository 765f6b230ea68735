import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory, Succession } from '../model.ts';
import { familyOf, type Member, nameAt, placeOf } from './family.ts';
import { type AgencyOnDay, agenciesOn, findAgency, spanOn } from './on.ts';
import {
  apply,
  continueAs,
  endOn,
  type Founding,
  found,
  getChangeable,
  type Reorganised,
  refuse,
  requireFree,
} from './reorganise.ts';
import { shorten } from './template.ts';

/** Who the merged go into: one that begins that day, or one that is already there (among the merged or not). */
export type MergeInto = { founding: Founding } | { id: string };

/** `newId` gives the bodies that begin with a new commune their ids. */
export type Merging = { ids: readonly string[]; into: MergeInto; newId: () => string };

/**
 * Agencies end and one goes on with the whole of their work; what stood under them stands under it. Their divisions of one name
 * become one, and with people's committees the other bodies of their places do: council, party, Front, police.
 */
export function merge(directory: Directory, { ids, into, newId }: Merging, on: PlainDate): Reorganised {
  const leaving = [...new Set(ids)].filter((id) => !('id' in into && id === into.id));
  const ended = leaving.map((id) => getChangeable(directory, id, on));
  const target = 'id' in into ? getChangeable(directory, into.id, on).agency.id : into.founding.id;
  if (ended.length === 0) refuse(ids.length > 0 ? 'self' : 'same', nameOf(directory, target, on), on);
  const gone = ended.map(({ agency, span }) => endOn(agency, span, on));
  const without = apply(directory, gone, []).directory;
  const made = 'founding' in into ? [found(without, into.founding, on)] : [];
  const joined = joinFamilies(
    directory,
    { ended, into: getTarget(apply(without, made, []).directory, target, on), newId },
    on,
  );
  const heirs = new Map([...leaving.map((id) => [id, target] as const), ...joined.heirs]);
  const moved = moveUnder(directory, heirs, target, on);
  const begun = joined.begun.map((agency) => underHeir(agency, heirs));
  const after = apply(directory, [...gone, ...joined.ended, ...made, ...begun, ...moved], successionsOf(heirs, on));
  for (const { id, spans } of begun)
    requireFree(after.directory, { name: spans[0]?.name ?? '', parentId: spans[0]?.parentId ?? null }, on, id);
  return after;
}

const nameOf = (directory: Directory, id: string, on: PlainDate): string => {
  const agency = findAgency(directory, id);
  return (agency && spanOn(agency, on)?.name) ?? id;
};

const successionsOf = (heirs: ReadonlyMap<string, string>, on: PlainDate): Succession[] =>
  [...heirs].map(([fromId, toId]) => ({ fromId, toId, effective: on, function: null }));

/** Who is merged into must not stand under one that ends. */
function getTarget(directory: Directory, id: string, on: PlainDate): AgencyOnDay {
  const target = getChangeable(directory, id, on);
  const parent = target.span.parentId === null ? undefined : findAgency(directory, target.span.parentId);
  if (parent && !spanOn(parent, on)) refuse('under-ended', target.span.name, on);
  return target;
}

type Joined = { ended: Agency[]; begun: Agency[]; heirs: (readonly [string, string])[] };

/** What the merged have of one name ends and goes on as one: as what the target has of that name, else as one that begins. */
function joinFamilies(
  directory: Directory,
  { ended, into, newId }: { ended: readonly AgencyOnDay[]; into: AgencyOnDay; newId: () => string },
  on: PlainDate,
): Joined {
  const joined: Joined = { ended: [], begun: [], heirs: [] };
  const place = placeOf(into.agency, into.span);
  const leaving = new Set(ended.map(({ agency }) => agency.id));
  const isLeft = ({ agency }: Member): boolean => agency.id !== into.agency.id && !leaving.has(agency.id);
  const own = new Map(
    familyOf(directory, into, on)
      .filter(isLeft)
      .map((member) => [member.key, member.agency.id]),
  );
  const members = ended.flatMap((one) => familyOf(directory, one, on)).filter(isLeft);
  for (const [key, all] of Map.groupBy(members, (member) => member.key)) {
    const [first] = all;
    const there = own.get(key);
    // A division only one of them has goes on as it is; a body of a place that is no more cannot.
    if (!first || (there === undefined && all.length === 1 && !first.placed)) continue;
    if (
      there === undefined &&
      first.placed &&
      (place === null || isTaken(directory, all, nameAt(first.bare, place), on))
    )
      continue;
    const heir = there ?? newId();
    if (there === undefined) joined.begun.push(begin(heir, first, place, on));
    for (const { agency } of all) {
      const { span } = getChangeable(directory, agency.id, on);
      joined.ended.push(endOn(agency, span, on));
      joined.heirs.push([agency.id, heir]);
    }
  }
  return joined;
}

/** Where two places share a name, the other's bodies are not to be taken for these: they wait for a person. */
function isTaken(directory: Directory, ending: readonly Member[], name: string, on: PlainDate): boolean {
  const own = new Set(ending.map(({ agency }) => agency.id));
  return agenciesOn(directory, on).some(({ agency, span }) => !own.has(agency.id) && span.name === name);
}

function begin(id: string, { agency, span, bare, placed }: Member, place: string | null, on: PlainDate): Agency {
  const { kind, level, position } = agency;
  const name = placed && place !== null ? nameAt(bare, place) : bare;
  const shortName = placed ? shorten(name) : span.shortName;
  const spans = [{ from: on, to: null, name, shortName, parentId: span.parentId }];
  return { id, kind, level, unit: null, position, aliases: [], spans };
}

const underHeir = (agency: Agency, heirs: ReadonlyMap<string, string>): Agency => ({
  ...agency,
  spans: agency.spans.map((span) => ({ ...span, parentId: heirs.get(span.parentId ?? '') ?? span.parentId })),
});

/** What stood under one that ends stands under who goes on with its work. */
function moveUnder(directory: Directory, heirs: ReadonlyMap<string, string>, target: string, on: PlainDate): Agency[] {
  return directory.agencies.flatMap((agency): Agency[] => {
    const span = heirs.has(agency.id) || agency.id === target ? undefined : spanOn(agency, on);
    const parentId = heirs.get(span?.parentId ?? '');
    if (parentId === undefined) return [];
    return [continueAs(agency, getChangeable(directory, agency.id, on).span, { parentId }, on)];
  });
}
