import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provinceCsv, provinceDictionary, sipasCsv } from '../../samples/survey/responses.ts';
import { importSurvey, type SurveyReaders } from '../../src/store/microdata/import.ts';
import { type Microdata, openMicrodata } from '../../src/store/microdata/open.ts';
import { estimateIndex } from '../../src/survey/composite/estimate-index.ts';
import type { IndexEstimates, IndexRow } from '../../src/survey/composite/model.ts';
import { parseIndexFramework } from '../../src/survey/composite/parse-framework.ts';
import { parseIndexMapping } from '../../src/survey/composite/parse-mapping.ts';
import { nodesOf, scoreIndex } from '../../src/survey/composite/tree.ts';
import { parseDesign } from '../../src/survey/design/parse.ts';
import { sharedAvailable, sharedPath } from '../shared.ts';

/**
 * Indices on microdata beside two others: the published tables of PAPI 2018 and 2019, whose sub-dimensions follow from
 * their indicators by rules that are data here, and R (survey/composite.R), which joins the linearised values by hand.
 */
const samples = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'survey', name), 'utf8');

test('the answers of the sample surveys are what their maker writes', () => {
  const header = samples('sipas.csv').split('\n')[0] ?? '';
  const codes = [...header.matchAll(/nd_(\d+)_(\d+)/g)].map(([, factor, statement]) => `${factor}.${statement}`);
  expect(samples('sipas.csv')).toBe(sipasCsv(codes));
  expect(samples('minh-ha.csv')).toBe(provinceCsv());
  expect(samples('minh-ha-tu-dien.yaml')).toBe(provinceDictionary());
});

describe('indices of the sample surveys as R reckons them by hand', () => {
  let scratch = '';
  const opened: Microdata[] = [];
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thang-index-'));
  });
  afterAll(async () => {
    for (const data of opened) await data.close();
    await rm(scratch, { recursive: true });
  });

  const unneeded = (): Promise<never> => Promise.reject(new Error('a CSV needs no other reader'));
  const readers: SurveyReaders = { cells: unneeded, sav: unneeded };

  async function indexOf(data: string, design: string, framework: string, mapping: string, by: string) {
    const into = join(scratch, `${data}.parquet`);
    const csv = join(import.meta.dirname, '..', '..', 'samples', 'survey', data);
    const dictionary = await importSurvey([csv], into, { readers });
    const microdata = await openMicrodata({ file: into, threads: 1 });
    opened.push(microdata);
    const told = parseIndexFramework(samples(framework), framework);
    const minimum = { respondents: 1, psus: 1 };
    return estimateIndex(
      {
        ...{ design: { ...parseDesign(samples(design), design), minimum }, dictionary, framework: told },
        ...{ mapping: parseIndexMapping(samples(mapping), mapping, told), request: { by: [[], [by]] } },
      },
      microdata.scan,
    );
  }

  const expected = readFileSync(join(import.meta.dirname, 'survey', 'expected', 'composite.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [method = '', code = '', group = '', estimate, se] = line.split(',');
      return { method, code, group, estimate: Number(estimate), se: Number(se) };
    });

  function differences({ rows }: IndexEstimates, codes: readonly string[]): unknown[] {
    const keyOf = (one: Pick<IndexRow, 'method' | 'code' | 'by'>) =>
      [one.method, one.code, ...Object.values(one.by)].join();
    const found = new Map(rows.map((row) => [keyOf(row), row]));
    const wanted = expected.filter(({ code, method }) => codes.includes(`${method} ${code}`));
    expect(wanted.length).toBeGreaterThan(0);
    return wanted.filter((one) => {
      const row = found.get([one.method, one.code, ...(one.group === '' ? [] : [one.group])].join());
      const near = (a: number | null | undefined, b: number) => Math.abs((a ?? Number.NaN) - b) <= 1e-9 * Math.abs(b);
      return !near(row?.estimate, one.estimate) || !near(row?.se, one.se);
    });
  }

  test('SIPAS by both methods: nine factors and the whole, by group', async () => {
    const nodes = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'total'];
    const codes = ['hai-long', 'diem'].flatMap((method) => nodes.map((code) => `${method} ${code}`));
    const found = await indexOf(
      ...(['sipas.csv', 'sipas-thiet-ke.yaml', 'sipas-39.yaml', 'sipas-39-ghep-cot.yaml', 'nhom'] as const),
    );
    expect(differences(found, codes)).toEqual([]);
    expect(found.methods.map(({ name }) => name)).toEqual([
      'Tỷ lệ hài lòng (“hài lòng” và “rất hài lòng” trên số người có ý kiến)',
      'Điểm bình quân so với mức cao nhất (điểm / 5)',
    ]);
    expect(found.rows.find(({ code }) => code === '1.1')?.name).toContain('thông tin chính sách');
  });

  test('an index after PAPI: sub-dimensions and their dimension, with skips and "don’t know"', async () => {
    const codes = ['1.1', '1.2', '1.3', '1.4', '1'].map((code) => `thang-10 ${code}`);
    const found = await indexOf(
      ...(['minh-ha.csv', 'minh-ha-thiet-ke.yaml', 'minh-ha.yaml', 'minh-ha-ghep-cot.yaml', 'khu_vuc'] as const),
    );
    expect(differences(found, codes)).toEqual([]);
    expect(found.rows.filter(({ estimate }) => estimate === null)).toEqual([]);
  });
});

