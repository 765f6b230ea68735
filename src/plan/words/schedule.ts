import { weekdayWords } from '../../calendar/days.ts';
import { daysInMonth, sayDay } from '../../kernel/plain-date.ts';
import type { Every, Schedule, SimpleSchedule } from '../model.ts';

/** A schedule as a sentence an official would say, and the days it names. */
export type ScheduleWords = { sentence: string; days: string[] };

export const everyWords: Record<Every, string> = {
  week: 'Hằng tuần',
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  'half-year': '6 tháng một lần',
  year: 'Hằng năm',
  'as-prescribed': 'Định kỳ theo quy định',
};

export const kindWords: Record<Schedule['kind'], string> = {
  continuous: 'Thường xuyên',
  recurring: 'Định kỳ',
  window: 'Trong khoảng',
  deadline: 'Thời hạn',
  event: 'Theo sự kiện',
  several: 'Nhiều mốc',
};

type Recurring = Extract<SimpleSchedule, { kind: 'recurring' }>;

/** The month the day of a recurring schedule falls in, said of the period it closes. */
const lastMonthOf: Record<Every, string> = {
  week: 'trong tuần',
  month: 'của tháng',
  quarter: 'tháng cuối quý',
  'half-year': 'tháng cuối kỳ 6 tháng',
  year: 'tháng 12',
  'as-prescribed': 'tháng cuối kỳ',
};

/** "từ ngày 01/07/2026 đến ngày 30/11/2026", as far as it is bound. */
function sayBounds({ from, to }: { from?: string | undefined; to?: string | undefined }): string {
  const start = from === undefined ? '' : `, từ ngày ${sayDay(from)}`;
  return to === undefined ? start : `${start || ','} đến ngày ${sayDay(to)}`;
}

export function sayRecurring(schedule: Recurring): string {
  return `${schedule.every === 'week' ? sayWeekly(schedule) : sayPeriodic(schedule)}${sayBounds(schedule)}`;
}

/** Of a week the day is the weekday. */
function sayWeekly({ day, exclusive }: Recurring): string {
  const weekday = day === undefined ? undefined : weekdayWords[day - 1];
  return weekday ? `${everyWords.week}, ${exclusive ? 'trước' : 'chậm nhất'} ${weekday}` : everyWords.week;
}

function sayPeriodic(schedule: Recurring): string {
  const period = everyWords[schedule.every];
  const month = schedule.month && `tháng ${String(schedule.month).padStart(2, '0')}`;
  if (schedule.day === undefined) {
    if (schedule.every === 'month' && schedule.inLastMonth) return `${period}, ngày cuối cùng của tháng`;
    const named = month ?? (schedule.inLastMonth ? lastMonthOf[schedule.every] : undefined);
    return named ? `${period}, ${schedule.exclusive ? 'trước' : 'trong'} ${named}` : period;
  }
  const bound = schedule.exclusive ? 'trước ngày' : 'chậm nhất ngày';
  const day = String(schedule.day).padStart(2, '0');
  const place = schedule.inNextMonth
    ? 'của tháng liền kề'
    : schedule.inLastMonth
      ? lastMonthOf[schedule.every]
      : (month ?? '');
  return `${period}, ${bound} ${day} ${place}`.trim();
}

/** "Trong năm 2026", "Quý II/2026", "Tháng 6/2026" where the two days bound exactly that; else "Từ … đến …". */
export function sayWindow(from: string, to: string): string {
  const [year = '', month = '', day = ''] = from.split('-');
  const [endYear, endMonth = '', endDay = ''] = to.split('-');
  const wholeMonths =
    year === endYear && day === '01' && Number(endDay) === daysInMonth(Number(endYear), Number(endMonth));
  const first = Number(month);
  const last = Number(endMonth);
  if (wholeMonths && first === 1 && last === 12) return `Trong năm ${year}`;
  if (wholeMonths && first === last) return `Trong tháng ${month}/${year}`;
  if (wholeMonths && first === 1 && last === 6) return `6 tháng đầu năm ${year}`;
  if (wholeMonths && first === 7 && last === 12) return `6 tháng cuối năm ${year}`;
  if (wholeMonths && first % 3 === 1 && last % 3 === 0) return sayQuarters((first + 2) / 3, last / 3, year);
  return `Từ ${sayDay(from)} đến ${sayDay(to)}`;
}

const roman = ['I', 'II', 'III', 'IV'];
function sayQuarters(first: number, last: number, year: string): string {
  const names = roman.slice(first - 1, last);
  return `Trong quý ${names.length > 1 ? `${names.slice(0, -1).join(', ')} và ${names.at(-1)}` : names[0]}/${year}`;
}

const daysOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }): string[] =>
  [from, to].flatMap((day) => (day === undefined ? [] : sayDay(day)));

/** The schedule in words; null says that none is stated. */
export function saySchedule(schedule: Schedule | null): ScheduleWords {
  if (schedule === null) return { sentence: 'Không nêu thời gian', days: [] };
  switch (schedule.kind) {
    case 'continuous':
      return { sentence: `Thường xuyên${sayBounds(schedule)}`, days: daysOf(schedule) };
    case 'recurring':
      return { sentence: sayRecurring(schedule), days: daysOf(schedule) };
    case 'window':
      return { sentence: sayWindow(schedule.from, schedule.to), days: [sayDay(schedule.from), sayDay(schedule.to)] };
    case 'deadline':
      return {
        sentence: `${schedule.exclusive ? 'Trước ngày' : 'Chậm nhất ngày'} ${sayDay(schedule.by)}`,
        days: [sayDay(schedule.by)],
      };
    case 'event':
      return { sentence: schedule.event, days: [] };
    case 'several': {
      const parts = schedule.parts.map(saySchedule);
      return { sentence: parts.map(({ sentence }) => sentence).join('; '), days: parts.flatMap(({ days }) => days) };
    }
  }
}
