import { formatPlainDate, isPlainDate } from '../kernel/plain-date.ts';
import type { Every, Schedule, SimpleSchedule } from '../plan/model.ts';

/** A schedule as an official would write it into a table. */
export function sayScheduleInTable(schedule: Schedule | null): string {
  if (schedule === null) return '';
  return schedule.kind === 'several' ? schedule.parts.map(saySimple).join('; ') : saySimple(schedule);
}

const every: Record<Every, string> = {
  week: 'Hằng tuần',
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  'half-year': '6 tháng một lần',
  year: 'Hằng năm',
  'as-prescribed': 'Định kỳ theo quy định',
};

const day = (iso: string): string => (isPlainDate(iso) ? formatPlainDate(iso) : iso);
const bound = (exclusive: boolean | undefined): string => (exclusive ? 'trước ngày' : 'chậm nhất ngày');

function saySimple(schedule: SimpleSchedule): string {
  switch (schedule.kind) {
    case 'continuous':
      return 'Thường xuyên';
    case 'recurring':
      return sayRecurring(schedule);
    case 'window':
      return `Từ ${day(schedule.from)} đến ${day(schedule.to)}`;
    case 'deadline':
      return `${schedule.exclusive ? 'Trước ngày' : 'Chậm nhất ngày'} ${day(schedule.by)}`;
    case 'event':
      return schedule.event;
  }
}

function sayRecurring(schedule: Extract<SimpleSchedule, { kind: 'recurring' }>): string {
  if (schedule.day === undefined) return every[schedule.every];
  const place = schedule.inNextMonth ? ' của tháng liền kề' : schedule.inLastMonth ? ' của tháng cuối kỳ' : '';
  return `${every[schedule.every]}, ${bound(schedule.exclusive)} ${String(schedule.day).padStart(2, '0')}${place}`;
}
