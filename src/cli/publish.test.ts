import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../document/read.ts';
import { readPlan } from '../plan/read.ts';
import { thang, thangApart } from './testing.ts';

const sample = join(import.meta.dirname, '..', '..', 'samples', 'minh-ha-2026.docx');
let folder = '';
const at = (name: string) => join(folder, name);
const readingOf = async (path: string) => readPlan(await readDocument(new Uint8Array(await readFile(path))));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-publish-'));
  await writeFile(at('plan.json'), JSON.stringify({ file: sample, ...(await readingOf(sample)) }));
  await writeFile(at('other.json'), '{"document": {}}');
  await writeFile(at('broken.json'), '{');
});
afterAll(() => rm(folder, { recursive: true }));

const publish = (...args: string[]) => thang('publish', ...args);

describe('thang publish', () => {
  it('writes a reading as a plan that reads back to the same tasks', async () => {
    const args = ['publish', at('plan.json'), '--as', 'plan', '--out', at('plan.docx')];
    expect(await thangApart(args)).toMatchObject({ status: 0, stderr: '' });
    const [before, after] = [await readingOf(sample), await readingOf(at('plan.docx'))];
    expect(after.tasks.length).toBe(28);
    expect(after.tasks.map(({ text }) => text)).toEqual(before.tasks.map(({ text }) => text));
  });

  it('writes a PDF and a workbook by the name of the file', async () => {
    await publish(at('plan.json'), '--out', at('plan.PDF'));
    await publish(at('plan.json'), '--out', at('plan.xlsx'));
    expect((await readFile(at('plan.PDF'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await readFile(at('plan.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['other.json', 'x.docx', 'sai ở /'],
    ['broken.json', 'x.docx', 'không theo hợp đồng đọc'],
    ['missing.json', 'x.docx', 'không có tệp này'],
    ['plan.json', 'x.odt', 'Lệnh không hiểu “'],
    ['plan.json', join('no-folder', 'x.docx'), 'Không ghi được'],
  ])('refuses %s → %s with a sentence that says what to do, and writes nothing', async (input, output, said) => {
    const before = await readdir(folder);
    const ran = await publish(at(input), '--out', at(output));
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(said);
    expect(await readdir(folder)).toEqual(before);
  });
});
