import Type, { type Static } from 'typebox';
import { closed, oneOf } from '../../kernel/shapes.ts';
import { placeView } from '../views.ts';

const text = Type.String();

/** What a filled-in workbook would change; nothing is changed by asking. */
export const TakenInView = Type.Object(
  {
    changes: Type.Array(
      Type.Object(
        {
          place: placeView,
          ...{ of: text, column: text, was: Type.Unknown(), now: Type.Unknown(), value: Type.Unknown() },
          how: oneOf('new', 'merged', 'met'),
        },
        closed,
      ),
    ),
    faults: Type.Array(Type.Object({ where: text, message: text }, closed)),
    same: Type.Integer(),
  },
  closed,
);
export type TakenInView = Static<typeof TakenInView>;
