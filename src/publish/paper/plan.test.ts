import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { Duty, Group, Reading, Task } from '../../plan/model.ts';
import { readPlan } from '../../plan/read.ts';
import { lint } from '../lint/lint.ts';
import type { Row } from './model.ts';
import { planPaper } from './plan.ts';
import { signatureOf } from './signature.ts';
import { day } from './testing.ts';
import { writeDocx } from './write-docx.ts';

const source = { page: null, table: null, row: null, line: null };
const task = (text: string, change: Partial<Task> = {}): Task => ({
  ...{ index: 'PAR INDEX', dimension: 'I', component: null, codes: [], text, result: null },
  ...{ lead: ['Sở Nội vụ'], implement: [], cooperate: [], monitor: [], time: null, schedule: null, targets: [] },
  ...{ source, fields: {}, notes: [] },
  ...change,
});
const group = (name: string, change: Partial<Group> = {}): Group => ({
  ...{ index: 'PAR INDEX', dimension: 'I', name, directive: null, agencies: [] },
  ...change,
});
const empty: Reading = {
  document: {
    ...{ type: null, number: null, symbol: null, date: null, year: null, place: null, issuer: null, title: null },
    ...{ signer: null, indices: [], references: [], addressees: [], recipients: [], results: [], goals: [] },
  },
  ...{ duties: [], reporting: [], groups: [], tasks: [], warnings: [] },
};
const rowsOf = (reading: Reading): string[] => {
  const block = planPaper(reading).appendices[0]?.blocks[0];
  const rows: Row[] = block?.kind === 'table' ? block.table.rows : [];
  return rows.map((row) => (row.kind === 'group' ? `# ${row.name}` : (row.cells.find((cell) => cell)?.lines[0] ?? '')));
};
const under = (row: number): Task['fields'] => ({
  dimension: { confidence: 1, source: { ...source, table: 1, row, cell: 'c' } },
});

