import Type, { type Static } from 'typebox';
import { AgencyView, ItemView, RoleWord } from '../assignment/views.ts';
import { closed, nullable, oneOf } from '../kernel/shapes.ts';
import { Target } from '../plan/model.ts';
import { type FieldPlace, lineStates, ReportContent } from './content/model.ts';
import { evidenceKinds } from './evidence/model.ts';
import { measureKinds } from './measure/model.ts';
import { RegisterView } from './measure/views.ts';
import { askedKinds, type ReportAct, reportStatuses } from './model.ts';

/** What leaves the API about reports. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const none = nullable(text);
const count = Type.Integer();
const time = Type.String({ format: 'date-time' });

export const RoundView = Type.Object({ key: text, label: text, from: text, to: text }, closed);
export type RoundView = Static<typeof RoundView>;

/**
 * A report that is owed. `elsewhere`: reported on paper, its work is done without one here. `late`: working days, until it was first sent or
 * until today. `closed`: nothing may be sent without an exception; `closesAfter` the last day of that. `writes`, `signs`, `receives`:
 * what the asker may do about it; `arranges`: excuse it, move it. `excused`: why nobody waits for it.
 */
export const ReportView = Type.Object(
  {
    id: text,
    itemId: text,
    planId: text,
    agencyId: text,
    asked: oneOf(...askedKinds),
    text,
    round: RoundView,
    due: none,
    rule: text,
    moved: none,
    status: oneOf(...reportStatuses),
    elsewhere: Type.Boolean(),
    begun: Type.Boolean(),
    version: count,
    reason: none,
    mendBy: none,
    firstSentOn: none,
    sentOn: none,
    receivedOn: none,
    grantedUntil: none,
    excused: none,
    late: count,
    closed: Type.Boolean(),
    closesAfter: text,
    writes: Type.Boolean(),
    signs: Type.Boolean(),
    receives: Type.Boolean(),
    arranges: Type.Boolean(),
  },
  { ...closed, title: 'Report' },
);
export type ReportView = Static<typeof ReportView>;

export const PlanName = Type.Object({ id: text, title: none, number: none, year: nullable(count) }, closed);
export type PlanName = Static<typeof PlanName>;

const named = { agencies: Type.Array(AgencyView), plans: Type.Array(PlanName) };

export const ReportsView = Type.Object({ reports: Type.Array(ReportView), ...named }, closed);
export type ReportsView = Static<typeof ReportsView>;

/** A round with how many of its reports stand where. */
export const RoundLine = Type.Object(
  {
    planId: text,
    round: RoundView,
    due: none,
    closed: Type.Boolean(),
    closesAfter: text,
    expected: count,
    counts: Type.Object(
      {
        writing: count,
        submitted: count,
        sent: count,
        received: count,
        returned: count,
        elsewhere: count,
        late: count,
      },
      closed,
    ),
  },
  closed,
);
export type RoundLine = Static<typeof RoundLine>;
/** `spans`: stretches of the year that several rounds of a plan make. */
export const RoundsView = Type.Object(
  {
    rounds: Type.Array(RoundLine),
    spans: Type.Array(Type.Object({ planId: text, round: RoundView, rounds: Type.Array(text) }, closed)),
    plans: Type.Array(PlanName),
  },
  closed,
);
export type RoundsView = Static<typeof RoundsView>;

/** One round: who reports, and whose report is left out of the sums. `keeps`: the asker closes, opens and consolidates it. */
export const RoundDetailView = Type.Object(
  {
    line: RoundLine,
    reports: Type.Array(ReportView),
    excluded: Type.Array(Type.Object({ agencyId: text, reason: text }, closed)),
    keeps: Type.Boolean(),
    /** the asker approves what it comes to */
    approves: Type.Boolean(),
    ...named,
  },
  closed,
);
export type RoundDetailView = Static<typeof RoundDetailView>;

/** An item a report is about. `owes`: the unit answers for it; without, it takes part. `register`: of each target, where it has an indicator. */
const ofItem = { item: ItemView, roles: Type.Array(RoleWord), owes: Type.Boolean(), targets: Type.Array(Target) };
/** `after`: done after the last day of the period, counted in the next. */
const after = Type.Object({ completedOn: none, notes: Type.Array(Type.Object({ day: text, text }, closed)) }, closed);
export const ReportItemView = Type.Object(
  { ...ofItem, register: Type.Array(nullable(RegisterView)), after: nullable(after) },
  closed,
);
export type ReportItemView = Static<typeof ReportItemView>;

export const placeView = Type.Unsafe<FieldPlace>(
  Type.Object({ of: text, key: Type.Optional(text), field: text }, closed),
);

/** Who last wrote a field; `rev` is what a save begins from. */
export const FieldView = Type.Object({ place: placeView, rev: count, by: text, at: time }, closed);
export type FieldView = Static<typeof FieldView>;

