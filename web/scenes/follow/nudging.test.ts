import { describe, expect, it } from 'vitest';
import type { Nudged } from '../../api-follow.ts';
import { ApiProblem, unreachable } from '../../problem.ts';
import { sayUrged, type Urging, urgeAll } from './nudging.ts';

const ids = (n: number) => Array.from({ length: n }, (_, i) => `${i}`);
const all = (portion: readonly string[]): Nudged => ({ reminded: portion.length, people: 3, skipped: [] });
const nothing = new ApiProblem({ code: 'nothing-to-remind', title: '', status: 409, detail: 'Hôm nay đã nhắc.' });

/** Urges in portions of two; `answer` is what the server says to the nth. */
async function urge(n: number, answer: (portion: readonly string[], nth: number) => Nudged = all, stopAfter = 99) {
  const [sent, parts]: [string[][], Urging[]] = [[], []];
  const send = async (portion: readonly string[]) => {
    sent.push([...portion]);
    return answer(portion, sent.length);
  };
  const doors = { send, onPart: (so: Urging) => void parts.push(so), stopped: () => sent.length >= stopAfter, size: 2 };
  const done = await urgeAll(ids(n), doors).catch((error: Error) => error);
  return { done, sent, parts };
}

describe('urging many', () => {
  it('reaches each once, in portions, and tells how far it is', async () => {
    const { done, sent, parts } = await urge(5);
    expect(sent).toEqual([['0', '1'], ['2', '3'], ['4']]);
    expect(parts.map(({ reminded, left }) => [reminded, left])).toEqual([
      [2, 3],
      [4, 1],
      [5, 0],
    ]);
    expect(done).toMatchObject({ reminded: 5, left: 0, people: null });
  });

  it('of one portion says how many people; of 1,240 three requests are made', async () => {
    expect((await urge(2)).done).toMatchObject({ people: 3 });
    const sizes: number[] = [];
    const send = async (portion: readonly string[]) => {
      sizes.push(portion.length);
      return all(portion);
    };
    await urgeAll(ids(1_240), { send, onPart: () => undefined, stopped: () => false });
    expect(sizes).toEqual([500, 500, 240]);
  });

  it('goes on past a portion in which nobody is left, and says so', async () => {
    const { done } = await urge(6, (portion, nth) => {
      if (nth === 2) throw nothing;
      return all(portion);
    });
    expect(done).toMatchObject({ reminded: 4, nothing: 2, left: 0 });
    expect(sayUrged(done as Urging)).toBe('Đã nhắc 4 việc; 2 việc đã xong hoặc đã nhắc.');
  });

  it('that is stopped, or loses its line, says how many are left', async () => {
    const stopped = (await urge(6, all, 1)).done as Urging;
    expect(sayUrged(stopped)).toBe('Đã nhắc 2 việc. Còn 4 việc chưa nhắc, bấm nhắc lần nữa để tiếp tục.');
    const { done } = await urge(6, (portion, nth) => {
      if (nth === 3) throw unreachable();
      return all(portion);
    });
    expect(done).toMatchObject({ reminded: 4, left: 2 });
  });

  it('of which nothing can be urged, or whose first portion fails, fails with the reason', async () => {
    const fail = (error: Error) => () => {
      throw error;
    };
    expect((await urge(3, fail(nothing))).done).toBe(nothing);
    expect((await urge(3, fail(unreachable()))).done).toMatchObject({ code: 'unreachable' });
  });
});
