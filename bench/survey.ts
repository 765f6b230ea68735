import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDb } from '../src/store/microdata/duckdb.ts';
import { categoryExpression, numericExpression } from '../src/survey/dictionary/expression.ts';
import { getVariable } from '../src/survey/dictionary/get-variable.ts';
import type { EstimateRequest, EstimateRow, SurveyDesign } from '../src/survey/model.ts';
import { makeQuestions } from '../src/survey/synthetic/questions.ts';
import { syntheticSql } from '../src/survey/synthetic/sql.ts';
import { dictionaryOf } from '../src/survey/synthetic/survey.ts';
import { fillReadme } from './readme.ts';

/**
 * Survey estimates with their intervals beside R's survey package, in one run on the same made-up responses of 63 provinces
 * and 208 districts: many indicators, many replicates, many rows. Each side's seconds are those of estimating: here from
 * the Parquet file to the rows of estimates (median of turns), there without starting R and reading the data (one turn).
 *
 *     npm run bench -- survey [--write] [--quick]       --quick leaves out R's million rows, which take R many minutes
 */
const quick = process.argv.includes('--quick');
const folder = mkdtempSync(join(tmpdir(), 'thang-bench-'));
const tell = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
const questions = makeQuestions(120);
/** Among them questions put to some only, so each has a base of its own. */
const design: SurveyDesign = {
  stages: [{ strata: ['tinh'], unit: 'huyen' }],
  weight: 'weight',
  minimum: { respondents: 1, psus: 1 },
};
type Turn = { seconds: number[]; peak: number };
type Task = { rows: number; figures: number; method?: EstimateRequest['method'] };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const named = questions.map(({ name }) => name);

async function makeParquet(rows: number): Promise<string> {
  const file = join(folder, `${rows}.parquet`);
  const { connection, close } = await openDuckDb({ memoryMegabytes: 2000 });
  // The larger the file, the fewer the questions: ten million rows of 120 answers would only fill the disk.
  const some = questions.slice(0, rows > 1_000_000 ? 10 : 120);
  await connection.run(
    `copy (${syntheticSql({ rows, seed: 1, questions: some })}) to '${file}' (format parquet, row_group_size 250000)`,
  );
  await close();
  return file;
}

/** What R reads: no answer is an empty cell, as the engine counts it. */
async function makeCsv(parquet: string, figures: number): Promise<string> {
  const file = join(folder, 'r.csv');
  const dictionary = dictionaryOf(questions, 0);
  const answers = named
    .slice(0, figures)
    .map((name) => `${numericExpression(getVariable(dictionary, name, 'R'))} AS ${name}`);
  const keys = ['tinh', 'huyen'].map((name) => `${categoryExpression(getVariable(dictionary, name, 'R'))} AS ${name}`);
  const { connection, close } = await openDuckDb({ memoryMegabytes: 2000 });
  const select = `select ${[...keys, 'weight', ...answers].join(', ')} from read_parquet('${parquet}')`;
  await connection.run(`copy (${select}) to '${file}' (format csv, header)`);
  await close();
  return file;
}

function ours(parquet: string, { rows, figures, method }: Task, turns: number): Turn & { estimates: EstimateRow[] } {
  const [question, out] = [join(folder, 'question.json'), join(folder, 'rows.json')];
  const request: EstimateRequest = {
    of: named.slice(0, figures).map((of) => ({ kind: 'mean', of })),
    by: [['tinh']],
    ...(method && { method }),
  };
  writeFileSync(question, JSON.stringify({ design, request, dictionary: dictionaryOf(questions, rows) }));
  const script = join(import.meta.dirname, 'survey-contender.ts');
  const printed = execFileSync(process.execPath, [script, parquet, question, String(turns), out], { encoding: 'utf8' });
  return { ...JSON.parse(printed), estimates: JSON.parse(readFileSync(out, 'utf8')) };
}

type Figure = { estimate: number; se: number; low: number; high: number };

