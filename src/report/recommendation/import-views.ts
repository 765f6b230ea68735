import Type, { type Static } from 'typebox';
import { day, Id } from '../../assignment/act.ts';
import { AgencyView } from '../../assignment/views.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { sources } from './model.ts';
import { sheetFields } from './sheet.ts';

/** What comes and leaves about taking a register over from a file. */

const text = Type.String();
const Day = Type.Unsafe<PlainDate>(day);
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
