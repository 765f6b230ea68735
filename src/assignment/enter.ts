import type { PlainDate } from '../kernel/plain-date.ts';
import type { Act } from './model.ts';
import type { Refusal } from './rules.ts';

/**
 * Why a person may not enter an act whose day of doing cannot be: after the day of entering, or before the year in which the
 * work was given out. Asked only once, of what is new: what stands in a log is never refused by a rule that came later.
 */
export function refuseEntering(act: Act, { day, since }: { day: PlainDate; since: PlainDate }): Refusal | undefined {
  const on = doneOn(act);
  if (on === null) return undefined;
  if (on > day) return 'day-in-the-future';
  return on < `${since.slice(0, 4)}-01-01` ? 'day-before-plan' : undefined;
}

function doneOn(act: Act): PlainDate | null {
  if (act.kind === 'complete') return act.on;
  if (act.kind !== 'concrete') return null;
  return act.change.kind === 'done' || act.change.kind === 'tick' ? act.change.on : null;
}
