import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import { readPlan } from '../read.ts';
import { firstIds, foldReview, type ReviewAct } from '../review.ts';
import { learnFrom } from './learn.ts';
import { agencyKey, codeKey, headerKey, type Lessons, noLessons } from './model.ts';

const page = (header: string, rows: [component: string, text: string, who: string][]) => `
<p>ỦY BAN NHÂN DÂN TỈNH MINH HÀ</p><p>Số: 1/KH-UBND</p><p>Minh Hà, ngày 15 tháng 01 năm 2026</p>
<p><b>KẾ HOẠCH</b></p><p><b>Nâng cao Chỉ số PAPI năm 2026</b></p>
<table><tr><th>STT</th><th>Nội dung thành phần</th><th>Nhiệm vụ</th>${header}</tr>
${rows.map(([component, text, who], i) => `<tr><td>${i + 1}</td><td>${component}</td><td>${text}</td>${who}</tr>`).join('')}
</table>`;
const documentOf = (html: string) => readDocument(new TextEncoder().encode(html), { name: 'a.html' });
const one = (header: string, ...names: string[]) =>
  documentOf(
    page(
      `<th>${header}</th><th>Thời gian</th>`,
      names.map((name, i) => ['Tiếp cận thông tin', `Công khai việc thứ ${i + 1}.`, `<td>${name}</td><td>Quý I</td>`]),
    ),
  );
const lessons = (some: Partial<Lessons>): Lessons => ({ ...noLessons, ...some });

describe('reading with lessons', () => {
  it('takes a column for what it was said to be', async () => {
    const document = await one('Nơi gánh vác', 'Sở Y tế');
    const [task] = readPlan(document, lessons({ headers: { [headerKey('NƠI GÁNH VÁC')]: 'lead' } })).tasks;
    expect(task?.lead).toEqual(['Sở Y tế']);
    expect(task?.notes).toContain('learned:lead:Nơi gánh vác');
    expect(task?.fields.lead?.confidence).toBe(0.95);
    expect(readPlan(document).tasks[0]?.lead).toEqual([]);
  });

  it('knows a header under a wider one by both', async () => {
    const rows = `<tr><td>1</td><td>Niêm yết công khai.</td><td>Sở Y tế</td><td>Sở Nội vụ</td></tr>`;
    const html = page('', []).replace(
      /<table>[\s\S]*<\/table>/,
      `<table><tr><th rowspan="2">STT</th><th rowspan="2">Nhiệm vụ</th><th colspan="2">Gánh vác</th></tr>
       <tr><th>Bên A</th><th>Bên B</th></tr>${rows}</table>`,
    );
    const headers = { [headerKey('Gánh vác Bên A')]: 'lead', [headerKey('Bên B')]: 'cooperate' } as const;
    const [task] = readPlan(await documentOf(html), lessons({ headers })).tasks;
    expect([task?.lead, task?.cooperate]).toEqual([['Sở Y tế'], ['Sở Nội vụ']]);
  });

  it('lets a lesson give way to a column that says itself what it is, but not what was said of this plan', async () => {
    const document = await documentOf(
      page('<th>Nơi gánh vác</th><th>Cơ quan chủ trì</th>', [
        ['Tiếp cận thông tin', 'Công khai.', '<td>Sở Y tế</td><td>Sở Nội vụ</td>'],
      ]),
    );
    const told = { [headerKey('Nơi gánh vác')]: 'lead' } as const;
    expect(readPlan(document, lessons({ headers: told })).tasks[0]?.lead).toEqual(['Sở Nội vụ']);
    expect(readPlan(document, lessons({ columns: told })).tasks[0]?.lead).toEqual(['Sở Y tế', 'Sở Nội vụ']);
  });

  it('names agencies and gives codes where the very wording is printed', async () => {
    const document = await one('Cơ quan chủ trì', 'Ban A; Sở Y tế', 'Ban AB');
    const { tasks } = readPlan(
      document,
      lessons({
        agencies: { [agencyKey('BAN A')]: ['Sở Nội vụ', 'Sở Y tế'] },
        codes: { [codeKey('PAPI', 'tiếp cận  thông tin')]: ['2.1', '2.4'] },
      }),
    );
    expect(tasks.map(({ lead }) => lead)).toEqual([['Sở Nội vụ', 'Sở Y tế'], ['Ban AB']]);
    expect(tasks[0]).toMatchObject({ codes: ['2.1', '2.4'] });
    expect(tasks[0]?.notes).toContain('learned:lead:Ban A');
  });

  it('is not misled by words that are names of something else in a program', async () => {
    const document = await one('constructor', '__proto__');
    expect(() => readPlan(document, lessons({ headers: { nothing: 'lead' } }))).not.toThrow();
  });
});

describe('learning from a confirmed draft', () => {
  const learn = async (names: string[], ...acts: ReviewAct[]) => {
    const reading = readPlan(await one('Cơ quan chủ trì', ...names));
    const actions = acts.map((act, i) => ({ id: `a${i}`, act }));
    return learnFrom({ reading, ids: firstIds(reading), actions, draft: foldReview(reading, actions), columns: [] });
  };
  const lead = (task: string, ...value: string[]): ReviewAct => ({ kind: 'set', task, field: 'lead', value });

  it('learns a name that was exchanged wherever it is printed, with the action it comes from', async () => {
    const lessons = await learn(
      ['Ban A; Sở Y tế', 'Ban A'],
      lead('t1', 'Sở Nội vụ', 'Sở Y tế'),
      lead('t2', 'Sở Nội vụ'),
    );
    expect(lessons).toEqual([
      { kind: 'agency', key: 'ban a', printed: 'Ban A', index: null, value: ['Sở Nội vụ'], action: 'a1' },
    ]);
  });

  it('learns nothing from a name that was exchanged here and kept there', async () => {
    expect(await learn(['Sở Y tế', 'Sở Y tế'], lead('t1', 'Sở Nội vụ'))).toEqual([]);
  });

  it('learns nothing from what was undone, removed or emptied', async () => {
    expect(
      await learn(['Ban A', 'Ban A'], lead('t1', 'Sở Y tế'), lead('t2', 'Sở Y tế'), { kind: 'undo', of: 'a0' }),
    ).toEqual([]);
    expect(await learn(['Ban A', 'Ban A'], lead('t1'), lead('t2'))).toEqual([]);
  });

  it('learns no wording as long as a page, which nothing could be found by', async () => {
    const name = `Ban ${'chỉ đạo liên ngành '.repeat(200)}`.trim();
    expect(await learn([name, name], lead('t1', 'Sở Y tế'), lead('t2', 'Sở Y tế'))).toEqual([]);
  });

  it('learns codes where all tasks of the wording have them', async () => {
    const codes = (task: string): ReviewAct => ({ kind: 'set', task, field: 'codes', value: ['2.4'] });
    expect(await learn(['Sở Y tế', 'Sở Y tế'], codes('t1'), codes('t2'))).toMatchObject([
      { kind: 'code', printed: 'Tiếp cận thông tin', index: 'PAPI', value: ['2.4'], action: 'a1' },
    ]);
    expect(await learn(['Sở Y tế', 'Sở Y tế'], codes('t1'))).toEqual([]);
  });
});
