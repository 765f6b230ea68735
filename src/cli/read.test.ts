import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import Compile from 'typebox/schema';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sharedAvailable, sharedPath } from '../../test/shared.ts';
import { samplePlan } from '../api/testing.ts';
import { type Ran, thang, thangApart } from './testing.ts';

let folder = '';
const at = (...parts: string[]) => join(folder, ...parts);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-read-'));
  await mkdir(at('kho', 'xã'), { recursive: true });
  await writeFile(at('kho', 'a.html'), samplePlan);
  await writeFile(at('kho', 'xã', 'b.txt'), 'UBND XÃ\nSố: 3/KH-UBND\nKẾ HOẠCH\nNâng cao chỉ số PAPI năm 2026\n');
  await writeFile(at('kho', 'ghi-chú.jpg'), 'not for us');
  await writeFile(at('kho', '~$a.docx'), 'left by Word');
  await writeFile(at('rỗng.docx'), '');
});
afterAll(() => rm(folder, { recursive: true }));

/** What reads files is begun once; the cases that are about it, or about the program, call that. */
vi.mock('../platform/reader/reader.ts', async (actual) => {
  const real = await actual<typeof import('../platform/reader/reader.ts')>();
  const one = real.openReader();
  return { ...real, openReader: () => ({ ...one, close: async () => {} }) };
});

