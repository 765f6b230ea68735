import { DatabaseSync } from 'node:sqlite';
import {
  compose,
  type Dictionary,
  estimate,
  estimateJoint,
  Problem,
  parseDesign,
  type Scan,
  type Variable,
} from 'thang/survey';
import { describe, expect, it, onTestFinished } from 'vitest';

/**
 * The library as somebody would use it who has the responses in a database of their own, here SQLite: 4 strata of 3
 * villages of 10 people each. The expected figures are worked out beside it by the textbook, without the engine.
 */
type Person = { region: number; village: number; w: number; wait: number };
const people: Person[] = Array.from({ length: 120 }, (_, i) => {
  const village = Math.floor(i / 10);
  return { region: village % 4, village, w: 1 + (village % 4), wait: (i * 7 + village * village) % 13 };
});

function sqlite(): Scan {
  const database = new DatabaseSync(':memory:');
  onTestFinished(() => database.close());
  database.exec('CREATE TABLE responses (region INTEGER, village INTEGER, w REAL, wait REAL)');
  const insert = database.prepare('INSERT INTO responses VALUES (?, ?, ?, ?)');
  for (const { region, village, w, wait } of people) insert.run(region, village, w, wait);
  return async (sql) => {
    const rows = database.prepare(sql).all() as Record<string, number | null>[];
    return { rows: rows.length, column: (name) => rows.map((row) => row[name] ?? null) };
  };
}

const variable = (name: string): Variable => ({ name, label: null, type: 'number', choices: [], missing: [] });
const dictionary: Dictionary = {
  ...{ title: null, source: 'sqlite', rows: 120 },
  variables: ['region', 'village', 'w', 'wait'].map(variable),
};
const design = parseDesign('strata: region\npsu: village\nweight: w', 'design.yaml');
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Σ over strata of n/(n − 1) Σ (z − z̄)² of the villages' totals of scores. */
function varianceOf(score: (person: Person) => number): number {
  const strata = [0, 1, 2, 3].map((region) =>
    [...new Set(people.filter((one) => one.region === region).map(({ village }) => village))].map((village) =>
      sum(people.filter((one) => one.village === village).map(score)),
    ),
  );
  return sum(
    strata.map((totals) => {
      const mean = sum(totals) / totals.length;
      return (totals.length / (totals.length - 1)) * sum(totals.map((total) => (total - mean) ** 2));
    }),
  );
}

describe('thang/survey', () => {
  it('estimates from anything that answers SQL', async () => {
    const request = { of: [{ kind: 'mean' as const, of: 'wait' }], by: [[]] };
    const { rows, design: found } = await estimate({ design, request, dictionary }, sqlite());
    const weights = sum(people.map(({ w }) => w));
    const mean = sum(people.map(({ w, wait }) => w * wait)) / weights;
    const se = Math.sqrt(varianceOf(({ w, wait }) => (w * (wait - mean)) / weights));
    expect(found).toMatchObject({ respondents: 120, strata: 4, psus: 12, df: 8 });
    expect(rows[0]?.estimate).toBeCloseTo(mean, 12);
    expect(rows[0]?.se).toBeCloseTo(se, 12);
    // t of 8 degrees of freedom at 0.975.
    expect(rows[0]?.high).toBeCloseTo(mean + 2.306004135 * se, 8);
  });

  it('joins figures of one scan, so that a difference has its variance', async () => {
    const of = [{ kind: 'mean' as const, of: 'wait' }];
    const joint = await estimateJoint(design, dictionary, { of, by: [['region']] }, sqlite());
    const [first, second] = [0, 1].map((domain) => joint.figure(0, 0, domain).estimate);
    if (!first || !second) throw new Error('no figures');
    const apart = compose(first.value - second.value, [first, second], [1, -1]);
    const scoreIn = (region: number) => {
      const own = people.filter((one) => one.region === region);
      const [size, mean] = [sum(own.map(({ w }) => w)), sum(own.map(({ wait }) => wait)) / own.length];
      return (one: Person) => (one.region === region ? (one.w * (one.wait - mean)) / size : 0);
    };
    const [a, b] = [scoreIn(0), scoreIn(1)];
    expect(joint.variances.variance(apart)).toBeCloseTo(
      varianceOf((one) => a(one) - b(one)),
      12,
    );
  });

  it('says what is wrong by a code, never by a figure', async () => {
    const request = { of: [{ kind: 'mean' as const, of: 'waiting' }], by: [] };
    const failed = await estimate({ design, request, dictionary }, sqlite()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Problem);
    expect(failed).toMatchObject({ code: 'survey-column-unknown', details: { column: 'waiting' } });
  });
});
