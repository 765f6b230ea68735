import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/plan/model.ts';
import type { ComparedTask } from '../../../src/plan/views.ts';
import { sayField, sayValue, shownFields } from './say.ts';

const task = (more: Partial<ComparedTask>): ComparedTask => ({
  ...{ id: 't1', order: 1, index: null, dimension: null, component: null, codes: [], text: 'Việc', result: null },
  ...{ lead: [], implement: [], cooperate: [], monitor: [], time: null, schedule: null, targets: [] },
  ...more,
});
const always: Schedule = { kind: 'continuous' };
const quarterly: Schedule = { kind: 'recurring', every: 'quarter' } as Schedule;

describe('a field of a task laid beside another', () => {
  it('is one text: names with a stop between, a schedule in words', () => {
    expect(sayField(task({ lead: ['Sở Y tế', 'Sở Nội vụ'] }), 'lead')).toBe('Sở Y tế; Sở Nội vụ');
    expect(sayField(task({ schedule: always }), 'schedule')).toBe('Thường xuyên');
    expect(sayField(task({ result: 'Báo cáo' }), 'result')).toBe('Báo cáo');
  });

  it('is empty where nothing is stated', () => {
    for (const field of ['lead', 'result', 'targets', 'time', 'unheard-of']) expect(sayField(task({}), field)).toBe('');
    expect([sayValue(null), sayValue(undefined), sayValue([])]).toEqual(['', '', '']);
    expect(sayValue(0)).toBe('0');
  });
});

describe('the schedule of a changed task', () => {
  const fields = ['time', 'schedule'];

  it('is left out where the printed times say the same', () => {
    const before = task({ time: 'Thường xuyên', schedule: always });
    const time = sayField(task({ schedule: quarterly }), 'schedule');
    expect(shownFields({ before, after: task({ time, schedule: quarterly }), fields })).toEqual(['time']);
  });

  it('is shown where it is understood in other words, or changed alone', () => {
    const before = task({ time: 'Cả năm', schedule: always });
    const after = task({ time: 'Mỗi quý một lần', schedule: quarterly });
    expect(shownFields({ before, after, fields })).toEqual(fields);
    expect(shownFields({ before, after, fields: ['schedule'] })).toEqual(['schedule']);
  });
});
