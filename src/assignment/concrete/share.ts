import type { ConcreteAct } from './model.ts';

type Done = Pick<ConcreteAct<unknown>, 'done' | 'villages'>;

/** An act is done when it is ticked, or every village on its list is. */
export const isDone = ({ done, villages }: Done): boolean =>
  done !== null || (villages.length > 0 && villages.every((one) => one.done !== null));

/** How much of its concrete acts a unit has done: "n trên m", and in percent, where a tick list counts by its villages. */
export function shareOf(acts: readonly Done[]): { done: number; of: number; percent: number } {
  const done = acts.filter(isDone).length;
  const parts = acts.reduce((sum, act) => sum + partOf(act), 0);
  return { done, of: acts.length, percent: acts.length === 0 ? 0 : Math.floor((100 * parts) / acts.length + 1e-9) };
}

const partOf = (act: Done): number =>
  isDone(act) ? 1 : act.villages.filter(({ done }) => done !== null).length / Math.max(1, act.villages.length);
