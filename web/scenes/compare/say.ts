import type { Schedule, Target } from '../../../src/plan/model.ts';
import type { ComparedTask } from '../../../src/plan/views.ts';
import { saySchedule } from '../../../src/plan/words/schedule.ts';
import { sayTarget } from '../../../src/plan/words/target.ts';

/** A field of a task in one text, so that two can be laid side by side; empty where nothing is stated. */
export function sayField(task: ComparedTask, field: string): string {
  const value = (task as Record<string, unknown>)[field];
  if (field === 'schedule') return saySchedule(value as Schedule | null).sentence;
  if (field === 'targets') return (value as Target[]).map(sayTarget).join('; ');
  return sayValue(value);
}

export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(sayValue).join('; ') : String(value);
}
