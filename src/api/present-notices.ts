import type { FeedView, NoticeView } from '../assignment/remind/views.ts';
import { nationalCalendar } from '../calendar/holidays.ts';
import { defaultSettings } from '../calendar/model.ts';
import type { CalendarView } from '../calendar/views.ts';
import type { Moving } from '../store/calendar-moves.ts';
import { examplesUnder, type HistoryEntry, type KeptCalendar } from '../store/calendar-settings.ts';
import type { Feed } from '../store/feeds.ts';
import type { Notice } from '../store/notifications.ts';
import type { NoticeLine } from '../store/notifications-lines.ts';

/** The way out of the API for the working calendar, notifications and feeds. */

export function presentCalendar(
  kept: KeptCalendar,
  { history, moving }: { history: readonly HistoryEntry[]; moving: Moving | undefined },
  year: number,
): CalendarView {
  const ofYear = ({ day }: { day: string }): boolean => day.startsWith(`${year}-`);
  const { sources, days, years } = nationalCalendar;
  return {
    ...{ seq: kept.seq, year, years, settings: kept.settings, defaults: defaultSettings },
    days: days.filter(ofYear).map((day) => ({ ...day, source: day.source.map((key) => sources[key] ?? key) })),
    changes: kept.changes.filter(ofYear),
    examples: examplesUnder(kept, year),
    moving: moving ? presentMoving(moving) : null,
    history: history.map(({ seq, at, by, entry, undone, moved, givenUp }) => {
      return { seq, at: at.toISOString(), by, entry, undone, moved, givenUp };
    }),
  };
}

const presentMoving = ({ seq, days, moved, failedAt, failure }: Moving): CalendarView['moving'] => ({
  ...{ seq, days, moved },
  failed: failedAt === null ? null : { at: failedAt.toISOString(), reason: failure ?? '' },
});

const presentLine = (line: NoticeLine): NoticeView['lines'][number] => ({
  ...{
    occurrenceId: line.occurrenceId,
    concreteId: line.concreteId,
    assignmentId: line.assignmentId,
    itemId: line.itemId,
    remedy: line.remedy,
    step: line.step,
  },
  ...{ due: line.due, dueNow: line.dueNow, status: line.status, text: line.text, component: line.component },
  ...{ agency: line.agency, planId: line.planId, plan: line.plan },
});

export function presentNotice(notice: Notice): NoticeView {
  const counts = Object.entries(notice.counts) as [NoticeView['counts'][number]['step'], number][];
  return {
    ...{ id: notice.id, kind: notice.kind, day: notice.day, at: notice.at.toISOString(), mail: notice.mail },
    ...{ readAt: notice.readAt?.toISOString() ?? null, by: notice.by, byUnit: notice.byUnit, note: notice.note },
    counts: counts.map(([step, count]) => ({ step, count })),
    total: counts.reduce((sum, [, count]) => sum + count, 0),
    lines: notice.lines.map(presentLine),
    oversight: notice.oversight,
    difficulty: notice.difficulty,
  };
}

export const presentFeed = (feed: Feed | undefined, address: string | null = null): FeedView => ({
  ...{ open: feed !== undefined, alarm: feed?.alarm ?? false, address },
  ...{ createdAt: feed?.created_at.toISOString() ?? null, fetchedAt: feed?.fetched_at?.toISOString() ?? null },
});
