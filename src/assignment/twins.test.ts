import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findTwins, type OpenDay } from './twins.ts';

const one = (id: string, more: Partial<OpenDay> = {}): OpenDay => ({
  ...{ id, assignmentId: `a${id}`, itemId: 'i', role: 'implement', key: '2026-12-14', due: '2026-12-14' },
  ...{ agencyId: 'x', moved: true, touched: false, ...more },
});
const closed = (days: readonly OpenDay[]): string[] => findTwins(days).map(({ of }) => of.id);

it('the same task for the same day is owed once after a merger', () => {
  expect(closed([one('1'), one('2'), one('3')])).toEqual(['2', '3']);
});

it('what the agency owed itself stays, unless only the other has been worked on', () => {
  expect(closed([one('1'), one('2', { moved: false })])).toEqual(['1']);
  expect(closed([one('1', { touched: true }), one('2', { moved: false })])).toEqual(['2']);
});

it('another task, role, day, last day or agency is no twin; nor is anything that no reorganisation has moved', () => {
  const others: Partial<OpenDay>[] = [
    ...[{ itemId: 'j' }, { role: 'lead' as const }, { key: '2026-09-14' }, { due: '2026-12-20' }, { agencyId: 'y' }],
  ];
  for (const other of others) expect(closed([one('1'), one('2', other)])).toEqual([]);
  expect(closed([one('1', { moved: false }), one('2', { moved: false })])).toEqual([]);
});

it('nothing that was recorded is closed, and of every task and day at least one stays', () => {
  const day = fc.record({
    ...{ id: fc.uuid(), itemId: fc.constantFrom('i', 'j'), key: fc.constantFrom('p', 'q') },
    ...{ moved: fc.boolean(), touched: fc.boolean() },
  });
  fc.assert(
    fc.property(fc.uniqueArray(day, { selector: ({ id }) => id }), (drawn) => {
      const days = drawn.map(({ id, ...more }) => one(id, more));
      const gone = new Set(closed(days));
      for (const { id, touched } of days) if (touched) expect(gone.has(id)).toBe(false);
      const named = ({ itemId, key }: OpenDay) => `${itemId} ${key}`;
      const left = new Set(days.filter(({ id }) => !gone.has(id)).map(named));
      expect(left).toEqual(new Set(days.map(named)));
    }),
  );
});
