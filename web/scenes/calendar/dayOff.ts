import type { CalendarView } from '../../../src/calendar/views.ts';
import { formatPlainDate, type PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayWeekday } from './words.ts';

type Calendar = Pick<CalendarView, 'years' | 'days' | 'changes'>;

/** Why a day is none to have something done by; undefined where it is a working day. */
export function findDayOff(day: string, { years, days, changes }: Calendar): string | undefined {
  const said = formatPlainDate(day as PlainDate);
  const year = Number(day.slice(0, 4));
  const own = changes.findLast((one) => one.day === day);
  const known = own?.action === 'clear' ? undefined : (own ?? days.find((one) => one.day === day));
  if (known?.kind === 'working') return undefined;
  if (known) return `Ngày ${said} là ngày nghỉ: ${known.name}. Nên chọn một ngày làm việc.`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6)
    return `Ngày ${said} là ${sayWeekday(day)}, ngày nghỉ. Nên chọn một ngày làm việc.`;
  return year < years[0] || year > years[1]
    ? `Chưa có lịch nghỉ lễ năm ${year}; hãy kiểm tra lại năm vừa nhập.`
    : undefined;
}
