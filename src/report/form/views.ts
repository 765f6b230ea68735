import Type, { type Static } from 'typebox';
import { Id } from '../../assignment/act.ts';
import { AgencyView } from '../../assignment/views.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { type ReportAct, reportStatuses } from '../model.ts';
import { type Answer, type AnswerPlace, type Answers, Form } from './model.ts';
import type { QuestionSum } from './sum.ts';
import { FormTimes } from './times.ts';

/** What goes to and from the API about forms. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const none = nullable(text);
const count = Type.Integer();
const time = Type.String({ format: 'date-time' });
const withoutNul = '^[^\\u0000]*$';
const agencies = Type.Array(AgencyView);

export const SentForm = Type.Object({ id: Id, form: Form }, closed);
export const SavedForm = Type.Object({ rev: Type.Integer({ minimum: 1 }), form: Form }, closed);

/** Who is asked, when, with what word: under an id made by who sends it. */
export const SentSending = Type.Object(
  {
    id: Id,
    agencyIds: Type.Array(Id, { minItems: 1, maxItems: 2_000 }),
    times: FormTimes,
    note: nullable(Type.String({ maxLength: 5_000, pattern: withoutNul })),
  },
  closed,
);
export type SentSending = Static<typeof SentSending>;

export const FormLineView = Type.Object(
  { id: text, agencyId: text, title: text, changedAt: time, changedBy: text, sendings: count },
  closed,
);
export type FormLineView = Static<typeof FormLineView>;

/** A round of what was sent: the same day for all units. */
const RoundCount = Type.Object(
  { round: text, label: text, due: none, expected: count, sent: count, received: count, late: count },
  closed,
);
export type RoundCount = Static<typeof RoundCount>;

export const SendingLineView = Type.Object(
  {
    ...{ id: text, formId: text, ownerId: text, title: text, note: none, at: time, by: text },
    rounds: Type.Array(RoundCount),
  },
  closed,
);
export type SendingLineView = Static<typeof SendingLineView>;

/** `designs`: whether the asker makes and sends forms. */
export const FormsView = Type.Object(
  { forms: Type.Array(FormLineView), sendings: Type.Array(SendingLineView), designs: Type.Boolean(), agencies },
  closed,
);
export type FormsView = Static<typeof FormsView>;

/** `mine`: the asker may change, send and take it away; others copy it. */
export const FormDetailView = Type.Object(
  {
    ...{ id: text, agencyId: text, rev: count, removed: Type.Boolean(), mine: Type.Boolean() },
    form: Type.Unsafe<Form>(Type.Object({})),
    agencies,
  },
  closed,
);
export type FormDetailView = Static<typeof FormDetailView>;

export const ReadFormView = Type.Object(
  {
    form: Type.Unsafe<Form>(Type.Object({})),
    told: Type.Array(Type.Object({ sheet: text, row: count, message: text }, closed)),
  },
  closed,
);
export type ReadFormView = Static<typeof ReadFormView>;

export const FormDaysView = Type.Object(
  { days: Type.Array(Type.Object({ label: none, due: text, rule: text, moved: none }, closed)) },
  closed,
);
export type FormDaysView = Static<typeof FormDaysView>;

/** An answer that is owed. `writes`, `receives`: what the asker may do about it. */
export const AnswerView = Type.Object(
  {
    ...{ id: text, sendingId: text, itemId: text, assignmentId: text, agencyId: text, ownerId: text, title: text },
    ...{ round: text, label: text, due: none, moved: none, open: Type.Boolean() },
    ...{ status: oneOf(...reportStatuses), elsewhere: Type.Boolean(), begun: Type.Boolean(), version: count },
    ...{ reason: none, mendBy: none, firstSentOn: none, sentOn: none, receivedOn: none, late: count },
    ...{ writes: Type.Boolean(), receives: Type.Boolean() },
  },
  { ...closed, title: 'FormAnswer' },
);
export type AnswerView = Static<typeof AnswerView>;