const content = Type.Unsafe<import('./content/model.ts').ReportContent>(ReportContent);

/** What was done about a report, oldest first. */
export const HistoryView = Type.Array(
  Type.Object({ id: text, at: time, by: text, act: Type.Unsafe<ReportAct>(Type.Object({ kind: text })) }, closed),
);

/** A report in full. `content`: the working copy for those who write it, else what was sent last; null where nothing was. */
export const ReportDetailView = Type.Object(
  {
    report: ReportView,
    items: Type.Array(ReportItemView),
    content: nullable(content),
    fields: Type.Array(FieldView),
    previous: nullable(content),
    /** whether the asker may write now: theirs, with the unit, and its round open */
    writable: Type.Boolean(),
    /** whether the unit has nobody who signs, so that its officers send */
    unsigned: Type.Boolean(),
    history: HistoryView,
    ...named,
  },
  closed,
);
export type ReportDetailView = Static<typeof ReportDetailView>;

export const SavedFieldsView = Type.Object(
  {
    fields: Type.Array(
      Type.Object(
        {
          place: placeView,
          rev: count,
          value: Type.Unknown(),
          how: oneOf('saved', 'merged', 'met', 'kept'),
          theirs: Type.Optional(Type.Unknown()),
        },
        closed,
      ),
    ),
    at: time,
  },
  closed,
);
export type SavedFieldsView = Static<typeof SavedFieldsView>;

/** Every time it was sent, oldest first. */
export const VersionsView = Type.Object(
  { versions: Type.Array(Type.Object({ seq: count, version: count, at: time, by: text, content }, closed)) },
  closed,
);
export type VersionsView = Static<typeof VersionsView>;

const source = Type.Object({ agencyId: text, reportId: text }, closed);
const voice = Type.Object({ text, sources: Type.Array(source), itemKey: none }, closed);
const voices = Type.Array(voice);
const counts = Type.Object(
  { ...Object.fromEntries(lineStates.map((state) => [state, count])), silent: count, missing: count },
  closed,
);
const countsView = Type.Unsafe<import('./content/model.ts').StateCounts>(counts);

const number = nullable(Type.Number());
/** Pieces of evidence in all, what they are, kind by kind, and the reports they are of. */
const proven = {
  evidence: count,
  proofs: Type.Array(source),
  kinds: Type.Array(
    Type.Object(
      {
        kind: oneOf(...evidenceKinds),
        pieces: count,
        sums: Type.Record(text, Type.Object({ sum: Type.Number(), of: count }, closed)),
      },
      closed,
    ),
  ),
};
const measure = Type.Object(
  {
    kind: oneOf(...measureKinds),
    value: number,
    part: number,
    whole: number,
    of: count,
    without: count,
    bare: count,
    met: nullable(Type.Boolean()),
  },
  closed,
);

/** A version of a consolidated report: its place in the log, its number, the day it was approved or sent. */
export const versionOf = { seq: count, version: count, day: text };
const versionName = Type.Object(versionOf, closed);

/** What the reports of a round come to; every figure with the reports it is made of. */
export const ConsolidationView = Type.Object(
  {
    units: Type.Object(
      {
        expected: count,
        reported: count,
        late: Type.Array(Type.Object({ agencyId: text, days: count }, closed)),
        missing: Type.Array(text),
        partly: Type.Array(Type.Object({ agencyId: text, rounds: Type.Array(text) }, closed)),
        excused: Type.Array(Type.Object({ agencyId: text, reason: text }, closed)),
        excluded: Type.Array(Type.Object({ agencyId: text, reason: text }, closed)),
      },
      closed,
    ),
    items: Type.Array(
      Type.Object(
        {
          item: ItemView,
          targets: Type.Array(Target),
          owed: count,
          counts: countsView,
          measures: Type.Array(measure),
          measured: Type.Array(Type.Array(source)),
          ...proven,
          results: voices,
          difficulties: voices,
          proposals: voices,
          sources: Type.Record(text, Type.Array(source)),
          missing: Type.Array(text),
        },
        closed,
      ),
    ),
    components: Type.Array(
      Type.Object(
        {
          key: text,
          index: none,
          dimension: none,
          component: none,
          itemKeys: Type.Array(text),
          counts: countsView,
          ...proven,
          results: voices,
          difficulties: voices,
          proposals: voices,
        },
        closed,
      ),
    ),
    ...{ counted: Type.Array(source), leftOut: Type.Array(source) },
    ...proven,
    results: voices,
    shortcomings: voices,
    difficulties: voices,
    proposals: voices,
    next: voices,
    /** whether the asker may open the reports it was made of */
    opens: Type.Boolean(),
    /** the approved version these figures are of; null: as they are now. `approved`: the version that stands. */
    ...{ of: nullable(versionName), approved: nullable(versionName) },
    ...named,
  },
  closed,
);
export type ConsolidationView = Static<typeof ConsolidationView>;
