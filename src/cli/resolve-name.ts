import { addDays } from '../calendar/days.ts';
import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { squish } from '../kernel/text.ts';
import { makeDirectory } from '../place/directory/make.ts';
import { template } from '../place/directory/template.ts';
import type { Directory } from '../place/model.ts';
import { dayOf } from '../place/resolve/day.ts';
import { chainOf, findIssuer } from '../place/resolve/issuer.ts';
import { membersOf } from '../place/resolve/members.ts';
import type { Resolution } from '../place/resolve/model.ts';
import { resolve } from '../place/resolve/resolve.ts';
import { sayGroup } from '../place/resolve/say.ts';
import { findUnitsNamed, noteFor } from '../place/units/find.ts';
import { titleOf, type Unit } from '../place/units/model.ts';
import { listedFrom } from '../place/units/parse.ts';
import { successors } from '../place/units/succeed.ts';
import { loadUnits } from '../platform/units.ts';
import { readDay } from './units.ts';

type Options = { province: string; on?: string; issuer?: string; json?: boolean };

/**
 * Prints whom a printed name means in a province on a day, by the usual agencies of the template: no server and no tenant is
 * needed. `issuer` is who issued the plan, the province's committee where it is not said.
 */
export function resolveName(printed: string, { province, on, issuer, json }: Options): void {
  if (squish(printed) === '') throw new Problem('name-missing', {});
  const day = readDay(on);
  if (day < template.begins)
    throw new Problem('template-begins-later', { on: formatPlainDate(day), begins: formatPlainDate(template.begins) });
  const units = loadUnits();
  const unit = findProvince(province, day);
  const directory = makeDirectory(units, unit, { ids: (key) => key });
  // Not by the name of today: a province may have had another that day.
  const issuerId = findIssuer(directory, issuer ?? 'Ủy ban nhân dân tỉnh', day);
  if (issuerId === undefined)
    throw new Problem('agency-unknown', { what: issuer ?? titleOf(unit), on: formatPlainDate(day) });
  const found = resolve(printed, { directory, on: day, issuerId, units });
  const shown = present(found, directory, day);
  const note = noteFor(unit, day);
  if (json) process.stdout.write(`${JSON.stringify({ ...shown, ...(note && { note }) })}\n`);
  else process.stdout.write(`${say(printed, shown, note)}\n`);
}

function findProvince(printed: string, on: PlainDate): Unit {
  const found = findUnitsNamed(loadUnits(), printed, { on }).filter(({ level }) => level === 'province');
  const [unit] = found;
  if (unit) return unit;
  const next = whatBecameOf(printed, on);
  const became = next && { since: formatPlainDate(next.since), name: next.name };
  throw new Problem('province-unknown', { printed, on: formatPlainDate(on), became });
}

/** What became of a province so called on an earlier day: who asks for it later means that one. */
function whatBecameOf(printed: string, on: PlainDate): { since: PlainDate; name: string } | null {
  const units = loadUnits();
  const [old] = [listedFrom, template.begins].flatMap((day) =>
    findUnitsNamed(units, printed, { on: day }).filter(({ level }) => level === 'province'),
  );
  if (!old) return null;
  const next = successors(units, old.code, listedFrom)[0]?.to;
  if (next && on >= next.validFrom && titleOf(next) !== titleOf(old))
    return { since: next.validFrom, name: titleOf(next) };
  return old.formerly && on > old.formerly.until ? { since: addDays(old.formerly.until, 1), name: titleOf(old) } : null;
}

/** An agency as the command shows it: its name, and the committees of the units it lies in. */
const shownAgency = (id: string, directory: Directory, on: PlainDate) => {
  const one = dayOf(directory, on).byId.get(id);
  const above = one?.owner ? chainOf(directory, on, one.owner.id).map(({ span }) => span.name) : [];
  return {
    id,
    name: one?.span.name ?? '',
    kind: one?.agency.kind ?? null,
    level: one?.agency.level ?? null,
    within: above.filter((name) => name !== one?.span.name),
  };
};

function present(found: Resolution, directory: Directory, on: PlainDate) {
  const group = found.to === 'group' ? found.group : null;
  return {
    to: found.to,
    score: found.score,
    reason: found.reason,
    agencies: found.to === 'agencies' ? found.agencyIds.map((id) => shownAgency(id, directory, on)) : [],
    group,
    members: group ? membersOf(directory, group, on).map(({ agency }) => shownAgency(agency.id, directory, on)) : [],
    candidates: found.candidates.map((one) =>
      'agencyId' in one
        ? { ...shownAgency(one.agencyId, directory, on), score: one.score, ...(one.why && { why: one.why }) }
        : { name: one.name, group: one.group, score: one.score },
    ),
  };
}

const few = 8;

function say(printed: string, shown: ReturnType<typeof present>, note: string | null): string {
  const { to, agencies, group, members, candidates, reason } = shown;
  const place = (within: readonly string[]): string => (within[0] ? `, ${within[0]}` : '');
  const lines: Record<Resolution['to'], string[]> = {
    agencies: agencies.map(({ name, within }) => `  → ${name}${place(within)}`),
    group: [
      `  → ${group ? sayGroup(group) : ''}: ${members.length} đơn vị`,
      ...members.slice(0, few).map(({ name }) => `      ${name}`),
      ...(members.length > few ? [`      … và ${members.length - few} đơn vị khác`] : []),
    ],
    nothing: ['  → không giao cho đơn vị cụ thể nào'],
    queue: [
      '  → chờ người xem, gợi ý:',
      ...candidates.map((one) => {
        const where = 'within' in one ? place(one.within) : '';
        const why = 'why' in one && one.why ? `: ${one.why}` : '';
        return `      ${one.name}${where} (${Math.round(one.score * 100)}%)${why}`;
      }),
    ],
  };
  return [`“${printed}”: ${reason}`, ...lines[to], ...(note ? [`  ${note}`] : [])].join('\n');
}
