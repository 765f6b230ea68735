import { squish } from '../../kernel/text.ts';
import { roles, type TaskFields } from '../model.ts';
import { dice, type Grams, gramsOf, indexGrams } from './likeness.ts';

/** Places (from 0) of two tasks that are one. */
export type Pair = { before: number; after: number };

/** Below this two tasks are two. */
const SAME_TASK = 0.55;
/** Where this much of the wording differs the rest cannot make up for it. */
const SAME_WORDS = 0.45;
/** Of lists so long that comparing all with all would take seconds, only tasks about as far down are compared. */
const MANY_PAIRS = 1_000_000;
const WINDOW = 200;

/**
 * The tasks of two lists that are the same, each used once: by what they say, then by who does it, what it is about and
 * where it stands. The best pairs are taken first. The same whichever list comes first.
 */
export function matchTasks(before: readonly TaskFields[], after: readonly TaskFields[]): Pair[] {
  const left = before.map(profileOf);
  const right = after.map(profileOf);
  const pairs = [...equalPairs(left, right), ...alikePairs(left, right)].sort(
    (a, b) => b.score - a.score || distance(a) - distance(b) || a.before + a.after - (b.before + b.after),
  );
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const chosen = pairs.filter((pair) => take(pair, taken));
  const rest = leftOver(left, right, taken).filter((pair) => take(pair, taken));
  return [...chosen, ...rest].map(({ before, after }) => ({ before, after })).sort((a, b) => a.before - b.before);
}

type Taken = { before: Set<number>; after: Set<number> };

function take(pair: Pair, taken: Taken): boolean {
  if (taken.before.has(pair.before) || taken.after.has(pair.after)) return false;
  taken.before.add(pair.before);
  taken.after.add(pair.after);
  return true;
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

/** So many of the same wording are compared with each other; of more, those about as far down. */
const TWINS = 20;

/** Tasks equal word for word. */
function equalPairs(left: Profile[], right: Profile[]): Scored[] {
  const twins = placesByText(right);
  return [...placesByText(left)].flatMap(([exact, ones]) =>
    ones.flatMap((before, rank) => {
      const near = (twins.get(exact) ?? []).slice(Math.max(0, rank - TWINS), rank + TWINS + 1);
      return near.map((after) => ({ before, after, score: scoreOf(1, left[before], right[after]) }));
    }),
  );
}

/** What is left of those equal word for word, in their order. */
function leftOver(left: Profile[], right: Profile[], taken: Taken): Pair[] {
  const twins = placesByText(right);
  return [...placesByText(left)].flatMap(([exact, ones]) => {
    const open = (twins.get(exact) ?? []).filter((at) => !taken.after.has(at));
    const free = ones.filter((at) => !taken.before.has(at));
    return free.slice(0, open.length).map((before, n) => ({ before, after: open[n] as number }));
  });
}

function placesByText(profiles: Profile[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  profiles.forEach(({ exact }, at) => {
    const known = places.get(exact);
    if (known) known.push(at);
    else places.set(exact, [at]);
  });
  return places;
}

/** Pairs alike enough, of tasks that have no equal on the other side. */
function alikePairs(left: Profile[], right: Profile[]): Scored[] {
  const [mine, theirs] = [placesByText(left), placesByText(right)];
  const open = right.flatMap((one, at) => (mine.has(one.exact) ? [] : [{ one, at }]));
  const lone = left.flatMap((one, at) => (theirs.has(one.exact) ? [] : [{ one, at }]));
  const countShared = indexGrams(open.map(({ one }) => one.words));
  const long = lone.length * open.length > MANY_PAIRS;
  return lone.flatMap(({ one, at: before }, n): Scored[] => {
    const middle = (n * open.length) / lone.length;
    const from = long ? Math.max(0, Math.floor(middle) - WINDOW) : 0;
    const to = long ? Math.min(open.length, Math.floor(middle) + WINDOW) : open.length;
    const sums = countShared(one.words, from, to);
    const found: Scored[] = [];
    for (let at = from; at < to; at++) {
      const other = open[at] as (typeof open)[number];
      const words = dice(sums[at] as number, one.words, other.one.words);
      if (words < SAME_WORDS) continue;
      const score = scoreOf(words, one, other.one);
      if (score >= SAME_TASK) found.push({ before, after: other.at, score });
    }
    return found;
  });
}

function scoreOf(words: number, one: Profile | undefined, other: Profile | undefined): number {
  if (!one || !other) return 0;
  const all = new Set([...one.names, ...other.names]).size;
  const common = [...one.names].filter((name) => other.names.has(name)).length;
  const who = all === 0 ? 1 : common / all;
  const about = one.about === other.about ? 1 : 0;
  const near = 1 - Math.abs(one.place - other.place);
  return 0.8 * words + 0.08 * who + 0.08 * about + 0.04 * near;
}
