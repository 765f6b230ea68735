import { squish } from '../../kernel/text.ts';
import { roles, type TaskFields } from '../model.ts';
import { type Grams, gramsOf, likeness } from './likeness.ts';

/** Places (from 0) of two tasks that are one. */
export type Pair = { before: number; after: number };

/** Below this two tasks are two. */
const SAME_TASK = 0.55;
/** Where this much of the wording differs the rest cannot make up for it. */
const SAME_WORDS = 0.45;

/**
 * The tasks of two lists that are the same, each used once: by what they say, then by who does it, what it is about and
 * where it stands. The best pairs are taken first. The same whichever list comes first.
 */
export function matchTasks(before: readonly TaskFields[], after: readonly TaskFields[]): Pair[] {
  const left = before.map(profileOf);
  const right = after.map(profileOf);
  const pairs = candidates(left, right).sort(
    (a, b) => b.score - a.score || distance(a) - distance(b) || a.before + a.after - (b.before + b.after),
  );
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const chosen = pairs.filter((pair) => {
    if (taken.before.has(pair.before) || taken.after.has(pair.after)) return false;
    taken.before.add(pair.before);
    taken.after.add(pair.after);
    return true;
  });
  return chosen.map(({ before, after }) => ({ before, after })).sort((a, b) => a.before - b.before);
}

const distance = ({ before, after }: Pair): number => Math.abs(before - after);

type Profile = { words: Grams; exact: string; names: Set<string>; about: string; place: number };

function profileOf(task: TaskFields, at: number, all: readonly TaskFields[]): Profile {
  return {
    words: gramsOf(task.text),
    exact: squish(task.text).toLowerCase(),
    names: new Set(roles.flatMap((role) => task[role].map((name) => squish(name).toLowerCase()))),
    about: JSON.stringify([task.index, task.dimension, task.component && squish(task.component).toLowerCase()]),
    place: all.length < 2 ? 0 : at / (all.length - 1),
  };
}

type Scored = Pair & { score: number };

/** Pairs alike enough. Tasks that are equal word for word are not compared with anything else. */
function candidates(left: Profile[], right: Profile[]): Scored[] {
  const known = new Set(right.map(({ exact }) => exact));
  const there = new Set(left.map(({ exact }) => exact));
  return left.flatMap((one, before) =>
    right.flatMap((other, after): Scored[] => {
      if (one.exact !== other.exact && known.has(one.exact) && there.has(other.exact)) return [];
      const words = one.exact === other.exact ? 1 : mayBeAlike(one, other) ? likeness(one.words, other.words) : 0;
      if (words < SAME_WORDS) return [];
      const score = scoreOf(words, one, other);
      return score >= SAME_TASK ? [{ before, after, score }] : [];
    }),
  );
}

/** Very different lengths cannot share enough: spares the counting. */
function mayBeAlike({ words: a }: Profile, { words: b }: Profile): boolean {
  return Math.min(a.size, b.size) * 4 >= Math.max(a.size, b.size);
}

function scoreOf(words: number, one: Profile, other: Profile): number {
  const all = new Set([...one.names, ...other.names]).size;
  const common = [...one.names].filter((name) => other.names.has(name)).length;
  const who = all === 0 ? 1 : common / all;
  const about = one.about === other.about ? 1 : 0;
  const near = 1 - Math.abs(one.place - other.place);
  return 0.8 * words + 0.08 * who + 0.08 * about + 0.04 * near;
}
