import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ActSchema, DifficultyActSchema, findNoDay, RaisedDifficulty, SentAction } from './act.ts';

const id = '019aa000-0000-7000-8000-000000000001';
const day = '2026-03-10';
const accepted: object[] = [
  { kind: 'accept' },
  { kind: 'hand-on', divisionId: id, officerId: null, note: null },
  { kind: 'progress', percent: 0, note: 'Đang làm' },
  { kind: 'evidence', what: 'Biên bản', address: null },
  { kind: 'complete', on: day, note: null, serves: [id], servedBy: null },
  { kind: 'return', reason: 'Thiếu', due: null },
  { kind: 'extend', due: day, reason: 'Bão', grantedBy: 'Sở Nội vụ' },
  { kind: 'ask-extension', due: day, reason: 'Bão' },
  { kind: 'decline', reason: 'Phải kịp báo cáo quý' },
  { kind: 'date', due: day },
  { kind: 'cancel', reason: 'Không còn phù hợp' },
  { kind: 'reassign', agencyId: id, reason: 'Đổi đơn vị' },
  { kind: 'undo', of: id },
];

describe('acts from outside', () => {
  it.each(accepted.map((act) => [(act as { kind: string }).kind, act]))('may be: %s', (_kind, act) => {
    expect(Value.Check(ActSchema, act)).toBe(true);
    expect(Value.Check(SentAction, { id, occurrenceId: null, act })).toBe(true);
    expect(Value.Check(ActSchema, { ...(act as object), more: 1 })).toBe(false);
  });

  it.each<[string, object]>([
    ['a move of the calendar', { kind: 'move', due: day, why: 'x' }],
    ['an end by issuing again', { kind: 'supersede', reason: 'x' }],
    ['a completion said to follow from another', { kind: 'complete', on: day, note: null, serves: [], servedBy: id }],
    ['a reason of white space', { kind: 'cancel', reason: ' \n ' }],
    ['a NUL character in a reason', { kind: 'cancel', reason: 'a\0' }],
    ['a text without end', { kind: 'cancel', reason: 'x'.repeat(5_001) }],
    ['half a percent', { kind: 'progress', percent: 0.5, note: null }],
    ['an id that is none', { kind: 'undo', of: 'x' }],
    ['more than anybody owes', { kind: 'complete', on: day, note: null, serves: Array(501).fill(id), servedBy: null }],
  ])('may not be: %s', (_what, act) => {
    expect(Value.Check(ActSchema, act)).toBe(false);
  });
});

it('difficulties have limits too', () => {
  const raised = {
    id,
    itemId: id,
    assignmentId: null,
    agencyId: id,
    text: 'Thiếu máy',
    toAgencyId: null,
    answerBy: day,
  };
  expect(Value.Check(RaisedDifficulty, raised)).toBe(true);
  expect(Value.Check(RaisedDifficulty, { ...raised, text: '' })).toBe(false);
  expect(Value.Check(DifficultyActSchema, { kind: 'answer', text: 'Đã cấp', on: day })).toBe(true);
  expect(Value.Check(DifficultyActSchema, { kind: 'answer', text: '', on: day })).toBe(false);
});

describe('changes of concrete acts', () => {
  const add = { kind: 'add', text: 'Họp thôn', product: null, due: null, villages: ['Thôn 1'] };
  const sent = (change: object) => ({ kind: 'concrete', concreteId: id, change });

  it.each([
    [add],
    [{ kind: 'text', text: 'Họp' }],
    [{ kind: 'product', product: null }],
    [{ kind: 'due', due: day }],
    [{ kind: 'villages', add: ['Thôn 2'], remove: [] }],
    [{ kind: 'tick', village: 'Thôn 2', on: null }],
    [{ kind: 'done', on: day }],
    [{ kind: 'remove' }],
  ])('may be: %j', (change) => {
    expect(Value.Check(ActSchema, sent(change))).toBe(true);
    expect(Value.Check(ActSchema, sent({ ...change, more: 1 }))).toBe(false);
  });

  it.each([
    [{ ...add, text: ' ' }],
    [{ ...add, villages: Array(301).fill('Thôn') }],
    [{ kind: 'text', text: '' }],
    [{ kind: 'tick', village: ' ', on: day }],
    [{ kind: 'tick', village: 'Thôn 1', on: 'hôm qua' }],
    [{ kind: 'done' }],
  ])('may not be: %j', (change) => {
    expect(Value.Check(ActSchema, sent(change))).toBe(false);
  });
});

it('a day no calendar has is found wherever it stands', () => {
  expect(findNoDay({ acts: [{ act: { on: '2026-02-31' } }] })).toBe('2026-02-31');
  expect(findNoDay({ acts: [{ act: { on: '2026-02-28', note: '31/02' } }], of: null })).toBeUndefined();
});
