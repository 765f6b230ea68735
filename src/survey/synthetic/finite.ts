import { normalFrom } from '../normal.ts';
import { answerOf, makeQuestions, placeSpread, type Question } from './questions.ts';

/**
 * A finite population small enough to hold whole: every person's every answer is fixed and known, and only who is drawn
 * is chance. People lie in the order of strata, PSUs and SSUs, so a unit is a stretch of numbers: PSUs of stratum h are
 * psuFrom[h] … psuFrom[h + 1] − 1, SSUs of PSU i ssuFrom[i] …, people of SSU j personFrom[j] ….
 */
export type FinitePopulation = {
  people: number;
  psuFrom: Int32Array;
  ssuFrom: Int32Array;
  personFrom: Int32Array;
  questions: readonly Question[];
  /** An answer per question and person; nobody is skipped and nobody refuses. */
  answers: readonly Float64Array[];
};

/** From–to: how many PSUs a stratum has, SSUs a PSU, people an SSU. */
export type FiniteShape = {
  strata: number;
  psus: readonly [number, number];
  ssus: readonly [number, number];
  people: readonly [number, number];
  questions: number;
};

/** Ten strata of 20–40 PSUs of 4–10 SSUs of 8–30 people: some 40,000 people with six answers. */
const usualShape: FiniteShape = { strata: 10, psus: [20, 40], ssus: [4, 10], people: [8, 30], questions: 6 };

/** Makes a population out of the model of `questions.ts`: places lean apart, people within them differ. */
export function makeFinitePopulation(
  random: () => number,
  shape: Partial<FiniteShape> = {},
  spread: { province: number; district: number; village: number } = placeSpread,
): FinitePopulation {
  const { strata, psus, ssus, people, questions: count } = { ...usualShape, ...shape };
  const psuFrom = stretches(strata, psus, random);
  const ssuFrom = stretches(psuFrom[strata] ?? 0, ssus, random);
  const personFrom = stretches(ssuFrom.at(-1) ?? 0, people, random);
  const questions = makeQuestions(count);
  const normal = normalFrom(random);
  const size = personFrom.at(-1) ?? 0;
  const shared = Float64Array.from({ length: size }, normal);
  const answers = questions.map((question) => {
    const answered = new Float64Array(size);
    const lean = (from: Int32Array, above: (unit: number) => number, by: number) => {
      const leaning = new Float64Array(from.at(-1) ?? 0);
      for (let unit = 0; unit + 1 < from.length; unit++)
        for (let within = from[unit] ?? 0; within < (from[unit + 1] ?? 0); within++)
          leaning[within] = above(unit) + by * normal();
      return leaning;
    };
    const ofStratum = Float64Array.from({ length: strata }, () => spread.province * normal());
    const ofPsu = lean(psuFrom, (stratum) => ofStratum[stratum] ?? 0, spread.district);
    const ofSsu = lean(ssuFrom, (psu) => ofPsu[psu] ?? 0, spread.village);
    const own = lean(personFrom, (ssu) => ofSsu[ssu] ?? 0, Math.sqrt(1 - sharedPart));
    for (let person = 0; person < size; person++)
      answered[person] = answerOf(question, (own[person] ?? 0) + Math.sqrt(sharedPart) * (shared[person] ?? 0));
    return answered;
  });
  return { people: size, psuFrom, ssuFrom, personFrom, questions, answers };
}

/** The part of people's variance that all their answers share. */
export const sharedPart = 0.3;

function stretches(units: number, [low, high]: readonly [number, number], random: () => number): Int32Array {
  const from = new Int32Array(units + 1);
  for (let unit = 0; unit < units; unit++)
    from[unit + 1] = (from[unit] ?? 0) + low + Math.floor(random() * (high - low + 1));
  return from;
}
