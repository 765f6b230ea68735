import { foldConcrete } from '../assignment/concrete/fold.ts';
import type { Mark } from '../assignment/concrete/model.ts';
import type { ConcreteActView } from '../assignment/concrete/views.ts';
import type { HistoryLine } from '../store/occurrences.ts';

const presentMark = (done: Mark<HistoryLine> | null) => ({
  doneOn: done?.on ?? null,
  doneBy: done?.entry.by ?? null,
  doneAt: done?.entry.at.toISOString() ?? null,
});

/** The concrete acts a history comes to, with who ticked what and when. */
export const presentConcrete = (history: readonly HistoryLine[]): ConcreteActView[] =>
  foldConcrete(history).map(({ done, villages, ...act }) => ({
    ...act,
    villages: villages.map(({ name, done }) => ({ name, ...presentMark(done) })),
    ...presentMark(done),
  }));
