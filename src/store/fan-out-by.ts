import type { FanOutBy } from '../assignment/fan-out.ts';
import { owedFrom } from '../assignment/owed.ts';
import { defaultSettings } from '../calendar/model.ts';
import { occurrences } from '../calendar/occurrences.ts';
import { buildCalendar } from '../calendar/work-calendar.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { fold, squish } from '../kernel/text.ts';
import type { Database } from './db.ts';
import { getPlanLine } from './plans.ts';

/** What the directory and the calendar of a tenant answer for a plan: agencies as of its day, days by the tenant's settings. */
export async function fanOutByFor(db: Database, tenantId: string, planId: string): Promise<FanOutBy> {
  const plan = await getPlanLine(db, tenantId, planId);
  const on = (plan.date ?? `${plan.year ?? 2026}-01-01`) as PlainDate;
  const named = await listNamed(db, tenantId, on);
  const kinds = new Map(named.map(({ id, kind }) => [id, kind]));
  const byName = new Map(named.flatMap(({ id, names }) => names.map((name) => [fold(squish(name)), id])));
  const calendar = buildCalendar();
  return {
    resolve: (printed) => {
      const id = byName.get(fold(squish(printed)));
      return id === undefined ? 'queued' : [id];
    },
    owedOf: (schedule, year) => owedFrom(occurrences(schedule, { year, settings: defaultSettings, calendar })),
    kindOf: (id) => kinds.get(id),
  };
}

async function listNamed(db: Database, tenantId: string, on: PlainDate) {
  const rows = await db
    .selectFrom('agency')
    .innerJoin('agency_span as span', (join) =>
      join.onRef('span.tenant_id', '=', 'agency.tenant_id').onRef('span.agency_id', '=', 'agency.id'),
    )
    .select(['agency.id', 'agency.kind', 'span.name', 'span.short_name'])
    .where('agency.tenant_id', '=', tenantId)
    .where('span.valid_from', '<=', on)
    .where((eb) => eb.or([eb('span.valid_to', 'is', null), eb('span.valid_to', '>=', on)]))
    .execute();
  return rows.map(({ id, kind, name, short_name }) => ({
    id,
    kind,
    names: [name, ...(short_name ? [short_name] : [])],
  }));
}
