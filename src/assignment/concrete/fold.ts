import { undoneActions } from '../fold.ts';
import type { Action } from '../model.ts';
import type { ConcreteAct, ConcreteChange, Mark } from './model.ts';

type Logged = Pick<Action, 'id' | 'act'>;

/** An act as it is put together; what is said of it before it is known waits for it. */
type Making<E> = Omit<ConcreteAct<E>, 'villages'> & {
  known: boolean;
  removed: boolean;
  listed: ReadonlySet<string>;
  ticks: ReadonlyMap<string, Mark<E> | null>;
};

/**
 * The concrete acts of an assignment after its log, in the order they were named. Server and browser share this fold: the
 * browser folds what it has not sent yet behind what the server has. An entry counts once; one about an act or a village that
 * is not there (yet, or any more) changes nothing seen, and is there when that comes back.
 */
export function foldConcrete<E extends Logged>(log: readonly E[]): ConcreteAct<E>[] {
  const undone = undoneActions(log);
  const seen = new Set<string>();
  const acts = new Map<string, Making<E>>();
  for (const entry of log) {
    const { id, act } = entry;
    if (act.kind !== 'concrete' || seen.has(id)) continue;
    seen.add(id);
    const before = acts.get(act.concreteId) ?? unknown(act.concreteId);
    // What was undone keeps its act's place in the list.
    acts.set(act.concreteId, undone.has(id) ? before : { ...before, ...changeOf(before, act.change, entry) });
  }
  return [...acts.values()].filter(({ known, removed }) => known && !removed).map(finished);
}

const unknown = <E>(id: string): Making<E> => ({
  ...{ id, text: '', product: null, due: null, done: null, known: false, removed: false },
  ...{ listed: new Set<string>(), ticks: new Map() },
});

function changeOf<E>(before: Making<E>, change: ConcreteChange, entry: E): Partial<Making<E>> {
  switch (change.kind) {
    case 'add': {
      const { text, product, due, villages } = change;
      return { known: true, text, product, due, listed: new Set([...before.listed, ...villages]) };
    }
    case 'text':
      return { text: change.text };
    case 'product':
      return { product: change.product };
    case 'due':
      return { due: change.due };
    case 'villages': {
      const gone = new Set(change.remove);
      return { listed: new Set([...before.listed, ...change.add].filter((name) => !gone.has(name))) };
    }
    case 'tick':
      return { ticks: new Map([...before.ticks, [change.village, markOf(change.on, entry)]]) };
    case 'done':
      return { done: markOf(change.on, entry) };
    case 'remove':
      return { removed: true };
  }
}

const markOf = <E>(on: Mark<E>['on'] | null, entry: E): Mark<E> | null => (on === null ? null : { on, entry });

const finished = <E>({ known: _, removed: __, listed, ticks, ...act }: Making<E>): ConcreteAct<E> => ({
  ...act,
  villages: [...listed].map((name) => ({ name, done: ticks.get(name) ?? null })),
});

/** What an act is called in the log, also of one that was removed: as it was last named. */
export function nameConcrete(log: readonly Logged[], concreteId: string): string | undefined {
  return log
    .flatMap(({ act }) =>
      act.kind === 'concrete' && act.concreteId === concreteId && 'text' in act.change ? [act.change.text] : [],
    )
    .at(-1);
}
