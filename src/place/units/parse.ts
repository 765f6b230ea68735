import { addDays } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { FormerName, Unit, UnitLevel, UnitSuccession, Units } from './model.ts';
import { nameKey, splitName } from './name.ts';

/** The text of each file of data/units. */
export type UnitFiles = { before: string; after: string; successions: string; changes: string; formerNames: string };

/** First day on which the list of early 2025 is known to hold. */
export const listedFrom = '2025-03-01' as PlainDate;
const lastBefore = '2025-06-30' as PlainDate;
/** First day of two levels of local government: Law 72/2025/QH15. */
export const reformed = '2025-07-01' as PlainDate;

const rowsOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

const levelOf = (code: string): UnitLevel =>
  code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune';

const figure = (text: string | undefined): number | null => (text ? Number(text) : null);

function readUnits(text: string, validFrom: PlainDate, validTo: PlainDate | null): Unit[] {
  return rowsOf(text).map(([code = '', type = '', name = '', parent, area, people]) => ({
    code,
    type,
    name,
    level: levelOf(code),
    parent: parent || null,
    validFrom,
    validTo,
    areaKm2: figure(area),
    population: figure(people),
    note: null,
    formerly: null,
  }));
}

/** Puts to the units of the first list what they were called before it. */
function nameFormerly(units: readonly Unit[], text: string): void {
  const names = new Map(
    rowsOf(text).map(([code = '', type = '', name = '', until = '', resolution = '']): [string, FormerName] => [
      code,
      { type, name, until: until as PlainDate, resolution },
    ]),
  );
  for (const unit of units) unit.formerly = names.get(unit.code) ?? null;
}

/**
 * A change of status closes the unit's span and opens another. Where the source has no first day the unit stays as it was
 * and says what is known: a date of our own would be wrong in every report.
 */
function applyChanges(units: Unit[], text: string): UnitSuccession[] {
  const current = new Map(units.map((unit) => [unit.code, unit]));
  return rowsOf(text).flatMap(([code = '', , to = '', resolution = '', effective = '']) => {
    const from = current.get(code);
    if (!from) return [];
    if (!effective) {
      from.note = `Đã thành ${to} theo Nghị quyết ${resolution}; chưa rõ ngày hiệu lực nên vẫn ghi theo tên cũ.`;
      return [];
    }
    const { type, name } = splitName(to);
    const changed: Unit = { ...from, type: type ?? from.type, name, validFrom: effective as PlainDate };
    from.validTo = addDays(effective as PlainDate, -1);
    current.set(code, changed);
    units.push(changed);
    return [{ from, to: changed, share: 'whole', resolution, clause: null }];
  });
}

function readLinks(text: string, before: readonly Unit[], after: readonly Unit[]): UnitSuccession[] {
  const old = new Map(before.map((unit) => [unit.code, unit]));
  const fresh = new Map(after.map((unit) => [unit.code, unit]));
  return rowsOf(text).flatMap(([from = '', to = '', share, resolution, clause]) => {
    const [source, target] = [old.get(from), fresh.get(to)];
    if (!source || !target) return [];
    const part = share === 'part' ? 'part' : 'whole';
    return [{ from: source, to: target, share: part, resolution: resolution || null, clause: clause || null } as const];
  });
}

/**
 * The level of districts ended: what became of one is every commune that its communes went into; whole where that is a
 * single one. The resolution is told where it is one for all.
 */
function districtLinks(before: readonly Unit[], links: readonly UnitSuccession[]): UnitSuccession[] {
  const told = new Set(links.filter(({ from }) => from.level === 'district').map(({ from }) => from.code));
  const reached = new Map<string, Map<Unit, Set<string | null>>>();
  for (const { from, to, resolution } of links) {
    if (from.level !== 'commune' || from.parent === null) continue;
    const targets = reached.get(from.parent) ?? new Map<Unit, Set<string | null>>();
    targets.set(to, (targets.get(to) ?? new Set()).add(resolution));
    reached.set(from.parent, targets);
  }
  return before.flatMap((from) => {
    const targets = from.level === 'district' && !told.has(from.code) ? (reached.get(from.code) ?? []) : [];
    return [...targets].map(([to, resolutions]): UnitSuccession => {
      const [resolution = null] = resolutions.size === 1 ? resolutions : [];
      return { from, to, share: [...targets].length === 1 ? 'whole' : 'part', resolution, clause: null };
    });
  });
}

function groupBy<T, K>(things: readonly T[], key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}

const byTarget = (a: UnitSuccession, b: UnitSuccession): number => (a.to.code < b.to.code ? -1 : 1);

/** All units of the files, linked over time. */
export function parseUnits(files: UnitFiles): Units {
  const before = readUnits(files.before, listedFrom, lastBefore);
  const after = readUnits(files.after, reformed, null);
  nameFormerly(before, files.formerNames);
  const national = readLinks(files.successions, before, after);
  const told = [...national, ...applyChanges(after, files.changes)];
  const all = [...before, ...after];
  let byName: Units['byName'] | undefined;
  return {
    byCode: groupBy(all, ({ code }) => code),
    byParent: groupBy(all, ({ parent }) => parent ?? ''),
    get byName() {
      byName ??= groupBy(all, ({ name }) => nameKey(name));
      return byName;
    },
    successorsOf: groupBy([...told, ...districtLinks(before, national)].sort(byTarget), ({ from }) => from),
    // A district is told through its communes.
    predecessorsOf: groupBy(told, ({ to }) => to),
  };
}
