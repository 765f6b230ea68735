import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/seeded.ts';
import { makeCountry } from './country.ts';
import { makePapiSurvey, papiLikePlan } from './papi.ts';
import { makeQuestions } from './questions.ts';
import { interview, surveyCsv } from './survey.ts';
import { truthOf } from './truth.ts';

const { country, survey } = makePapiSurvey(20260105, 24);
const smallShape = { provinces: 3, districts: [6, 8], communes: [3, 4], villages: [3, 4] } as const;
const column = (name: string) => survey.columns.get(name) ?? [];

describe('A made-up survey after PAPI', () => {
  it('has 63 provinces, 208 districts, 416 communes, 832 villages and 15,120 people', () => {
    expect(['tinh', 'huyen', 'xa', 'thon'].map((name) => new Set(column(name)).size)).toEqual([63, 208, 416, 832]);
    expect(survey.rows).toBe(15_120);
    expect([...survey.columns.values()].every((values) => values.length === 15_120)).toBe(true);
    expect(survey.dictionary.variables.map(({ name }) => name)).toEqual([...survey.columns.keys()]);
    expect(survey.design).toMatchObject({ weight: 'weight', certainty: 'certainty' });
  });

  it('has every kind of answer, skips where the filter was not yes, and the declared codes of silence', () => {
    const [filter, after] = country.questions.flatMap(({ name, askedAfter }) => (askedAfter ? [askedAfter, name] : []));
    const [first, second] = [column(filter ?? ''), column(after ?? '')];
    expect(second.every((answer, row) => (answer === null) === (first[row] !== 1))).toBe(true);
    expect(second.some((answer) => answer === null) && second.some((answer) => answer !== null)).toBe(true);
    for (const { name, lowest, cuts, unknown, refused } of country.questions) {
      const codes = [...(unknown > 0 ? [88] : []), ...(refused > 0 ? [99] : [])];
      const answers = new Set(column(name).filter((answer) => answer !== null));
      for (const code of codes) expect(answers).toContain(code);
      for (const code of codes) answers.delete(code);
      expect(Math.min(...[...answers].map(Number))).toBeGreaterThanOrEqual(lowest);
      expect(Math.max(...[...answers].map(Number))).toBeLessThanOrEqual(lowest + cuts.length);
      expect(answers.size).toBeGreaterThan(1);
    }
    expect(new Set(country.questions.map(({ kind }) => kind)).size).toBe(5);
  });

  it('has unequal weights that sum to about the people of the country', () => {
    const weights = column('weight').map(Number);
    const people = country.people.reduce((sum, one) => sum + one, 0);
    expect(Math.abs(weights.reduce((sum, one) => sum + one, 0) / people - 1)).toBeLessThan(0.1);
    expect(Math.max(...weights) / Math.min(...weights)).toBeGreaterThan(10);
  });

  it('follows from its seed', () => {
    const csv = (seed: number) => {
      const random = seededRandom(seed);
      return surveyCsv(interview(makeCountry(random, makeQuestions(6), smallShape), papiLikePlan, random));
    };
    expect(csv(3)).toBe(csv(3));
    expect(csv(4)).not.toBe(csv(3));
    expect(csv(3).split('\n')[0]).toContain('tinh,huyen,xa,thon,certainty,weight,gioi,tuoi,q001');
  });

  it('finds the truth on average, of a filtered question too', () => {
    const small = makeCountry(seededRandom(1), makeQuestions(12), smallShape);
    const random = seededRandom(2);
    const found = [0, 4, 11].map((question) => ({ question, estimates: [] as number[] }));
    for (let round = 0; round < 60; round++) {
      const { columns } = interview(small, papiLikePlan, random);
      for (const { question, estimates } of found) {
        const answers = columns.get(small.questions[question]?.name ?? '') ?? [];
        let [sum, weight] = [0, 0];
        for (const [row, own] of (columns.get('weight') ?? []).entries()) {
          const answer = answers[row];
          if (typeof answer !== 'number' || answer > 10) continue;
          sum += Number(own) * answer;
          weight += Number(own);
        }
        estimates.push(sum / weight);
      }
    }
    for (const { question, estimates } of found) {
      const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length;
      const error = Math.sqrt(estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / estimates.length ** 2);
      // The seeds are fixed: within three standard errors of the simulation.
      expect(Math.abs(mean - truthOf(small, question).national), `${question}`).toBeLessThan(3 * error);
    }
    expect(small.questions[11]?.askedAfter).not.toBeNull();
  });
});
