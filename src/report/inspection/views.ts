import Type, { type Static } from 'typebox';
import { day } from '../../assignment/act.ts';
import { AgencyView } from '../../assignment/views.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { EvidenceView } from '../evidence/views.ts';
import { ComponentSchema } from './act.ts';
import { findingStatuses, type InspectionAct, inspectionKinds, inspectionStatuses, type Planned } from './model.ts';

/** What leaves the API about inspections. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const none = nullable(text);
const Day = Type.Unsafe<PlainDate>(day);
const ids = Type.Array(text);

/** One finding as lists show it. `heldBy`: who is to remedy it now, another where that unit was merged. */
export const FindingView = Type.Object(
  {
    id: text,
    inspectionId: text,
    text,
    remedy: none,
    agencyId: nullable(text),
    heldBy: nullable(text),
    component: nullable(ComponentSchema),
    place: none,
    status: oneOf(...findingStatuses),
    due: nullable(Day),
    closedOn: nullable(Day),
    late: Type.Boolean(),
  },
  closed,
);
export type FindingView = Static<typeof FindingView>;

/**
 * One inspection as lists show it. `keeps`: the asker goes on with it as one of the team. `toRemedy`: findings the asker's unit has to
 * report on; `toCheck`: reported ones the asker has to look at.
 */
export const InspectionView = Type.Object(
  {
    id: text,
    agencyId: text,
    heldBy: text,
    kind: oneOf(...inspectionKinds),
    status: oneOf(...inspectionStatuses),
    day: Day,
    openedOn: nullable(Day),
    concludedOn: nullable(Day),
    number: none,
    date: nullable(Day),
    subject: text,
    lead: text,
    joinedWith: none,
    components: Type.Array(ComponentSchema),
    places: Type.Array(text),
    earlierId: none,
    plannedBy: text,
    plannedByUnit: text,
    findings: Type.Array(FindingView),
    keeps: Type.Boolean(),
    toRemedy: Type.Integer(),
    toCheck: Type.Integer(),
  },
  closed,
);
export type InspectionView = Static<typeof InspectionView>;

const remedies = { due: ids, remedied: ids, underWay: ids, overdue: ids };

export const InspectionFiguresView = Type.Object(
  {
    units: Type.Object({ due: ids, inspected: ids, beside: ids }, closed),
    findings: Type.Object({ found: ids, ...remedies }, closed),
    components: Type.Array(Type.Object({ index: text, code: text, inspections: ids, found: ids, ...remedies }, closed)),
  },
  closed,
);

const number = Type.Number();

/** An input of the administrative reform index (`ParIndexInput`), with the rule of its criterion as the decision has it. */
export const ParIndexInputView = Type.Object(
  {
    ...{ level: oneOf('province', 'commune'), agencyId: none, code: text, name: text, source: text },
    measure: oneOf('inspected', 'remedied'),
    max: number,
    rule: Type.Union([
      Type.Object(
        { form: Type.Literal('ladder'), steps: Type.Array(Type.Object({ from: number, points: number }, closed)) },
        closed,
      ),
      Type.Object({ form: Type.Literal('weighted'), done: number, underWay: number }, closed),
    ]),
    ...{ whole: ids, counted: ids, underWay: ids, beside: ids },
    points: nullable(number),
  },
  closed,
);
export type ParIndexInputView = Static<typeof ParIndexInputView>;

/**
 * The inspections of a year, with the figures of it or of a period as of today. `cited`: findings of inspections of other years that
 * these figures count, for a remedy may fall due in another year. `parIndex`: of the province for who sees all of it, of the communes
 * the asker works for.
 */
export const InspectionsView = Type.Object(
  {
    today: Day,
    from: Day,
    to: Day,
    years: Type.Array(Type.Integer()),
    inspections: Type.Array(InspectionView),
    figures: InspectionFiguresView,
    cited: Type.Array(FindingView),
    parIndex: Type.Array(ParIndexInputView),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type InspectionsView = Static<typeof InspectionsView>;

export const InspectionCountView = Type.Object({ toRemedy: Type.Integer(), toCheck: Type.Integer() }, closed);
export type InspectionCountView = Static<typeof InspectionCountView>;

/** A task of the inspected unit, as its state is known: days of it done, done late, overdue, and to come. */
export const CheckedItemView = Type.Object(
  {
    itemId: text,
    text,
    index: none,
    dimension: none,
    component: none,
    codes: Type.Array(text),
    done: Type.Integer(),
    doneLate: Type.Integer(),
    overdue: Type.Integer(),
    open: Type.Integer(),
    evidence: Type.Integer(),
  },
  closed,
);
export type CheckedItemView = Static<typeof CheckedItemView>;

/** `remedies`: the agencies the asker reports remedies for. `checklist`: only for the team, and who sees all. */
export const InspectionDetailView = Type.Object(
  {
    inspection: InspectionView,
    today: Day,
    planned: Type.Unsafe<Planned>(Type.Object({}, { additionalProperties: true })),
    actions: Type.Array(
      Type.Object(
        {
          id: text,
          day: Day,
          at: Type.String({ format: 'date-time' }),
          by: text,
          agencyId: nullable(text),
          act: Type.Unsafe<InspectionAct>(Type.Object({ kind: text }, { additionalProperties: true })),
        },
        closed,
      ),
    ),
    checklist: Type.Array(CheckedItemView),
    evidence: Type.Array(EvidenceView),
    earlier: nullable(Type.Object({ id: text, day: Day, number: none }, closed)),
    later: Type.Array(Type.Object({ id: text, day: Day }, closed)),
    /** villages and street groups of the unit, by their names */
    places: Type.Array(text),
    remedies: ids,
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type InspectionDetailView = Static<typeof InspectionDetailView>;

/** What was done and how it stands now; what cannot be done is left out and told of. */
export const ActedInspectionView = Type.Object(
  {
    detail: InspectionDetailView,
    refused: Type.Array(Type.Object({ id: text, detail: text }, closed)),
  },
  closed,
);
export type ActedInspectionView = Static<typeof ActedInspectionView>;
