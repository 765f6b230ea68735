import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssignmentLine, TakenView } from '../src/assignment/views.ts';
import { inPortions } from './api-portions.ts';

const line = (id: string, agencyId: string) => ({ id, agencyId }) as AssignmentLine;
const answer = (taken: number, more: Partial<TakenView> = {}): TakenView => ({
  ...{ taken, known: 0, refused: [], assignments: [], ...more },
});

describe('many acts', () => {
  it('are sent in order, each once, never more at a time than the server takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 1, max: 7 }), async (acts, size) => {
        const sent: number[][] = [];
        const taken = await inPortions(
          acts,
          async (portion) => {
            sent.push([...portion]);
            return answer(portion.length);
          },
          size,
        );
        expect(sent.flat()).toEqual(acts);
        expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(size);
        expect(taken.taken).toBe(acts.length);
      }),
    );
  });

  it('of 1,000 are two portions, told of as one', async () => {
    const sizes: number[] = [];
    const refused = { id: 'x', why: 'closed', detail: 'Việc này đã đóng.' };
    const taken = await inPortions(Array(1000).fill(0), async ({ length }) => {
      sizes.push(length);
      const assignments = sizes.length === 1 ? [line('a', 'tan-lap'), line('b', 'an-phu')] : [line('a', 'hoa-binh')];
      return answer(length - 1, { known: 1, refused: [refused], assignments });
    });
    expect(sizes).toEqual([500, 500]);
    expect(taken).toMatchObject({ taken: 998, known: 2, refused: [refused, refused] });
    expect(taken.assignments).toEqual([line('b', 'an-phu'), line('a', 'hoa-binh')]);
  });

  it('that fail in a later portion say so; none at all are still asked about once', async () => {
    let calls = 0;
    const failing = inPortions(Array(501).fill(0), async () => {
      calls += 1;
      if (calls === 2) throw new Error('no line');
      return answer(500);
    });
    await expect(failing).rejects.toThrow('no line');
    expect(await inPortions([], async () => answer(0))).toEqual(answer(0));
  });
});
