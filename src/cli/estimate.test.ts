import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { folderForThisTest } from '../store/microdata/testing.ts';
import type { Estimates } from '../survey/model.ts';
import { thang, thangApart } from './testing.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples', 'survey');
const data = join(samples, 'minh-ha.csv');
const design = join(samples, 'minh-ha-thiet-ke.yaml');
const asked = ['--design', design];
const labels = `title: Khảo sát người dân
variables:
  tuoi: { label: Tuổi }
  q001: { label: Đã nghe nói, choices: { 0: Không, 1: Có } }
  q004: { missing: { 88: Không biết, 99: Từ chối } }
`;

async function estimates(...args: string[]): Promise<Estimates> {
  const { status, stdout, stderr } = await thang('estimate', ...args, '--json');
  // Where the machine is busy, standard error says that it goes on.
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Estimates;
}

async function refused(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await thang('estimate', ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  return stderr;
}

/** Four villages in two strata: figures that are reckoned by hand. */
const small = 'tang,thon,w,y,q\n1,a,2,1,x\n1,b,2,3,y\n2,c,1,10,x\n2,d,1,14,z\n';
const smallDesign = 'strata: tang\npsu: thon\nweight: w\n';

async function folderOf(files: Record<string, string>): Promise<(name: string) => string> {
  const folder = await folderForThisTest();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return (name) => join(folder, name);
}

describe('thang estimate', () => {
  it('prints the design found and a row for each figure of each group, as JSON', async () => {
    const at = await folderOf({ 'a.csv': small, 'd.yaml': smallDesign });
    const { design: found, rows } = await estimates(
      ...[at('a.csv'), '--design', at('d.yaml'), '--of', 'mean:y', '--of', 'proportion:q=x', '--by', '.,tang'],
    );
    expect(found).toMatchObject({ respondents: 4, strata: 2, psus: 4, df: 2, method: 'taylor', level: 0.95 });
    expect(rows.map(({ variable, statistic, by, n }) => ({ variable, statistic, by, n }))).toEqual(
      ['mean', 'proportion=x'].flatMap((statistic) => [
        { variable: statistic === 'mean' ? 'y' : 'q', statistic, by: {}, n: 4 },
        { variable: statistic === 'mean' ? 'y' : 'q', statistic, by: { tang: 1 }, n: 2 },
        { variable: statistic === 'mean' ? 'y' : 'q', statistic, by: { tang: 2 }, n: 2 },
      ]),
    );
    // Σwy/Σw = 32/6; residuals w(y − ȳ)/Σw by village, spread within each stratum of two: Σ (e₁ − e₂)².
    const [whole] = rows;
    expect(whole?.estimate).toBeCloseTo(32 / 6, 12);
    expect(whole?.se).toBeCloseTo(Math.sqrt((4 / 6) ** 2 + (4 / 6) ** 2), 12);
  });

  it('leaves out codes that the dictionary declares to be no answer, and no others', async () => {
    const at = await folderOf({ 'labels.yaml': labels });
    const ask = [data, ...asked, '--of', 'mean:q004'];
    const [said] = (await estimates(...ask, '--dictionary', at('labels.yaml'))).rows;
    const [unsaid] = (await estimates(...ask)).rows;
    expect(said?.n).toBe(758);
    expect(unsaid?.n).toBe(768);
    expect(said?.estimate).toBeLessThan(1);
    expect(unsaid?.estimate).toBeGreaterThan(1);
  });

  it('tells a person in Vietnamese, with labels and warnings in words', async () => {
    const at = await folderOf({ 'labels.yaml': labels, 'd.yaml': 'strata: khu_vuc\npsu: xa\nweight: quyen_so\n' });
    const ask = [data, '--design', at('d.yaml'), '--dictionary', at('labels.yaml'), '--table'];
    const { stdout } = await thang('estimate', ...ask, '--of', 'proportion:q001=1', '--by', 'gioi');
    for (const part of ['Khảo sát người dân', 'Tỷ lệ “Có”: Đã nghe nói', 'Khoảng tin cậy 95%', 'Nữ', '42 bậc tự do'])
      expect(stdout).toContain(part);
    const few = await thang('estimate', ...ask, '--of', 'mean:tuoi', '--by', 'xa', '--only', 'gioi=Nữ');
    expect(few.stdout.replaceAll('\n', ' ')).toMatch(/! Trung bình: Tuổi, Xã 1: .*chỉ có \d+ người trả lời/);
  });

  it('keeps back what rests on fewer than the design names, and only then', async () => {
    const text = `${smallDesign}minimum: { respondents: 3 }\n`;
    const at = await folderOf({ 'a.csv': small, 'open.yaml': smallDesign, 'kept.yaml': text });
    const ask = [at('a.csv'), '--of', 'mean:y', '--by', 'tang'];
    const open = await estimates(...ask, '--design', at('open.yaml'));
    expect(open.rows.map(({ estimate }) => estimate)).toEqual([2, 12]);
    const kept = await thang('estimate', ...ask, '--design', at('kept.yaml'), '--json');
    expect(kept.stdout).not.toContain('"estimate":2');
  });

  it('takes parts of one survey, a folder, a workbook and an SPSS file for the same answers', async () => {
    const [head = '', ...lines] = small.trim().split('\n');
    const half = (from: number) => `${[head, ...lines.slice(from, from + 2)].join('\n')}\n`;
    const at = await folderOf({ '1.csv': half(0), '2.csv': half(2), 'd.yaml': smallDesign, 'a.csv': small });
    const rows = [head, ...lines].map((line) =>
      line.split(',').map((cell) => ({ value: /^\d+$/.test(cell) ? Number(cell) : cell })),
    );
    await writeExcelFile(rows as SheetData).toFile(at('a.xlsx'));
    const ask = ['--design', at('d.yaml'), '--of', 'mean:y'];
    const whole = await estimates(at('a.csv'), ...ask);
    for (const files of [[at('1.csv'), at('2.csv')], [at('a.xlsx')]])
      expect((await estimates(...files, ...ask)).rows).toEqual(whole.rows);
    const spss = join(samples, '..', '..', 'test', 'peers', 'survey', 'sav', 'packed.sav');
    const simple = await folderOf({ 'd.yaml': 'weight: null' });
    const [answered] = (await estimates(spss, '--design', simple('d.yaml'), '--of', 'mean:hai_long')).rows;
    // 5 and −9 are answers; 88 is declared to be none, and one is missing.
    expect(answered).toMatchObject({ n: 2, estimate: -2 });
  });

  it('reads labels and codes of no answer from an XLSForm questionnaire', async () => {
    const at = await folderOf({ 'a.csv': 'q1,tuoi\n1,30\n2,40\n88,999\n', 'd.yaml': 'weight: null' });
    const sheet = (rows: string[][]): SheetData => rows.map((row) => row.map((value) => ({ value })));
    await writeExcelFile([
      {
        sheet: 'survey',
        data: sheet([
          ['type', 'name', 'label', 'missing'],
          ['select_one hl', 'q1', 'Ông bà có hài lòng?', ''],
          ['integer', 'tuoi', 'Tuổi', '999=Không nhớ'],
        ]),
      },
      {
        sheet: 'choices',
        data: sheet([
          ['list_name', 'name', 'label', 'missing'],
          ['hl', '1', 'Có', ''],
          ['hl', '2', 'Không', ''],
          ['hl', '88', 'Không biết', 'x'],
        ]),
      },
    ]).toFile(at('form.xlsx'));
    const { rows } = await estimates(
      ...[
        at('a.csv'),
        '--design',
        at('d.yaml'),
        '--xlsform',
        at('form.xlsx'),
        '--of',
        'proportion:q1=1',
        '--of',
        'mean:tuoi',
      ],
    );
    expect(rows.map(({ n, estimate }) => ({ n, estimate }))).toEqual([
      { n: 2, estimate: 0.5 },
      { n: 2, estimate: 35 },
    ]);
  });

  it('repeats a bootstrap by its seed', async () => {
    const run = (seed: string) =>
      estimates(data, ...asked, '--of', 'mean:tuoi', '--method', 'bootstrap:30', '--seed', seed);
    const [one, again, other] = [await run('5'), await run('5'), await run('6')];
    expect(again.rows[0]?.se).toBeCloseTo(one.rows[0]?.se ?? 0, 10);
    expect(other.rows[0]?.se).not.toBeCloseTo(one.rows[0]?.se ?? 0, 6);
  });

  it('refuses what it cannot understand, and says what to do', async () => {
    const at = await folderOf({
      'words.csv': 'w,y\n1,ba\n1,2\n',
      'weights.csv': 'w,y\n,1\n-1,2\n0,3\n',
      'nan.csv': 'w,y\n1,NaN\n1,2\n',
      'd.yaml': 'weight: w',
      'typo.yaml': 'wieght: w',
      'data.dta': '<stata_dta>',
    });
    const ask = (file: string, of: string, ...more: string[]) =>
      refused(at(file), '--design', at('d.yaml'), '--of', of, ...more);
    expect(await ask('words.csv', 'mean:y')).toMatch(/“y” có giá trị không phải là số \(ví dụ “ba”\)/);
    expect(await ask('weights.csv', 'mean:y')).toMatch(/1 dòng trống, 2 dòng bằng 0 hoặc âm/);
    expect(await ask('nan.csv', 'mean:y')).toMatch(/“NaN”/);
    expect(await ask('weights.csv', 'mean:yy')).toMatch(/Có phải là “y”/);
    expect(await ask('weights.csv', 'trung-binh:y')).toMatch(/mean:y1,y2/);
    expect(await ask('weights.csv', 'mean:y', '--level', '95')).toMatch(/0\.95/);
    expect(await ask('weights.csv', 'mean:y', '--interval', 'wald')).toMatch(/logit, beta, wilson, mean/);
    expect(await ask('weights.csv', `mean:${Array.from({ length: 501 }, () => 'y').join(',')}`)).toMatch(
      /500 chỉ tiêu/,
    );
    expect(await ask('data.dta', 'mean:y')).toMatch(/export delimited/);
    expect(await ask('nowhere.csv', 'mean:y')).toMatch(/nowhere\.csv/);
    expect(await refused(at('words.csv'), '--design', at('typo.yaml'), '--of', 'mean:w')).toMatch(/mục lạ “wieght”/);
    expect(await refused(at('words.csv'), '--of', 'mean:w')).toMatch(/--design/);
  });

  it('is a program of its own that prints nothing but its answer', async () => {
    const { status, stdout, stderr } = await thangApart(['estimate', data, ...asked, '--of', 'mean:tuoi', '--csv']);
    expect(status, stderr).toBe(0);
    expect(stdout.split('\r\n')[1]).toMatch(/^Trung bình: tuoi,Toàn bộ,4\d\./);
  });
});
