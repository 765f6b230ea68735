import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openMicrodata } from './open.ts';
import { folderForThisTest, microdataForThisTest, parquetForThisTest } from './testing.ts';

const many =
  "select i as id, i % 7 as p, if(i % 3 = 0, null, i / 4) as y, 'Xã ' || (i % 2) as commune from range(5000) t(i)";

it('answers column by column: numbers as doubles with NaN for what is not there, everything else as it is', async () => {
  const { scan, columns } = await microdataForThisTest(`
    select 1::tinyint a, null::bigint b, 9007199254740992::bigint c, 1.25::decimal(9, 2) d, 2.5::float e, true f,
      'Hà Nội' g, date '2026-05-01' h, (-3)::bigint i, null::varchar j, 7::utinyint k`);
  const answer = await scan('select * replace (cast(c as hugeint) as c) from responses');
  const all = Object.fromEntries(columns.map(({ name }) => [name, [...Array.from(answer.column(name))]]));
  expect(all).toEqual({
    ...{ a: [1], b: [Number.NaN], c: [9007199254740992], d: [1.25], e: [2.5], f: [true], g: ['Hà Nội'] },
    ...{ h: ['2026-05-01'], i: [-3], j: [null], k: [7] },
  });
  expect(answer.column('b')).toBeInstanceOf(Float64Array);
  expect(columns.map(({ type }) => type).slice(0, 4)).toEqual(['TINYINT', 'BIGINT', 'BIGINT', 'DECIMAL(9,2)']);
  expect(() => answer.column('nowhere')).toThrow('nowhere');
});

it('answers with more rows than one part of an answer holds, each where it belongs', async () => {
  const { scan } = await microdataForThisTest(many);
  const answer = await scan('select id, y, commune from responses order by id');
  expect(answer.rows).toBe(5000);
  const [ids, ys, communes] = ['id', 'y', 'commune'].map((name) => answer.column(name));
  for (const at of [0, 1, 2047, 2048, 2049, 4999]) {
    expect(ids?.[at]).toBe(at);
    expect(ys?.[at]).toEqual(at % 3 === 0 ? Number.NaN : at / 4);
    expect(communes?.[at]).toBe(`Xã ${at % 2}`);
  }
});

it('reads its own file and nothing else, and runs nothing but one SELECT', async () => {
  const folder = await folderForThisTest();
  await writeFile(join(folder, 'secret.csv'), 'a\n1\n');
  const { scan } = await microdataForThisTest(many);
  const refused = [
    `select * from read_csv('${join(folder, 'secret.csv')}')`,
    `copy (select 1) to '${join(folder, 'out.csv')}'`,
    'drop view responses',
    "set memory_limit = '8GB'",
    'select 1; select 2',
    "attach ':memory:' as other",
  ];
  for (const sql of refused) await expect(scan(sql)).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['secret.csv']);
  expect((await scan('select count(*) n from responses')).column('n')[0]).toBe(5000);
});

it('runs scans that are asked for together one after the other', async () => {
  const { scan } = await microdataForThisTest(many);
  const answers = await Promise.all([1, 2, 3, 4].map((k) => scan(`select sum(id) * ${k} as s from responses`)));
  expect(answers.map(({ column }) => column('s')[0])).toEqual([1, 2, 3, 4].map((k) => (k * 5000 * 4999) / 2));
});

it('is one relation of several parts with the same columns in any order', async () => {
  const folder = await folderForThisTest();
  const first = await parquetForThisTest('select 1 as a, 2 as b', 'first.parquet', folder);
  const second = await parquetForThisTest('select 4.5 as b, 3 as a', 'second.parquet', folder);
  const { scan, close } = await openMicrodata({ file: [first, second] });
  onTestFinished(close);
  const answer = await scan('select sum(a) a, sum(b) b from responses');
  expect([answer.column('a')[0], answer.column('b')[0]]).toEqual([4, 6.5]);
  const other = await parquetForThisTest('select 1 as a', 'other.parquet', folder);
  await expect(openMicrodata({ file: [first, other] })).rejects.toMatchObject({
    code: 'survey-parts-differ',
    details: { name: 'other.parquet', column: 'b' },
  });
});

it('stops a scan in its midst, and takes its folder away at the end', async () => {
  const stop = new AbortController();
  const folder = await folderForThisTest();
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const file = await parquetForThisTest(many);
  const { scan, close } = await openMicrodata({ file, signal: stop.signal });
  const running = scan('select count(*) n from responses a, responses b, responses c where a.y * b.y + c.y = 3');
  const waiting = scan('select 1 as one');
  stop.abort(new Error('told to stop'));
  await expect(running).rejects.toThrow('told to stop');
  await expect(waiting).rejects.toThrow('told to stop');
  expect((await readdir(folder)).filter((name) => name.startsWith('thang-microdata-'))).toHaveLength(1);
  await close();
  expect((await readdir(folder)).filter((name) => name.startsWith('thang-microdata-'))).toEqual([]);
});

it('says what is wrong with a file that is no Parquet, and with a question that needs too much memory', async () => {
  const file = join(await folderForThisTest(), 'a.parquet');
  await writeFile(file, 'PAR1 no');
  await expect(openMicrodata({ file })).rejects.toMatchObject({ code: 'survey-file-damaged' });
  const small = await openMicrodata({ file: await parquetForThisTest(many), memoryMegabytes: 30, threads: 1 });
  onTestFinished(small.close);
  await expect(
    small.scan('select list(a.commune || b.commune || a.id || b.id) l from responses a, responses b'),
  ).rejects.toMatchObject({ code: 'survey-too-large' });
});
