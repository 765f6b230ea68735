import type { PlainDate } from '../../kernel/plain-date.ts';

/**
 * One change of the concrete acts of a unit under its task. Each says only what it changes, so that two who work at the same
 * time never write over what the other did: one ticks one village, the other another, and both stay.
 */
export type ConcreteChange =
  | { kind: 'add'; text: string; product: string | null; due: PlainDate | null; villages: readonly string[] }
  | { kind: 'text'; text: string }
  | { kind: 'product'; product: string | null }
  | { kind: 'due'; due: PlainDate | null }
  /** villages and street groups on its tick list, by their names */
  | { kind: 'villages'; add: readonly string[]; remove: readonly string[] }
  /** done in one village on a day; without a day the tick is taken away */
  | { kind: 'tick'; village: string; on: PlainDate | null }
  | { kind: 'done'; on: PlainDate | null }
  | { kind: 'remove' };

/** Done on a day, and the entry of the log that says so: who recorded it, and when. */
export type Mark<E> = { on: PlainDate; entry: E };

/** A village or street group on a commune's tick list. */
export type Village<E> = { name: string; done: Mark<E> | null };

/** What a unit will concretely do under a task that holds several acts, or names only a component. */
export type ConcreteAct<E> = {
  id: string;
  text: string;
  product: string | null;
  due: PlainDate | null;
  villages: readonly Village<E>[];
  done: Mark<E> | null;
};
