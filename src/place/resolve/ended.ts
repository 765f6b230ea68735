import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { inheritorsOn } from '../directory/heirs.ts';
import type { Agency, Directory } from '../model.ts';
import { titleOf, type Unit, type UnitSuccession, type Units } from '../units/model.ts';
import { nameKey } from '../units/name.ts';
import { dayOf, type Listed, unitNamedBy, unitOfCommittee } from './day.ts';
import type { Candidate, Context } from './model.ts';
import type { Scope } from './scope.ts';

type NamedUnit = Extract<Scope, { kind: 'unit' }>;

/** A suggestion that needs a nod. */
const likely = 0.6;
// A district went into up to a dozen communes; more would be a list to search.
const shown = 12;

/**
 * A body of a unit that has no such name that day: the same unit under its name of that day, else those that its work went to, each
 * with the resolution that says so. Empty where the directory never had it.
 */
export function suggestNext(base: string, scope: NamedUnit, context: Context): Candidate[] {
  const { directory, on } = context;
  const retyped = (dayOf(directory, on).byBase.get(base) ?? []).filter((one) =>
    isOf(one, { ...scope, type: null }, on, directory),
  );
  const before = lastOf(base, scope, directory, on);
  const heirs = before.flatMap((old) => {
    const found = inheritorsOn(directory, old.agency.id, on);
    return found.map(({ agency, functions }) => ({ agency, functions, old }));
  });
  const candidates = heirs.map(({ agency, functions, old }): Candidate => {
    const why = sayHow(old, agency, context) ?? (functions.length > 0 ? `nhận ${functions.join('; ')}` : undefined);
    return suggestion(agency, context, why);
  });
  const same = retyped.map(({ agency, owner }) => suggestion(agency, context, noteOf(owner, context)));
  const all = new Map([...same, ...candidates].map((one) => ['agencyId' in one ? one.agencyId : one.name, one]));
  return [...all.values()].slice(0, shown);
}

function suggestion(agency: Agency, { directory, on }: Context, why: string | undefined): Candidate {
  const name = dayOf(directory, on).byId.get(agency.id)?.span.name ?? '';
  return { agencyId: agency.id, name, score: likely, ...(why && { why }) };
}

function isOf({ owner }: Listed, { type, name }: NamedUnit, on: PlainDate, directory: Directory): boolean {
  const unit = owner && unitOfCommittee(dayOf(directory, on), owner);
  return unit !== null && nameKey(unit.name) === nameKey(name ?? '') && (type === null || unit.type === type);
}

/** The bodies so named on the latest day before on which there were any. */
function lastOf(
  base: string,
  scope: NamedUnit,
  directory: Directory,
  on: PlainDate,
): (Listed & { until: PlainDate })[] {
  const ends = new Set(
    directory.agencies
      .filter(({ kind }) => kind === 'committee')
      .flatMap(({ spans }) => spans.filter(({ name }) => nameKey(unitNamedBy(name).name) === nameKey(scope.name ?? '')))
      .flatMap(({ to }) => (to && to < on ? to : [])),
  );
  for (const until of [...ends].sort().reverse()) {
    const found = (dayOf(directory, until).byBase.get(base) ?? []).filter((one) => isOf(one, scope, until, directory));
    if (found.length > 0) return found.map((one) => ({ ...one, until }));
  }
  return [];
}

const unitAt = (units: Units, { unit }: Agency, on: PlainDate): Unit | undefined => {
  const versions = unit ? (units.byCode.get(unit.code) ?? []) : [];
  // Days before the first list are answered with it.
  return versions.findLast(({ validFrom }) => validFrom <= on && validFrom >= (unit?.validFrom ?? '')) ?? versions[0];
};

/** "Phường Trúc Bạch nhập toàn bộ vào Phường Ba Đình từ 01/07/2025 (Nghị quyết 1656/NQ-UBTVQH15, khoản 3)" */
function sayHow(old: Listed & { until: PlainDate }, heir: Agency, context: Context): string | undefined {
  const { units, directory, on } = context;
  const seat = dayOf(directory, on).byId.get(heir.id)?.owner;
  if (!units || !old.owner || !seat) return undefined;
  const [from, to] = [unitAt(units, old.owner, old.until), unitAt(units, seat, on)];
  if (!from || !to) return undefined;
  const link = units.successorsOf.get(from)?.find((one) => one.to.code === to.code);
  return link && sayLink(link, seat.id === old.owner.id);
}

function sayLink({ from, to, share, resolution, clause }: UnitSuccession, renamed: boolean): string {
  const whole = share === 'whole' ? 'nhập toàn bộ vào' : 'nhập một phần vào';
  const basis = resolution ? ` (Nghị quyết ${resolution}${clause ? `, khoản ${clause}` : ''})` : '';
  const day = formatPlainDate(to.validFrom);
  return `${titleOf(from)} ${renamed ? 'thành' : whole} ${titleOf(to)} từ ${day}${basis}`;
}

/** What the lists know of a unit and cannot date: "Đã thành Phường Bố Hạ theo Nghị quyết …". */
function noteOf(owner: Agency | null, { units, on }: Context): string | undefined {
  return (units && owner && unitAt(units, owner, on)?.note) ?? undefined;
}
