import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../kernel/shapes.ts';
import { ConcreteActView, ConcreteDayView } from './concrete/views.ts';
import { DifficultyEntry, DifficultyView } from './difficulty/views.ts';
import { itemKinds, statuses } from './model.ts';

export { DifficultyView } from './difficulty/views.ts';
export { IssueView } from './issue/views.ts';

/**
 * What leaves the API about issued plans: the only shapes presenters make and screens know. Times are ISO 8601 with zone
 * (UTC), days ISO dates. Agencies are named once per answer and told by their ids elsewhere.
 */

const text = Type.String();
const day = nullable(text);
const count = Type.Integer();
const time = Type.String({ format: 'date-time' });

export const RoleWord = oneOf('lead', 'implement', 'cooperate', 'monitor');
export const StatusWord = oneOf(...statuses);
export const BucketWord = oneOf('returned', 'overdue', 'today', 'week', 'later', 'waiting');

/** `asked`: the Front, a party body, a council; followed, never escalated or ranked. Names as of the answer's day. */
export const AgencyView = Type.Object(
  { id: text, name: text, kind: text, level: text, asked: Type.Boolean() },
  { ...closed, title: 'Agency' },
);
export type AgencyView = Static<typeof AgencyView>;

/** A task, duty, reporting duty or directive of an issued plan. `modality` request is đề nghị. */
export const ItemView = Type.Object(
  {
    id: text,
    planId: text,
    kind: oneOf(...itemKinds),
    modality: oneOf('assign', 'request'),
    index: nullable(text),
    dimension: nullable(text),
    component: nullable(text),
    codes: Type.Array(text),
    text,
    result: nullable(text),
    time: nullable(text),
    /** whether it asks the unit for its concrete acts: the row names only a component, or lists several acts */
    asksFor: nullable(oneOf('component-only', 'several-acts')),
    /** its place in its plan, from 1 */
    position: count,
  },
  closed,
);
export type ItemView = Static<typeof ItemView>;

/**
 * What is owed on one day. `printed` as in the plan, `due` the last day to act, `rule` how the one follows from the other,
 * `moved` why it is not the day by the wording; without `due` it waits for its `event` to be dated.
 */
const owed = {
  id: text,
  assignmentId: text,
  itemId: text,
  agencyId: text,
  period: nullable(text),
  opens: day,
  printed: day,
  due: day,
  /** the day it was issued with, where a person has given it another since: rule and moved are about that one */
  firstDue: day,
  rule: text,
  moved: nullable(text),
  event: nullable(text),
  flags: Type.Array(text),
  status: StatusWord,
  percent: count,
  evidence: count,
  /** the reason of the last return */
  returned: nullable(text),
  /** the day the unit has asked for, which waits for an answer, and why; or why its last asking was declined */
  asked: nullable(Type.Object({ due: text, reason: text }, closed)),
  declined: nullable(text),
};
export const OccurrenceView = Type.Object({ ...owed, completedOn: day }, closed);
export type OccurrenceView = Static<typeof OccurrenceView>;

const holder = {
  divisionId: nullable(text),
  officerId: nullable(text),
  accepted: Type.Boolean(),
  request: Type.Boolean(),
};

const buckets = {
  returned: count,
  overdue: count,
  today: count,
  week: count,
  later: count,
  waiting: count,
};
export const BucketCounts = Type.Object(buckets, closed);

/** A component of an index with what is owed under it; null where the prose of a plan has none. */
export const ComponentView = Type.Object(
  { index: nullable(text), dimension: nullable(text), component: nullable(text), items: Type.Array(text), ...buckets },
  closed,
);

