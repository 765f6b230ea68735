import { expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { raiseUrgent } from './urgent.ts';

const today = '2026-06-10' as PlainDate;
const owed = (assignment_id: string, bucket: string) => ({ assignment_id, bucket });
const act = (assignmentId: string, due: string) => ({ assignmentId, due: due as PlainDate });
const raised = (lines: ReturnType<typeof owed>[], acts: ReturnType<typeof act>[]) =>
  raiseUrgent(lines, acts, today).map(({ assignment_id, bucket }) => `${assignment_id} ${bucket}`);

it('puts the next day of a task among what is overdue when a concrete act of it is', () => {
  const lines = [owed('a', 'week'), owed('b', 'week'), owed('a', 'later')];
  expect(raised(lines, [act('a', '2026-06-09'), act('a', '2026-06-01')])).toEqual(['a overdue', 'b week', 'a later']);
});

it('leaves a task whose acts are for today or later, and one whose only day is without a date comes forward too', () => {
  expect(raised([owed('a', 'later')], [act('a', '2026-06-10')])).toEqual(['a later']);
  expect(raised([owed('a', 'waiting')], [act('a', '2026-06-09')])).toEqual(['a overdue']);
  expect(raised([owed('a', 'later')], [])).toEqual(['a later']);
});

it('keeps what was returned where it is', () => {
  const lines = [owed('a', 'returned'), owed('a', 'week')];
  expect(raised(lines, [act('a', '2026-06-09')])).toEqual(['a returned', 'a week']);
});
