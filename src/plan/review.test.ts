import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading, Task } from './model.ts';
import { doubtfulFields, foldReview, openDraft, type ReviewAct, type ReviewAction } from './review.ts';

const source = { page: null, table: 1, row: 1, line: null };

function task(text: string, confidence = 1): Task {
  const fields = { text: { confidence, source: { ...source, cell: null } } };
  return {
    index: 'PAPI',
    dimension: 1,
    component: 'Cơ hội tham gia',
    codes: ['1.2'],
    text,
    result: null,
    lead: [],
    implement: ['UBND cấp xã'],
    cooperate: [],
    monitor: ['Sở Nội vụ'],
    time: 'Thường xuyên',
    schedule: { kind: 'continuous' },
    targets: [],
    source,
    fields,
    notes: [],
  };
}

const reading: Reading = {
  document: {
    type: 'Kế hoạch',
    number: null,
    symbol: 'KH-UBND',
    date: null,
    year: 2026,
    place: 'Minh Hà',
    issuer: 'UBND tỉnh Minh Hà',
    title: 'Nâng cao Chỉ số PAPI năm 2026',
    signer: null,
    indices: ['PAPI'],
    references: [],
    addressees: [],
    recipients: [],
    results: [],
    goals: [],
  },
  duties: [],
  reporting: [],
  groups: [],
  tasks: [task('Một'), task('Hai', 0.5), task('Ba')],
  warnings: [],
};

const actions = (...acts: ReviewAct[]): ReviewAction[] => acts.map((act, i) => ({ id: `a${i + 1}`, act }));
const texts = (...acts: ReviewAct[]) => foldReview(reading, actions(...acts)).tasks.map(({ text }) => text);

