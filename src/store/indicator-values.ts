import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import type { Figure } from '../report/content/model.ts';
import type { Evidence } from '../report/evidence/model.ts';
import { sumFor } from '../report/indicator/from-evidence.ts';
import type { Origin } from '../report/indicator/model.ts';
import { overlap, periodIn } from '../report/indicator/period.ts';
import type { Given } from '../report/indicator/summarize.ts';
import type { Database } from './db.ts';
import type { KnownIndicator } from './indicators.ts';
import { withinReach } from './permitted.ts';

/** The figures of indicators: what was stated last, and under it what evidence comes to. */

/** `rev` 0: summed from evidence, stated by nobody. */
export type Cell = {
  indicatorId: string;
  agencyId: string;
  period: string;
  rev: number;
  figure: Figure;
  origin: Origin;
  reason: string | null;
  at: Date;
  by: string;
  byId: string | null;
};

type Row = Omit<Cell, 'figure'> & Figure;

const columns = sql`v.indicator_id as "indicatorId", v.agency_id as "agencyId", v.period, v.rev, v.value, v.part, v.whole,
  v.origin, v.reason, v.at, o.name as by, v.by as "byId"`;
const cellOf = ({ value, part, whole, ...rest }: Row): Cell => ({ ...rest, figure: { value, part, whole } });

/** Whose figures an asker sees: of their own units, and of all units of a task one of theirs follows. */
const seen = (tenantId: string, reach: Reach) =>
  reach === 'all'
    ? sql`true`
    : sql`(${withinReach('v.agency_id', reach)} or exists (select from indicator n join assignment f
        on f.tenant_id = n.tenant_id and f.item_id = n.item_id and f.follows and f.closed is null
          and (f.follows_only is null or v.agency_id = any(f.follows_only)) and ${withinReach('f.agency_id', reach)}
        where n.tenant_id = ${tenantId} and n.id = v.indicator_id))`;

export type CellFilter = { years: readonly number[]; reach?: Reach };

/** What holds for each unit and period of some years, taken back figures too (all null): their `rev` is what the next is typed over. */
export async function listCells(
  db: Database,
  tenantId: string,
  indicators: readonly KnownIndicator[],
  { years, reach = 'all' }: CellFilter,
): Promise<Cell[]> {
  const ids = indicators.map(({ id }) => id);
  const { rows } = await sql<Row>`
    select distinct on (v.indicator_id, v.agency_id, v.period) ${columns}
    from indicator_value v join officer o on o.tenant_id = v.tenant_id and o.id = v.by
    where v.tenant_id = ${tenantId} and v.indicator_id = any(${ids}::uuid[])
      and left(v.period, 4) = any(${years.map(String)}::text[]) and ${seen(tenantId, reach)}
    order by v.indicator_id, v.agency_id, v.period, v.rev desc`.execute(db);
  const stated = rows.map(cellOf);
  const summed = await listSummed(db, tenantId, indicators, { years, reach });
  // What somebody stated stands before what evidence comes to, for any month of it.
  const there = Map.groupBy(stated.filter(isStated), keyOf);
  const free = summed.filter((one) => !there.get(keyOf(one))?.some(({ period }) => overlap(period, one.period)));
  const taken = new Set(free.map((one) => `${keyOf(one)} ${one.period}`));
  return [...stated.filter((one) => isStated(one) || !taken.has(`${keyOf(one)} ${one.period}`)), ...free];
}

const keyOf = ({ indicatorId, agencyId }: Pick<Cell, 'indicatorId' | 'agencyId'>): string =>
  `${indicatorId} ${agencyId}`;

export const isStated = ({ figure: { value, part, whole } }: Pick<Cell, 'figure'>): boolean =>
  value !== null || part !== null || whole !== null;

/** Every figure that was ever stated for a unit and period, the latest first. */
export async function listHistory(
  db: Database,
  tenantId: string,
  { indicatorId, agencyId, period }: Pick<Cell, 'indicatorId' | 'agencyId' | 'period'>,
  reach: Reach,
): Promise<Cell[]> {
  const { rows } = await sql<Row>`
    select ${columns} from indicator_value v join officer o on o.tenant_id = v.tenant_id and o.id = v.by
    where v.tenant_id = ${tenantId} and v.indicator_id = ${indicatorId} and v.agency_id = ${agencyId}
      and v.period = ${period} and ${seen(tenantId, reach)}
    order by v.rev desc`.execute(db);
  return rows.map(cellOf);
}

/** The figures of one indicator as the folds take them: by unit. */
export const givenOf = (cells: readonly Cell[], indicatorId: string): Given =>
  Map.groupBy(
    cells.filter((one) => one.indicatorId === indicatorId),
    ({ agencyId }) => agencyId,
  );

type Piece = { itemId: string; agencyId: string; day: PlainDate; piece: Evidence; addedAt: Date };

/** What the evidence of its task comes to, month by month, for the indicators made of it. */
async function listSummed(
  db: Database,
  tenantId: string,
  indicators: readonly KnownIndicator[],
  { years, reach = 'all' }: CellFilter,
): Promise<Cell[]> {
  const made = indicators.filter(({ itemId, definition }) => itemId !== null && definition.evidence !== null);
  if (made.length === 0) return [];
  const items = made.map(({ itemId }) => itemId);
  const { rows } = await sql<Piece>`
    select distinct on (e.id, v.agency_id, v.item_id) v.item_id as "itemId", v.agency_id as "agencyId", e.day,
      e.details as piece, e.added_at as "addedAt"
    from occurrence v join evidence_use u on u.tenant_id = v.tenant_id and u.occurrence_id = v.id and u.used
    join evidence e on e.tenant_id = u.tenant_id and e.id = u.evidence_id and e.removed_at is null
    where v.tenant_id = ${tenantId} and v.item_id = any(${items}::uuid[]) and extract(year from e.day) = any(${[...years]}::int[])
      and ${
        reach === 'all'
          ? sql`true`
          : sql`(${withinReach('v.agency_id', reach)} or exists (select from assignment f where f.tenant_id = v.tenant_id
              and f.item_id = v.item_id and f.follows and f.closed is null
              and (f.follows_only is null or v.agency_id = any(f.follows_only)) and ${withinReach('f.agency_id', reach)}))`
      }`.execute(db);
  return made.flatMap((indicator) => summedOf(indicator, rows));
}

function summedOf({ id, itemId, definition }: KnownIndicator, pieces: readonly Piece[]): Cell[] {
  const { evidence } = definition;
  if (evidence === null) return [];
  const own = pieces.filter((one) => one.itemId === itemId);
  const groups = Map.groupBy(own, ({ agencyId, day }) => `${agencyId} ${monthOf(day)}`);
  return [...groups.values()].flatMap((group): Cell[] => {
    const [first] = group;
    const sum = sumFor(
      evidence,
      definition.kind,
      group.map(({ piece }) => piece),
    );
    if (first === undefined || sum === undefined) return [];
    const origin: Origin = { kind: 'evidence', pieces: sum.of };
    return [
      {
        ...{ indicatorId: id, agencyId: first.agencyId, period: monthOf(first.day), rev: 0, origin, reason: null },
        ...{ figure: sum.figure, at: first.addedAt, by: '', byId: null },
      },
    ];
  });
}

const monthOf = (day: PlainDate): string => periodIn('month', Number(day.slice(0, 4)), Number(day.slice(5, 7)));
