import { sql } from 'kysely';
import { dayInVietnam } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { type Figure, noFigure } from '../report/content/model.ts';
import type { Origin } from '../report/indicator/model.ts';
import { hasBegun, overlap, sayPeriod, spanOf } from '../report/indicator/period.ts';
import { wrongWith } from '../report/indicator/sheet/take.ts';
import { audit } from './audit/write.ts';
import type { Transaction } from './db.ts';
import { type Cell, isStated, listCells } from './indicator-values.ts';
import { type KnownIndicator, listGivers, listIndicators } from './indicators.ts';

/** Stating figures: the one way into the register, whether typed, imported or given in a report. */

/** `base`: the rev it was stated over; null: over whatever stands there. */
export type StatedCell = {
  indicatorId: string;
  agencyId: string;
  period: string;
  base: number | null;
  figure: Figure;
  origin: Origin;
};

export type Stating = {
  at: Date;
  /** why what stood there is corrected; asked for where another day or another person had stated it */
  reason: string | null;
  /** the file it comes from */
  importId?: string;
  /** the entry of something else tells of it */
  quiet?: boolean;
};

export type StatedResult = { saved: number; same: number; kept: Cell[] };

/**
 * States figures. A month is stated once: by itself, or by its quarter or year, so that no two figures can say different things of the
 * same time. Refused whole where any of them cannot be; what another stated meanwhile is kept and told.
 */
export async function stateCells(
  trx: Transaction,
  actor: Actor,
  sent: readonly StatedCell[],
  stating: Stating,
): Promise<StatedResult> {
  const { tenantId, officerId } = actor;
  const wanted = [...new Set(sent.map(({ indicatorId }) => indicatorId))].sort();
  await lock(trx, tenantId, wanted);
  const indicators = await listIndicators(trx, tenantId, { ids: wanted });
  if (indicators.length < wanted.length) throw new Problem('not-found', { what: 'chỉ tiêu này' });
  const known = new Map(indicators.map((one) => [one.id, one]));
  const givers = await listGivers(trx, tenantId, indicators, dayInVietnam(stating.at));
  const years = [...new Set(sent.map(({ period }) => spanOf(period).year))];
  const there = Map.groupBy(await listCells(trx, tenantId, indicators, { years }), nameOf);
  const result: StatedResult = { saved: 0, same: 0, kept: [] };
  const taken: StatedCell[] = [];
  // Of what is sent twice for one cell the last counts.
  const once = new Map(sent.map((cell) => [`${nameOf(cell)} ${cell.period}`, cell]));
  for (const cell of once.values()) {
    const own = there.get(nameOf(cell)) ?? [];
    const now = own.find(({ period }) => period === cell.period);
    if (same(now?.figure ?? noFigure, cell.figure)) {
      result.same += 1;
      continue;
    }
    if (now !== undefined && cell.base !== null && now.rev !== cell.base) {
      result.kept.push(now);
      continue;
    }
    const indicator = known.get(cell.indicatorId) as KnownIndicator;
    assertFit(indicator, cell, { own, givers: givers.get(indicator.id) ?? [], stating, officerId });
    taken.push(cell);
    const written: Cell = { ...cell, rev: (now?.rev ?? 0) + 1, reason: null, at: stating.at, by: '', byId: officerId };
    there.set(nameOf(cell), [...own.filter((one) => one !== now), written]);
  }
  result.saved = taken.length;
  await append(trx, actor, taken, stating);
  if (result.saved > 0 && !stating.quiet) {
    const details = { figures: result.saved, indicators: wanted, corrected: stating.reason !== null };
    await audit(trx, { tenant: tenantId, actor: officerId, action: 'indicator.stated', details });
  }
  return result;
}

const nameOf = ({ indicatorId, agencyId }: Pick<Cell, 'indicatorId' | 'agencyId'>): string =>
  `${indicatorId} ${agencyId}`;

export const same = (a: Figure, b: Figure): boolean => a.value === b.value && a.part === b.part && a.whole === b.whole;

/** Two who state figures of one indicator wait for each other. */
const lock = (trx: Transaction, tenantId: string, ids: readonly string[]) =>
  trx
    .selectFrom('indicator')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();

type Surroundings = { own: readonly Cell[]; givers: readonly string[]; stating: Stating; officerId: string };

function assertFit(
  { definition }: KnownIndicator,
  { agencyId, period, figure }: StatedCell,
  { own, givers, stating, officerId }: Surroundings,
): void {
  const { name } = definition;
  const said = sayPeriod(period);
  const today = dayInVietnam(stating.at);
  if (!givers.includes(agencyId)) throw new Problem('indicator-not-asked', { name });
  if (!hasBegun(period, today))
    throw new Problem('indicator-figure-unfit', { name, period: said, why: 'kỳ này chưa bắt đầu' });
  const wrong = wrongWith(definition, figure);
  if (wrong !== undefined) throw new Problem('indicator-figure-unfit', { name, period: said, why: wrong });
  const other = own.find((one) => one.period !== period && one.rev > 0 && isStated(one) && overlap(one.period, period));
  if (other && isStated({ figure }))
    throw new Problem('indicator-stated-otherwise', { name, period: said, other: sayPeriod(other.period) });
  const now = own.find((one) => one.period === period);
  const others =
    now !== undefined && now.rev > 0 && isStated(now) && (now.byId !== officerId || dayInVietnam(now.at) !== today);
  if (others && (stating.reason ?? '').trim() === '')
    throw new Problem('indicator-reason-missing', { name, period: said });
}

async function append(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  cells: readonly StatedCell[],
  { at, reason, importId }: Stating,
): Promise<void> {
  const rows = cells.map(({ indicatorId: indicator_id, agencyId: agency_id, period, figure, origin }) => ({
    ...{ indicator_id, agency_id, period, ...figure, origin },
  }));
  if (rows.length === 0) return;
  await sql`
    insert into indicator_value (tenant_id, indicator_id, agency_id, period, rev, value, part, whole, origin, import_id,
      reason, at, by)
    select ${tenantId}, x.indicator_id, x.agency_id, x.period, 1 + coalesce((select max(v.rev) from indicator_value v
        where v.tenant_id = ${tenantId} and v.indicator_id = x.indicator_id and v.agency_id = x.agency_id
          and v.period = x.period), 0),
      x.value, x.part, x.whole, x.origin, ${importId ?? null}::uuid, ${reason}, ${at}, ${officerId}::uuid
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as x (indicator_id uuid, agency_id uuid, period text, value float8,
      part float8, whole float8, origin jsonb)`.execute(trx);
}
