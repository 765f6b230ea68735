import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Counted, explainChange } from './explain.ts';
import { type CalendarChange, type DeadlineSettings, defaultSettings } from './model.ts';
import { occurrences } from './occurrences.ts';
import type { Schedule } from './schedule.ts';
import { buildCalendar } from './work-calendar.ts';

const on = (day: string) => day as PlainDate;
const quarterly: Schedule = { kind: 'recurring', every: 'quarter', day: 15, inLastMonth: true, exclusive: true };

function count(schedule: Schedule, changes: CalendarChange[] = [], changed: Partial<DeadlineSettings> = {}): Counted {
  const settings = { ...defaultSettings, ...changed };
  const calendar = buildCalendar({ changes, workingWeekdays: settings.workingWeekdays });
  return { ...occurrences(schedule, { year: 2026, settings, calendar }), settings, calendar };
}

describe('a change of the calendar', () => {
  const storm: CalendarChange[] = [
    { action: 'set', day: on('2026-09-14'), kind: 'holiday', name: 'Nghỉ tránh bão', reason: 'Công điện của tỉnh' },
  ];

  it('moves only what it touches, and says by which day and whose word', () => {
    expect(explainChange(count(quarterly), count(quarterly, storm))).toEqual([
      {
        key: '2026-09-15',
        label: 'Quý III/2026',
        from: '2026-09-14',
        to: '2026-09-11',
        why: 'Hạn cuối đổi từ 14/09/2026 thành 11/09/2026: 14/09/2026 trước là ngày làm việc, nay là ngày nghỉ tránh bão (Công điện của tỉnh).',
      },
    ]);
  });

  it('is explained the other way round when it is taken back', () => {
    const [only] = explainChange(count(quarterly, storm), count(quarterly));
    expect(only).toMatchObject({ from: '2026-09-11', to: '2026-09-14' });
    expect(only?.why).toContain('14/09/2026 trước là ngày nghỉ tránh bão, nay là ngày làm việc');
  });

  it('tells only of days that are worked otherwise: a new name moves nothing', () => {
    const sunday: CalendarChange = {
      ...{ action: 'set', day: on('2026-09-13'), kind: 'holiday' },
      ...{ name: 'Ngày hội', reason: 'Đặt tên' },
    };
    const [only] = explainChange(count(quarterly), count(quarterly, [...storm, sunday]));
    expect(only?.to).toBe('2026-09-11');
    expect(only?.why).not.toContain('13/09/2026');
  });

  it('that touches no last day changes nothing', () => {
    const far: CalendarChange[] = [{ action: 'clear', day: on('2026-11-24'), reason: 'Trực' }];
    expect(explainChange(count(quarterly), count(quarterly, far))).toEqual([]);
  });
});

describe('a change of the settings', () => {
  it('names the setting', () => {
    const changes = explainChange(count(quarterly), count(quarterly, [], { roll: 'after' }));
    expect(changes.map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-13', '2026-03-16'],
      ['2026-06-12', '2026-06-15'],
    ]);
    expect(changes[0]?.why).toBe(
      'Hạn cuối đổi từ 13/03/2026 thành 16/03/2026: cài đặt hạn trùng ngày nghỉ đổi từ chuyển lên ngày làm việc liền trước thành chuyển sang ngày làm việc tiếp theo.',
    );
  });

  it('moves a day it chose and adds or drops none', () => {
    const always: Schedule = { kind: 'continuous' };
    const changes = explainChange(count(always), count(always, [], { unitDay: 10 }));
    expect(changes.map(({ key, to }) => [key, to])).toEqual([
      ['quarter-2026-1', '2026-03-10'],
      ['quarter-2026-2', '2026-06-10'],
      ['quarter-2026-3', '2026-09-10'],
      ['quarter-2026-4', '2026-12-10'],
    ]);
    expect(changes[0]?.why).toContain('cài đặt ngày báo cáo đổi từ ngày 15 thành ngày 10');
  });

  it('that asks for other periods drops the old and adds the new ones', () => {
    const always: Schedule = { kind: 'continuous' };
    const changes = explainChange(count(always), count(always, [], { continuousEvery: 'half-year' }));
    expect(changes.filter(({ to }) => to === null)).toHaveLength(4);
    expect(changes.filter(({ from }) => from === null).map(({ label }) => label)).toEqual([
      '6 tháng đầu năm 2026',
      '6 tháng cuối năm 2026',
    ]);
    expect(changes[0]?.why).toContain('kỳ báo cáo việc thường xuyên đổi từ hằng quý thành 6 tháng');
  });
});
