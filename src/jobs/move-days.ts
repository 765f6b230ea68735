import { Problem } from '../kernel/problem.ts';
import * as store from '../store/calendar-moves.ts';
import { recordFailure } from '../store/calendar-moves-failed.ts';
import { type Database, inTransaction } from '../store/db.ts';
import type { TaskList } from '../store/work.ts';
import { openBell } from './bell.ts';

/**
 * Last days on their way to where a changed calendar puts them. A closed page stops nothing, a restart goes on with what was
 * left, and each tenant has one change on its way at a time.
 */
export type Moves = {
  tasks: TaskList;
  /** What is still going on when it has ended, or after so many milliseconds. */
  ended: (tenantId: string, patience: number) => Promise<store.Moving | undefined>;
  /** Answers whoever waits; nobody waits from now on. */
  hush: () => void;
  close: () => Promise<void>;
};

/** `report` is told what went wrong inside, for the log. */
export function openMoves({ db, report }: { db: Database; report: (message: string) => void }): Moves {
  const bell = openBell();
  const resumed = resume(db).catch((error: Error) => report(error.message));
  return {
    tasks: {
      [store.movingWork]: async (payload: unknown) => {
        const { tenant } = payload as { tenant: string };
        try {
          await store.moveDays(db, tenant);
        } catch (error) {
          report(error instanceof Error ? error.message : String(error));
          await inTransaction(db, (trx) => recordFailure(trx, tenant, reasonOf(error), new Date()));
          // The queue of work tries again by itself, later and later.
          throw error;
        } finally {
          bell.ring(tenant);
        }
      },
    },
    ended: (tenantId, patience) =>
      bell.until(
        tenantId,
        patience,
        () => store.findMoving(db, tenantId),
        (moving) => moving === undefined || moving.failure !== null,
      ),
    hush: bell.close,
    close: () => resumed,
  };
}

/** What is said of it on the screen. What the machine says of itself is for the log: no officer can do anything with it. */
const reasonOf = (error: unknown): string =>
  error instanceof Problem
    ? error.message
    : 'Máy chủ chưa ghi được hạn mới. Nếu thử lại vẫn gặp lỗi, hãy báo người quản trị xem nhật ký của máy chủ.';

/** Asks again for whatever a process that ended has left. */
async function resume(db: Database): Promise<void> {
  for (const tenant of await store.listMoving(db)) await inTransaction(db, (trx) => store.askForMoving(trx, tenant));
}
