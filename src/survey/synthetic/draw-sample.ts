import { drawBySize, probabilitiesBySize } from '../sampling/select/by-size.ts';
import type { FinitePopulation } from './finite.ts';

/**
 * How a sample is drawn: `psus` in each stratum, by chance or proportional to their people; then `ssus` in each PSU and
 * `people` in each SSU by chance, null for all there are. A unit with fewer than asked is taken whole.
 */
export type DrawPlan = { psus: number; by: 'chance' | 'size'; ssus: number | null; people: number | null };

/**
 * A drawn sample, one place per person drawn. `person`, `stratum`, `psu`, `ssu` number the population's; the answers are
 * `population.answers[question][person[i]]`. `fpc`: how many units the PSU's stratum, the PSU and the SSU have; empty
 * where PSUs were drawn by size, for then no such correction holds.
 */
export type DrawnSample = {
  person: Int32Array;
  stratum: Int32Array;
  psu: Int32Array;
  ssu: Int32Array;
  /** 1 / probability of being drawn. */
  weight: Float64Array;
  /** 1 where the PSU was certain to be drawn: for the column `certainty` of a design. */
  certain: Uint8Array;
  fpc: readonly Float64Array[];
};

/** Draws one sample; a thousand take a second or two, for tests of how often intervals hold the truth. */
export function drawSample(population: FinitePopulation, plan: DrawPlan, random: () => number): DrawnSample {
  const { psuFrom, ssuFrom, personFrom } = population;
  const rows: Row[] = [];
  for (let stratum = 0; stratum + 1 < psuFrom.length; stratum++)
    for (const { unit: psu, probability } of drawPsus(population, stratum, plan, random)) {
      const drawnSsus = drawRange(ssuFrom, psu, plan.ssus, random);
      for (const ssu of drawnSsus.units) {
        const drawn = drawRange(personFrom, ssu, plan.people, random);
        const weight = 1 / (probability * drawnSsus.share * drawn.share);
        const fpc = [count(psuFrom, stratum), count(ssuFrom, psu), count(personFrom, ssu)];
        for (const person of drawn.units) rows.push({ person, stratum, psu, ssu, weight, probability, fpc });
      }
    }
  const column = (of: (row: Row) => number) => Int32Array.from(rows, of);
  return {
    person: column(({ person }) => person),
    stratum: column(({ stratum }) => stratum),
    psu: column(({ psu }) => psu),
    ssu: column(({ ssu }) => ssu),
    weight: Float64Array.from(rows, ({ weight }) => weight),
    certain: Uint8Array.from(rows, ({ probability }) => (probability === 1 ? 1 : 0)),
    fpc: plan.by === 'size' ? [] : [0, 1, 2].map((stage) => Float64Array.from(rows, ({ fpc }) => fpc[stage] ?? 0)),
  };
}

type Row = Record<'person' | 'stratum' | 'psu' | 'ssu' | 'weight' | 'probability', number> & { fpc: readonly number[] };

const count = (from: Int32Array, unit: number): number => (from[unit + 1] ?? 0) - (from[unit] ?? 0);

function drawPsus(
  { psuFrom, ssuFrom, personFrom }: FinitePopulation,
  stratum: number,
  plan: DrawPlan,
  random: () => number,
) {
  if (plan.by === 'chance') {
    const { units, share } = drawRange(psuFrom, stratum, plan.psus, random);
    return units.map((unit) => ({ unit, probability: share }));
  }
  const first = psuFrom[stratum] ?? 0;
  const all = count(psuFrom, stratum);
  const people = (psu: number) => (personFrom[ssuFrom[psu + 1] ?? 0] ?? 0) - (personFrom[ssuFrom[psu] ?? 0] ?? 0);
  const sizes = Float64Array.from({ length: all }, (_, at) => people(first + at));
  const take = Math.min(plan.psus, all);
  const probability = probabilitiesBySize(sizes, take);
  const { certain, hits } = drawBySize(sizes, take, random());
  return [...certain, ...hits.map(({ unit }) => unit)].map((at) => ({
    unit: first + at,
    probability: probability[at] ?? 1,
  }));
}

/** `take` of a unit's parts by chance without replacement, all equally likely; `share` is each part's probability. */
function drawRange(from: Int32Array, unit: number, take: number | null, random: () => number) {
  const first = from[unit] ?? 0;
  const all = count(from, unit);
  const parts = Int32Array.from({ length: all }, (_, at) => first + at);
  const drawn = Math.min(take ?? all, all);
  if (drawn < all)
    for (let at = 0; at < drawn; at++) {
      const other = at + Math.floor(random() * (all - at));
      const kept = parts[at] ?? 0;
      parts[at] = parts[other] ?? 0;
      parts[other] = kept;
    }
  return { units: Array.from(parts.subarray(0, drawn)), share: all === 0 ? 1 : drawn / all };
}
