import { isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { heldOn } from '../plan/held-on.ts';
import type { Database } from './db.ts';
import { getPlan, type PlanLine } from './plans.ts';

/** The day a plan's names are meant on: when it was signed, or what a draft without a date lets one say. */
export async function planDay(
  db: Database,
  tenantId: string,
  { id, date, year }: Pick<PlanLine, 'id' | 'date' | 'year'>,
): Promise<PlainDate> {
  if (date !== null && isPlainDate(date)) return date;
  if (year === null) return '1900-01-01' as PlainDate;
  const { reading } = await getPlan(db, tenantId, id);
  return heldOn(year, reading.document.references);
}
