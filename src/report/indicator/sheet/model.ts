import Type, { type Static } from 'typebox';
import { Id } from '../../../assignment/act.ts';
import { closed, nullable, oneOf } from '../../../kernel/shapes.ts';
import { squish } from '../../../kernel/text.ts';

/** What the columns of an exported table are, as a person confirmed it; remembered for the next file of the same heading. */

const month = nullable(Type.Integer({ minimum: 1, maximum: 12 }));

/** part and whole: of a share; `month`: the column is of that month, else of the row's or the file's */
export const ColumnUse = Type.Union([
  Type.Object({ as: oneOf('ignore', 'unit', 'month') }, closed),
  Type.Object({ as: Type.Literal('figure'), indicatorId: Id, of: oneOf('value', 'part', 'whole'), month }, closed),
]);
export type ColumnUse =
  | { as: 'ignore' | 'unit' | 'month' }
  | { as: 'figure'; indicatorId: string; of: 'value' | 'part' | 'whole'; month: number | null };

/**
 * `header`: the row of the headings, counted from 0. `names`: units that the directory did not tell, by the name's key: who is meant, or
 * null: left out.
 */
export const SheetMapping = Type.Object(
  {
    sheet: Type.Integer({ minimum: 0, maximum: 200 }),
    header: Type.Integer({ minimum: 0, maximum: 200 }),
    columns: Type.Array(Type.Unsafe<ColumnUse>(ColumnUse), { maxItems: 500 }),
    names: Type.Record(Type.String({ maxLength: 300 }), nullable(Id)),
  },
  closed,
);
export type SheetMapping = Static<typeof SheetMapping>;

/** By what a printed name of a unit is known again. */
export const printedKey = (printed: string): string => squish(printed).toLocaleLowerCase('vi').slice(0, 300);
