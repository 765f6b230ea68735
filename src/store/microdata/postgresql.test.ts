import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { parseDesign } from '../../survey/design/parse.ts';
import { parseDictionary } from '../../survey/dictionary/declared.ts';
import { quoteColumn } from '../../survey/dictionary/expression.ts';
import { estimate } from '../../survey/estimate.ts';
import type {
  Dictionary,
  DomainValue,
  EstimateRequest,
  EstimateRow,
  Estimates,
  Scan,
  SurveyDesign,
} from '../../survey/model.ts';
import { clientConfig } from '../connection.ts';
import { databaseForThisTest } from '../testing.ts';
import { importSurvey } from './import.ts';
import { openMicrodata } from './open.ts';
import { folderForThisTest } from './testing.ts';

const samples = join(import.meta.dirname, '..', '..', '..', 'samples', 'survey');
const textOf = (name: string) => readFile(join(samples, name), 'utf8');
const types = {
  integer: 'bigint',
  number: 'double precision',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
} as const;

let design: SurveyDesign;
beforeAll(async () => {
  design = parseDesign(await textOf('minh-ha-thiet-ke.yaml'), 'minh-ha-thiet-ke.yaml');
});

/** The sample survey in both: a Parquet file beside the column store, a table in PostgreSQL. */
async function bothScans(): Promise<{ dictionary: Dictionary; duckdb: Scan; postgresql: Scan }> {
  const file = join(await folderForThisTest(), 'responses.parquet');
  const declared = parseDictionary(await textOf('minh-ha-tu-dien.yaml'), 'minh-ha-tu-dien.yaml');
  const readers = { cells: async () => expect.unreachable(), sav: async () => expect.unreachable() };
  const dictionary = await importSurvey([join(samples, 'minh-ha.csv')], file, { readers, declared });
  const microdata = await openMicrodata({ file });
  onTestFinished(microdata.close);
  return { dictionary, duckdb: microdata.scan, postgresql: await tableOf(dictionary, microdata.scan) };
}

async function tableOf({ variables, rows }: Dictionary, from: Scan): Promise<Scan> {
  const { connection } = await databaseForThisTest();
  const client = new pg.Client(clientConfig(connection));
  await client.connect();
  onTestFinished(() => client.end());
  const columns = variables.map(({ name, type }) => `${quoteColumn(name)} ${types[type]}`);
  await client.query(`create temporary table responses (${columns.join(', ')})`);
  const all = await from('select * from responses');
  const lines = Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(variables.map(({ name }) => [name, plain(all.column(name)[i] as DomainValue)])),
  );
  await client.query('insert into responses select * from jsonb_populate_recordset(null::responses, $1)', [
    JSON.stringify(lines),
  ]);
  return async (sql) => {
    const answer = await client.query<Record<string, DomainValue>>(sql);
    const numeric = new Set(answer.fields.filter(({ dataTypeID }) => dataTypeID === 1700).map(({ name }) => name));
    const read = (name: string, value: DomainValue) => (numeric.has(name) && value !== null ? Number(value) : value);
    return {
      rows: answer.rows.length,
      column: (name) => answer.rows.map((row) => read(name, row[name] as DomainValue)),
    };
  };
}

const plain = (value: DomainValue): DomainValue => (Number.isNaN(value) ? null : value);

/** Rows by what they are of: a database answers groups in an order of its own. */
const byName = ({ rows }: Estimates): EstimateRow[] =>
  rows
    .map((row) => ({ key: JSON.stringify([row.variable, row.statistic, row.by]), row }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);

/** Equal but for the order of adding up: the same to ten digits, and no residue of rounding for a zero. */
function expectAlike(one: EstimateRow, other: EstimateRow): void {
  for (const [name, value] of Object.entries(one)) {
    const answer = other[name as keyof EstimateRow];
    if (typeof value !== 'number' || typeof answer !== 'number')
      expect({ [name]: answer, row: one }).toEqual({ [name]: value, row: one });
    else
      expect(Math.abs(answer - value)).toBeLessThanOrEqual(
        1e-10 * Math.max(Math.abs(value), Math.abs(one.estimate ?? 0)),
      );
  }
}

it('answers the same in PostgreSQL as in the column store, for every kind of figure, grouping and weight', async () => {
  const { dictionary, duckdb, postgresql } = await bothScans();
  const everything: EstimateRequest = {
    of: [
      { kind: 'mean', of: 'q004' },
      { kind: 'total', of: 'tuoi' },
      { kind: 'proportion', of: 'q001' },
      { kind: 'proportion', of: 'gioi', is: 'Nữ' },
      { kind: 'proportion', of: 'q039', is: '2' },
      { kind: 'ratio', of: 'q002', to: 'q003' },
      { kind: 'quantile', of: 'tuoi', at: 0.5 },
    ],
    by: [[], ['khu_vuc'], ['khu_vuc', 'gioi'], ['q001']],
  };
  const margin = { columns: ['gioi'], totals: { Nam: 4000, Nữ: 4200 } };
  const asked: [SurveyDesign, EstimateRequest][] = [
    [design, everything],
    [design, { ...everything, only: { gioi: ['Nam'], q001: [1] } }],
    [
      { ...design, weights: [{ step: 'poststratify', margin }] },
      { ...everything, of: everything.of.slice(0, 4) },
    ],
    [
      { stages: [{ strata: ['khu_vuc'], unit: null }], weight: 'quyen_so' },
      { of: everything.of.slice(0, 3), by: [] },
    ],
  ];
  for (const [drawn, request] of asked) {
    const [here, there] = await Promise.all(
      [duckdb, postgresql].map((scan) => estimate({ design: drawn, request, dictionary }, scan)),
    );
    const [mine, theirs] = [here, there].map((made) => byName(made as Estimates));
    expect(mine?.length).toBeGreaterThan(2);
    expect(theirs).toHaveLength(mine?.length ?? 0);
    for (const [i, row] of (mine ?? []).entries()) expectAlike(row, theirs?.[i] as EstimateRow);
  }
});
