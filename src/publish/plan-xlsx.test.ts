import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Reading, Task } from '../plan/model.ts';
import { planXlsx } from './plan-xlsx.ts';

const source = { page: null, table: null, row: null, line: null };
const task = (change: Partial<Task>): Task => ({
  ...{ index: 'PAPI', dimension: 2, component: null, codes: ['2.1'], text: 'Niêm yết', result: null },
  ...{ lead: [], implement: [], cooperate: [], monitor: [], time: null, schedule: null, targets: [] },
  ...{ source, fields: {}, notes: [] },
  ...change,
});
const reading = (tasks: Task[]): Reading => ({
  document: {
    ...{ type: 'Kế hoạch', number: null, symbol: null, date: null, year: 2026, place: null, issuer: null, title: null },
    ...{ signer: null, indices: [], references: [], addressees: [], recipients: [], results: [], goals: [] },
  },
  ...{ duties: [], reporting: [], groups: [], tasks, warnings: [] },
});
const partsOf = async (tasks: Task[]) => {
  const files = unzipSync(await planXlsx(reading(tasks)));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return {
    matrix: part('xl/worksheets/sheet1.xml'),
    counts: part('xl/worksheets/sheet2.xml'),
    words: part('xl/sharedStrings.xml'),
  };
};
const formulas = (sheet: string) =>
  [...sheet.matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)<\/f>/g)].map(([, cell, formula]) => [cell, formula]);

describe('a plan as a workbook', () => {
  it('keeps the heads of both sheets in sight and counts by formulas', async () => {
    const { matrix, counts } = await partsOf([
      task({ lead: ['Sở Nội vụ', 'Sở Y tế'] }),
      task({ lead: ['Sở Y tế'], cooperate: ['Sở Nội vụ'] }),
    ]);
    expect(matrix).toContain('ySplit="1"');
    expect(counts).toContain('ySplit="1"');
    const found = Object.fromEntries(formulas(counts));
    expect(found.B2).toContain(`'Ma trận nhiệm vụ'!$G$2:$G$3`);
    expect(found.F2).toBe('SUM(B2:E2)');
    expect(found.B4).toBe('SUM(B2:B3)');
    expect(found.B5).toContain('COUNTBLANK(');
    expect(found.B6).toBe(`COUNTA('Ma trận nhiệm vụ'!$E$2:$E$3)`);
  });

  it('holds a plan without any task', async () => {
    const { counts } = await partsOf([]);
    expect(Object.values(Object.fromEntries(formulas(counts)))).toEqual([
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
    ]);
  });

  it('keeps names that look like formulas text', async () => {
    const { words } = await partsOf([task({ lead: ['=HYPERLINK("x")'] })]);
    expect(words).toContain("'=HYPERLINK");
  });
});