/** `owed` holds the most urgent; `counts` and `components` count all. */
export const MyWorkView = Type.Object(
  {
    today: text,
    counts: BucketCounts,
    components: Type.Array(ComponentView),
    items: Type.Array(ItemView),
    /** `aboveDue`: the day of the plan above that a day of the unit's own plan serves; the two are one piece of work */
    owed: Type.Array(Type.Object({ ...owed, ...holder, bucket: BucketWord, aboveDue: day }, closed)),
    /** what is open of the concrete acts under them and has a day of its own, the nearest first */
    concrete: Type.Array(ConcreteDayView),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type MyWorkView = Static<typeof MyWorkView>;

export const RolesView = Type.Object(
  {
    roles: Type.Array(
      Type.Object({ item: ItemView, role: RoleWord, agencies: Type.Array(text), nextDue: day }, closed),
    ),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type RolesView = Static<typeof RolesView>;

/** done in time, done late, open, overdue, waiting for a day */
const progress = { done: count, doneLate: count, open: count, late: count, waiting: count };
export const ProgressView = Type.Object(progress, closed);

/**
 * Units × items. A cell is `[agency, item, done, doneLate, open, late, waiting]`; the first two count from 0 in `agencies` and
 * `items`. Where nothing is owed there is no cell.
 */
export const HeatMapView = Type.Object(
  {
    from: text,
    to: text,
    /** the day it is as of; today unless asked otherwise */
    on: text,
    agencies: Type.Array(AgencyView),
    items: Type.Array(ItemView),
    cells: Type.Array(Type.Array(count)),
  },
  closed,
);
export type HeatMapView = Static<typeof HeatMapView>;

export const DeskView = Type.Object(
  {
    from: text,
    to: text,
    lines: Type.Array(Type.Object({ item: ItemView, agencies: count, ...progress }, closed)),
  },
  closed,
);

/** Who answers by name for the work of an agency; `delegated` while the head is away. */
const HeadView = Type.Object({ agencyId: text, name: text, delegated: Type.Boolean() }, closed);

export const HeadDeskView = Type.Object(
  {
    from: text,
    to: text,
    lines: Type.Array(
      Type.Object({ agencyId: text, divisionId: nullable(text), officerId: nullable(text), ...progress }, closed),
    ),
    agencies: Type.Array(AgencyView),
    officers: Type.Array(Type.Object({ id: text, name: text }, closed)),
    heads: Type.Array(HeadView),
  },
  closed,
);

export const UnitWorkView = Type.Object(
  {
    agency: AgencyView,
    heads: Type.Array(HeadView),
    from: text,
    to: text,
    items: Type.Array(ItemView),
    owed: Type.Array(Type.Object({ ...owed, ...holder, completedOn: day, role: RoleWord }, closed)),
  },
  closed,
);

export const AssignmentLine = Type.Object(
  {
    id: text,
    itemId: text,
    role: RoleWord,
    /** the name in the plan it comes from */
    printed: text,
    owes: Type.Boolean(),
    since: text,
    /** whom it was issued to, and who holds it now */
    firstAgencyId: text,
    agencyId: text,
    ...holder,
    closed: nullable(oneOf('cancelled', 'superseded')),
    occurrences: Type.Array(OccurrenceView),
  },
  closed,
);
export type AssignmentLine = Static<typeof AssignmentLine>;

export const ItemListView = Type.Object(
  {
    from: text,
    to: text,
    /** of how many the first are listed */
    total: count,
    items: Type.Array(Type.Object({ ...ItemView.properties, progress: ProgressView }, closed)),
  },
  closed,
);

export const ItemDetailView = Type.Object(
  { item: ItemView, assignments: Type.Array(AssignmentLine), agencies: Type.Array(AgencyView) },
  closed,
);

/** One entry of an assignment's history, oldest first. `day` is when it holds from, `at` when it was recorded. */
export const AssignmentEntry = Type.Object(
  {
    id: text,
    occurrenceId: nullable(text),
    at: time,
    day: text,
    by: text,
    /** for whom they acted */
    agencyId: nullable(text),
    source: text,
    act: Type.Object({ kind: text }, { additionalProperties: true }),
  },
  closed,
);

export const AssignmentDetailView = Type.Object(
  {
    item: ItemView,
    assignment: AssignmentLine,
    history: Type.Array(AssignmentEntry),
    acts: Type.Array(ConcreteActView),
    agencies: Type.Array(AgencyView),
  },
  closed,
);

/** What became of acts that were sent. `refused` is empty unless they were sent to be skipped. */
export const TakenView = Type.Object(
  {
    taken: count,
    known: count,
    refused: Type.Array(Type.Object({ id: text, why: text, detail: text }, closed)),
    assignments: Type.Array(AssignmentLine),
  },
  closed,
);
export type TakenView = Static<typeof TakenView>;

/** What else of the same unit one act could fulfil. `same`: a person has said it is the same work. */
export const ServableView = Type.Object(
  {
    items: Type.Array(ItemView),
    owed: Type.Array(
      Type.Object({ id: text, itemId: text, due: day, period: nullable(text), same: Type.Boolean() }, closed),
    ),
  },
  closed,
);

export const DifficultyListView = Type.Object(
  { difficulties: Type.Array(DifficultyView), agencies: Type.Array(AgencyView) },
  closed,
);

export const DifficultyDetailView = Type.Object(
  {
    difficulty: DifficultyView,
    history: Type.Array(DifficultyEntry),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
