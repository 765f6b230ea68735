import type { Question } from './questions.ts';
import { refusedCode, unknownCode } from './survey.ts';

/** As many rows as asked for, in the same 63 provinces, 208 districts, 416 communes and 832 villages. */
export type SyntheticSql = { rows: number; seed: number; questions: readonly Question[] };

const places = { provinces: 63, districts: 208, communes: 416, villages: 832 };

/**
 * SQL for DuckDB that makes responses with the columns of `dictionaryOf`, tens of millions in seconds, for measuring
 * speed; the same rows, seed and release of DuckDB give the same answers. Villages and people lean by hashes, three parts
 * of a village to seven of a person, so clusters have an effect; there is no truth to compare with.
 */
export function syntheticSql({ rows, seed, questions }: SyntheticSql): string {
  const { provinces, districts, communes, villages } = places;
  // 53 of the hash's bits, so that 1 is never reached.
  const uniform = (...keys: (string | number)[]) =>
    `((hash(${[...keys, seed].join(', ')}) >> 11) * 1.1102230246251565e-16)`;
  const at = new Map(questions.map(({ name }, index) => [name, index]));
  const answers = questions.map((question, index) => {
    const steps = question.cuts.length + 1;
    const leaning = `(0.7 * ${uniform('i', index)} + 0.3 * ${uniform('v', index, 1)})`;
    const answer = `${question.lowest} + least(floor(${leaning} * ${steps}), ${steps - 1})`;
    const silence = uniform('i', index, 2);
    const silent = question.unknown + question.refused;
    const given =
      silent === 0
        ? answer
        : `CASE WHEN ${silence} < ${question.unknown} THEN ${unknownCode} WHEN ${silence} < ${silent} THEN ${refusedCode} ELSE ${answer} END`;
    return { name: question.name, sql: given, askedAfter: question.askedAfter };
  });
  const sqlOf = (name: string) => answers[at.get(name) ?? -1]?.sql ?? '1';
  const columns = answers.map(({ name, sql, askedAfter }) =>
    askedAfter === null
      ? `CAST(${sql} AS TINYINT) AS ${name}`
      : `CASE WHEN (${sqlOf(askedAfter)}) = 1 THEN CAST(${sql} AS TINYINT) END AS ${name}`,
  );
  return `WITH person AS (
  SELECT range AS i, CAST(floor(range * ${villages}.0 / ${rows}) AS INTEGER) AS v FROM range(${rows})
), placed AS (
  SELECT i, v, v // ${villages / communes} AS c, v // ${villages / districts} AS d,
    (v // ${villages / districts}) * ${provinces} // ${districts} AS p FROM person
)
SELECT 'Tỉnh ' || lpad(CAST(p + 1 AS VARCHAR), 2, '0') AS tinh, 'Huyện ' || (d + 1) AS huyen, 'Xã ' || (c + 1) AS xa,
  'Thôn ' || (v + 1) AS thon,
  CAST(d = 0 OR (d - 1) * ${provinces} // ${districts} < p AS TINYINT) AS certainty,
  round(20 + 480 * ${uniform('v', -1)} + 40 * ${uniform('i', -1)}, 3) AS weight,
  CAST(1 + floor(2 * ${uniform('i', -2)}) AS TINYINT) AS gioi,
  CAST(18 + floor(53 * ${uniform('i', -3)}) AS TINYINT) AS tuoi,
  ${columns.join(',\n  ')}
FROM placed`;
}