export const AnswersView = Type.Object({ answers: Type.Array(AnswerView), agencies }, closed);
export type AnswersView = Static<typeof AnswersView>;

const answers = Type.Unsafe<Answers>(Type.Object({}));
const place = Type.Unsafe<AnswerPlace>(Type.Object({ of: text, key: text, field: text }, closed));

/** One answer in full. `answers`: what is being typed for those who write it, else what was sent; null where nothing was. */
export const AnswerDetailView = Type.Object(
  {
    answer: AnswerView,
    form: Type.Unsafe<Form>(Type.Object({})),
    note: none,
    answers: nullable(answers),
    pieces: count,
    fields: Type.Array(Type.Object({ place, rev: count, by: text, at: time }, closed)),
    previous: nullable(answers),
    writable: Type.Boolean(),
    /** figures of the form that are of indicators, and what the register has for them */
    register: Type.Array(
      Type.Object(
        {
          ...{ name: text, indicatorId: text, indicator: text, period: text, states: text },
          ...{ there: none, said: none, same: Type.Boolean() },
        },
        closed,
      ),
    ),
    /** what receiving it could not state in the register, and why */
    told: Type.Array(text),
    history: Type.Array(
      Type.Object({ id: text, at: time, by: text, act: Type.Unsafe<ReportAct>(Type.Object({ kind: text })) }, closed),
    ),
    agencies,
  },
  closed,
);
export type AnswerDetailView = Static<typeof AnswerDetailView>;

const value = Type.Union([
  Type.Number(),
  Type.String({ maxLength: 20_000, pattern: withoutNul }),
  Type.Array(Type.String({ maxLength: 100, pattern: withoutNul }), { maxItems: 100 }),
  Type.Null(),
]);

/** Answers as they are typed, some at a time. */
export const SentAnswers = Type.Object(
  {
    fields: Type.Array(
      Type.Object(
        {
          place: Type.Object(
            { of: oneOf('item'), key: Type.String({ minLength: 1, maxLength: 64 }), field: oneOf('value', 'text') },
            closed,
          ),
          base: Type.Integer({ minimum: 0 }),
          was: value,
          value,
        },
        closed,
      ),
      { minItems: 1, maxItems: 400 },
    ),
  },
  closed,
);
export type SentAnswers = Static<typeof SentAnswers>;

export const SavedAnswersView = Type.Object(
  {
    fields: Type.Array(
      Type.Object(
        {
          ...{ place, rev: count, value: Type.Unknown(), theirs: Type.Optional(Type.Unknown()) },
          how: oneOf('saved', 'merged', 'met', 'kept'),
        },
        closed,
      ),
    ),
    at: time,
  },
  closed,
);
export type SavedAnswersView = Static<typeof SavedAnswersView>;

const noted = Type.Array(Type.Object({ where: text, message: text }, closed));

/** What a filled-in workbook changes of the answers, cell by cell; nothing is changed by asking. */
export const FormSheetView = Type.Object(
  {
    changes: Type.Array(
      Type.Object(
        {
          name: text,
          label: text,
          cell: text,
          now: Type.Unsafe<Answer>(value),
          value: Type.Unsafe<Answer>(value),
          how: oneOf('new', 'met'),
        },
        closed,
      ),
    ),
    faults: noted,
    checks: noted,
    same: count,
  },
  closed,
);
export type FormSheetView = Static<typeof FormSheetView>;

/** What a sending came to in one round. `counted`: the answers the sums are made of; who sent nothing is missing. */
export const SumsView = Type.Object(
  {
    sending: SendingLineView,
    form: Type.Unsafe<Form>(Type.Object({})),
    round: text,
    answers: Type.Array(AnswerView),
    values: Type.Record(text, answers),
    sums: Type.Unsafe<QuestionSum[]>(Type.Array(Type.Object({ name: text }))),
    missing: Type.Array(text),
    owns: Type.Boolean(),
    agencies,
  },
  closed,
);
export type SumsView = Static<typeof SumsView>;
