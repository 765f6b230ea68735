import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../calendar/days.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

/** A day in somebody's calendar. `uid` stays the same for ever, `sequence` rises with each change (RFC 5545 3.8.7.4). */
export type CalendarDay = {
  uid: string;
  sequence: number;
  day: PlainDate;
  title: string;
  text: string;
  cancelled: boolean;
};

export type CalendarOptions = {
  name: string;
  /** whether calendar programs tell the day before, too */
  alarm: boolean;
  /** when the answer was made */
  at: Date;
};

/** Midnight UTC: the library writes days by it, whatever the zone of the machine. */
const midnight = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);

/** Calendar programs ask again by themselves; every four hours is often enough for days. */
const refreshEvery = 4 * 3_600;

/**
 * A calendar of whole days as iCalendar text (RFC 5545), to be subscribed to: all days are without a clock or zone and leave
 * the reader free (TRANSP), a day whose work was all withdrawn stays as cancelled, so that programs that keep copies drop it.
 */
export function toICalendar(days: readonly CalendarDay[], { name, alarm, at }: CalendarOptions): string {
  const calendar = ical({
    name,
    prodId: { company: 'Thang', product: 'Thang', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshEvery,
  });
  for (const { uid, sequence, day, title, text, cancelled } of days) {
    const event = calendar.createEvent({
      ...{ id: uid, sequence, stamp: at, start: midnight(day), end: midnight(addDays(day, 1)), allDay: true },
      ...{ summary: plain(title), description: plain(text), transparency: ICalEventTransparency.TRANSPARENT },
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    if (alarm && !cancelled)
      event.createAlarm({ type: ICalAlarmType.display, trigger: 24 * 3_600, description: plain(title) });
  }
  return `${calendar.toString()}\r\n`;
}

/** RFC 5545 knows line breaks as LF, and no other control character. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .normalize('NFC')
    .toWellFormed();
