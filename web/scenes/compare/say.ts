import type { Schedule, Target } from '../../../src/plan/model.ts';
import type { ComparedTask, ComparisonView } from '../../../src/plan/views.ts';
import { saySchedule } from '../../../src/plan/words/schedule.ts';
import { sayTarget } from '../../../src/plan/words/target.ts';

/** A field of a task in one text, so that two can be laid side by side; empty where nothing is stated. */
export function sayField(task: ComparedTask, field: string): string {
  const value = (task as Record<string, unknown>)[field];
  if (field === 'schedule') return saySchedule(value as Schedule | null).sentence;
  if (field === 'targets') return (value as Target[]).map(sayTarget).join('; ');
  return sayValue(value);
}

/**
 * The fields worth showing of a change. The schedule is understood from the printed time: where both say it in the same
 * words, once is enough.
 */
export function shownFields({ before, after, fields }: Omit<ComparisonView['changed'][number], 'moved'>): string[] {
  const twice = [before, after].every((task) => sayField(task, 'schedule') === sayField(task, 'time'));
  return fields.includes('time') && twice ? fields.filter((field) => field !== 'schedule') : fields;
}

export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(sayValue).join('; ') : String(value);
}
