import file from '../../../data/agencies/template.json' with { type: 'json' };
import { addDays } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { matchAgency } from '../agencies.ts';
import type { AgencyKind } from '../model.ts';
import { titleOf, type Unit, type UnitLevel } from '../units/model.ts';

/** One kind of agency every unit of a level has, as data/agencies/template.json writes it. */
export type Entry = {
  name: string;
  kind: AgencyKind;
  /** names of what it stands under: the first there is that day, at the same unit or above */
  under: readonly string[];
  /** the first day it stands under them; null: always */
  underFrom: PlainDate | null;
  from: PlainDate | null;
  /** the last day */
  to: PlainDate | null;
  /** types of unit that have it, or single units by type and name; null: all */
  types: readonly string[] | null;
  /** units of those types that have it not */
  except: readonly string[];
  successors: readonly { name: string; for: string | null }[] | null;
  /** made once for every agency of the unit whose name begins so: an inspectorate of each department */
  each: string | null;
  /** made only where it is asked for */
  optional: boolean;
  /** what no text at hand proves of its days or place, or what differs from place to place */
  doubt: string | null;
};

type Written = { name: string; kind: string } & Partial<
  Record<'from' | 'to' | 'each' | 'underFrom' | 'note', string>
> & {
    under?: string[];
    types?: string[];
    except?: string[];
    verified?: boolean;
    optional?: boolean;
    successors?: { name: string; for?: string }[];
  };

const readEntry = (entry: Written): Entry => ({
  name: entry.name,
  kind: entry.kind as AgencyKind,
  under: entry.under ?? [],
  underFrom: (entry.underFrom as PlainDate | undefined) ?? null,
  from: (entry.from as PlainDate | undefined) ?? null,
  to: (entry.to as PlainDate | undefined) ?? null,
  types: entry.types ?? null,
  except: entry.except ?? [],
  successors: entry.successors?.map((one) => ({ name: one.name, for: one.for ?? null })) ?? null,
  each: entry.each ?? null,
  optional: entry.optional ?? false,
  doubt: entry.verified === false ? (entry.note ?? '') : null,
});

const levels = file.levels as unknown as Record<UnitLevel, Written[]>;

/** What units of each level usually have, and since which day the template can say so. */
export const template: { begins: PlainDate; entries: Record<UnitLevel, readonly Entry[]> } = {
  begins: file.begins as PlainDate,
  entries: {
    province: levels.province.map(readEntry),
    district: levels.district.map(readEntry),
    commune: levels.commune.map(readEntry),
  },
};

const bodyOf: Record<string, [party: string, youth: string]> = {
  Tỉnh: ['Tỉnh ủy', 'Tỉnh Đoàn'],
  'Thành phố': ['Thành ủy', 'Thành Đoàn'],
  Huyện: ['Huyện ủy', 'Huyện Đoàn'],
  Quận: ['Quận ủy', 'Quận Đoàn'],
  'Thị xã': ['Thị ủy', 'Thị Đoàn'],
};

type Called = Pick<Unit, 'type' | 'name'>;

/** "Công an {place}" of a unit: "Công an tỉnh Quảng Nam". Without a name of its own, "Công an tỉnh". */
export function render(name: string, unit: Called, department = ''): string {
  const [party = 'Đảng ủy', youth = 'Đoàn Thanh niên'] = bodyOf[unit.type] ?? [];
  const type = unit.type.toLowerCase();
  const words: Record<string, string> = {
    place: `${type} ${unit.name}`,
    type,
    name: unit.name,
    party: `${party} ${unit.name}`,
    youth: `${youth} ${unit.name}`,
    department,
  };
  return name.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '').trim();
}

/** "UBND xã Tân Lập" for "Ủy ban nhân dân xã Tân Lập"; null where nothing is shortened. */
export function shorten(name: string): string | null {
  const short = name
    .replace('Ủy ban nhân dân', 'UBND')
    .replace('Hội đồng nhân dân', 'HĐND')
    .replace('Đoàn đại biểu Quốc hội', 'Đoàn ĐBQH')
    .replace('Mặt trận Tổ quốc Việt Nam', 'MTTQ Việt Nam');
  return short === name ? null : short;
}

/** What data/agencies knows of an entry at a type of unit: its full name there, its days, who took over. */
export type Known = {
  name: string | null;
  from: PlainDate | null;
  to: PlainDate | null;
  successors: Entry['successors'];
};

const known = new Map<string, Known>();

/** The entry with the days and successors of the catalogue where it says none itself. */
export function knownOf(entry: Entry, { type, level }: Pick<Unit, 'type' | 'level'>): Known {
  const key = `${level}/${type}/${entry.name}`;
  const found = known.get(key);
  if (found) return found;
  const match = entry.each ? undefined : matchAgency(render(entry.name, { type, name: '' }));
  // "Thanh tra thành phố" is a district's in the catalogue; a city that is a province has its own.
  const identity = match?.title === null && (match.level === null || match.level === level) ? match : undefined;
  const made: Known = {
    name: identity?.name ?? null,
    from: entry.from ?? (identity?.from as PlainDate | null | undefined) ?? null,
    // The catalogue tells the first day that the name was no more.
    to: entry.to ?? (identity?.to ? addDays(identity.to as PlainDate, -1) : null),
    successors: entry.successors ?? identity?.successors ?? null,
  };
  known.set(key, made);
  return made;
}

/** "địa bàn xã Tân Lập" */
export const areaOf = (unit: Called): string => {
  const title = titleOf(unit);
  return `địa bàn ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
};