const lines = ({ stdout }: Ran) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('thang read', () => {
  it('prints the reading of one file, without a file key, and ends with 0', async () => {
    const ran = await thangApart(['read', at('kho', 'a.html')]);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toBe('');
    const reading = JSON.parse(ran.stdout);
    expect(Object.keys(reading)).toEqual(['document', 'duties', 'reporting', 'groups', 'tasks', 'warnings']);
    expect(reading.tasks).toHaveLength(3);
  });

  it('prints one reading per line for several, each with its file first', async () => {
    const ran = await thang('read', '--json', at('kho', 'a.html'), at('kho', 'xã', 'b.txt'));
    expect(ran.status).toBe(0);
    expect(lines(ran).map((reading) => [Object.keys(reading)[0], reading.file, reading.document.number])).toEqual([
      ['file', at('kho', 'a.html'), '12/KH-UBND'],
      ['file', at('kho', 'xã', 'b.txt'), '3/KH-UBND'],
    ]);
    expect(ran.stderr).toMatch(/^Đã đọc 2\/2 tệp, 3 nhiệm vụ, trong [\d,]+ giây\.\n$/);
  });

  it('takes from a folder and those in it what it knows', async () => {
    const ran = await thangApart(['read', 'kho'], { cwd: folder });
    expect(lines(ran).map(({ file }) => file)).toEqual([join('kho', 'a.html'), join('kho', 'xã', 'b.txt')]);
  });

  it('reads what it can, says of each other file why not, and ends with 2', async () => {
    const ran = await thang('read', at('rỗng.docx'), at('kho', 'a.html'), at('không-có.docx'));
    expect(ran.status).toBe(2);
    expect(lines(ran)).toHaveLength(1);
    expect(ran.stderr).toContain(`✗ ${at('rỗng.docx')}: Tệp “${at('rỗng.docx')}” không có nội dung.`);
    expect(ran.stderr).toContain(`✗ ${at('không-có.docx')}: Không mở được`);
    expect(ran.stderr).toContain('Đã đọc 1/3 tệp, 3 nhiệm vụ, 2 tệp không đọc được');
    expect(ran.stderr).not.toMatch(/ {4}at |node:/);
  });

  it('refuses a file beyond the limit without reading it', async () => {
    await writeFile(at('lớn.docx'), '');
    await truncate(at('lớn.docx'), 60 * 1_048_576);
    const ran = await thang('read', at('lớn.docx'));
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('(60 MB) vượt giới hạn 50 MB');
  });

  it('reads standard input', async () => {
    const ran = await thangApart(['read', '-', '--as', 'html'], { input: at('kho', 'a.html') });
    expect(JSON.parse(ran.stdout).tasks).toHaveLength(3);
  });

  it('goes on after a file made to exhaust memory, and stays small itself', { timeout: 120_000 }, async () => {
    await writeFile(at('phình.html'), `<html><p style="${'a:b;'.repeat(5_000_000)}">a`);
    await writeFile(at('số.docx'), Buffer.alloc(40_000_000));
    const ran = await thangApart(['read', at('phình.html'), at('số.docx'), at('kho', 'a.html')]);
    expect(ran.status).toBe(2);
    expect(lines(ran).at(-1)?.file).toBe(at('kho', 'a.html'));
    expect(ran.stderr).toContain(`✗ ${at('số.docx')}: `);
  });

  it('goes with its reading process when it is told to go', { timeout: 120_000 }, async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'read', '-']);
    // Its reading process is there once it has begun, however busy the machine is.
    const reading = () => Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8'));
    await expect.poll(reading, { timeout: 60_000 }).toBeGreaterThan(0);
    const reader = reading();
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(143);
    expect(() => process.kill(reader, 0)).toThrow('ESRCH');
  });

  it('says of a text that is no plan that it found none, and ends with 0', async () => {
    await writeFile(at('thư.txt'), 'Kính gửi anh Nam,\nHẹn gặp lại tuần sau.\n');
    const ran = await thang('read', at('thư.txt'));
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ tasks: [] });
    expect(JSON.parse(ran.stdout).warnings.length).toBeGreaterThan(0);
  });

  it('lays a table for people', async () => {
    const ran = await thang('read', '--table', at('kho', 'a.html'));
    expect(ran.stdout).toContain('Kế hoạch 12/KH-UBND ngày 15/01/2026');
    expect(ran.stdout).toMatch(/^#\s+Mã\s+Nhiệm vụ\s+Cơ quan\s+Thời gian$/m);
    expect(ran.stdout).toContain('Chủ trì: Sở Tài chính');
  });

  it('writes the tasks to a workbook that reads back', async () => {
    const ran = await thang('read', at('kho'), '--xlsx', at('ra.xlsx'));
    expect(ran).toMatchObject({ status: 0, stdout: '' });
    const [sheet] = (await readExcelFile(at('ra.xlsx'))) as unknown as { data: string[][] }[];
    const text = sheet?.data[0]?.indexOf('Nhiệm vụ') ?? -1;
    expect(sheet?.data.map((row) => row[text])).toEqual([
      'Nhiệm vụ',
      '– Công khai thông tin trên cổng thông tin điện tử.',
      'Niêm yết công khai thu, chi ngân sách tại trụ sở UBND xã.',
      'Nâng cao chất lượng khám, chữa bệnh ở tuyến cơ sở.',
    ]);
  });

  it.each([
    [['read']],
    [['read', 'kho', '--as', 'pdf']],
    [['read', 'kho', '--yaml']],
    [['read', 'không-có-thư-mục']],
    [['read', 'kho', '--xlsx', join('không-có', 'ra.xlsx')]],
    [['schema', 'plan']],
  ])('ends with 2 and a sentence for %j', async (args) => {
    const ran = await thang(...args.map((arg) => (arg === 'kho' ? at('kho') : arg)));
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/^✗ .+\n/m);
  });
});

describe('thang schema reading', () => {
  it('is a JSON Schema that holds for what is read, and for nothing less', async () => {
    const schema = JSON.parse((await thang('schema', 'reading')).stdout);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:thang:schema:reading',
      title: 'Reading',
    });
    const files = sharedAvailable ? [sharedPath('plans', 'ninh-thuan-2020.docx')] : [];
    const readings = lines(await thang('read', at('kho'), ...files));
    const check = Compile.Compile(schema);
    for (const { file: _, ...reading } of readings) {
      expect(check.Check(reading)).toBe(true);
      const { tasks: __, ...rest } = reading;
      expect(check.Check(rest)).toBe(false);
    }
  });
});
