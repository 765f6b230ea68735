import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { readCells } from '../../platform/workbook.ts';
import { parseDictionary } from '../../survey/dictionary/declared.ts';
import type { Dictionary, ScanAnswer } from '../../survey/model.ts';
import { type ImportOptions, importSurvey } from './import.ts';
import { openMicrodata } from './open.ts';
import { folderForThisTest, parquetForThisTest } from './testing.ts';

const readers: ImportOptions['readers'] = {
  cells: async ({ path, name }) => readCells(await readFile(path), name),
  sav: async () => expect.unreachable(),
};

type Brought = { dictionary: Dictionary; answer: ScanAnswer };

async function bring(files: Record<string, string | Uint8Array>, more: Partial<ImportOptions> = {}): Promise<Brought> {
  const folder = await folderForThisTest();
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), content);
  }
  const into = join(folder, 'into.parquet');
  try {
    const dictionary = await importSurvey(paths, into, { readers, ...more });
    const { scan, close } = await openMicrodata({ file: into });
    onTestFinished(close);
    return { dictionary, answer: await scan('select * from responses') };
  } catch (error) {
    expect(existsSync(into)).toBe(false);
    throw error;
  }
}

const csv = (text: string | Uint8Array, more?: Partial<ImportOptions>) => bring({ 'du-lieu.csv': text }, more);
const typesOf = ({ dictionary }: Brought) => dictionary.variables.map(({ name, type }) => `${name}: ${type}`);
const valuesOf = ({ answer }: Brought, name: string) => Array.from(answer.column(name));

describe('a CSV file', () => {
  it('becomes columns of the type that all its cells have, codes with leading zeros staying codes', async () => {
    const brought = await csv(
      [
        '\ufeffmã,tuổi,điểm,ngày,có,họ,trống,dài,"một, hai"',
        '01, 35 ,1.5,2026-05-01,true,"Nguyễn ""A""",,1234567890123456,x',
        '\u00a079\t,-7,2,2026-05-02,FALSE,"hai\ndòng", ,1,y',
        '04,,,,,,,2,',
      ].join('\r\n'),
    );
    expect(typesOf(brought)).toEqual([
      ...['mã: text', 'tuổi: integer', 'điểm: number', 'ngày: date', 'có: boolean', 'họ: text'],
      ...['trống: number', 'dài: text', 'một, hai: text'],
    ]);
    expect(valuesOf(brought, 'mã')).toEqual(['01', '79', '04']);
    expect(valuesOf(brought, 'tuổi')).toEqual([35, -7, Number.NaN]);
    expect(valuesOf(brought, 'điểm')).toEqual([1.5, 2, Number.NaN]);
    expect(valuesOf(brought, 'có')).toEqual([true, false, null]);
    expect(valuesOf(brought, 'họ')).toEqual(['Nguyễn "A"', 'hai\ndòng', null]);
    expect(brought.dictionary).toMatchObject({ source: 'du-lieu.csv', rows: 3, title: null });
  });

  it('may be split by semicolons or tabs', async () => {
    expect(valuesOf(await csv('a;b\n1;2.5\n'), 'b')).toEqual([2.5]);
    expect(valuesOf(await csv('a\tb\n1\t2.5\n'), 'b')).toEqual([2.5]);
  });

  it('keeps what its dictionary says, and words that are no answer do not make a number a word', async () => {
    const declared = parseDictionary(
      `title: Khảo sát
variables:
  q1: { label: Hài lòng, choices: { 1: Có, 2: Không, 88: Không biết }, missing: { 88: Không biết, KB: Không biết } }
  q2: { type: text }`,
      'tu-dien.yaml',
    );
    const brought = await csv('q1,q2\n1,"1,2"\nKB,3\n88,"2,3"\n', { declared });
    expect(brought.dictionary.title).toBe('Khảo sát');
    expect(brought.dictionary.variables[0]).toEqual({
      ...{ name: 'q1', label: 'Hài lòng', type: 'integer' },
      choices: [
        { code: '1', label: 'Có' },
        { code: '2', label: 'Không' },
      ],
      missing: [
        { code: '88', label: 'Không biết' },
        { code: 'KB', label: 'Không biết' },
      ],
    });
    expect(valuesOf(brought, 'q1')).toEqual([1, Number.NaN, 88]);
    expect(valuesOf(brought, 'q2')).toEqual(['1,2', '3', '2,3']);
  });

  it.each<[string, string | Uint8Array, string, object]>([
    ['decimal commas', 'a;b\n1;2,5\n2;3\n', 'survey-decimal-comma', { column: 'b', example: '2,5', rows: 1 }],
    ['thousands with points and a comma', 'a;b\n1;1.234,5\n', 'survey-decimal-comma', { example: '1.234,5' }],
    ['thousands with commas', 'a;b\n1;"1,234,567"\n', 'survey-decimal-comma', { example: '1,234,567' }],
    ['decimal commas in cells split by commas', 'a,b\n1,2,5\n', 'survey-csv-wrong', { columns: 2 }],
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', 'survey-csv-wrong', {}],
    ['a line too short', 'a,b,c\n1,2,3\n1,2\n', 'survey-csv-wrong', { line: 3, columns: 3 }],
    ['Windows-1258', Buffer.from('t\xean,b\nNguy\xean,1\n', 'latin1'), 'survey-encoding', {}],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), 'survey-encoding', {}],
    [
      'bytes that are no text far within',
      Buffer.concat([Buffer.from(`a\n${'1\n'.repeat(9000)}`), Buffer.from([255])]),
      'survey-encoding',
      {},
    ],
    ['columns of one name', 'a,A\n1,2\n', 'survey-columns-alike', { first: 'a', second: 'A' }],
    ['a column without a name', 'a,,c\n1,2,3\n', 'survey-column-nameless', { position: 2 }],
    ['names alone', 'a,b\n', 'survey-no-rows', {}],
    ['nothing', '', 'survey-no-rows', {}],
    [
      'thousands of columns',
      `${Array.from({ length: 3001 }, (_, i) => `c${i}`).join(',')}\n`,
      'survey-too-many-columns',
      {},
    ],
    ['a line without end', `a,b\n${'x'.repeat(5_000_000)}`, 'survey-csv-wrong', {}],
  ])('with %s is refused, and nothing is written', async (_what, text, code, details) => {
    await expect(csv(text)).rejects.toMatchObject({ code, details });
  });

  it('is refused where a dictionary says number and a cell says otherwise, or names a column that is not there', async () => {
    const say = (text: string) => ({ declared: parseDictionary(text, 'tu-dien.yaml') });
    await expect(csv('q1\n1\nba\n', say('variables: { q1: { type: integer } }'))).rejects.toMatchObject({
      code: 'survey-column-not-number',
      details: { column: 'q1', example: 'ba' },
    });
    await expect(csv('q1\n1\n', say('variables: { Q2: { missing: [88] } }'))).rejects.toMatchObject({
      code: 'survey-column-unknown',
      details: { column: 'Q2', near: ['q1'] },
    });
  });

  it('with hundreds of columns is taken within little memory', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `cot_${i}`);
    const line = names.map((_, i) => i % 10).join(',');
    const brought = await csv(`${names.join(',')}\n${`${line}\n`.repeat(20)}`, { memoryMegabytes: 200 });
    expect(brought.dictionary.variables).toHaveLength(400);
    expect(brought.answer.column('cot_399')[19]).toBe(9);
  });

  it('of any texts comes back as it was', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((one) => one.replaceAll('\0', '').normalize('NFC').trim());
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const quoted = texts.map((one) => `${'"'}x${one.replaceAll('"', '""')}"`);
        const brought = await csv(`a,b\n${quoted.map((one) => `1,${one}`).join('\n')}\n`);
        expect(valuesOf(brought, 'b')).toEqual(texts.map((one) => `x${one}`));
      }),
      shareOf(8, 300),
    );
  });
});

