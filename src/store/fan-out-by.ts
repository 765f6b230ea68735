import type { FanOutBy } from '../assignment/fan-out.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Directory } from '../place/model.ts';
import { isWithinAreaOf } from '../place/resolve/area.ts';
import { agencyKey } from '../place/resolve/day.ts';
import { findIssuer } from '../place/resolve/issuer.ts';
import { agenciesMeant } from '../place/resolve/resolve.ts';
import { findFocalOffice } from './belonging.ts';
import { getCalendar, owedByFocal, owedUnder } from './calendar-settings.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';
import { findNameAnswers } from './directory-answers.ts';
import { planDay } from './plan-day.ts';
import { getPlanLine } from './plans.ts';
import { findRegimeOf, regimeFanOutBy } from './report-regime-by.ts';

/** `issuerUnknown`: whoever issued the plan is not in the directory on its day, so that no name in it can be told. */
export type TenantFanOutBy = FanOutBy & { issuerUnknown: { printed: string | null; on: PlainDate } | null };

/**
 * What the directory and the calendar of a tenant answer for a plan: agencies as of its day, days by the tenant's settings. The
 * focal office is that of `today`, of the plan's day where none is given.
 */
export async function fanOutByFor(
  db: Database,
  tenantId: string,
  planId: string,
  today?: PlainDate,
): Promise<TenantFanOutBy> {
  const plan = await getPlanLine(db, tenantId, planId);
  const on = await planDay(db, tenantId, plan);
  const directory = await loadDirectory(db, tenantId);
  const regime = await findRegimeOf(db, tenantId, planId);
  if (regime) {
    const [calendar, focalId] = [await getCalendar(db, tenantId), await findFocalOffice(db, tenantId, today ?? on)];
    const world = { directory, calendar, focalId, on: today ?? on };
    return { ...regimeFanOutBy(regime.choice, world), issuerUnknown: null };
  }
  const issuerId = plan.agency_id ?? findIssuer(directory, plan.issuer ?? '', on);
  const answers = issuerId === undefined ? undefined : await findNameAnswers(db, tenantId, issuerId);
  const agencies = new Map(directory.agencies.map((agency) => [agency.id, agency]));
  const calendar = await getCalendar(db, tenantId);
  const focalId = await findFocalOffice(db, tenantId, today ?? on);
  const known = new Map<string, readonly string[] | 'queued'>();
  const meant = (printed: string): readonly string[] | 'queued' =>
    issuerId === undefined
      ? 'queued'
      : agenciesMeant(printed, { directory, on, issuerId, ...(answers && { answers }) });
  const { agency_id: unitId } = plan;
  const resolve = unitId === null ? meant : withinUnit(meant, unitId, divisionsOf(directory, unitId, on));
  return {
    issuerUnknown: issuerId === undefined ? { printed: plan.issuer, on } : null,
    resolve: (printed) => {
      const found = known.get(printed) ?? resolve(printed);
      known.set(printed, found);
      return found;
    },
    owedOf: owedUnder(calendar),
    ...(unitId !== null && { within: true as const }),
    focal: focalId === undefined || unitId !== null ? undefined : { agencyId: focalId, owedOf: owedByFocal(calendar) },
    kindOf: (id) => agencies.get(id)?.kind,
    levelOf: (id) => agencies.get(id)?.level,
    isWithinAreaOf: (id, other) => isWithinAreaOf(directory, id, other, on),
  };
}

type Resolve = FanOutBy['resolve'];

/** What a part of a unit is called, where the directory does not know it. */
const part = /^\s*(?:phòng|ban|bộ phận|tổ|văn phòng|trạm|công chức|cán bộ|ông|bà|đồng chí)\s/iu;

/** Of a unit's own plan: its divisions and itself; a part of it that the directory does not know leaves the work with the unit. */
const withinUnit =
  (meant: Resolve, unitId: string, divisions: ReadonlyMap<string, string>): Resolve =>
  (printed) => {
    const division = divisions.get(agencyKey(printed));
    if (division !== undefined) return [division];
    const found = meant(printed);
    if (found === 'queued') return part.test(printed) ? [unitId] : [];
    const own = new Set([unitId, ...divisions.values()]);
    return found.filter((id) => own.has(id));
  };

/** What stands right under a unit on a day, by its words with and without the unit's own name. */
function divisionsOf({ agencies }: Directory, unitId: string, on: PlainDate): Map<string, string> {
  const standing = agencies.flatMap(({ id, spans }) =>
    spans.filter(({ from, to }) => from <= on && (to === null || to >= on)).map((span) => ({ id, ...span })),
  );
  const under = standing.filter(({ parentId }) => parentId === unitId);
  return new Map(
    under.flatMap(({ id, name, shortName }) =>
      [name, ...(shortName ? [shortName] : [])].map((one): [string, string] => [agencyKey(one), id]),
    ),
  );
}
