import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { itemKinds } from '../model.ts';

/** What leaves the API about issuing a plan. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const count = Type.Integer();
const time = Type.String({ format: 'date-time' });

const RoleWord = oneOf('lead', 'implement', 'cooperate', 'monitor');

const counts = Type.Object({ create: count, keep: count, change: count, withdraw: count }, closed);
const line = { kind: oneOf(...itemKinds), key: text, component: nullable(text), text };

/** What issuing would do, or has done. */
export const IssueView = Type.Object(
  {
    issues: Type.Array(Type.Object({ no: count, at: time, day: text, owedFrom: nullable(text) }, closed)),
    items: counts,
    assignments: counts,
    occurrences: counts,
    kinds: Type.Record(text, count),
    roles: Type.Record(text, count),
    agencies: Type.Array(
      Type.Object(
        {
          agencyId: text,
          name: text,
          occurrences: count,
          lead: count,
          implement: count,
          cooperate: count,
          monitor: count,
        },
        closed,
      ),
    ),
    /** whoever issued the plan, where the directory of the plan's day has no such committee: no name can be told then */
    issuerUnknown: nullable(Type.Object({ printed: nullable(text), on: text }, closed)),
    unresolved: Type.Array(Type.Object({ printed: text, roles: Type.Array(RoleWord), items: count }, closed)),
    nobody: Type.Array(Type.Object({ ...line, why: oneOf('no-agency', 'unresolved') }, closed)),
    selfMonitored: Type.Array(Type.Object({ ...line, agencyId: text }, closed)),
    requests: count,
    assumed: Type.Array(Type.Object({ ...line, flags: Type.Array(text) }, closed)),
    changed: Type.Array(Type.Object({ ...line, fields: Type.Array(text) }, closed)),
    withdrawn: Type.Array(Type.Object(line, closed)),
    /** days given to an agency that is no more, with who has them instead; null: a person is to choose */
    inherited: Type.Array(
      Type.Object(
        {
          agencyId: text,
          name: text,
          endedOn: text,
          occurrences: count,
          to: nullable(text),
          choices: Type.Array(text),
        },
        closed,
      ),
    ),
    today: text,
    /** from which day what the plan comes to is owed; null: all of its year */
    owedFrom: nullable(text),
    /** how much was over before today and is not there */
    past: count,
    /** what is left out because it was over before `owedFrom` */
    leftOut: Type.Array(
      Type.Object(
        {
          ...line,
          occurrences: count,
          days: Type.Array(Type.Object({ period: nullable(text), due: nullable(text) }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type IssueView = Static<typeof IssueView>;

/** An issued plan another may take the place of: `open` days of `agencies` would end, `overdue` of them past; `done` stays. */
export const ReplaceableView = Type.Object(
  {
    ...{ id: text, type: nullable(text), number: nullable(text), symbol: nullable(text), title: nullable(text) },
    ...{ date: nullable(text), open: count, agencies: count, overdue: count, done: count },
  },
  closed,
);
export type ReplaceableView = Static<typeof ReplaceableView>;
