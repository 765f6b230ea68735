import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { AgencyView } from '../views.ts';
import { oversightForms, oversightStatuses, oversightSubjects } from './model.ts';

/** What leaves the API about oversight. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const none = nullable(text);
const time = Type.String({ format: 'date-time' });

export const ReferenceView = Type.Object({ what: text, number: none, date: none, address: none }, closed);
export type ReferenceView = Static<typeof ReferenceView>;

/**
 * One entry. `agencyId`: who was overseen; `heldBy`: who answers now, another where that unit was merged. `days`: since it was
 * recorded, until it was answered or today. `late`: past the wished day. `answers`, `follows`: whether the asker answers
 * for the unit, or goes on with what they or their body recorded.
 */
export const OversightView = Type.Object(
  {
    id: text,
    agencyId: text,
    heldBy: text,
    about: oneOf(...oversightSubjects),
    itemId: none,
    itemText: none,
    index: none,
    dimension: none,
    component: none,
    day: text,
    form: oneOf(...oversightForms),
    participants: none,
    seen: text,
    recommendation: none,
    wishedBy: none,
    references: Type.Array(ReferenceView),
    recordedAt: time,
    recordedBy: text,
    recordedByUnit: text,
    status: oneOf(...oversightStatuses),
    answeredOn: none,
    days: Type.Integer(),
    late: Type.Boolean(),
    answers: Type.Boolean(),
    follows: Type.Boolean(),
  },
  closed,
);
export type OversightView = Static<typeof OversightView>;

export const OversightListView = Type.Object(
  { entries: Type.Array(OversightView), agencies: Type.Array(AgencyView) },
  closed,
);
export type OversightListView = Static<typeof OversightListView>;

export const OversightDetailView = Type.Object(
  {
    entry: OversightView,
    history: Type.Array(
      Type.Object(
        {
          id: text,
          at: time,
          by: text,
          agencyId: none,
          act: Type.Object({ kind: text }, { additionalProperties: true }),
        },
        closed,
      ),
    ),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type OversightDetailView = Static<typeof OversightDetailView>;

/** The tasks a unit was given, with the components they are of: what of it may be overseen. */
export const OversightSubjectsView = Type.Object(
  { items: Type.Array(Type.Object({ id: text, text, index: none, dimension: none, component: none }, closed)) },
  closed,
);
export type OversightSubjectsView = Static<typeof OversightSubjectsView>;

/** What waits for the asker: recommendations to answer, answers to look at. */
export const OversightCountView = Type.Object({ toAnswer: Type.Integer(), toJudge: Type.Integer() }, closed);
export type OversightCountView = Static<typeof OversightCountView>;
