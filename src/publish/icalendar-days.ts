import type { PlainDate } from '../kernel/plain-date.ts';
import type { CalendarDay } from './icalendar.ts';

/** What an agency owes or has owed, with every day it was ever due on. */
export type OwedOnce = {
  agencyId: string;
  agency: string;
  text: string;
  plan: string | null;
  due: PlainDate | null;
  /** the days it was due on before it was moved, extended or withdrawn */
  earlier: readonly PlainDate[];
  /** acts about it so far: only ever grows */
  acts: number;
  /** whether it is still this person's to do, or done */
  live: boolean;
  done: boolean;
};

/** Calendar programs show a text of some lines; the screen has the rest. */
const listed = 30;

/**
 * One day of the calendar for each day on which an agency owes something, however much: a commune owes a hundred reports on
 * the 15th. A day whose work has all moved away or was withdrawn stays as cancelled. Its `sequence` rises with every act about
 * what is or was due on it, so that programs take the change.
 */
export function toCalendarDays(owed: readonly OwedOnce[]): CalendarDay[] {
  const days = new Map<string, { day: PlainDate; agencyId: string; members: OwedOnce[] }>();
  for (const one of owed)
    for (const day of new Set([...(one.due ? [one.due] : []), ...one.earlier])) {
      const uid = `${one.agencyId}.${day}@thang`;
      const known = days.get(uid) ?? { day, agencyId: one.agencyId, members: [] };
      known.members.push(one);
      days.set(uid, known);
    }
  return [...days]
    .map(([uid, { day, members }]) => toDay(uid, day, members))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1));
}

function toDay(uid: string, day: PlainDate, members: readonly OwedOnce[]): CalendarDay {
  const live = members.filter((one) => one.live && one.due === day);
  const acts = members.reduce((sum, one) => sum + one.acts, 0);
  const shown = live.length > 0 ? live : members;
  return {
    ...{ uid, day, sequence: acts + members.length - 1, cancelled: live.length === 0 },
    ...{ title: titleOf(shown), text: textOf(live) },
  };
}

function titleOf(members: readonly OwedOnce[]): string {
  const [first] = members;
  const open = members.filter(({ done }) => !done);
  const [only] = open;
  if (open.length === 0) return `Đã xong ${members.length} việc: ${first?.agency ?? ''}`;
  if (only && open.length === 1) return `Hạn: ${shorten(only.text, 90)}`;
  return `Đến hạn ${open.length} việc: ${first?.agency ?? ''}`;
}

function textOf(live: readonly OwedOnce[]): string {
  const said = live.slice(0, listed).map(({ text, plan, done }) => {
    return `${done ? '✓' : '-'} ${shorten(text, 200)}${plan === null ? '' : ` (${plan})`}`;
  });
  return [...said, ...(live.length > listed ? [`- và ${live.length - listed} việc khác`] : [])].join('\n');
}

function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').replace(/^- /, '').trim();
  return line.length > most ? `${line.slice(0, Math.max(1, line.lastIndexOf(' ', most - 1)))}…` : line;
}
