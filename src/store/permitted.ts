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

/**
 * Whether work of plan `p` is counted for an asker: of a unit's own plan it is counted with the mother plan's task for all who
 * see the unit, so that nothing counts twice; its divisions, which do not, see their own part of it.
 */
export const countedOnce = (reach: Reach): RawBuilder<boolean> =>
  reach === 'all'
    ? sql<boolean>`p.mother_id is null`
    : sql<boolean>`(p.mother_id is null or p.agency_id <> all(${[...reach]}::uuid[]))`;
