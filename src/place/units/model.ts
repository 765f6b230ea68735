import type { PlainDate } from '../../kernel/plain-date.ts';

/** Levels of administrative units. The code of each has a length of its own: 2, 3 and 5 digits. */
export type UnitLevel = 'province' | 'district' | 'commune';

/**
 * One administrative unit for as long as it was the same one. `(code, validFrom)` is its identity: most of today's communes
 * reuse a code that meant another before July 2025. Both days are included; `validTo` is null while it lasts.
 */
export type Unit = {
  code: string;
  /** "Phường", "Thị xã", "Tỉnh" */
  type: string;
  /** "Ba Đình" */
  name: string;
  level: UnitLevel;
  /** code of the unit it belongs to, to be looked up on the same day; null for a province */
  parent: string | null;
  validFrom: PlainDate;
  validTo: PlainDate | null;
  areaKm2: number | null;
  /** null where unknown, or where the source's figure cannot be the unit's own */
  population: number | null;
  /** What the data knows and cannot date, in Vietnamese; null mostly. */
  note: string | null;
  /** What it was called before the first list; null mostly. */
  formerly: FormerName | null;
};

/** A name that a unit had until a day, and the resolution that gave it the next. */
export type FormerName = { type: string; name: string; until: PlainDate; resolution: string };

/**
 * Who took over from whom: `whole` where all of the old unit went to one, `part` where it went to several. Resolution and
 * clause are null where the source has none.
 */
export type UnitSuccession = {
  from: Unit;
  to: Unit;
  share: 'whole' | 'part';
  resolution: string | null;
  clause: string | null;
};

/** All units of the country over time, looked up by code, by parent, by name. */
export type Units = {
  /** units of each code, oldest first */
  byCode: ReadonlyMap<string, readonly Unit[]>;
  byParent: ReadonlyMap<string, readonly Unit[]>;
  /** units by `nameKey` of their own name */
  byName: ReadonlyMap<string, readonly Unit[]>;
  successorsOf: ReadonlyMap<Unit, readonly UnitSuccession[]>;
  predecessorsOf: ReadonlyMap<Unit, readonly UnitSuccession[]>;
};

/** "Phường Ba Đình" */
export const titleOf = ({ type, name }: Pick<Unit, 'type' | 'name'>): string => `${type} ${name}`;
