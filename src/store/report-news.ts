import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import type { ReportAct } from '../report/model.ts';
import { reportNewsOf } from '../report/news.ts';
import type { Transaction } from './db.ts';
import { listPeople, workersOf } from './notifications-people.ts';
import { type Sending, writeNotifications } from './notifications-write.ts';

/** Telling of what was done about a report, as it happens. */

/**
 * `occurrenceId`: the day the plan asks for it, null where none does: then its name stands in the words. `top`: of all units, which
 * who leads them approves.
 */
export type NewsOfReport = {
  agencyId: string;
  occurrenceId: string | null;
  due: PlainDate | null;
  name: string;
  top: boolean;
};

/** Tells who approves it, or the unit, never whoever did it. */
export async function tellOfReport(
  trx: Transaction,
  { tenantId, officerId: by }: Actor,
  report: NewsOfReport,
  act: ReportAct,
  sending: Sending,
): Promise<void> {
  const told = reportNewsOf(act);
  if (told === undefined) return;
  const { occurrenceId, due, name } = report;
  const people = await (told.to === 'unit' ? unitOf : signersOf)(trx, tenantId, report, sending.today);
  const note = occurrenceId === null ? [name, told.note].filter(Boolean).join('. ') : told.note;
  const lines = occurrenceId === null ? [] : [{ occurrenceId, step: 'news' as const, due }];
  await writeNotifications(
    trx,
    tenantId,
    people
      .filter((id) => id !== by)
      .map((officerId) => ({ head: { officerId, kind: told.kind, by, agencyId: null, note }, lines })),
    sending,
  );
}

/** Who works for the unit; of what is of all, the office that gathers it. */
const unitOf = (trx: Transaction, tenantId: string, { agencyId, top }: NewsOfReport, today: PlainDate) => {
  const roles = ['officer', 'head', 'lead'] as const;
  return workersOf(trx, tenantId, [agencyId], today, top ? [...roles, 'focal'] : roles).then(
    (found) => found.get(agencyId) ?? [],
  );
};

async function signersOf(trx: Transaction, tenantId: string, { agencyId, top }: NewsOfReport, today: PlainDate) {
  const heads = (await workersOf(trx, tenantId, [agencyId], today, ['head'])).get(agencyId) ?? [];
  if (!top) return heads;
  const leaders = await listPeople(trx, tenantId, today, ['leader']);
  return [...new Set([...heads, ...leaders.map(({ officerId }) => officerId)])];
}
