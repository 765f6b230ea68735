import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { Check } from '../own-plan/model.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });

/** none: nobody has begun · editing · issued: by this product, or a plan that cites the mother plan's number */
export const ownStates = ['none', 'editing', 'issued'] as const;
export type OwnState = (typeof ownStates)[number];

/** One unit with work of a plan, and how far its own plan is. Days are ISO days. */
export const OwnPlanLine = Type.Object(
  {
    ...{ agencyId: text, name: text },
    tasks: Type.Integer({ minimum: 0, description: 'nhiệm vụ chủ trì, thực hiện, phối hợp' }),
    duties: Type.Integer({ minimum: 0, description: 'trách nhiệm nêu trong phần lời' }),
    state: oneOf(...ownStates),
    child: nullable(
      Type.Object(
        { planId: nullable(text), number: nullable(text), date: nullable(text) },
        {
          ...closed,
          description: 'kế hoạch đơn vị đã ban hành; không có planId: cơ quan thường trực ghi theo văn bản giấy',
        },
      ),
    ),
    due: Type.Union([text, Type.Null()], { description: 'ngày phải ban hành' }),
    late: Type.Integer({ minimum: 0, description: 'số ngày chậm: đến ngày ban hành, chưa ban hành thì đến hôm nay' }),
    checks: Type.Union([Type.Array(Check), Type.Null()], { description: 'chưa đối chiếu thì không có' }),
    changed: nullable(Type.Object({ at: Type.String({ format: 'date-time' }), by: text }, closed)),
    edits: Type.Boolean(),
    remind: Type.Union([text, Type.Null()], { description: 'việc để gắn lời nhắc' }),
  },
  closed,
);
export type OwnPlanLine = Static<typeof OwnPlanLine>;

/** Which units a plan gave work to, and which of them have a plan of their own already. */
export const CascadeView = Type.Object(
  {
    plan: Type.Object({ id: text, name: text, title: nullable(text) }, closed),
    units: Type.Array(OwnPlanLine),
    withChild: count,
    due: nullable(Type.Object({ day: text, ground: nullable(text), printed: Type.Boolean() }, closed)),
    /** whether the asker has the drafts of all units in one file, and sets the day */
    all: Type.Boolean(),
    setsDay: Type.Boolean(),
  },
  { ...closed, title: 'Cascade' },
);
export type CascadeView = Static<typeof CascadeView>;

/** Plans whose units draft plans of their own; `issued`: how many have. */
export const MothersView = Type.Object(
  {
    plans: Type.Array(
      Type.Object(
        {
          ...{ id: text, type: nullable(text), number: nullable(text), symbol: nullable(text) },
          ...{ date: nullable(text), title: nullable(text), issued: count },
        },
        closed,
      ),
    ),
  },
  closed,
);
export type MothersView = Static<typeof MothersView>;
