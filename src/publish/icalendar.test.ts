import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type CalendarDay, toICalendar } from './icalendar.ts';

const day = (text: string): PlainDate => text as PlainDate;
const at = new Date('2026-02-01T03:04:05Z');
const options = { name: 'Việc đến hạn: Lê Văn An', alarm: false, at };

const one = (change: Partial<CalendarDay> = {}): CalendarDay => ({
  ...{ uid: 'a.2026-03-13@thang', sequence: 2, day: day('2026-03-13'), cancelled: false },
  ...{ title: 'Đến hạn 2 việc: UBND xã Tân Lập', text: 'Niêm yết công khai thu, chi; ngân sách\n- Họp dân' },
  ...change,
});

/** Read by another program than the one that wrote it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return { calendar, events };
}

const octets = (text: string): number[] => text.split('\r\n').map((line) => new TextEncoder().encode(line).length);

describe('a calendar to subscribe to', () => {
  it('is read by another program as the whole day it means, whatever the zone', () => {
    const { calendar, events } = read(toICalendar([one()], options));
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Việc đến hạn: Lê Văn An');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    const [event] = events;
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2026-03-13', '2026-03-14']);
    expect(event).toMatchObject({ uid: 'a.2026-03-13@thang', sequence: 2, summary: one().title });
    expect(event?.description).toBe(one().text);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(String(event?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-02-01T03:04:05Z');
  });

  it('keeps a day whose work was withdrawn, as cancelled and without an alarm', () => {
    const { events } = read(toICalendar([one({ cancelled: true, sequence: 5 })], { ...options, alarm: true }));
    expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(events[0]?.sequence).toBe(5);
    expect(events[0]?.component.getAllSubcomponents('valarm')).toHaveLength(0);
  });

  it('tells the day before only to who wants it', () => {
    const alarms = (alarm: boolean) =>
      read(toICalendar([one()], { ...options, alarm })).events[0]?.component.getAllSubcomponents('valarm') ?? [];
    expect(alarms(false)).toHaveLength(0);
    expect(alarms(true).map((one) => String(one.getFirstPropertyValue('trigger')))).toEqual(['-P1D']);
  });

  it('is a calendar, too, where nothing is due', () => {
    const text = toICalendar([], options);
    expect(read(text).events).toEqual([]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('folds lines by octets of UTF-8 and gives back every text, whatever is in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const words = fc.constantFrom('Ủy ban nhân dân ', 'thủ tục, ', 'hồ sơ; ', 'a\\b ', '\n- ', '“đặc khu” ', '🎉');
    const vietnamese = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, vietnamese), vietnamese, (description, title) => {
        const written = toICalendar([one({ title, text: description })], options);
        expect(Math.max(...octets(written))).toBeLessThanOrEqual(75);
        const { events } = read(written);
        expect(events).toHaveLength(1);
        const lines = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
        const clean = (text: string) => lines(text).normalize('NFC').toWellFormed();
        expect(events[0]?.summary ?? '').toBe(clean(title));
        expect(events[0]?.description ?? '').toBe(clean(description));
      }),
      { numRuns: 300, seed: 5545 },
    );
  });
});
