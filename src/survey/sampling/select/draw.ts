import type { Chosen, DrawingMethod, Drawn } from '../model.ts';
import { drawBySize, findCertain, probabilitiesBySize } from './by-size.ts';

/** A unit that may be drawn, with its rows of the list. */
export type Unit = { name: string; size: number; always: boolean; rows: number[] };

/** Random numbers numbered 1, 2, 3 … as they are used, so that a protocol can name each. */
export type Numbered = { next: () => number; used: () => number };

export function numbered(random: () => number): Numbered {
  let used = 0;
  const next = () => {
    used += 1;
    return random();
  };
  return { next, used: () => used };
}

type Outcome = Pick<Drawn, 'random' | 'interval' | 'start' | 'chosen'>;

/**
 * Draws `take` of the units of one stratum: first those always taken, then the rest by the method. Chosen units stand in
 * the order of the list.
 */
export function drawUnits(units: readonly Unit[], method: DrawingMethod, take: number, random: Numbered): Outcome {
  const always = units.filter((unit) => unit.always);
  const rest = units.filter((unit) => !unit.always);
  const left = take - always.length;
  const sure = always.map((unit) => chosenOf(unit, { reason: 'always', probability: 1 }));
  const drawn = left >= rest.length ? wholeOf(rest) : left > 0 ? draws[method](rest, left, random) : wholeOf([]);
  const place = new Map(units.map(({ name }, at) => [name, at]));
  const inOrder = (a: Chosen, b: Chosen) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0);
  return { ...drawn, chosen: [...sure, ...drawn.chosen].sort(inOrder) };
}

const chosenOf = ({ name, size }: Unit, how: Pick<Chosen, 'reason' | 'probability'> & Partial<Chosen>): Chosen => ({
  ...{ unit: name, size, low: null, high: null, point: null },
  ...how,
});

const wholeOf = (units: readonly Unit[]): Outcome => ({
  ...{ random: null, interval: null, start: null },
  chosen: units.map((unit) => chosenOf(unit, { reason: 'all', probability: 1 })),
});

type Draw = (units: readonly Unit[], take: number, random: Numbered) => Outcome;

const draws: Readonly<Record<DrawingMethod, Draw>> = {
  all: wholeOf,
  pps: (units, take, random) =>
    alongList(
      units,
      Float64Array.from(units, ({ size }) => size),
      take,
      random,
    ),
  // Everybody as large as everybody else: the interval is N/n, and nobody is certain unless all are.
  systematic: (units, take, random) => alongList(units, new Float64Array(units.length).fill(1), take, random),
  srs: byChance,
};

function alongList(units: readonly Unit[], sizes: Float64Array, take: number, random: Numbered): Outcome {
  const probability = probabilitiesBySize(sizes, take);
  // A number is only used where something is left to chance.
  const value = findCertain(sizes, take).certain.length < take ? random.next() : null;
  const { certain, hits, interval, start } = drawBySize(sizes, take, value ?? 0);
  const unitAt = (at: number) => units[at] as Unit;
  const chosen = [
    ...certain.map((at) => chosenOf(unitAt(at), { reason: 'size', probability: 1 })),
    ...hits.map(({ unit, ...hit }) =>
      chosenOf(unitAt(unit), { reason: 'chance', probability: probability[unit] ?? 0, ...hit }),
    ),
  ];
  if (value === null) return { random: null, interval: null, start: null, chosen };
  return { random: { number: random.used(), value }, interval, start, chosen };
}

/** Every unit gets a random number in the order of the list; the smallest are taken. A tie goes to who is first. */
function byChance(units: readonly Unit[], take: number, random: Numbered): Outcome {
  const number = random.used() + 1;
  const given = units.map((unit) => ({ unit, value: random.next() }));
  const chosen = [...given]
    .sort((a, b) => a.value - b.value)
    .slice(0, take)
    .map(({ unit, value }) => chosenOf(unit, { reason: 'chance', probability: take / units.length, point: value }));
  return { random: { number, value: given[0]?.value ?? 0 }, interval: null, start: null, chosen };
}
