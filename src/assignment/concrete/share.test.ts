import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { isDone, shareOf } from './share.ts';

const done = { on: '2026-11-20' as PlainDate, entry: null };
const act = (ticked: boolean, villages: readonly boolean[] = []) => ({
  done: ticked ? done : null,
  villages: villages.map((ticked, i) => ({ name: `Thôn ${i}`, done: ticked ? done : null })),
});

describe('how much of the concrete acts is done', () => {
  it('is nothing of nothing', () => {
    expect(shareOf([])).toEqual({ done: 0, of: 0, percent: 0 });
  });

  it.each([
    [[act(true), act(false)], { done: 1, of: 2, percent: 50 }],
    [[act(true), act(true), act(false)], { done: 2, of: 3, percent: 66 }],
    [[act(false, [true, false, false, true])], { done: 0, of: 1, percent: 50 }],
    [[act(false, [true, true]), act(true, [false])], { done: 2, of: 2, percent: 100 }],
  ])('counts what is ticked, and villages as parts', (acts, share) => {
    expect(shareOf(acts)).toEqual(share);
  });

  it('is whole exactly where everything is done', () => {
    const some = fc.array(fc.tuple(fc.boolean(), fc.array(fc.boolean(), { maxLength: 7 })), { minLength: 1 });
    fc.assert(
      fc.property(some, (list) => {
        const acts = list.map(([ticked, villages]) => act(ticked, villages));
        expect(shareOf(acts).percent === 100).toBe(acts.every(isDone));
      }),
    );
  });
});