/** The lines of a published table: label, scale, a figure per province ("KCDL" and blanks are none). */
function publishedTable(year: number): { label: string; figures: (number | null)[] }[] {
  return parseCsv(readFileSync(sharedPath('reference', 'papi', `indicators_${year}_vi.csv`), 'utf8'))
    .slice(1)
    .map(([label = '', , ...figures]) => ({
      label: label.trim(),
      figures: figures.map((figure) => (figure === '' || !Number.isFinite(Number(figure)) ? null : Number(figure))),
    }));
}

const parseCsv = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );

/** Published figures have the seven digits of a single-precision number, and a sub-dimension is near 2. */
const rounding = 2.5e-7;

const provinces = Array.from({ length: 63 }, (_, province) => province);

describe.skipIf(!sharedAvailable).each([
  [
    2018,
    { '1.1': 63, '3.2': 63, '3.3': 63, '4.1': 61, '4.3': 61, '7.1': 63, '7.2': 63, '7.3': 63, '8.1': 63, '8.2': 63 },
  ],
  [
    2019,
    { '1.1': 63, '3.2': 63, '3.3': 63, '4.1': 63, '4.2': 63, '4.3': 63, '7.2': 63, '7.3': 63, '8.1': 63, '8.2': 63 },
  ],
])('the published tables of PAPI %i', (year, count) => {
  const framework = parseIndexFramework(samples(`papi-${year}.yaml`), `papi-${year}.yaml`);
  const table = sharedAvailable ? publishedTable(year) : [];
  const lines = new Map<string, (number | null)[] | undefined>();
  const figureOf = (start: string, province: number): number | null => {
    if (!lines.has(start)) lines.set(start, table.find(({ label }) => label.startsWith(start))?.figures);
    return lines.get(start)?.[province] ?? null;
  };
  const method = { share: null, rescale: null };

  test('sub-dimensions follow from their indicators', () => {
    const names = new Map(nodesOf(framework.root).map(({ code, name }) => [code, name ?? code]));
    const compared = Object.keys(count).map((code) => {
      const off = provinces.flatMap((province) => {
        const scores = scoreIndex(framework, method, (leaf) => figureOf(names.get(leaf) ?? leaf, province));
        const [score, published] = [scores.get(code) ?? null, figureOf(`${code}:`, province)];
        return score === null || published === null ? [] : [Math.abs(score - published)];
      });
      return [code, Math.max(...off) <= rounding ? off.length : Math.max(...off)];
    });
    expect(Object.fromEntries(compared)).toEqual(count);
  });

  test('dimensions and the total are plain sums, and without a part there is no whole', () => {
    const leaf = (code: string): string => `{ code: '${code}' }`;
    const dimensions = framework.root.parts.map(
      ({ code, parts }) => `{ code: '${code}', parts: [${parts.map((part) => leaf(part.code)).join(', ')}] }`,
    );
    const sums = parseIndexFramework(
      `{ index: PAPI, version: '${year}', source: x, methods: [{ id: a, name: a, unit: a }], levels: [{ combine: sum }, { combine: sum }], parts: [${dimensions.join(', ')}] }`,
      'sums',
    );
    let whole = 0;
    for (const province of provinces) {
      const scores = scoreIndex(sums, method, (code) => figureOf(`${code}:`, province));
      const published = [...'12345678'].map((code) => [code, figureOf(`Chỉ số nội dung ${code}:`, province)] as const);
      for (const [code, figure] of [...published, ['total', figureOf('Chỉ số PAPI', province)] as const]) {
        if (code === 'total' && year === 2019) continue;
        if (figure === null) expect(scores.get(code)).toBeNull();
        else expect(Math.abs((scores.get(code) ?? Number.NaN) - figure)).toBeLessThan(2e-5);
        if (figure !== null) whole++;
      }
    }
    expect(whole).toBeGreaterThan(480);
  });
});
