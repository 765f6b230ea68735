import type { Generated } from 'kysely';
import type { News, Step } from '../assignment/remind/model.ts';
import type { oversightNews } from '../assignment/remind/views.ts';
import type { CalendarEntry } from '../calendar/views.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Json } from './columns.ts';

/** The tables of the working calendar, of what people are told, and of their feeds; the reasons stand in their migration. */

export interface CalendarChangeTable {
  tenant_id: string;
  seq: number;
  at: Date;
  by: string;
  change: Json<CalendarEntry>;
  reason: string;
  moved: number;
}

export interface CalendarMoveTable {
  tenant_id: string;
  seq: number;
  day: PlainDate;
  days: number;
  moved: Generated<number>;
  items: Generated<number>;
  ended_at: Date | null;
  failed_at: Generated<Date | null>;
  failure: Generated<string | null>;
  given_up_by: Generated<string | null>;
}

/** `next`: it goes with the letter of the next working morning. */
export type MailState = 'waiting' | 'next' | 'sending' | 'sent' | 'failed' | 'off' | 'no-address' | 'no-server';

export type OversightNews = (typeof oversightNews)[number];

export interface NotificationTable {
  tenant_id: string;
  id: string;
  officer_id: string;
  kind: 'digest' | 'nudge' | OversightNews | News;
  day: PlainDate;
  at: Date;
  by: string | null;
  agency_id: string | null;
  note: string | null;
  read_at: Date | null;
  mail: MailState;
  mailed_at: Date | null;
  oversight_id: string | null;
  difficulty_id: string | null;
}

export interface ReminderTable {
  tenant_id: string;
  notification_id: string;
  occurrence_id: string;
  officer_id: string;
  step: Step | 'nudge' | 'news';
  due: PlainDate | null;
}

export interface ConcreteReminderTable {
  tenant_id: string;
  notification_id: string;
  assignment_id: string;
  concrete_id: string;
  officer_id: string;
  step: Exclude<Step, 'focal'>;
  due: PlainDate;
}

export interface NotificationSettingTable {
  tenant_id: string;
  officer_id: string;
  mail: boolean;
}

export interface CalendarFeedTable {
  tenant_id: string;
  id: string;
  officer_id: string;
  token_hash: Buffer;
  alarm: boolean;
  created_at: Date;
  fetched_at: Date | null;
  revoked_at: Date | null;
}

export interface NotificationTables {
  calendar_change: CalendarChangeTable;
  calendar_move: CalendarMoveTable;
  notification: NotificationTable;
  reminder: ReminderTable;
  concrete_reminder: ConcreteReminderTable;
  notification_setting: NotificationSettingTable;
  calendar_feed: CalendarFeedTable;
}
