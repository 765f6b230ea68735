import { addDays } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { communesOf, getUnit, unitsOf } from '../units/find.ts';
import type { Unit, UnitLevel, Units } from '../units/model.ts';
import { listedFrom, reformed } from '../units/parse.ts';
import { predecessors } from '../units/succeed.ts';

/**
 * A unit as the directory sees it: the same place while only its status changes, another once it is merged or cut up.
 * `next` is what it became.
 */
export type Place = {
  unit: Unit;
  level: UnitLevel;
  /** the unit under each of its types, oldest first */
  versions: readonly Unit[];
  from: PlainDate;
  to: PlainDate | null;
  above: Place | null;
  next: Place[];
};

const lastOld = '2025-06-30' as PlainDate;

/** The unit under the name it had before the first list, then under its own; itself alone where it had no other. */
function namesOf(unit: Unit, begins: PlainDate): Unit[] {
  const { formerly } = unit;
  if (!formerly || unit.validFrom !== listedFrom) return [unit];
  const { type, name, until } = formerly;
  return [
    { ...unit, type, name, validFrom: begins, validTo: until },
    { ...unit, validFrom: addDays(until, 1) },
  ];
}

function place(units: readonly Unit[], above: Place | null, begins: PlainDate): Place {
  const [unit] = units as [Unit, ...Unit[]];
  const versions = units.flatMap((one) => namesOf(one, begins));
  const from = unit.validFrom === listedFrom ? begins : unit.validFrom;
  return { unit, level: unit.level, versions, from, to: versions.at(-1)?.validTo ?? null, above, next: [] };
}

/** The versions of a code since July 2025. */
const since = (units: Units, code: string): Unit[] =>
  (units.byCode.get(code) ?? []).filter(({ validFrom }) => validFrom >= reformed);

/** The province of today that the one asked for is or went into, and the earlier ones whose places are wanted. */
function provincesOf(units: Units, province: Unit): { now: string; olds: Unit[]; alone: boolean } {
  const old = province.validFrom < reformed;
  const now = old ? (units.successorsOf.get(province)?.[0]?.to.code ?? province.code) : province.code;
  const all = predecessors(units, now, reformed).map(({ from }) => from);
  return { now, olds: old ? [province] : all, alone: all.length === 1 && all[0]?.code === now };
}

/**
 * Every place of a province over time, those above before those below. A province that merged with none goes on; one that did
 * ends on 30 June 2025. Of a province of before, only what its own communes became stands after.
 */
export function placesOf(units: Units, province: Unit, begins: PlainDate): Place[] {
  const { now, olds, alone } = provincesOf(units, province);
  const today = place([...(alone ? olds : []), ...since(units, now)], null, begins);
  const earlier = alone ? [today] : olds.map((unit) => place([unit], null, begins));
  for (const one of earlier) if (one !== today) one.next.push(today);
  const districts = earlier.flatMap((above) =>
    unitsOf(units, above.versions[0]?.code ?? '', lastOld).map((unit) => place([unit], above, begins)),
  );
  const oldCommunes = districts.flatMap((above) =>
    unitsOf(units, above.unit.code, lastOld).map((unit) => place([unit], above, begins)),
  );
  const communes = new Map(
    communesOf(units, now, reformed).map((unit) => [unit.code, place(since(units, unit.code), today, begins)]),
  );
  const reached = new Set<Place>();
  for (const one of [...districts, ...oldCommunes])
    for (const { to } of units.successorsOf.get(getUnit(units, one.unit.code, lastOld)) ?? []) {
      const next = communes.get(to.code);
      if (next) reached.add(next) && one.next.push(next);
    }
  const after = [...communes.values()].filter((one) => reached.has(one));
  return [...new Set([...earlier, today]), ...districts, ...oldCommunes, ...after];
}
