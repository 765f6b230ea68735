import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Act, Status } from '../model.ts';
import { isSettled } from '../rules.ts';

/** One agency's share in an event the plan waits for: it waits, has a day, or is settled. */
export type Awaiting = { id: string; assignmentId: string; status: Status; due: PlainDate | null };

/** What entering the day of an event for all who wait for it comes to. */
export type EventDating = {
  acts: { assignmentId: string; occurrenceId: string; act: Act }[];
  /** waited and have a day now · had another day, which is written over */
  dated: number;
  changed: number;
  /** have a day of their own and keep it · are done */
  kept: number;
  done: number;
};

/** How a day that is written over is explained. */
export const redated = 'Ngày của sự kiện được nhập lại cho mọi đơn vị.';

/**
 * The day of an event, entered once for all who owe the item. Who entered a day of their own keeps it unless it is to be
 * written over; what is done or called off stays as it is.
 */
export function dateEvent(awaiting: readonly Awaiting[], due: PlainDate, overwrite: boolean): EventDating {
  const dating: EventDating = { acts: [], dated: 0, changed: 0, kept: 0, done: 0 };
  for (const { id, assignmentId, status, due: before } of awaiting) {
    const about = { assignmentId, occurrenceId: id };
    if (status === 'waiting') {
      dating.dated += 1;
      dating.acts.push({ ...about, act: { kind: 'date', due } });
    } else if (isSettled(status)) {
      if (status === 'done') dating.done += 1;
    } else if (overwrite && before !== due) {
      dating.changed += 1;
      dating.acts.push({ ...about, act: { kind: 'move', due, why: redated } });
    } else dating.kept += 1;
  }
  return dating;
}
