import type { FanOutBy } from '../assignment/fan-out.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { isWithinAreaOf } from '../place/resolve/area.ts';
import { findIssuer } from '../place/resolve/issuer.ts';
import { agenciesMeant } from '../place/resolve/resolve.ts';
import { findFocalOffice } from './belonging.ts';
import { getCalendar, owedByFocal, owedUnder } from './calendar-settings.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';
import { findNameAnswers } from './directory-answers.ts';
import { planDay } from './plan-day.ts';
import { getPlanLine } from './plans.ts';

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
  const issuerId = findIssuer(directory, plan.issuer ?? '', on);
  const answers = issuerId === undefined ? undefined : await findNameAnswers(db, tenantId, issuerId);
  const agencies = new Map(directory.agencies.map((agency) => [agency.id, agency]));
  const calendar = await getCalendar(db, tenantId);
  const focalId = await findFocalOffice(db, tenantId, today ?? on);
  const known = new Map<string, readonly string[] | 'queued'>();
  const resolve = (printed: string): readonly string[] | 'queued' =>
    issuerId === undefined
      ? 'queued'
      : agenciesMeant(printed, { directory, on, issuerId, ...(answers && { answers }) });
  return {
    issuerUnknown: issuerId === undefined ? { printed: plan.issuer, on } : null,
    resolve: (printed) => {
      const found = known.get(printed) ?? resolve(printed);
      known.set(printed, found);
      return found;
    },
    owedOf: owedUnder(calendar),
    focal: focalId === undefined ? undefined : { agencyId: focalId, owedOf: owedByFocal(calendar) },
    kindOf: (id) => agencies.get(id)?.kind,
    levelOf: (id) => agencies.get(id)?.level,
    isWithinAreaOf: (id, other) => isWithinAreaOf(directory, id, other, on),
  };
}
