import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '../people/model.ts';

/**
 * The mirror of `allows` in SQL: rows whose agency (a column such as `assignment.agency_id`) is within a reach. Bounds
 * lists by what `reachOf(permission, asker)` says, so that a list never shows what the one thing would refuse.
 *
 *     .where(withinReach('assignment.agency_id', reachOf('Đơn vị xem được việc của mình', asker)))
 */
export const withinReach = (column: string, reach: Reach): RawBuilder<boolean> =>
  reach === 'all' ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${[...reach]}::uuid[])`;
