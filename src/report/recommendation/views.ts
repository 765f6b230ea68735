import Type, { type Static } from 'typebox';
import { day, Id } from '../../assignment/act.ts';
import { AgencyView } from '../../assignment/views.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { EvidenceView } from '../evidence/views.ts';
import { type RecommendationAct, recommendationStatuses, sheetFields, sources } from './model.ts';

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

const line = nullable(Type.String({ minLength: 1, maxLength: 300, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' }));
const word = Type.String({ maxLength: 300, pattern: '^[^\\u0000]*$' });

/** `id`: of the import, made by whoever sends it. `defaults`: for rows that say nothing of where they come from. */
export const SentRegister = Type.Object(
  {
    id: Id,
    defaults: Type.Object(
      {
        source: oneOf(...sources),
        paper: Type.Object({ what: word, number: line, date: nullable(Day), issuer: line }, closed),
      },
      closed,
    ),
  },
  closed,
);
export type SentRegister = Static<typeof SentRegister>;

const paper = Type.Object({ what: text, number: nullable(text), date: nullable(Day), issuer: nullable(text) }, closed);

/** What a file says: `columns` as their headings are understood, rows that are taken, rows that are left and why. */
export const RegisterPreviewView = Type.Object(
  {
    sheet: text,
    columns: Type.Array(Type.Object({ heading: text, field: nullable(oneOf(...sheetFields)) }, closed)),
    taken: Type.Array(
      Type.Object(
        {
          ...{ row: Type.Integer(), source: oneOf(...sources), paper, text, unit: text, agencyId: text },
          ...{ due: nullable(Day), percent: nullable(Type.Integer()), result: nullable(text) },
        },
        closed,
      ),
    ),
    left: Type.Array(Type.Object({ row: Type.Integer(), text, why: text }, closed)),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type RegisterPreviewView = Static<typeof RegisterPreviewView>;

/** Files that were taken over, the latest first. */
export const RegisterImportsView = Type.Object(
  {
    imports: Type.Array(
      Type.Object(
        {
          ...{ id: text, name: text, at: Type.String({ format: 'date-time' }), by: text, count: Type.Integer() },
          undoneAt: nullable(Type.String({ format: 'date-time' })),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type RegisterImportsView = Static<typeof RegisterImportsView>;
