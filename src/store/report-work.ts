import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import type { ReportAct } from '../report/model.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import type { Transaction } from './db.ts';

/** What goes with an act about a report in the work it is: sent it is owed no more, returned it is owed again. */

const aboutDuty: readonly ReportAct['kind'][] = ['excuse', 'restore', 'move', 'unmove'];

/** The act about the work that goes with one about its report; its id, or null where there is none to go with it. */
export async function carryOver(
  trx: Transaction,
  actor: Actor,
  report: { id: string; assignmentId: string | null },
  { act, agencyId }: { act: ReportAct; agencyId: string | null },
  { at, day }: { at: Date; day: PlainDate },
): Promise<string | null> {
  if (report.assignmentId === null) return null;
  const about = await workAct(trx, actor, report.id, act, day);
  if (about === null) return null;
  const id = newId();
  const sent: SentAct = { assignmentId: report.assignmentId, id, occurrenceId: report.id, act: about, agencyId };
  // What is said about the duty is nothing without the work; a report is sent whatever was done about the work beside it.
  const skipRefused = !aboutDuty.includes(act.kind);
  const { taken } = await appendActs(trx, actor, [sent], { source: 'web', at, day, quiet: true, skipRefused });
  return taken === 1 ? id : null;
}

async function workAct(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  reportId: string,
  act: ReportAct,
  day: PlainDate,
): Promise<SentAct['act'] | null> {
  switch (act.kind) {
    case 'send':
      return { kind: 'complete', on: day, note: null, serves: [], servedBy: null };
    case 'return':
      return { kind: 'return', reason: act.reason, due: act.due };
    case 'recall': {
      const of = await lastCompletion(trx, tenantId, reportId);
      return of === null ? null : { kind: 'undo', of };
    }
    case 'excuse':
      return { kind: 'cancel', reason: act.reason };
    case 'restore': {
      const of = await lastActOf(trx, tenantId, reportId, ['excuse', 'restore']);
      return of?.kind === 'excuse' && of.act_id !== null ? { kind: 'undo', of: of.act_id } : null;
    }
    case 'move':
      return { kind: 'extend', due: act.due, reason: act.reason, grantedBy: await nameOf(trx, tenantId, officerId) };
    case 'unmove': {
      const moved = await trx
        .selectFrom('report_action')
        .select('act_id')
        .where('tenant_id', '=', tenantId)
        .where('report_id', '=', reportId)
        .where('id', '=', act.of)
        .executeTakeFirst();
      return moved?.act_id ? { kind: 'undo', of: moved.act_id } : null;
    }
    default:
      return null;
  }
}

/** The act that settled the work when the report was last sent, unless it was taken back already. */
async function lastCompletion(trx: Transaction, tenantId: string, reportId: string): Promise<string | null> {
  const last = await lastActOf(trx, tenantId, reportId, ['send', 'recall', 'return']);
  return last?.kind === 'send' ? last.act_id : null;
}

type Done = { kind: ReportAct['kind']; act_id: string | null };

/** The last of certain acts about a report, with the act about the work that went with it. */
async function lastActOf(
  trx: Transaction,
  tenantId: string,
  reportId: string,
  kinds: readonly ReportAct['kind'][],
): Promise<Done | undefined> {
  const { rows } = await sql<Done>`
    select act ->> 'kind' as kind, act_id from report_action
    where tenant_id = ${tenantId} and report_id = ${reportId} and act ->> 'kind' = any(${[...kinds]}::text[])
    order by seq desc limit 1`.execute(trx);
  return rows[0];
}

async function nameOf(trx: Transaction, tenantId: string, officerId: string): Promise<string> {
  const { name, unit } = await trx
    .selectFrom('officer')
    .select(['name', 'unit'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', officerId)
    .executeTakeFirstOrThrow();
  return unit === '' ? name : `${name}, ${unit}`;
}
