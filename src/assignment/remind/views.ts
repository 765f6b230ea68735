import Type, { type Static } from 'typebox';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { type Status, statuses } from '../model.ts';
import { difficultyNews, remedyNews, reportNews, type Step, steps, workNews } from './model.ts';

/** What leaves the API about notifications, urging and calendar feeds. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const time = Type.String({ format: 'date-time' });
const Day = Type.Unsafe<PlainDate>(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));

export const StepName = oneOf<Step | 'nudge' | 'news'>(...steps, 'nudge', 'news');
const mailStates = ['waiting', 'next', 'sending', 'sent', 'failed', 'off', 'no-address', 'no-server'] as const;

/**
 * One thing somebody was told of. `due`: the day it was told for; `dueNow` and `status`: how it stands now. `concreteId`: of a
 * concrete act; `occurrenceId` is then the day of its task that leads to it. `remedy`: of a finding, with its inspection, or of a
 * recommendation; there is no task then.
 */
export const NoticeLineView = Type.Object(
  {
    occurrenceId: nullable(text),
    concreteId: nullable(text),
    assignmentId: nullable(text),
    itemId: nullable(text),
    remedy: nullable(Type.Object({ of: oneOf('finding', 'recommendation'), id: text, within: nullable(text) }, closed)),
    step: StepName,
    due: nullable(Day),
    dueNow: nullable(Day),
    status: oneOf<Status>(...statuses),
    text,
    component: nullable(text),
    agency: text,
    planId: nullable(text),
    plan: nullable(text),
  },
  closed,
);
export type NoticeLineView = Static<typeof NoticeLineView>;

/** What is told one by one of oversight: recommended to the unit, answered by it, the answer did not satisfy. */
export const oversightNews = ['recommended', 'answered', 'unsatisfied'] as const;

/**
 * What one person was told at one time: the digest of a day, somebody's urging, or news of work, a remedy, a difficulty or an
 * oversight entry. `total` lines, of which some are here.
 */
export const NoticeView = Type.Object(
  {
    id: text,
    kind: oneOf('digest', 'nudge', ...oversightNews, ...workNews, ...difficultyNews, ...remedyNews, ...reportNews),
    day: Day,
    at: time,
    readAt: nullable(time),
    /** how it went by mail, or why it did not */
    mail: oneOf(...mailStates),
    by: nullable(text),
    byUnit: nullable(text),
    note: nullable(text),
    counts: Type.Array(Type.Object({ step: StepName, count: Type.Integer() }, closed)),
    total: Type.Integer(),
    lines: Type.Array(NoticeLineView),
    oversight: nullable(Type.Object({ id: text, agency: text, wishedBy: nullable(Day) }, closed)),
    difficulty: nullable(Type.Object({ id: text, agency: text, answerBy: nullable(Day) }, closed)),
  },
  closed,
);
export type NoticeView = Static<typeof NoticeView>;

/** `today`: the day it is in Vietnam. `more`: there are older ones. */
export const NoticeList = Type.Object(
  { today: Day, unread: Type.Integer(), more: Type.Boolean(), notices: Type.Array(NoticeView) },
  closed,
);
export type NoticeList = Static<typeof NoticeList>;

/** `server`: whether letters can be sent at all; `email` null: no address is known. */
export const NoticeSettingView = Type.Object(
  { mail: Type.Boolean(), email: nullable(text), server: Type.Boolean() },
  closed,
);
export type NoticeSettingView = Static<typeof NoticeSettingView>;

/** What urging came to; what was left out, and why: done meanwhile, urged today, or nobody is there. */
export const NudgedView = Type.Object(
  {
    reminded: Type.Integer(),
    people: Type.Integer(),
    skipped: Type.Array(Type.Object({ occurrenceId: text, why: oneOf('settled', 'nobody', 'today') }, closed)),
  },
  closed,
);
export type NudgedView = Static<typeof NudgedView>;

export const PastNudgeView = Type.Object(
  { at: time, by: text, byUnit: text, note: nullable(text), people: Type.Integer(), readBy: Type.Integer() },
  closed,
);
export type PastNudgeView = Static<typeof PastNudgeView>;

/** A person's calendar address. `address` is there once, in the answer that made it. */
export const FeedView = Type.Object(
  {
    open: Type.Boolean(),
    alarm: Type.Boolean(),
    createdAt: nullable(time),
    fetchedAt: nullable(time),
    address: nullable(text),
  },
  closed,
);
export type FeedView = Static<typeof FeedView>;
