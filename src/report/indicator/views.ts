import Type, { type Static } from 'typebox';
import { Id } from '../../assignment/act.ts';
import { AgencyView } from '../../assignment/views.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { Figure } from '../content/model.ts';
import { PlanName } from '../views.ts';
import { Definition, type Origin } from './model.ts';
import { periodPattern } from './period.ts';
import { SheetMapping } from './sheet/model.ts';
import { standings } from './summarize.ts';

/** What goes to and from the API about indicators. Agencies are named once per answer and told by their ids elsewhere. */

const text = Type.String();
const count = Type.Integer();
const number = nullable(Type.Number());
const definition = Type.Unsafe<Definition>(Definition);
export const Period = Type.String({ pattern: periodPattern });
const reason = nullable(Type.String({ maxLength: 1_000, pattern: '^[^\\u0000]*$' }));

export const IndicatorView = Type.Object(
  {
    id: text,
    rev: count,
    definition,
    planId: nullable(text),
    itemId: nullable(text),
    /** the task it comes from */
    itemText: nullable(text),
    targetNo: nullable(count),
    /** made of a target that is printed in its plan, so that it stays tied to its task */
    printed: Type.Boolean(),
    retired: Type.Boolean(),
  },
  { ...closed, title: 'Indicator' },
);
export type IndicatorView = Static<typeof IndicatorView>;

/** How an indicator stands in a period over the units the asker sees. `value` of the period, `judged` what is held against the target. */
export const IndicatorLine = Type.Object(
  {
    indicator: IndicatorView,
    period: text,
    value: number,
    part: number,
    whole: number,
    judged: number,
    standing: oneOf(...standings),
    units: count,
    given: count,
    met: count,
    /** units that gave nothing; no more than are read aloud */
    missing: Type.Array(text),
    /** units the asker gives figures for */
    mine: Type.Array(text),
  },
  closed,
);
export type IndicatorLine = Static<typeof IndicatorLine>;

const named = { agencies: Type.Array(AgencyView), plans: Type.Array(PlanName) };

/** `keeps`: the asker makes and changes indicators. */
export const IndicatorsView = Type.Object(
  { indicators: Type.Array(IndicatorLine), keeps: Type.Boolean(), ...named },
  closed,
);
export type IndicatorsView = Static<typeof IndicatorsView>;

export const CellView = Type.Object(
  {
    agencyId: text,
    period: text,
    /** how often it was stated; 0: summed from evidence, stated by nobody */
    rev: count,
    figure: Figure,
    origin: Type.Unsafe<Origin>(Type.Object({ kind: text })),
    said: text,
    reason: nullable(text),
  },
  closed,
);
export type CellView = Static<typeof CellView>;

export const IndicatorDetailView = Type.Object(
  {
    indicator: IndicatorView,
    year: count,
    units: Type.Array(text),
    /** units whose figures the asker may state */
    enters: Type.Array(text),
    /** of this year and the one before */
    cells: Type.Array(CellView),
    keeps: Type.Boolean(),
    ...named,
  },
  closed,
);
export type IndicatorDetailView = Static<typeof IndicatorDetailView>;

/** What one unit gives in a period: every indicator asked of it, as the officer fills it in. */
export const UnitSheetView = Type.Object(
  {
    agencyId: text,
    month: text,
    enters: Type.Boolean(),
    lines: Type.Array(
      Type.Object(
        { indicator: IndicatorView, period: text, cell: nullable(CellView), before: nullable(CellView) },
        closed,
      ),
    ),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type UnitSheetView = Static<typeof UnitSheetView>;

export const HistoryView = Type.Object({ entries: Type.Array(CellView) }, closed);
export type HistoryView = Static<typeof HistoryView>;

/** `base`: the rev it was typed over. All null takes the figure back. */
export const SentCells = Type.Object(
  {
    cells: Type.Array(
      Type.Object(
        { indicatorId: Id, agencyId: Id, period: Period, base: Type.Integer({ minimum: 0 }), figure: Figure },
        closed,
      ),
      { minItems: 1, maxItems: 5_000 },
    ),
    reason,
  },
  closed,
);
export type SentCells = Static<typeof SentCells>;

/** kept: another stated something else meanwhile, which stands */
export const SavedCellsView = Type.Object({ saved: count, same: count, kept: Type.Array(CellView) }, closed);
export type SavedCellsView = Static<typeof SavedCellsView>;

export const SentIndicator = Type.Object({ id: Id, itemId: nullable(Id), definition }, closed);
/** `itemId`: the task it is tied to from now on, null: none; not said, it stays as it is. */
export const ChangedIndicator = Type.Object({ rev: count, itemId: Type.Optional(nullable(Id)), definition }, closed);

export const ProposalsView = Type.Object(
  {
    proposals: Type.Array(
      Type.Object(
        {
          itemId: text,
          targetNo: count,
          quote: text,
          itemText: text,
          /** how many units would give it */
          units: count,
          /** the indicator made of it already */
          madeId: nullable(text),
          definition,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ProposalsView = Static<typeof ProposalsView>;

export const SentFromPlan = Type.Object(
  {
    planId: Id,
    chosen: Type.Array(
      Type.Object({ id: Id, itemId: Id, targetNo: Type.Integer({ minimum: 0 }), definition }, closed),
      {
        minItems: 1,
        maxItems: 500,
      },
    ),
  },
  closed,
);

const mapping = Type.Unsafe<SheetMapping>(SheetMapping);

/** How a file is read: without a mapping it is remembered or guessed. */
export const SentImport = Type.Object(
  { id: Id, period: Period, mapping: nullable(mapping), indicatorId: nullable(Id) },
  closed,
);
export type SentImport = Static<typeof SentImport>;

export const ImportPreviewView = Type.Object(
  {
    sheets: Type.Array(text),
    headings: Type.Array(text),
    /** the first rows below the headings */
    sample: Type.Array(Type.Array(text)),
    mapping,
    /** whether the mapping is that of an earlier file of this heading */
    remembered: Type.Boolean(),
    fresh: count,
    changed: count,
    same: count,
    taken: Type.Array(
      Type.Object(
        {
          row: count,
          unit: text,
          agencyId: text,
          indicatorId: text,
          period: text,
          figure: Figure,
          /** what stands there now, where it is another */
          now: nullable(Figure),
        },
        closed,
      ),
    ),
    left: Type.Array(
      Type.Object({ row: count, unit: text, why: text, name: Type.Optional(Type.Literal(true)) }, closed),
    ),
    /** set once it was taken over */
    importId: nullable(text),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type ImportPreviewView = Static<typeof ImportPreviewView>;

export const ImportsView = Type.Object(
  {
    imports: Type.Array(
      Type.Object(
        {
          id: text,
          file: text,
          at: Type.String({ format: 'date-time' }),
          by: text,
          figures: count,
          undoneAt: nullable(text),
          mine: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ImportsView = Static<typeof ImportsView>;
