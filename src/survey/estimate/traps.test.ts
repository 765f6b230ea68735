import { expect, it } from 'vitest';
import { microdataForThisTest } from '../../store/microdata/testing.ts';
import { variablesOf } from '../dictionary/columns.ts';
import { estimate } from '../estimate.ts';
import type { EstimateRequest, SurveyDesign } from '../model.ts';

const answers = '(i * 7919 % 101) / 10 AS y';
const all = { minimum: { respondents: 1, psus: 1 } };

async function ask(select: string, design: SurveyDesign, asked: Partial<EstimateRequest> = {}) {
  const { scan, columns } = await microdataForThisTest(select);
  const dictionary = { title: null, source: 'thử', rows: 100, variables: variablesOf(columns) };
  const request: EstimateRequest = { of: [{ kind: 'mean', of: 'y' }], by: [], ...asked };
  return estimate({ design: { ...all, ...design }, request, dictionary }, scan);
}

it('answers a grouping once that is asked for in two orders: nobody is counted twice', async () => {
  const select = `SELECT i % 9 AS psu, i % 2 AS a, i % 3 AS b, ${answers} FROM range(90) AS t(i)`;
  const design = { stages: [{ unit: 'psu' }], weight: null };
  const once = await ask(select, design, { by: [['a', 'b']] });
  const both = await ask(select, design, {
    by: [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b', 'a'],
    ],
  });
  expect(once.rows).toHaveLength(6);
  expect(both.rows).toEqual(once.rows);
});

it.each([
  ['a number of 16 digits', '9007199254740992'],
  ['a whole decimal', '12345678901234567000::DECIMAL(30, 0)'],
])('tells clusters apart whose names are the same as doubles: %s', async (_, from) => {
  const select = `SELECT ${from} + i % 9 AS psu, i % 9 AS short, ${answers} FROM range(90) AS t(i)`;
  const [long, short] = [await ask(select, named('psu')), await ask(select, named('short'))];
  expect(long.design.psus).toBe(9);
  expect(long.rows[0]?.se).toBeCloseTo(short.rows[0]?.se ?? 0, 12);
  const groups = await ask(select, named('short'), { by: [['psu']] });
  expect(groups.rows.map(({ n }) => n)).toEqual(Array(9).fill(10));
});

const named = (unit: string): SurveyDesign => ({ stages: [{ unit }], weight: null });

it('filters by a code that is the same as its neighbour as a double', async () => {
  const select = `SELECT i % 9 AS psu, 9007199254740992 + i % 2 AS code, i % 2 AS y FROM range(90) AS t(i)`;
  const { rows } = await ask(select, named('psu'), { only: { code: ['9007199254740993'] } });
  expect(rows[0]).toMatchObject({ estimate: 1, n: 45 });
});

it('refuses a population that differs within a cluster, however groups split it', async () => {
  const select = `SELECT i % 9 AS psu, i % 2 AS sex, 20 + i % 2 AS there, ${answers} FROM range(90) AS t(i)`;
  const design = { stages: [{ unit: 'psu', fpc: 'there' }], weight: null };
  await expect(ask(select, design, { by: [['sex']] })).rejects.toThrow(
    'Cột “there” ở tầng “toàn bộ mẫu” mang nhiều giá trị khác nhau',
  );
});

it.each(['i // 4', 'i'])('refuses a cluster that is in part certain: by %s', async (part) => {
  const select = `SELECT i // 20 AS psu, i // 4 AS ssu, (${part}) % 2 AS sure, ${answers} FROM range(120) AS t(i)`;
  const design = { stages: [{ unit: 'psu' }, { unit: 'ssu' }], weight: null, certainty: 'sure' };
  await expect(ask(select, design)).rejects.toThrow('Cụm “0” (cột “psu”)');
});

it('goes on to the third stage under units taken with certainty, though the others stop at the first', async () => {
  const sure = 'i < 40';
  const select = `SELECT i // 20 AS psu, i // 5 AS ssu, i AS person, ${sure} AS sure, 10 AS n2, 30 AS n3, ${answers},
    CASE WHEN ${sure} THEN 's' || (i // 20) ELSE 'rest' END AS layer,
    CASE WHEN ${sure} THEN 's' || (i // 5) ELSE 'p' || (i // 20) END AS drawn,
    CASE WHEN ${sure} THEN 10 ELSE 'Infinity'::DOUBLE END AS there, CASE WHEN ${sure} THEN 30 ELSE 1000 END AS below
    FROM range(120) AS t(i)`;
  const stages = [{ unit: 'psu' }, { unit: 'ssu', fpc: 'n2' }, { unit: 'person', fpc: 'n3' }];
  const declared = await ask(select, { stages, weight: null, certainty: 'sure' });
  const written = await ask(select, {
    stages: [
      { strata: ['layer'], unit: 'drawn', fpc: 'there' },
      { unit: 'person', fpc: 'below' },
    ],
    weight: null,
  });
  expect(declared.rows[0]?.se).toBeCloseTo(written.rows[0]?.se ?? 0, 12);
});

it.each(['1e-200', '1e200'])('refuses weights whose squares no double holds: %s', async (weight) => {
  const select = `SELECT i % 9 AS psu, ${weight}::DOUBLE AS w, ${answers} FROM range(90) AS t(i)`;
  await expect(ask(select, { ...named('psu'), weight: 'w' })).rejects.toThrow('quyền số “w”');
});

it('refuses the share of a code that nobody gave and no dictionary knows', async () => {
  const select = `SELECT i % 9 AS psu, CASE WHEN i % 3 = 0 THEN 'có' ELSE 'không' END AS q FROM range(90) AS t(i)`;
  const share = (is: string) => ask(select, named('psu'), { of: [{ kind: 'proportion', of: 'q', is }] });
  await expect(share('cos')).rejects.toThrow('Không ai có mã “cos” ở cột “q”');
  expect((await share('có')).rows[0]?.estimate).toBeCloseTo(1 / 3, 12);
});
