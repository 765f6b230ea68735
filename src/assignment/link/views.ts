import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { AgencyView, ItemView } from '../views.ts';

/** What leaves the API about items that ask for the same work. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const count = Type.Integer();

/** One of two items. Of those who owe and lead it a few are named by their ids, all are counted. */
const LinkSideView = Type.Object(
  {
    item: ItemView,
    plan: Type.Object(
      { id: text, type: nullable(text), number: nullable(text), symbol: nullable(text), date: nullable(text) },
      closed,
    ),
    owing: count,
    owingFirst: Type.Array(text),
    leads: count,
    leadsFirst: Type.Array(text),
    /** days that are not done yet, and the next of them */
    open: count,
    due: nullable(text),
  },
  closed,
);
export type LinkSideView = Static<typeof LinkSideView>;

/** `both`: so many agencies owe the one and the other. `score`: how like they are, 0–1. */
export const ItemLinkView = Type.Object(
  {
    item: LinkSideView,
    other: LinkSideView,
    both: count,
    score: Type.Number(),
    decision: nullable(oneOf('same', 'different')),
    decidedAt: nullable(Type.String({ format: 'date-time' })),
    decidedBy: nullable(text),
  },
  closed,
);
export type ItemLinkView = Static<typeof ItemLinkView>;

/** `counts` tells of all, `links` are those asked for, the undecided and likest first. */
export const ItemLinksView = Type.Object(
  {
    counts: Type.Object({ undecided: count, same: count, different: count }, closed),
    links: Type.Array(ItemLinkView),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type ItemLinksView = Static<typeof ItemLinksView>;
