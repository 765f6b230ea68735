import type { PlainDate } from '../../kernel/plain-date.ts';
import { getUnit } from './find.ts';
import type { UnitSuccession, Units } from './model.ts';

/**
 * What the unit of a code on a day became, one step on: of a commune of 2025-06-30 the communes of 2025-07-01, of a district
 * every commune its communes went into, of a unit whose status changed later the changed one. Empty while it lasts.
 */
export function successors(units: Units, code: string, on: PlainDate): readonly UnitSuccession[] {
  return units.successorsOf.get(getUnit(units, code, on)) ?? [];
}

/** What the unit of a code on a day was formed from, one step back. Empty where the data begins. */
export function predecessors(units: Units, code: string, on: PlainDate): readonly UnitSuccession[] {
  return units.predecessorsOf.get(getUnit(units, code, on)) ?? [];
}
