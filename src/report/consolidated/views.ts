import Type, { type Static } from 'typebox';
import { Id } from '../../assignment/act.ts';
import { AgencyView } from '../../assignment/views.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { RoundName, SentReceiverAct, SentUnitAct } from '../act.ts';
import { type ParagraphLine, standings, wholeFields } from '../content/model.ts';
import { reportStatuses } from '../model.ts';
import { FieldView, HistoryView, PlanName, RoundView, versionOf } from '../views.ts';

/** What goes to and from the API about consolidated reports. */

const text = Type.String();
const none = nullable(text);
const count = Type.Integer();

export const scopes = ['whole', 'lead'] as const;

/** Which one: without an agency, that of the office that gathers all. */
export const WhichGathering = Type.Object({
  plan: RoundName.planId,
  round: RoundName.round,
  scope: Type.Optional(oneOf(...scopes)),
  agency: Type.Optional(Id),
});
export type WhichGathering = Static<typeof WhichGathering>;

/**
 * As it was approved, where that stands; `as` "now": as it is now; a number: the version at that place of its log.
 */
export const WhichFigures = Type.Object({
  ...WhichGathering.properties,
  as: Type.Optional(Type.String({ pattern: '^(?:now|[1-9][0-9]{0,6})$' })),
});
export type WhichFigures = Static<typeof WhichFigures>;

const key = Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]*$' });
const words = Type.String({ maxLength: 50_000, pattern: '^[^\\u0000]*$' });
const revision = { base: Type.Integer({ minimum: 0 }), was: Type.Optional(Type.Unknown()) };
const paragraphPlace = <F extends keyof ParagraphLine>(field: F) =>
  Type.Object({ of: Type.Literal('paragraph'), key, field: Type.Literal(field) }, closed);

/** What is made of paragraphs, as it is typed and chosen. */
export const SentParagraphs = Type.Object(
  {
    fields: Type.Array(
      Type.Union([
        Type.Object({ place: paragraphPlace('text'), ...revision, value: words }, closed),
        Type.Object({ place: paragraphPlace('from'), ...revision, value: words }, closed),
        Type.Object({ place: paragraphPlace('standing'), ...revision, value: nullable(oneOf(...standings)) }, closed),
      ]),
      { minItems: 1, maxItems: 400 },
    ),
  },
  closed,
);

export const SentGatheringAct = Type.Union([SentUnitAct, SentReceiverAct]);
export type SentGatheringAct = Static<typeof SentGatheringAct>;

const source = Type.Object({ agencyId: text, reportId: text }, closed);
const paragraph = {
  key: text,
  section: oneOf(...wholeFields),
  under: none,
  list: Type.Boolean(),
  text,
  sources: Type.Array(source),
  inspections: Type.Optional(Type.Array(Type.Object({ id: text, agencyId: text }, closed))),
  by: none,
};
const standing = nullable(oneOf(...standings));
const line = Type.Object({ standing, text, from: text }, closed);
const printed = Type.Object({ ...paragraph, standing }, closed);

/** A consolidated report every time it was sent, oldest first; `seq` its place in the log. */
export const SentTextsView = Type.Object(
  {
    versions: Type.Array(Type.Object({ ...versionOf, by: text, at: text, paragraphs: Type.Array(printed) }, closed)),
  },
  closed,
);
export type SentTextsView = Static<typeof SentTextsView>;

/**
 * A consolidated report. `paragraphs`: drafted from its sources as they are now, with what its office made of them in `lines`; `sent`: its
 * text as it was approved last, while that stands. `opens`: the asker may open the reports it was made of.
 */
export const GatheringView = Type.Object(
  {
    planId: text,
    round: RoundView,
    scope: oneOf(...scopes),
    agencyId: text,
    /** of all units of the tenant: the others are parts of it */
    top: Type.Boolean(),
    status: oneOf(...reportStatuses),
    version: count,
    reason: none,
    due: none,
    sentOn: none,
    receivedOn: none,
    paragraphs: Type.Array(Type.Object(paragraph, closed)),
    lines: Type.Record(text, line),
    fields: Type.Array(FieldView),
    sent: nullable(Type.Array(printed)),
    reports: Type.Array(source),
    leads: Type.Array(
      Type.Object({ agencyId: text, tasks: count, status: oneOf(...reportStatuses), counted: Type.Boolean() }, closed),
    ),
    districts: Type.Array(Type.Object({ agencyId: text, counted: Type.Boolean() }, closed)),
    writable: Type.Boolean(),
    writes: Type.Boolean(),
    signs: Type.Boolean(),
    receives: Type.Boolean(),
    opens: Type.Boolean(),
    history: HistoryView,
    agencies: Type.Array(AgencyView),
    plans: Type.Array(PlanName),
  },
  { ...closed, title: 'ConsolidatedReport' },
);
export type GatheringView = Static<typeof GatheringView>;

/** What the asker's agencies are to sum up: the tasks they lead, or the communes under them. */
export const MyPartsView = Type.Object(
  {
    parts: Type.Array(
      Type.Object(
        {
          planId: text,
          round: RoundView,
          scope: oneOf(...scopes),
          agencyId: text,
          tasks: nullable(count),
          status: oneOf(...reportStatuses),
          sentOn: none,
        },
        closed,
      ),
    ),
    agencies: Type.Array(AgencyView),
    plans: Type.Array(PlanName),
  },
  closed,
);
export type MyPartsView = Static<typeof MyPartsView>;