describe('the review of a reading', () => {
  it('opens with the tasks as read, numbered in order', () => {
    expect(openDraft(reading).tasks.map(({ id, text }) => [id, text])).toEqual([
      ['t1', 'Một'],
      ['t2', 'Hai'],
      ['t3', 'Ba'],
    ]);
  });

  it('waits for an eye on what was read with low confidence, until it is corrected or accepted', () => {
    const doubtful = (...acts: ReviewAct[]) => foldReview(reading, actions(...acts)).tasks.map(doubtfulFields);
    expect(doubtful()).toEqual([[], ['text'], []]);
    expect(doubtful({ kind: 'set', task: 't2', field: 'text', value: 'Hai, đã sửa' })).toEqual([[], [], []]);
    expect(doubtful({ kind: 'accept', tasks: ['t2'] })).toEqual([[], [], []]);
    expect(doubtful({ kind: 'accept', tasks: ['t2'] }, { kind: 'reopen', tasks: ['t2'] })).toEqual([[], ['text'], []]);
  });

  it('sets a field, and the last word counts', () => {
    const draft = foldReview(
      reading,
      actions(
        { kind: 'set', task: 't1', field: 'monitor', value: ['Thanh tra tỉnh'] },
        { kind: 'set', task: 't1', field: 'monitor', value: ['Sở Tư pháp'] },
      ),
    );
    expect(draft.tasks[0]).toMatchObject({ monitor: ['Sở Tư pháp'], corrected: ['monitor'] });
  });

  it('corrects the head of the document', () => {
    const draft = foldReview(reading, actions({ kind: 'set-head', field: 'number', value: '112/KH-UBND' }));
    expect(draft.head.number).toBe('112/KH-UBND');
  });

  it('adds an empty task where it is asked to, with the only index of the document', () => {
    const draft = foldReview(reading, actions({ kind: 'add', task: 'n1', after: 't1' }));
    expect(draft.tasks.map(({ id }) => id)).toEqual(['t1', 'n1', 't2', 't3']);
    expect(draft.tasks[1]).toMatchObject({ index: 'PAPI', text: '' });
    expect(foldReview(reading, actions({ kind: 'add', task: 'n1', after: null })).tasks[0]?.id).toBe('n1');
  });

  it('puts a task last when the one it should follow was removed in another tab', () => {
    expect(texts({ kind: 'remove', task: 't1' }, { kind: 'move', task: 't2', after: 't1' })).toEqual(['Ba', 'Hai']);
  });

  it('splits at a place in the text and keeps the other fields on both', () => {
    const draft = foldReview(reading, actions({ kind: 'split', task: 't1', into: 'n1', at: 1 }));
    expect(draft.tasks.slice(0, 2)).toMatchObject([
      { id: 't1', text: 'M', implement: ['UBND cấp xã'] },
      { id: 'n1', text: 'ột', implement: ['UBND cấp xã'] },
    ]);
    expect(texts({ kind: 'split', task: 't1', into: 'n1', at: 0 })).toEqual(['Một', 'Hai', 'Ba']);
  });

  it('merges texts and agencies into the other task', () => {
    const draft = foldReview(
      reading,
      actions(
        { kind: 'set', task: 't2', field: 'monitor', value: ['Sở Tư pháp'] },
        { kind: 'merge', task: 't2', into: 't1' },
      ),
    );
    expect(draft.tasks.map(({ id }) => id)).toEqual(['t1', 't3']);
    expect(draft.tasks[0]).toMatchObject({ text: 'Một\nHai', monitor: ['Sở Nội vụ', 'Sở Tư pháp'], codes: ['1.2'] });
  });

  it('moves a task', () => {
    expect(texts({ kind: 'move', task: 't3', after: null })).toEqual(['Ba', 'Một', 'Hai']);
    expect(texts({ kind: 'move', task: 't1', after: 't3' })).toEqual(['Hai', 'Ba', 'Một']);
    expect(texts({ kind: 'move', task: 't1', after: 't1' })).toEqual(['Một', 'Hai', 'Ba']);
  });

  it('undoes an action, redoes it, and undoes it again', () => {
    const remove: ReviewAct = { kind: 'remove', task: 't1' };
    expect(texts(remove, { kind: 'undo', of: 'a1' })).toEqual(['Một', 'Hai', 'Ba']);
    expect(texts(remove, { kind: 'undo', of: 'a1' }, { kind: 'undo', of: 'a2' })).toEqual(['Hai', 'Ba']);
    expect(
      texts(remove, { kind: 'undo', of: 'a1' }, { kind: 'undo', of: 'a2' }, { kind: 'undo', of: 'a3' }),
    ).toHaveLength(3);
  });

  it('undoes an earlier action without losing the later ones', () => {
    expect(
      texts(
        { kind: 'remove', task: 't1' },
        { kind: 'set', task: 't2', field: 'text', value: 'Hai!' },
        { kind: 'undo', of: 'a1' },
      ),
    ).toEqual(['Một', 'Hai!', 'Ba']);
  });
});

describe('any review', () => {
  const ids = fc.constantFrom('t1', 't2', 't3', 'n1', 'n2');
  const after = fc.option(ids, { nil: null });
  const act: fc.Arbitrary<ReviewAct> = fc.oneof(
    fc.record({
      kind: fc.constant('set' as const),
      task: ids,
      field: fc.constant('text' as const),
      value: fc.string(),
    }),
    fc.record({ kind: fc.constant('accept' as const), tasks: fc.array(ids) }),
    fc.record({ kind: fc.constant('add' as const), task: ids, after }),
    fc.record({ kind: fc.constant('remove' as const), task: ids }),
    fc.record({ kind: fc.constant('split' as const), task: ids, into: ids, at: fc.integer({ min: -1, max: 9 }) }),
    fc.record({ kind: fc.constant('merge' as const), task: ids, into: ids }),
    fc.record({ kind: fc.constant('move' as const), task: ids, after }),
    fc.record({ kind: fc.constant('undo' as const), of: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5') }),
  );

  it('never has two tasks of one id, and never changes the reading', () => {
    const before = structuredClone(reading);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const all = foldReview(reading, actions(...acts)).tasks.map(({ id }) => id);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
    expect(reading).toEqual(before);
  });

  it('is as it was after everything is undone, newest first', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const done = actions(...acts.filter(({ kind }) => kind !== 'undo'));
        const undone = done.toReversed().map(({ id }): ReviewAct => ({ kind: 'undo', of: id }));
        const undo = undone.map((act, i) => ({ id: `u${i}`, act }));
        expect(foldReview(reading, [...done, ...undo])).toEqual(openDraft(reading));
      }),
    );
  });
});
