import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields } from '../compare.ts';
import type { Reading, Task } from '../model.ts';
import { type Draft, firstIds, foldReview, type ReviewAct } from '../review.ts';
import { carryOver } from './carry-over.ts';

const words = ['Công khai ngân sách ở xã', 'Khám chữa bệnh ban đầu', 'Đối thoại về đất đai', 'Tiếp công dân định kỳ'];
const task = (text: string, more: Partial<Task> = {}): Task => ({
  ...{ index: 'PAPI', dimension: 1, component: null, codes: [], text, result: null, time: null, schedule: null },
  ...{ lead: ['Sở Nội vụ'], implement: [], cooperate: [], monitor: [], targets: [], notes: [] },
  source: { page: null, table: 1, row: 1, line: null },
  fields: {
    time: { confidence: 0.98, source: { page: null, table: 1, row: 1, line: null, cell: null } },
  },
  ...more,
});
const readingOf = (tasks: Task[]): Reading =>
  ({ document: { indices: ['PAPI'], place: null, title: 'Kế hoạch' }, tasks }) as unknown as Reading;
const fold = (reading: Reading, acts: readonly ReviewAct[], ids = firstIds(reading)): Draft =>
  foldReview(
    reading,
    acts.map((act, i) => ({ id: `a${i}`, act })),
    ids,
  );
const carry = (reading: Reading, acts: readonly ReviewAct[], next: Reading) => {
  const over = carryOver({ reading, ids: firstIds(reading), draft: fold(reading, acts) }, next, 2);
  return { ...over, draft: fold(over.reading, over.acts, over.ids) };
};

const readings = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.nat(99)), { minLength: 1, maxLength: 8 })
  .map((rows) => readingOf(rows.map(([text, no], i) => task(`${text} tại địa bàn ${no}, mục ${i + 1}`))));
const anyId = fc.integer({ min: 1, max: 9 }).map((no) => `t${no}`);
const acts = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('set'),
      task: anyId,
      field: fc.constant('result'),
      value: fc.constantFrom('A', 'B', null),
    }),
    fc.record({ kind: fc.constant('set'), task: anyId, field: fc.constant('lead'), value: fc.constant(['Sở Y tế']) }),
    fc.record({ kind: fc.constant('remove'), task: anyId }),
    fc.record({ kind: fc.constant('accept'), tasks: fc.array(anyId, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('move'), task: anyId, after: fc.option(anyId) }),
    fc.record({ kind: fc.constant('add'), task: fc.constantFrom('n1', 'n2'), after: fc.option(anyId) }),
    fc.record({ kind: fc.constant('merge'), task: anyId, into: anyId }),
    fc.record({
      kind: fc.constant('split'),
      task: anyId,
      into: fc.constantFrom('s1', 's2'),
      at: fc.integer({ min: 1, max: 15 }),
    }),
  ),
  { maxLength: 12 },
) as fc.Arbitrary<ReviewAct[]>;

describe('work carried over to another file', () => {
  it('is all there when the file prints the same', () => {
    fc.assert(
      fc.property(readings, acts, (reading, done) => {
        const before = fold(reading, done);
        const { draft, ids } = carry(reading, done, reading);
        expect(ids).toEqual(firstIds(reading));
        const byId = new Map(draft.tasks.map((one) => [one.id, one]));
        expect([...byId.keys()].sort()).toEqual(before.tasks.map(({ id }) => id).sort());
        for (const one of before.tasks) {
          const again = byId.get(one.id);
          expect(again && changedFields(one, again)).toEqual([]);
          expect(again?.accepted).toBe(one.accepted);
        }
      }),
    );
  });

  it('keeps the order an officer gave the tasks', () => {
    const reading = readingOf(words.map((text) => task(text)));
    const { draft } = carry(reading, [{ kind: 'move', task: 't4', after: null }], reading);
    expect(draft.tasks.map(({ id }) => id)).toEqual(['t4', 't1', 't2', 't3']);
  });

  it('gives way to what the new file prints, and says so', () => {
    const reading = readingOf([task(words[0] ?? '', { time: 'Quý I' })]);
    const next = readingOf([task(words[0] ?? '', { time: 'Quý II' })]);
    const { draft } = carry(reading, [{ kind: 'set', task: 't1', field: 'time', value: 'Quý III' }], next);
    expect(draft.tasks[0]).toMatchObject({ time: 'Quý II', notes: ['changed-since:time'], corrected: [] });
    expect(draft.tasks[0]?.fields.time?.confidence).toBeLessThan(0.9);
  });

  it('has nothing to say where the new file prints the correction itself', () => {
    const reading = readingOf([task(words[0] ?? '', { time: 'Quý I' })]);
    const next = readingOf([task(words[0] ?? '', { time: 'Quý III' })]);
    const { draft, acts } = carry(reading, [{ kind: 'set', task: 't1', field: 'time', value: 'Quý III' }], next);
    expect(acts).toEqual([]);
    expect(draft.tasks[0]?.notes).toEqual([]);
  });

  it('finds a task an officer had added among those the new file prints', () => {
    const reading = readingOf([task(words[0] ?? '')]);
    const added: ReviewAct[] = [
      { kind: 'add', task: 'n1', after: 't1' },
      { kind: 'set', task: 'n1', field: 'text', value: words[1] ?? '' },
    ];
    const next = readingOf([task(words[0] ?? ''), task(`${words[1]} ở trạm`)]);
    const { ids, draft } = carry(reading, added, next);
    expect(ids).toEqual(['t1', 'n1']);
    expect(draft.tasks).toHaveLength(2);
    expect(draft.tasks[1]?.text).toBe(`${words[1]} ở trạm`);
  });
});
