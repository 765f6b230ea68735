import Type, { type Static } from 'typebox';
import { closed, nullable } from '../../kernel/shapes.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });

/** Which units a plan gave work to, and which of them have a plan of their own already. */
export const CascadeView = Type.Object(
  {
    units: Type.Array(
      Type.Object(
        {
          ...{ agencyId: text, name: text },
          tasks: Type.Integer({ minimum: 0, description: 'nhiệm vụ chủ trì, thực hiện, phối hợp' }),
          duties: Type.Integer({ minimum: 0, description: 'trách nhiệm nêu trong phần lời' }),
          child: nullable(
            Type.Object(
              { planId: text, number: nullable(text), date: nullable(text) },
              { ...closed, description: 'kế hoạch của đơn vị đã có trong phần mềm, dẫn số của kế hoạch này' },
            ),
          ),
        },
        closed,
      ),
    ),
    withChild: count,
  },
  { ...closed, title: 'Cascade' },
);
export type CascadeView = Static<typeof CascadeView>;
