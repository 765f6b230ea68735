import type { PlainDate } from '../../kernel/plain-date.ts';
import { fold, squish } from '../../kernel/text.ts';
import { matchAgency } from '../agencies.ts';
import { type AgencyOnDay, agenciesOn, ancestorsOf, spanOn } from '../directory/on.ts';
import type { Agency, Directory } from '../model.ts';
import { nameKey, splitName } from '../units/name.ts';

/** An agency on a day with what names are compared by. */
export type Listed = AgencyOnDay & {
  /** its name in the catalogue ("Công an" for "Công an tỉnh Quảng Nam"); null where the catalogue has none */
  base: string | null;
  keys: readonly string[];
  /** the committee of the unit it belongs to */
  owner: Agency | null;
};

/** The directory on one day, indexed for resolving names. */
export type Day = {
  on: PlainDate;
  all: readonly Listed[];
  byId: ReadonlyMap<string, Listed>;
  byBase: ReadonlyMap<string, readonly Listed[]>;
  byKey: ReadonlyMap<string, readonly Listed[]>;
};

/** A name for comparing: tones count, signs between words and "và" for "&" do not. */
export const agencyKey = (name: string): string =>
  nameKey(
    squish(name)
      .replace(/\s*&\s*/g, ' và ')
      .replace(/[,;.:()]/g, ' '),
  )
    .replace(/ va\u0300 /g, ' ')
    .trim();

/** The bodies within a department that are called after it. */
export const inspectorates = 'Thanh tra sở';

function baseOf(name: string): string | null {
  const match = matchAgency(name);
  if (match?.title) return fold(match.title) === 'thanh tra' ? inspectorates : null;
  return match?.name ?? null;
}

const bases = new Map<string, string | null>();

function cachedBase(name: string): string | null {
  const known = bases.get(name);
  if (known !== undefined) return known;
  const base = baseOf(name);
  bases.set(name, base);
  return base;
}

/** "Công an xã Tân Lập" as "Công an xã": thousands of names are one to the catalogue. */
function withoutPlace(name: string, committee: string | null | undefined): string {
  const title = committee?.replace(committeeWords, '') ?? '';
  const own = splitName(title).name;
  if (own === '' || !name.endsWith(own)) return name;
  return name.slice(0, -own.length).trim();
}

const committeeWords = /^(?:Ủy ban nhân dân|UBND)\s+/iu;

const unitKey = ({ unit }: Agency): string | null => (unit ? `${unit.code}@${unit.validFrom}` : null);

function ownerOf(
  { agency }: AgencyOnDay,
  day: { directory: Directory; on: PlainDate; seats: Map<string, Agency> },
): Agency | null {
  if (agency.kind === 'committee') return agency;
  const seat = day.seats.get(unitKey(agency) ?? '');
  if (seat) return seat;
  const above = ancestorsOf(day.directory, agency.id, day.on);
  for (const { agency: one } of above) {
    const found = one.kind === 'committee' ? one : day.seats.get(unitKey(one) ?? '');
    if (found) return found;
  }
  return null;
}

const days = new WeakMap<Directory, Map<PlainDate, Day>>();

/** The directory on a day; made once for each. */
export function dayOf(directory: Directory, on: PlainDate): Day {
  const known = days.get(directory) ?? new Map<PlainDate, Day>();
  days.set(directory, known);
  const made = known.get(on) ?? makeDay(directory, on);
  known.set(on, made);
  return made;
}

function makeDay(directory: Directory, on: PlainDate): Day {
  const there = agenciesOn(directory, on);
  const seats = new Map<string, Agency>();
  for (const { agency } of there) if (agency.kind === 'committee') seats.set(unitKey(agency) ?? agency.id, agency);
  const all = there.map((one): Listed => {
    const names = [one.span.name, one.span.shortName ?? '', ...one.agency.aliases].filter((name) => name !== '');
    const keys = [...new Set(names.map(agencyKey))];
    const owner = ownerOf(one, { directory, on, seats });
    return { ...one, base: cachedBase(withoutPlace(one.span.name, owner && spanOn(owner, on)?.name)), keys, owner };
  });
  const byKey = new Map<string, Listed[]>();
  for (const one of all) for (const key of one.keys) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  const byBase = Map.groupBy(
    all.filter(({ base }) => base !== null),
    ({ base }) => base ?? '',
  );
  return { on, all, byId: new Map(all.map((one) => [one.agency.id, one])), byBase, byKey };
}

/** "thành phố Gia Nghĩa" of the committee of Gia Nghĩa: type and own name. */
export function unitOfCommittee(day: Day, committee: Agency): { type: string | null; name: string } {
  return unitNamedBy(day.byId.get(committee.id)?.span.name ?? committee.spans.at(-1)?.name ?? '');
}

/** "thành phố Gia Nghĩa" of the committee's name. */
export const unitNamedBy = (committee: string): { type: string | null; name: string } =>
  splitName(committee.replace(committeeWords, ''));
