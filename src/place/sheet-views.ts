import Type from 'typebox';
import { closed, oneOf } from '../kernel/shapes.ts';

const count = Type.Integer();

/** What a workbook did to the directory, or would do: how many agencies, and those it touches by the row of the file. */
export const ImportedSheet = Type.Object(
  {
    written: Type.Boolean(),
    ...{ added: count, changed: count, unchanged: count, refused: count, aliases: count },
    rows: Type.Array(
      Type.Object(
        {
          ...{ row: count, name: Type.String(), what: oneOf('added', 'changed', 'unchanged', 'refused') },
          told: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ImportedSheet = Type.Static<typeof ImportedSheet>;
