import { type CalendarChange, type DeadlineSettings, defaultSettings, type TenantCalendar } from '../calendar/model.ts';
import type { CalendarEntry } from '../calendar/views.ts';

/** An entry at its place in the history. */
export type NumberedEntry = { seq: number; entry: CalendarEntry };

/** The `seq` of entries that hold no more. Later undos win: an undo that is itself undone gives its entry back. */
export function undoneEntries(entries: readonly NumberedEntry[]): Set<number> {
  const undone = new Set<number>();
  for (const { seq, entry } of entries.toReversed())
    if (entry.kind === 'undo' && !undone.has(seq)) undone.add(entry.of);
  return undone;
}

/** What holds after a history: the last word on each day, and the last settings, over the defaults. */
export function foldCalendar(entries: readonly NumberedEntry[]): TenantCalendar {
  const undone = undoneEntries(entries);
  const days = new Map<string, CalendarChange>();
  let settings: DeadlineSettings = defaultSettings;
  for (const { seq, entry } of entries) {
    if (undone.has(seq)) continue;
    if (entry.kind === 'settings') settings = { ...defaultSettings, ...entry.settings };
    if (entry.kind === 'days') for (const change of entry.changes) days.set(change.day, change);
  }
  return { changes: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), settings };
}
