import { describe, expect, it } from 'vitest';
import { makeQuestions } from '../../survey/synthetic/questions.ts';
import { syntheticSql } from '../../survey/synthetic/sql.ts';
import { dictionaryOf } from '../../survey/synthetic/survey.ts';
import { microdataForThisTest } from './testing.ts';

describe('Made-up responses of any number', () => {
  it('have the places of a national survey, the columns of its dictionary and answers as its questions allow', async () => {
    const questions = makeQuestions(12);
    const { scan, columns } = await microdataForThisTest(syntheticSql({ rows: 20_000, seed: 1, questions }));
    expect(columns.map(({ name }) => name)).toEqual(dictionaryOf(questions, 0).variables.map(({ name }) => name));
    const after = questions[11]?.askedAfter ?? '';
    const answer = await scan(`SELECT count(*) AS n, count(DISTINCT tinh) AS p, count(DISTINCT huyen) AS d,
      count(DISTINCT xa) AS c, count(DISTINCT thon) AS v, min(weight) AS w, max(gioi) AS g,
      count(DISTINCT CASE WHEN certainty = 1 THEN huyen END) AS sure,
      count(*) FILTER (WHERE (q012 IS NULL) <> (${after} <> 1)) AS torn,
      min(q003) AS low, max(q003) AS high, count(*) FILTER (WHERE q003 = 88) AS silent,
      count(*) FILTER (WHERE q003 BETWEEN 6 AND 87) AS beyond FROM responses`);
    const told = (name: string) => Number(answer.column(name)[0]);
    expect(['n', 'p', 'd', 'c', 'v', 'g', 'sure'].map(told)).toEqual([20_000, 63, 208, 416, 832, 2, 63]);
    expect([told('torn'), told('beyond'), told('low'), told('high')]).toEqual([0, 0, 1, 88]);
    expect(told('silent') / 20_000).toBeCloseTo(0.06, 2);
    expect(told('w')).toBeGreaterThan(0);
  });

  it('follow from the seed', async () => {
    const sum = async (seed: number) => {
      const { scan } = await microdataForThisTest(syntheticSql({ rows: 500, seed, questions: makeQuestions(3) }));
      return Number((await scan('SELECT sum(weight * q002 + q003) AS s FROM responses')).column('s')[0]);
    };
    expect(await sum(1)).toBe(await sum(1));
    expect(await sum(2)).not.toBe(await sum(1));
  });
});
