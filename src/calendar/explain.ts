import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { addDays } from './days.ts';
import type { DeadlineSettings, Occurrence, Roll } from './model.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The occurrences of one schedule, and what they were counted with. */
export type Counted = { occurrences: readonly Occurrence[]; settings: DeadlineSettings; calendar: WorkCalendar };

/** An occurrence that came, went or moved when the calendar or the settings changed; `from` and `to` are last days. */
export type Change = { key: string; label: string; from: PlainDate | null; to: PlainDate | null; why: string };

/**
 * What a change of the calendar or of the settings does to the last days of a schedule, and why: which days are counted
 * otherwise now, by whose reason, or which setting. Only what differs is listed, in the order of the days.
 */
export function explainChange(before: Counted, after: Counted): Change[] {
  const old = new Map(before.occurrences.map((one) => [one.key, one]));
  const now = new Map(after.occurrences.map((one) => [one.key, one]));
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys
    .flatMap((key) => {
      const [from, to] = [old.get(key), now.get(key)];
      const label = labelOf(to ?? from);
      if (!from || !to)
        return { key, label, from: from?.due ?? null, to: to?.due ?? null, why: sayCameOrWent(from, before, after) };
      return from.due === to.due
        ? []
        : { key, label, from: from.due, to: to.due, why: sayWhy(from, to, before, after) };
    })
    .sort((a, b) => ((a.to ?? a.from ?? '') < (b.to ?? b.from ?? '') ? -1 : 1));
}

const labelOf = (one: Occurrence | undefined): string =>
  one?.period?.label ?? (one ? `Mốc ${formatPlainDate(one.printed)}` : '');

const rollWords: Record<Roll, string> = {
  before: 'chuyển lên ngày làm việc liền trước',
  after: 'chuyển sang ngày làm việc tiếp theo',
  keep: 'giữ nguyên ngày',
};

const settingWords: readonly (readonly [keyof DeadlineSettings, string, (settings: DeadlineSettings) => string])[] = [
  ['roll', 'hạn trùng ngày nghỉ', ({ roll }) => rollWords[roll]],
  ['unitDay', 'ngày báo cáo', ({ unitDay }) => `ngày ${unitDay}`],
  ['unprinted', 'ngày báo cáo khi không ghi ngày', sayUnprinted],
  ['cutDay', 'ngày chốt số liệu', ({ cutDay }) => `ngày ${cutDay}`],
  ['weeklyDay', 'ngày báo cáo hằng tuần', ({ weeklyDay }) => (weeklyDay === 7 ? 'Chủ nhật' : `thứ ${weeklyDay + 1}`)],
  ['bareDay', 'ngày không ghi tháng', ({ bareDay }) => (bareDay === 'last-month' ? 'tháng cuối kỳ' : 'tháng liền kề')],
  ['continuousEvery', 'kỳ báo cáo việc thường xuyên', ({ continuousEvery }) => lengthWords[continuousEvery]],
  [
    'workingWeekdays',
    'ngày làm việc trong tuần',
    ({ workingWeekdays }) => [...workingWeekdays].sort().map(sayWeekdayNumber).join(', '),
  ],
];

function sayUnprinted({ unprinted, workingDaysAfterCut }: DeadlineSettings): string {
  return unprinted === 'unit-day' ? 'ngày của đơn vị' : `${workingDaysAfterCut} ngày làm việc sau ngày chốt số liệu`;
}

const sayWeekdayNumber = (day: number): string => (day === 7 ? 'Chủ nhật' : `thứ ${day + 1}`);

const lengthWords: Record<DeadlineSettings['continuousEvery'], string> = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  'half-year': '6 tháng',
  year: 'hằng năm',
};

function saySettings({ settings: old }: Counted, { settings: now }: Counted): string[] {
  return settingWords
    .filter(([, , say]) => say(old) !== say(now))
    .map(([, what, say]) => `cài đặt ${what} đổi từ ${say(old)} thành ${say(now)}`);
}

function sayCameOrWent(from: Occurrence | undefined, before: Counted, after: Counted): string {
  const reasons = saySettings(before, after);
  const what = from ? 'Không còn mốc này' : 'Thêm mốc này';
  return `${what}${reasons.length > 0 ? `: ${reasons.join('; ')}` : ' vì thời gian của nhiệm vụ thay đổi'}.`;
}

function sayWhy(from: Occurrence, to: Occurrence, before: Counted, after: Counted): string {
  const days = sayDays(from, to, before, after);
  const reasons = [...days, ...saySettings(before, after)];
  const move = `Hạn cuối đổi từ ${formatPlainDate(from.due)} thành ${formatPlainDate(to.due)}`;
  return `${move}${reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}.`;
}

/** The days between the two last days and the printed one that were working days and are not, or the other way round. */
function sayDays(from: Occurrence, to: Occurrence, before: Counted, after: Counted): string[] {
  const ends = [from.due, to.due, from.printed, to.printed].sort();
  const [first, last] = [ends[0] ?? from.due, ends.at(-1) ?? to.due];
  const said: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const [was, is] = [before.calendar.statusOf(day), after.calendar.statusOf(day)];
    if (was.working === is.working) continue;
    const now = is.working ? 'nay là ngày làm việc' : `nay là ${is.name}`;
    said.push(
      `${formatPlainDate(day)} trước là ${was.working ? 'ngày làm việc' : was.name}, ${now}${is.reason ? ` (${is.reason})` : ''}`,
    );
  }
  return said;
}
