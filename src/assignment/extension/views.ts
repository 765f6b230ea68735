import Type, { type Static } from 'typebox';
import { closed } from '../../kernel/shapes.ts';
import { AgencyView, ItemView, OccurrenceView } from '../views.ts';

/** Days that units have asked to be moved and the asker may answer, those that are due first before the others. */
export const AskedExtensionsView = Type.Object(
  { items: Type.Array(ItemView), owed: Type.Array(OccurrenceView), agencies: Type.Array(AgencyView) },
  closed,
);
export type AskedExtensionsView = Static<typeof AskedExtensionsView>;
