import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { titleOf, type Unit, type Units } from './model.ts';
import { looseKey, nameKey, splitName } from './name.ts';
import { listedFrom } from './parse.ts';

/** Days before the oldest list are answered with that list; `noteFor` says so. */
const asked = (on: PlainDate): PlainDate => (on < listedFrom ? listedFrom : on);

const holds = ({ validFrom, validTo }: Unit, on: PlainDate): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

/** The unit that a code meant on a day; undefined where it meant none. */
export function findUnit(units: Units, code: string, on: PlainDate): Unit | undefined {
  return units.byCode.get(code)?.find((unit) => holds(unit, asked(on)));
}

/** The unit that a code meant on a day, else a Problem that says when it meant one. */
export function getUnit(units: Units, code: string, on: PlainDate): Unit {
  const unit = findUnit(units, code, on);
  if (unit) return unit;
  const spans = (units.byCode.get(code) ?? []).map(
    (one) =>
      `${titleOf(one)} (${formatPlainDate(one.validFrom)} – ${one.validTo ? formatPlainDate(one.validTo) : 'nay'})`,
  );
  throw new Problem('unit-unknown', { unit: code, on: formatPlainDate(on), spans: spans.join('; ') });
}

/** The units right under one on a day, in the order of their codes; all provinces under null. */
export function unitsOf(units: Units, parent: string | null, on: PlainDate): Unit[] {
  return (units.byParent.get(parent ?? '') ?? []).filter((unit) => holds(unit, asked(on)));
}

/** The communes of a province or district on a day, whatever stood between. */
export function communesOf(units: Units, parent: string, on: PlainDate): Unit[] {
  return unitsOf(units, parent, on).flatMap((unit) =>
    unit.level === 'commune' ? [unit] : communesOf(units, unit.code, on),
  );
}

/** The province a unit lay in on a day. */
export function provinceOf(units: Units, unit: Unit, on: PlainDate): Unit | undefined {
  if (unit.parent === null) return unit;
  const parent = findUnit(units, unit.parent, on);
  return parent && provinceOf(units, parent, on);
}

/** What to know about an answer for this unit on this day; null where it is simply right. */
export function noteFor(unit: Unit, on: PlainDate): string | null {
  if (on >= listedFrom) return unit.note;
  const missing = `Trước ngày ${formatPlainDate(listedFrom)} Thang chưa có danh mục; trả lời theo danh mục đầu năm 2025.`;
  const { formerly } = unit;
  if (!formerly || on > formerly.until) return missing;
  const until = `Đến hết ngày ${formatPlainDate(formerly.until)} là ${titleOf(formerly)}`;
  return `${missing} ${until} (đổi theo Nghị quyết ${formerly.resolution}).`;
}

/** The units of the first list that had this name on a day before it: "Thừa Thiên Huế" in 2024. */
function calledFormerly(units: Units, { type, name }: { type: string | null; name: string }, on: PlainDate): Unit[] {
  return [...units.byCode.values()].flat().filter(({ formerly, validFrom }) => {
    if (!formerly || validFrom !== listedFrom || on > formerly.until) return false;
    return nameKey(formerly.name) === nameKey(name) && (type === null || formerly.type === type);
  });
}

/**
 * Every unit a printed name may mean on a day: "phường Ba Đình", "Ba Đồn", "TP Huế". Homonyms come back as several; within
 * `province` (a code) where it is given. Only where no unit has the printed tones are they left aside.
 */
export function findUnitsNamed(
  units: Units,
  printed: string,
  { on, province = null }: { on: PlainDate; province?: string | null },
): Unit[] {
  const { type, name } = splitName(printed);
  const fits = (unit: Unit): boolean =>
    holds(unit, asked(on)) &&
    (type === null || unit.type === type) &&
    (province === null || provinceOf(units, unit, on)?.code === province);
  const exact = (units.byName.get(nameKey(name)) ?? []).filter(fits);
  if (exact.length > 0) return exact;
  const former = calledFormerly(units, { type, name }, on).filter(
    (unit) => province === null || provinceOf(units, unit, on)?.code === province,
  );
  if (former.length > 0) return former;
  const keys = new Set([looseKey(name), looseKey(printed)]);
  const alike = (unit: Unit): boolean => keys.has(looseKey(unit.name)) || keys.has(looseKey(titleOf(unit)));
  return [...units.byName.values()].flat().filter((unit) => fits(unit) && alike(unit));
}
