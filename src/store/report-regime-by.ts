import type { FanOutBy } from '../assignment/fan-out.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Directory } from '../place/model.ts';
import { isWithinAreaOf } from '../place/resolve/area.ts';
import type { RegimeChoice } from '../report/regime/model.ts';
import { regimeNames, unitsOfChoice } from '../report/regime/plan.ts';
import { type KeptCalendar, owedUnder } from './calendar-settings.ts';
import type { Database } from './db.ts';

/** Whom a regime of reports binds: what was chosen of the directory of today, for its units change within the year. */

export type KnownRegime = { year: number; planId: string; choice: RegimeChoice };

/** The regime a plan is; undefined of any other plan. */
export const findRegimeOf = (db: Database, tenantId: string, planId: string): Promise<KnownRegime | undefined> =>
  db
    .selectFrom('report_regime')
    .select(['year', 'plan_id as planId', 'choice'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();

/** The regime of a year. */
export const findRegime = (db: Database, tenantId: string, year: number): Promise<KnownRegime | undefined> =>
  db
    .selectFrom('report_regime')
    .select(['year', 'plan_id as planId', 'choice'])
    .where('tenant_id', '=', tenantId)
    .where('year', '=', year)
    .executeTakeFirst();

type World = { directory: Directory; calendar: KeptCalendar; focalId: string | undefined; on: PlainDate };

export function regimeFanOutBy(choice: RegimeChoice, { directory, calendar, focalId, on }: World): FanOutBy {
  const agencies = new Map(directory.agencies.map((agency) => [agency.id, agency]));
  const units = unitsOfChoice(directory, choice, { on, focalId });
  return {
    resolve: (printed) => (printed === regimeNames.units ? units : focalId === undefined ? [] : [focalId]),
    owedOf: owedUnder(calendar),
    kindOf: (id) => agencies.get(id)?.kind,
    levelOf: (id) => agencies.get(id)?.level,
    isWithinAreaOf: (id, other) => isWithinAreaOf(directory, id, other, on),
  };
}
