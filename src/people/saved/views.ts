import Type from 'typebox';
import { closed, oneOf } from '../../kernel/shapes.ts';

/** Filters of a screen that an officer keeps under a name: their own, wherever they sign in. */

/** Ma trận nhiệm vụ, Việc đã giao, Theo dõi. */
export const screens = ['matrix', 'assignments', 'follow'] as const;
export type Screen = (typeof screens)[number];

/** How many somebody keeps at most, on all screens together. */
export const mostSavedViews = 50;
export const longestViewName = 60;

const id = Type.String({ maxLength: 100 });
const kept = {
  screen: oneOf(...screens),
  name: Type.String({ minLength: 1, maxLength: longestViewName, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' }),
  /** the query of the address, "tinh-trang=qua-han&ky=2026" */
  query: Type.String({ maxLength: 2000, pattern: '^[^\\u0000]*$' }),
};

export const KeptView = Type.Object(kept, closed);
export type KeptView = Type.Static<typeof KeptView>;

export const SavedView = Type.Object({ id, ...kept }, closed);
export type SavedView = Type.Static<typeof SavedView>;