describe('other files', () => {
  it('of Parquet keep their types, wider ones made plain', async () => {
    const file = await parquetForThisTest(
      "select 1::smallint a, 1.5::decimal(9, 2) b, 'x' c, true d, date '2026-01-02' e, timestamp '2026-01-02 03:04:05' f",
    );
    const brought = await bring({ 'a.parquet': await readFile(file) });
    expect(typesOf(brought)).toEqual(['a: integer', 'b: number', 'c: text', 'd: boolean', 'e: date', 'f: text']);
    expect(valuesOf(brought, 'f')).toEqual(['2026-01-02 03:04:05']);
    const nested = await parquetForThisTest("select [1, 2] as list, {'a': 1} as struct");
    await expect(bring({ 'a.parquet': await readFile(nested) })).rejects.toMatchObject({
      code: 'survey-column-nested',
      details: { column: 'list' },
    });
  });

  it('of Parquet keep long codes as they are, and those too long are refused', async () => {
    const long = await parquetForThisTest('select (9007199254740992 + i)::decimal(20, 0) a from range(3) t(i)');
    const brought = await bring({ 'a.parquet': await readFile(long) });
    expect(new Set(valuesOf(brought, 'a')).size).toBe(3);
    for (const type of ['decimal(38, 0)', 'ubigint']) {
      const longer = await parquetForThisTest(`select '18446744073709551615'::${type} a`);
      await expect(bring({ 'a.parquet': await readFile(longer) })).rejects.toMatchObject({
        code: 'survey-text-in-numbers',
        details: { example: '18446744073709551615' },
      });
    }
  });

  it('in parts make one survey, and parts of other columns are refused', async () => {
    const brought = await bring({ 'a.csv': 'x,y\n1,2\n', 'b.csv': 'y;x\n2.5;3\n' });
    expect(typesOf(brought)).toEqual(['x: integer', 'y: number']);
    expect(valuesOf(brought, 'x').sort()).toEqual([1, 3]);
    await expect(bring({ 'a.csv': 'x,y\n1,2\n', 'b.csv': 'x,z\n1,2\n' })).rejects.toMatchObject({
      code: 'survey-parts-differ',
      details: { name: 'b.csv', column: 'z' },
    });
  });

  it('that are none of these are refused with what to do', async () => {
    await expect(bring({ 'a.dta': '<stata_dta>' })).rejects.toMatchObject({ code: 'survey-file-stata' });
    await expect(bring({ 'a.bin': 'abc' })).rejects.toMatchObject({ code: 'survey-file-unknown' });
    await expect(bring({ 'a.parquet': 'PAR1 and then nothing' })).rejects.toMatchObject({
      code: 'survey-file-damaged',
    });
    await expect(bring({ 'a.xlsx': 'PK no workbook' })).rejects.toMatchObject({ code: 'workbook-damaged' });
  });
});
