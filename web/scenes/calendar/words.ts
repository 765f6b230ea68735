import type { CalendarChange, DayKind, DeadlineSettings } from '../../../src/calendar/model.ts';
import type { CalendarEntryView, CalendarView } from '../../../src/calendar/views.ts';
import { formatPlainDate, type PlainDate } from '../../../src/kernel/plain-date.ts';

/** The working calendar as it is said. */

const weekdayFormat = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', timeZone: 'UTC' });

/** "thứ Hai" … "Chủ nhật" */
export const sayWeekday = (day: string): string => {
  const said = weekdayFormat.format(new Date(`${day}T00:00:00Z`));
  return said.startsWith('Thứ') ? `t${said.slice(1)}` : 'Chủ nhật';
};

export const dayKindWords: Record<DayKind, string> = {
  holiday: 'Nghỉ lễ, tết',
  compensatory: 'Nghỉ bù',
  working: 'Làm bù',
};

export const weekdayNumbers = [1, 2, 3, 4, 5, 6, 7] as const;
export const sayWeekdayNumber = (day: number): string => (day === 7 ? 'Chủ nhật' : `Thứ ${day + 1}`);

/** Each setting in words, with what may be chosen and an example of each choice. */
type Choice<K extends keyof DeadlineSettings> = { value: DeadlineSettings[K]; label: string; example: string };

export const rollChoices: readonly Choice<'roll'>[] = [
  {
    value: 'before',
    label: 'Chuyển lên ngày làm việc liền trước',
    example: 'Hạn Chủ nhật 14/6/2026 thành thứ Sáu 12/6/2026 (thông lệ của cơ quan nhà nước).',
  },
  {
    value: 'after',
    label: 'Chuyển sang ngày làm việc tiếp theo',
    example: 'Hạn Chủ nhật 14/6/2026 thành thứ Hai 15/6/2026 (Bộ luật Dân sự, Điều 148).',
  },
  {
    value: 'keep',
    label: 'Giữ nguyên ngày',
    example: 'Hạn Chủ nhật 14/6/2026 vẫn là 14/6/2026, được đánh dấu là ngày nghỉ.',
  },
];

export const unprintedChoices: readonly Choice<'unprinted'>[] = [
  {
    value: 'unit-day',
    label: 'Tính là ngày báo cáo của đơn vị',
    example: '“Định kỳ hằng quý” là ngày 15 của tháng 3, 6, 9, 12.',
  },
  {
    value: 'after-cut',
    label: 'Tính từ ngày chốt số liệu',
    example: 'Chốt ngày 14, sau 2 ngày làm việc: báo cáo quý I năm 2026 là 17/3/2026.',
  },
];

export const bareDayChoices: readonly Choice<'bareDay'>[] = [
  { value: 'last-month', label: 'Tháng cuối của kỳ', example: '“Ngày 15 hằng quý” của quý I là ngày 15/3.' },
  { value: 'next-month', label: 'Tháng liền sau kỳ', example: '“Ngày 15 hằng quý” của quý I là ngày 15/4.' },
];

export const everyChoices: readonly Choice<'continuousEvery'>[] = [
  { value: 'month', label: 'Hằng tháng', example: 'Việc “Thường xuyên” báo cáo 12 kỳ một năm.' },
  { value: 'quarter', label: 'Hằng quý', example: 'Việc “Thường xuyên” báo cáo 4 kỳ: quý I, 6 tháng, quý III, năm.' },
  { value: 'half-year', label: '6 tháng', example: 'Việc “Thường xuyên” báo cáo 2 kỳ: 6 tháng, năm.' },
  { value: 'year', label: 'Hằng năm', example: 'Việc “Thường xuyên” báo cáo 1 kỳ vào cuối năm.' },
];

export const labelOf = <V>(choices: readonly { value: V; label: string }[], value: V): string =>
  choices.find((choice) => choice.value === value)?.label ?? '';

/** "13/03/2026 đến 15/03/2026" of a change over several days. */
export function sayDays(days: readonly string[]): string {
  const sorted = [...days].sort() as PlainDate[];
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return '';
  return first === last ? formatPlainDate(first) : `${formatPlainDate(first)} đến ${formatPlainDate(last)}`;
}

/** What one change did: "Nghỉ 13/03/2026: Nghỉ tránh bão". */
export function sayEntry({ entry }: Pick<CalendarEntryView, 'entry'>): string {
  if (entry.kind === 'undo') return `Hoàn tác thay đổi số ${entry.of}`;
  if (entry.kind === 'settings') return 'Đổi cách tính hạn';
  const [first] = entry.changes;
  if (!first) return 'Không có ngày nào';
  return `${sayWhat(first)} ${sayDays(entry.changes.map(({ day }) => day))}${first.action === 'set' ? `: ${first.name}` : ''}`;
}

const sayWhat = (change: CalendarChange): string =>
  change.action === 'clear' ? 'Bỏ ngày của danh mục chung' : change.kind === 'working' ? 'Đi làm' : 'Nghỉ';

/** The days of a year as the table shows them: the national ones with the tenant's own over them. */
export type DayRow = {
  day: PlainDate;
  name: string;
  kind: DayKind | null;
  sources: readonly string[];
  note: string | null;
  verified: boolean;
  own: CalendarChange | null;
};

export function rowsOf({ days, changes }: CalendarView): DayRow[] {
  const own = new Map(changes.map((change) => [change.day, change]));
  const listed = new Set(days.map(({ day }) => day));
  const national = days.map(({ day, name, kind, source, note, verified }) => {
    return { day, name, kind, sources: source, note: note ?? null, verified, own: own.get(day) ?? null };
  });
  const added = changes
    .filter(({ day }) => !listed.has(day))
    .map((change) => ({
      ...{ day: change.day, sources: [], note: null, verified: true, own: change },
      ...{ name: change.action === 'set' ? change.name : '', kind: change.action === 'set' ? change.kind : null },
    }));
  return [...national, ...added].sort((a, b) => (a.day < b.day ? -1 : 1));
}
