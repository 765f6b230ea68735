import type { AgencyView } from '../../../src/assignment/views.ts';
import { nameAgencies } from '../../words/work.ts';

/** Names for the heads of rows: the long words that all committees begin with as everybody writes them. */
export const shortNames = (agencies: readonly AgencyView[]): ReadonlyMap<string, string> =>
  new Map([...nameAgencies(agencies)].map(([id, name]) => [id, name.replace(/^(?:Ủy|Uỷ) ban nhân dân /u, 'UBND ')]));
