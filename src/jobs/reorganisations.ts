import { dayInVietnam } from '../kernel/plain-date.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { listDue, moveDue } from '../store/directory-due.ts';
import { inheritWork } from '../store/directory-inherit.ts';
import { listIssuers } from '../store/issues.ts';

export type ReorganisationsOptions = {
  db: Database;
  /** told what failed, for the log */
  report: (error: unknown) => void;
  now?: () => Date;
};

/** Just after midnight in Vietnam, so that who takes over finds the work there in the morning. */
const daily = '1 17 * * * move-reorganised ?fill=12h';

/** The work of moving what reorganisations move on their day. `begun`: what had come due while no server ran is moved. */
export function reorganisationWork(options: ReorganisationsOptions) {
  return {
    crontab: daily,
    tasks: { 'move-reorganised': () => moveReorganised(options) },
    begun: moveReorganised(options).catch(options.report),
  };
}

/**
 * Moves what every reorganisation whose day has come moves, and gives what agencies that are no more still hold to who alone took
 * over from them; each in a transaction of its own: one's trouble is not another's.
 */
export async function moveReorganised({ db, report, now = () => new Date() }: ReorganisationsOptions): Promise<void> {
  const at = now();
  for (const { tenantId, id } of await listDue(db, dayInVietnam(at)))
    await inTransaction(db, (trx) => moveDue(trx, tenantId, id, at)).catch(report);
  for (const actor of await listIssuers(db))
    await inTransaction(db, (trx) => inheritWork(trx, actor, { at, today: dayInVietnam(at) })).catch(report);
}
