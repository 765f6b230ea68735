import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, compareTasks } from './compare.ts';

const task = (id: string, text: string, more: Partial<Comparable> = {}): Comparable => ({
  id,
  index: 'PAPI',
  dimension: 2,
  component: null,
  codes: [],
  text,
  result: null,
  lead: ['Sở Nội vụ'],
  implement: [],
  cooperate: [],
  monitor: [],
  time: null,
  schedule: null,
  targets: [],
  ...more,
});

const sentences = [
  'Niêm yết công khai thu, chi ngân sách tại trụ sở UBND xã',
  'Nâng cao chất lượng khám, chữa bệnh ở tuyến cơ sở',
  'Tổ chức đối thoại với người dân về đất đai mỗi quý một lần',
  'Công khai danh sách hộ nghèo, hộ cận nghèo ở thôn',
  'Kiểm tra việc tiếp công dân tại các phường, xã',
  'Rà soát, sửa đổi quy chế làm việc của bộ phận một cửa',
  'Xây dựng chuyên mục hỏi đáp trên cổng thông tin điện tử',
  'Đào tạo kỹ năng số cho cán bộ, công chức cấp xã',
];

const plans = fc
  .array(fc.tuple(fc.constantFrom(...sentences), fc.nat(5), fc.constantFrom('Sở Nội vụ', 'Sở Y tế')), { maxLength: 25 })
  .map((rows) =>
    rows.map(([text, place, lead], i) => task(`t${i + 1}`, `${text} ở khu vực ${place}`, { lead: [lead] })),
  );

describe('comparing two files of one plan', () => {
  it('finds a plan the same as itself', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { same, ...others } = compareTasks(plan, plan);
        expect(same).toEqual(plan.map(({ id }) => ({ before: id, after: id })));
        expect(others).toEqual({ changed: [], added: [], removed: [], moved: [] });
      }),
    );
  });

  it('is the mirror of comparing them the other way round', () => {
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const [there, back] = [compareTasks(a, b), compareTasks(b, a)];
        const ids = (tasks: { id: string }[]) => tasks.map(({ id }) => id);
        expect(ids(there.added)).toEqual(ids(back.removed));
        expect(ids(there.removed)).toEqual(ids(back.added));
        const changes = (pairs: typeof there.changed) =>
          pairs.map(({ before, after, fields }) => [before.id, after.id, fields]);
        const mirrored = back.changed.map(({ before, after, fields }) => [after.id, before.id, fields]);
        expect(changes(there.changed).sort()).toEqual(mirrored.sort());
        expect(there.moved.length + there.same.length).toBe(back.moved.length + back.same.length);
      }),
    );
  });

  it('tells as many removed as were removed, and nothing else', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.nat(30)), (plan, out) => {
        const left = plan.filter((_, i) => !out.includes(i));
        const { removed, added, changed } = compareTasks(plan, left);
        expect([removed.length, added, changed]).toEqual([plan.length - left.length, [], []]);
      }),
    );
  });

  it('shows the changed fields side by side, whatever the spaces and the order of agencies', () => {
    const before = [
      task('t1', sentences[0] ?? '', { lead: ['Sở Tài chính', 'Sở Nội vụ'] }),
      task('t2', sentences[1] ?? ''),
    ];
    const after = [
      task('n1', `${sentences[0]}  `, { lead: ['Sở Nội vụ', 'Sở Tài chính'] }),
      task('n2', `${sentences[1]} theo quy định`, { time: 'Quý II' }),
    ];
    const { same, changed } = compareTasks(before, after);
    expect(same).toEqual([{ before: 't1', after: 'n1' }]);
    expect(changed).toMatchObject([
      { before: { id: 't2' }, after: { id: 'n2' }, fields: ['text', 'time'], moved: false },
    ]);
  });

  it('knows a task that only stands elsewhere', () => {
    const [a, b, c] = sentences.map((text, i) => task(`t${i + 1}`, text)) as [Comparable, Comparable, Comparable];
    const { moved, same } = compareTasks([a, b, c], [c, a, b]);
    expect(moved.map(({ before }) => before.id)).toEqual(['t3']);
    expect(same).toHaveLength(2);
  });

  it('says of what was split off, and of what was merged, which task it was part of', () => {
    const whole = task('t1', `${sentences[0]}\n${sentences[4]}`);
    const parts = [task('n1', `${sentences[0]}; báo cáo kết quả`), task('n2', sentences[4] ?? '')];
    expect(compareTasks([whole], parts).added).toMatchObject([{ id: 'n2', partOf: 't1' }]);
    expect(compareTasks(parts, [whole]).removed).toMatchObject([{ id: 'n2', partOf: 't1' }]);
  });

  it('compares with nothing', () => {
    const plan = [task('t1', 'Một')];
    expect(compareTasks([], plan).added).toHaveLength(1);
    expect(compareTasks(plan, []).removed).toHaveLength(1);
    expect(compareTasks([], [])).toEqual({ same: [], changed: [], added: [], removed: [], moved: [] });
  });
});