describe('a reading as the plan it came from', () => {
  it('is a paper even where nothing was read', async () => {
    const bytes = await writeDocx(planPaper(empty), day);
    const { document, tasks, duties } = readPlan(await readDocument(bytes));
    expect([document.type, tasks, duties]).toEqual(['Kế hoạch', [], []]);
    expect(document.title).toBe('Nâng cao chất lượng quản trị và hành chính công');
    expect(
      lint(bytes, { name: 'x.docx' }).findings.filter(({ severity }) => severity === 'open').length,
    ).toBeGreaterThan(0);
  });

  it('opens a group before the first task of its dimension, one inside another before the task of its name', () => {
    const groups = [
      group('CHỈ ĐẠO'),
      group('Kế hoạch CCHC'),
      group('Kiểm tra CCHC'),
      group('THỂ CHẾ', { dimension: 'II' }),
    ];
    const tasks = [
      task('a', { component: 'Kế hoạch CCHC' }),
      task('b', { component: 'Kế hoạch CCHC' }),
      task('c', { component: 'Kiểm tra CCHC' }),
      task('d', { dimension: 'II' }),
    ];
    const rows = rowsOf({ ...empty, groups, tasks: tasks.map((one) => ({ ...one, component: null, text: one.text })) });
    expect(rows).toEqual(['# CHỈ ĐẠO', 'a', 'b', 'c', '# Kế hoạch CCHC', '# Kiểm tra CCHC', '# THỂ CHẾ', 'd']);
    expect(rowsOf({ ...empty, groups, tasks: tasks.slice(0, 3) })).toEqual([
      ...['# CHỈ ĐẠO', '# Kế hoạch CCHC', 'a', 'b', '# Kiểm tra CCHC', 'c', '# THỂ CHẾ'],
    ]);
  });

  it('keeps tasks under headings of no known dimension, where the document says which stood where', () => {
    const themes = [group('Tuyên truyền', { dimension: null }), group('Kiểm tra', { dimension: null })];
    const own = { dimension: null, index: null } as const;
    const place = (table: number, row: number) => ({ ...source, table, row });
    const tasks = [
      task('a', { ...own, source: place(1, 3), fields: under(2) }),
      task('b', { ...own, source: place(1, 4), fields: under(2) }),
      task('c', { ...own, source: place(1, 6), fields: under(5) }),
    ];
    const groups = themes.map((one) => ({ ...one, index: null }));
    expect(rowsOf({ ...empty, groups, tasks })).toEqual(['# Tuyên truyền', 'a', 'b', '# Kiểm tra', 'c']);
  });

  it('prints an understood time where the words of the plan are gone', () => {
    const [paper] = planPaper({
      ...empty,
      tasks: [task('a', { schedule: { kind: 'recurring', every: 'quarter' } })],
    }).appendices;
    expect(JSON.stringify(paper)).toContain('Hằng quý');
  });

  it('opens with a single ground, and lists several', () => {
    const reference = (number: string) => ({ number, date: '2025-12-19', issuer: 'Tỉnh ủy' });
    const of = (numbers: string[]) =>
      planPaper({ ...empty, document: { ...empty.document, issuer: 'Sở Nội vụ', references: numbers.map(reference) } });
    expect(of(['15-NQ/TU']).bases).toEqual([]);
    expect(of(['15-NQ/TU']).blocks[0]).toMatchObject({
      text: 'Thực hiện Nghị quyết số 15-NQ/TU ngày 19 tháng 12 năm 2025 của Tỉnh ủy, Sở Nội vụ ban hành Kế hoạch với các nội dung sau:',
    });
    expect(of(['15-NQ/TU', '72/2025/QH15']).bases.map((text) => text.at(-1))).toEqual([';', '.']);
  });

  it('gives items of others their own line, and an order without a number its sentence', () => {
    const item = (text: string, agencies: string[] = []) => ({ text, agencies, schedule: null, targets: [] });
    const duty = (change: Partial<Duty>): Duty => ({
      section: '1',
      modality: 'assign',
      agencies: ['Sở Nội vụ'],
      items: [],
      ...change,
    });
    const duties = [
      duty({ items: [item('Theo dõi, đôn đốc.'), item('Họp dân.', ['UBND cấp xã'])] }),
      duty({ section: null, items: [item('tăng cường kiểm tra các đơn vị.')] }),
    ];
    const texts = JSON.stringify(planPaper({ ...empty, duties }).blocks);
    expect(texts).toContain('"UBND cấp xã:"');
    expect(texts).toContain('"level":2,"items":["Họp dân."]');
    expect(texts).toContain('"Yêu cầu Sở Nội vụ tăng cường kiểm tra các đơn vị."');
  });
});

describe('the lines above a signature', () => {
  it.each([
    [{ name: 'A', title: 'Phó Chủ tịch', onBehalfOf: 'Ủy ban nhân dân' }, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH']],
    [{ name: 'A', title: 'Chủ tịch', onBehalfOf: 'Ủy ban nhân dân' }, ['TM. ỦY BAN NHÂN DÂN']],
    [{ name: 'A', title: 'Phó Giám đốc', onBehalfOf: 'Giám đốc' }, ['KT. GIÁM ĐỐC']],
    [{ name: 'A', title: 'Chánh Văn phòng', onBehalfOf: 'Chủ tịch' }, ['TL. CHỦ TỊCH']],
    [{ name: 'A', title: 'Giám đốc', onBehalfOf: null }, []],
  ])('of %j', (signer, authority) => {
    expect(signatureOf({ signer, issuer: null }).authority).toEqual(authority);
  });

  it.each([
    ['UBND xã Tân Lập', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['Sở Nội vụ', ['GIÁM ĐỐC']],
    ['Hội Nông dân tỉnh', ['']],
    [null, ['']],
  ])('of %s while nobody is named', (issuer, lines) => {
    const { authority, title, name } = signatureOf({ signer: null, issuer });
    expect([...authority, title]).toEqual(lines);
    expect(name).toBeNull();
  });
});
