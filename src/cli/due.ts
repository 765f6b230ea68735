import { sayWeekday } from '../calendar/days.ts';
import { defaultSettings, type Occurrence, type Occurrences } from '../calendar/model.ts';
import { occurrences } from '../calendar/occurrences.ts';
import type { Schedule } from '../calendar/schedule.ts';
import { buildCalendar } from '../calendar/work-calendar.ts';
import { findPlainDate, formatPlainDate, isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { readSchedule } from '../plan/schedule.ts';
import { saySchedule } from '../plan/words/schedule.ts';
import { layTable, wrap } from './table.ts';

export type DueOptions = { year?: string; from?: string; json?: boolean };

/** Below this the grammar kept the wording as an event because no rule knew it. */
const understood = 0.5;

/**
 * Prints the days a wording comes to in a year, under the default settings and the national days off: as a table for a
 * person, as JSON for a program. A wording nobody can tell a day from is a Problem; one that waits for a happening says so.
 */
export async function due(wording: string, options: DueOptions): Promise<void> {
  const year = yearOf(options.year);
  const from = options.from === undefined ? undefined : dayOf(options.from);
  const { schedule, confidence } = readSchedule(wording, year);
  if (confidence < understood) throw new Problem('schedule-not-understood', { wording });
  const found = occurrences(schedule, { year, from, settings: defaultSettings, calendar: buildCalendar() });
  const asJson = options.json ?? process.stdout.isTTY !== true;
  process.stdout.write(
    asJson
      ? `${JSON.stringify(asDocument(schedule, found), null, 2)}\n`
      : layDue(schedule, found, from, process.stdout.columns ?? 100),
  );
}

/** The names outside programs read; `waiting` are the happenings without a day. */
export const asDocument = (schedule: Schedule | null, { occurrences: days, waiting }: Occurrences) => ({
  schedule,
  occurrences: days.map(({ printed, due: last, rule, moved }) => ({ printed, due: last, rule, moved })),
  waiting: waiting.map(({ event }) => ({ event })),
});

const columns = [
  { heading: 'Ngày in', share: 0 },
  { heading: 'Hạn cuối', share: 0 },
  { heading: 'Kỳ', share: 0 },
  { heading: 'Vì sao', share: 1 },
];

/** What a wording comes to, for a person at a terminal of `width` columns. */
export function layDue(
  schedule: Schedule | null,
  { occurrences: days, waiting }: Occurrences,
  from: PlainDate | undefined,
  width: number,
): string {
  const lines = [saySchedule(schedule).sentence];
  if (days.length > 0) lines.push('', layTable(columns, days.map(rowOf), width));
  else if (from !== undefined && waiting.length === 0)
    lines.push(`Không có hạn nào từ ngày ${formatPlainDate(from)} trong năm được hỏi.`);
  for (const { event } of waiting) lines.push(...wrap(`Chờ sự kiện: “${event}”. Nhập ngày khi sự kiện xảy ra.`, width));
  if (days.some(({ flags }) => flags.includes('unknown-year')))
    lines.push(...wrap('! Chưa có danh sách ngày nghỉ lễ của năm này; chỉ tránh thứ Bảy và Chủ nhật.', width));
  return `${lines.join('\n')}\n`;
}

const rowOf = ({ printed, due: last, period, rule, moved }: Occurrence): string[] => [
  formatPlainDate(printed),
  `${formatPlainDate(last)}\n${sayWeekday(last)}`,
  period?.label ?? '',
  moved === null ? rule : `${rule}\n${moved}`,
];

function yearOf(given: string | undefined): number {
  if (given === undefined)
    return Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format());
  const year = Number(given);
  if (/^\d{4}$/.test(given) && year >= 1990 && year <= 2100) return year;
  throw new Problem('day-not-understood', { given, where: '--year' });
}

/** "2026-05-01" or, as officials write it, "01/5/2026". */
function dayOf(given: string): PlainDate {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(given) ?? [];
  const found = isPlainDate(given) ? given : findPlainDate(Number(year), Number(month), Number(day));
  if (found === undefined) throw new Problem('day-not-understood', { given, where: '--from' });
  return found;
}