function byR(csv: string, replicates: number): { seconds: number; figures: Map<string, Figure> } {
  const out = join(folder, 'figures.csv');
  const script = join(import.meta.dirname, 'survey.R');
  const { status, stdout, stderr } = spawnSync('Rscript', [script, csv, out, String(replicates)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const lines = readFileSync(out, 'utf8').trim().split('\n').slice(1);
  const figures = lines.map((line): [string, Figure] => {
    const [question, tinh, ...numbers] = line.split(',');
    const [estimate = 0, se = 0, low = 0, high = 0] = numbers.map(Number);
    return [`${question} ${tinh}`, { estimate, se, low, high }];
  });
  return { seconds: Number(stdout), figures: new Map(figures) };
}

/** The largest relative difference of estimates, standard errors and ends of intervals. */
function furthest(
  estimates: readonly EstimateRow[],
  figures: Map<string, Figure>,
  of: readonly (keyof Figure)[],
): number {
  if (estimates.length !== figures.size) throw new Error(`${estimates.length} rows here, ${figures.size} in R`);
  let most = 0;
  for (const row of estimates) {
    const other = figures.get(`${row.variable} ${row.by.tinh}`);
    for (const name of of)
      most = Math.max(most, Math.abs((row[name] ?? Number.NaN) / (other?.[name] ?? Number.NaN) - 1));
  }
  return most;
}

const shown = (seconds: number): string => (seconds < 1 ? seconds.toFixed(3) : seconds.toFixed(seconds < 100 ? 1 : 0));
const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0);
const withR = spawnSync('Rscript', ['-e', 'invisible(find.package("survey"))']).status === 0;

async function beside(name: string, task: Task, of: readonly (keyof Figure)[]): Promise<string> {
  const parquet = await makeParquet(task.rows);
  const here = ours(parquet, task, 5);
  tell(`${name}: ${shown(median(here.seconds))} s`);
  const replicates = task.method?.kind === 'bootstrap' ? task.method.replicates : 0;
  const there = withR && !(quick && replicates > 0) ? byR(await makeCsv(parquet, task.figures), replicates) : undefined;
  const seconds = median(here.seconds);
  const cells = there
    ? [
        shown(there.seconds),
        (there.seconds / seconds).toFixed(0),
        furthest(here.estimates, there.figures, of).toExponential(0),
      ]
    : ['–', '–', '–'];
  tell(`${name}: ${cells.join(' ')}`);
  return `| ${name} | ${shown(seconds)} | ${cells.join(' | ')} | ${megabytes(here.peak)} |`;
}

async function growth(rows: number): Promise<string> {
  const parquet = await makeParquet(rows);
  const [one, ten] = [1, 10].map((figures) => ours(parquet, { rows, figures }, 5));
  const size = megabytes(statSync(parquet).size);
  rmSync(parquet);
  const cells = [one, ten].flatMap((turn) => [shown(median(turn?.seconds ?? [])), megabytes(turn?.peak ?? 0)]);
  tell(`${rows}: ${cells.join(' ')}`);
  return `| ${rows.toLocaleString('en')} | ${size} | ${cells.join(' | ')} |`;
}

try {
  const bootstrap = { kind: 'bootstrap', replicates: 200, seed: 1 } as const;
  const compared = [
    await beside('15,120 respondents, 120 indicators × 63 provinces', { rows: 15_120, figures: 120 }, [
      'estimate',
      'se',
      'low',
      'high',
    ]),
    // Replicates are drawn apart here and there, so standard errors agree only as far as 200 of them do.
    await beside(
      '1,000,000 respondents, 200 bootstrap replicates × 63 provinces',
      { rows: 1_000_000, figures: 1, method: bootstrap },
      ['estimate'],
    ),
  ];
  const grown: string[] = [];
  for (const rows of [10_000, 100_000, 1_000_000, 10_000_000]) grown.push(await growth(rows));
  const table = `| means with 95 % intervals | seconds here | seconds in R's survey | times as fast | furthest from R, relative | peak memory here, MB |
|---|---|---|---|---|---|
${compared.join('\n')}

| respondents, by 63 provinces | Parquet of the columns, MB | one indicator, seconds | peak memory, MB | ten indicators, seconds | peak memory, MB |
|---|---|---|---|---|---|
${grown.join('\n')}`;
  console.log(table);
  if (process.argv.includes('--write')) fillReadme('survey', table);
} finally {
  rmSync(folder, { recursive: true });
}
