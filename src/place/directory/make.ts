import { addDays } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, AgencySpan, Directory, Succession } from '../model.ts';
import { titleOf, type Unit, type Units } from '../units/model.ts';
import { type Place, placesOf } from './places.ts';
import { areaOf, type Entry, type Known, knownOf, render, shorten, template } from './template.ts';

/** One agency in the making: an entry of the template at a place, on the days it applies. */
type Life = { id: string; key: string; place: Place; entry: Entry; known: Known; department: string; pieces: Piece[] };
type Piece = { from: PlainDate; to: PlainDate | null; version: Unit };

export type Making = {
  /** the id of an agency by its lasting key ("49@2025-03-01/Sở Nội vụ"): the same calls in the same order every time */
  ids: (key: string) => string;
  /** optional agencies of the template this province has: "Ban Dân tộc" */
  also?: readonly string[];
};

/**
 * The usual agencies of a province, of its districts and communes, before and after 2025, linked by who took over from whom: a
 * directory to start from and to correct. `province` may be one of before or of after July 2025.
 */
export function makeDirectory(units: Units, province: Unit, { ids, also = [] }: Making): Directory {
  const places = placesOf(units, province, template.begins);
  const cuts = findCuts(places);
  const lives = new Lives();
  for (const place of places) for (const life of livesOf(place, cuts, also)) lives.add({ ...life, id: ids(life.key) });
  return { agencies: lives.all.map((life) => agencyOf(life, lives)), successions: successionsOf(lives) };
}

/** Days on which anything of the template or of the units begins. */
function findCuts(places: readonly Place[]): PlainDate[] {
  const days = new Set<PlainDate>([template.begins]);
  for (const { level, versions } of places)
    for (const version of versions) {
      if (version.validFrom > template.begins) days.add(version.validFrom);
      for (const entry of template.entries[level]) {
        const { from, to } = knownOf(entry, version);
        if (from) days.add(from);
        if (to) days.add(addDays(to, 1));
        if (entry.underFrom) days.add(entry.underFrom);
      }
    }
  return [...days].filter((day) => day >= template.begins).sort();
}

type Draft = Omit<Life, 'id'>;

function livesOf(place: Place, cuts: readonly PlainDate[], also: readonly string[]): Draft[] {
  const lives: Draft[] = [];
  for (const entry of template.entries[place.level]) {
    if (entry.optional && !also.includes(entry.name)) continue;
    const departments = entry.each
      ? lives
          .filter(({ entry: other }) => other.name.startsWith(entry.each ?? ''))
          .map(({ entry: other }) => other.name)
      : [''];
    for (const department of departments) {
      const within = lives.find(({ entry: other }) => other.name === department);
      const life = draft(place, entry, department, cuts, within);
      if (life) lives.push(life);
    }
  }
  return lives;
}

function draft(
  place: Place,
  entry: Entry,
  department: string,
  cuts: readonly PlainDate[],
  within: Draft | undefined,
): Draft | undefined {
  const pieces: Piece[] = [];
  for (const [index, from] of cuts.entries()) {
    const version = place.versions.findLast((one, at) => at === 0 || one.validFrom <= from);
    if (!version || from < place.from || (place.to && from > place.to)) continue;
    const { from: first, to: last } = knownOf(entry, version);
    if ((first && from < first) || (last && from > last)) continue;
    if (!isHadBy(version, entry)) continue;
    if (within && !isActive(within, from)) continue;
    const next = cuts[index + 1];
    pieces.push({ from, to: next ? addDays(next, -1) : null, version });
  }
  const [first] = pieces;
  if (!first) return undefined;
  const key = `${place.unit.code}@${place.unit.validFrom}/${entry.name.replace('{department}', department)}`;
  return { key, place, entry, known: knownOf(entry, first.version), department, pieces };
}

const isHadBy = (unit: Unit, { types, except }: Entry): boolean =>
  (types === null || types.includes(unit.type) || types.includes(titleOf(unit))) && !except.includes(titleOf(unit));

const isActive = ({ pieces }: Pick<Life, 'pieces'>, on: PlainDate): boolean =>
  pieces.some(({ from, to }) => from <= on && (to === null || on <= to));

/** Agencies in the making, found by place, name and day. */
class Lives {
  readonly all: Life[] = [];
  private readonly byPlace = new Map<Place, Life[]>();

  add(life: Life): void {
    this.all.push(life);
    this.byPlace.set(life.place, [...(this.byPlace.get(life.place) ?? []), life]);
  }

  /** What goes by this name in the template or the catalogue, at this place on this day. */
  at(place: Place, name: string, on: PlainDate): Life | undefined {
    return this.byPlace
      .get(place)
      ?.find((life) => (life.entry.name === name || life.known.name === name) && isActive(life, on));
  }

  /** The same at this place or above it, never the asker itself. */
  near(life: Life, name: string, on: PlainDate): Life | undefined {
    for (let place: Place | null = life.place; place; place = place.above) {
      const found = this.at(place, name.replace('{department}', life.department), on);
      if (found && found !== life) return found;
    }
    return undefined;
  }
}

function agencyOf(life: Life, lives: Lives): Agency {
  const spans: AgencySpan[] = [];
  for (const { from, to, version } of life.pieces) {
    const name = render(life.entry.name, version, life.department);
    const { under, underFrom } = life.entry;
    const above = underFrom && from < underFrom ? [] : under;
    const parent = above.map((one) => lives.near(life, one, from)).find((found) => found);
    const span = { from, to, name, shortName: shorten(name), parentId: parent?.id ?? null };
    const last = spans.at(-1);
    if (last?.name === span.name && last.parentId === span.parentId) spans[spans.length - 1] = { ...last, to };
    else spans.push(span);
  }
  const { unit, level } = life.place;
  // A body called after its place stands for the place; a department or division is found through what it stands under.
  const own = /\{(?:place|party|youth|name)\}/.test(life.entry.name) || life.entry.under.length === 0;
  const id = own ? { code: unit.code, validFrom: unit.validFrom } : null;
  const position = template.entries[level].indexOf(life.entry);
  return { id: life.id, kind: life.entry.kind, level, unit: id, position, spans, aliases: [] };
}

type Heir = { heir: Life; for: string | null };

/** Who goes on with the work: the same body at the place, or those the template or the catalogue names, there or above. */
function heirsAt(life: Life, place: Place, on: PlainDate, lives: Lives): Heir[] {
  const same = place === life.place ? undefined : lives.at(place, life.entry.name, on);
  if (same) return [{ heir: same, for: null }];
  return (life.known.successors ?? []).flatMap(({ name, for: part }) => {
    for (let at: Place | null = place; at; at = at.above) {
      const heir = lives.at(at, name, on);
      if (heir && heir !== life) return [{ heir, for: part }];
    }
    return [];
  });
}

function successionsOf(lives: Lives): Succession[] {
  return lives.all.flatMap((life) => {
    const last = life.pieces.at(-1)?.to;
    if (!last) return [];
    const effective = addDays(last, 1);
    const places = life.place.to && life.place.to <= last ? life.place.next : [life.place];
    const found = new Map<string, Succession>();
    for (const place of places)
      for (const { heir, for: part } of heirsAt(life, place, effective, lives)) {
        const area = places.length > 1 && heir.place === place ? areaOf(place.unit) : null;
        const said = [part, area].filter((words) => words !== null).join(', ');
        const key = `${heir.id}/${part}`;
        if (!found.has(key)) found.set(key, { fromId: life.id, toId: heir.id, effective, function: said || null });
      }
    return [...found.values()];
  });
}
