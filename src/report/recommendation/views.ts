import Type, { type Static } from 'typebox';
import { day } from '../../assignment/act.ts';
import { AgencyView } from '../../assignment/views.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { EvidenceView } from '../evidence/views.ts';
import { type RecommendationAct, recommendationStatuses, sources } from './model.ts';

/** What leaves the API about recommendations. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const none = nullable(text);
const Day = Type.Unsafe<PlainDate>(day);

/**
 * One line of the register. `of`, `within`: where it is kept. `days`: its age, until it was closed or today. `keeps`: the asker keeps
 * it; `owns`: it waits for the asker's unit.
 */
export const RecommendationView = Type.Object(
  {
    of: oneOf('recommendation', 'finding', 'oversight'),
    id: text,
    within: none,
    source: oneOf(...sources),
    paper: Type.Object({ what: text, number: none, date: nullable(Day), issuer: none }, closed),
    text,
    agencyId: none,
    heldBy: none,
    due: nullable(Day),
    status: oneOf(...recommendationStatuses),
    percent: nullable(Type.Integer()),
    since: Day,
    closedOn: nullable(Day),
    days: Type.Integer(),
    late: Type.Boolean(),
    keeps: Type.Boolean(),
    owns: Type.Boolean(),
  },
  closed,
);
export type RecommendationView = Static<typeof RecommendationView>;

export const RegisterView = Type.Object(
  {
    today: Day,
    lines: Type.Array(RecommendationView),
    /** of the lines: closed, open past their day; Σ% over those of which somebody said how far they are */
    figures: Type.Object(
      {
        total: Type.Integer(),
        closed: Type.Integer(),
        late: Type.Integer(),
        percent: Type.Object({ sum: Type.Integer(), of: Type.Integer() }, closed),
      },
      closed,
    ),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type RegisterView = Static<typeof RegisterView>;

export const RecommendationDetailView = Type.Object(
  {
    line: RecommendationView,
    today: Day,
    recordedBy: text,
    history: Type.Array(
      Type.Object(
        {
          id: text,
          at: Type.String({ format: 'date-time' }),
          by: text,
          agencyId: none,
          act: Type.Unsafe<RecommendationAct>(Type.Object({ kind: text }, { additionalProperties: true })),
        },
        closed,
      ),
    ),
    evidence: Type.Array(EvidenceView),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type RecommendationDetailView = Static<typeof RecommendationDetailView>;
