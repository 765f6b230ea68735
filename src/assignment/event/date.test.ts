import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { foldAssignment } from '../fold.ts';
import { type Status, statuses } from '../model.ts';
import { type Awaiting, dateEvent } from './date.ts';

const day = '2026-03-15' as PlainDate;
const other = '2026-03-01' as PlainDate;
const one = (id: string, status: Status, due: PlainDate | null = null): Awaiting => ({
  ...{ id, assignmentId: `a-${id}`, status, due },
});

describe('the day of an event, entered for all', () => {
  it('dates who waits, and leaves who has a day of their own, is done, or was called off', () => {
    const all = [one('1', 'waiting'), one('2', 'open', other), one('3', 'done', other), one('4', 'cancelled')];
    const { acts, ...counts } = dateEvent(all, day, false);
    expect(counts).toEqual({ dated: 1, changed: 0, kept: 1, done: 1 });
    expect(acts).toEqual([{ assignmentId: 'a-1', occurrenceId: '1', act: { kind: 'date', due: day } }]);
  });

  it('writes over another day where that is asked for, not the same day', () => {
    const all = [one('1', 'in-progress', other), one('2', 'open', day), one('3', 'returned', other)];
    const { acts, ...counts } = dateEvent(all, day, true);
    expect(counts).toEqual({ dated: 0, changed: 2, kept: 1, done: 0 });
    expect(acts.map(({ act }) => act.kind)).toEqual(['move', 'move']);
  });

  it('is nothing where nobody waits', () => {
    expect(dateEvent([], day, true)).toEqual({ acts: [], dated: 0, changed: 0, kept: 0, done: 0 });
  });

  it('counts each agency once, entered again changes nothing, and the state of work takes every act', () => {
    const list = fc.array(fc.record({ status: fc.constantFrom(...statuses), due: fc.constantFrom(day, other) }));
    fc.assert(
      fc.property(list, fc.boolean(), (parts, overwrite) => {
        const all = parts.map(({ status, due }, i) => one(String(i), status, status === 'waiting' ? null : due));
        const { acts, dated, changed, kept, done } = dateEvent(all, day, overwrite);
        expect(acts).toHaveLength(dated + changed);
        const gone = all.filter(({ status }) => status === 'cancelled' || status === 'superseded').length;
        expect(dated + changed + kept + done + gone).toBe(all.length);
        const given = new Map(acts.map(({ occurrenceId }) => [occurrenceId, day]));
        const after = all.map((part) =>
          given.has(part.id)
            ? { ...part, due: day, status: part.status === 'waiting' ? ('open' as const) : part.status }
            : part,
        );
        expect(dateEvent(after, day, overwrite).acts).toEqual([]);
      }),
    );
  });

  it('is folded as any act: who waits is open from then, who has begun goes on', () => {
    const issued = { assignment: { agencyId: 'x' }, occurrences: [{ id: '1', due: null }] };
    const date = { kind: 'date', due: other } as const;
    const begun = [
      { id: 'p', occurrenceId: '1', day: other, act: date },
      { id: 'q', occurrenceId: '1', day: other, act: { kind: 'progress', percent: 40, note: null } as const },
    ];
    const now = foldAssignment(issued, begun).occurrences[0];
    const { acts } = dateEvent([one('1', now?.status ?? 'done', now?.due ?? null)], day, true);
    const act = { id: 'r', occurrenceId: '1', day, act: acts[0]?.act ?? date };
    expect(foldAssignment(issued, [...begun, act]).occurrences[0]).toMatchObject({
      ...{ status: 'in-progress', percent: 40, due: day },
    });
  });
});
