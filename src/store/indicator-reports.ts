import type { Actor } from '../people/model.ts';
import { emptyLine, type Figure, noFigure, type ReportContent, statedValue } from '../report/content/model.ts';
import { covers, overlap, periodOfDays, sayPeriod, spanOf } from '../report/indicator/period.ts';
import { type RolledUp, rollUp } from '../report/indicator/roll-up.ts';
import { sayOrigin, sayParts, sayTarget } from '../report/indicator/say.ts';
import { findTarget } from '../report/indicator/summarize.ts';
import type { RegisterView } from '../report/measure/views.ts';
import type { Round } from '../report/round/model.ts';
import type { Database, Transaction } from './db.ts';
import { type StatedCell, same, stateCells } from './indicator-state.ts';
import { type Cell, isStated, listCells } from './indicator-values.ts';
import { type KnownIndicator, listGivers, listIndicators } from './indicators.ts';
import type { SavedField, SentField } from './report-fields.ts';

/**
 * The figures of reports and the register are one: where a target of a task has an indicator, the report's field is filled from the
 * register and states into it, for the period the report is about.
 */

export type FigureReport = { id: string; agencyId: string; round: Round };

/** The figure of one target as the register has it. */
export type Registered = {
  indicator: KnownIndicator;
  period: string;
  figure: Figure | null;
  rev: number;
  /** stated for parts of the period, or for more than it: mended there, not in the report */
  locked: boolean;
  said: string | null;
  /** the unit's own target */
  goal: string | null;
};

/** By item, and within it by the place of the target. */
export type RegisteredItems = ReadonlyMap<string, ReadonlyMap<number, Registered>>;

/** What the register has for the targets of a report's tasks. */
export async function readRegister(
  db: Database,
  tenantId: string,
  { agencyId, round }: FigureReport,
  itemIds: readonly string[],
): Promise<RegisteredItems> {
  const all = itemIds.length === 0 ? [] : await listIndicators(db, tenantId, { itemIds });
  const asked = all.filter(({ targetNo }) => targetNo !== null);
  if (asked.length === 0) return new Map();
  const period = periodOfDays(round);
  const givers = await listGivers(db, tenantId, asked, round.to);
  const own = asked.filter(({ id }) => givers.get(id)?.includes(agencyId));
  const cells = await listCells(db, tenantId, own, { years: [spanOf(period).year], reach: [agencyId] });
  const items = new Map<string, Map<number, Registered>>();
  for (const indicator of own) {
    const stated = cells.filter((cell) => cell.indicatorId === indicator.id && cell.agencyId === agencyId);
    const line = items.get(indicator.itemId ?? '') ?? new Map<number, Registered>();
    items.set(
      indicator.itemId ?? '',
      line.set(indicator.targetNo ?? 0, {
        ...registeredOf(indicator, stated, period),
        goal: ownGoal(indicator, period, agencyId),
      }),
    );
  }
  return items;
}

function ownGoal({ definition }: KnownIndicator, period: string, agencyId: string): string | null {
  const target = findTarget(definition, period, agencyId);
  return target?.agencyId === agencyId ? sayTarget(definition, target) : null;
}

function registeredOf(indicator: KnownIndicator, cells: readonly Cell[], period: string): Omit<Registered, 'goal'> {
  const { definition } = indicator;
  const exact = cells.find((cell) => cell.period === period);
  const around = cells.filter((cell) => cell.period !== period && isStated(cell) && overlap(cell.period, period));
  const result = rollUp(definition, cells, period);
  return {
    ...{ indicator, period, figure: result?.figure ?? null, rev: exact?.rev ?? 0, locked: around.length > 0 },
    said: sayRegistered(indicator, { exact, around, result }, period),
  };
}

type Found = { exact: Cell | undefined; around: readonly Cell[]; result: RolledUp | undefined };

function sayRegistered(
  { definition }: KnownIndicator,
  { exact, around, result }: Found,
  period: string,
): string | null {
  if (exact && isStated(exact)) return sayOrigin(exact.origin, exact.by, exact.at);
  if (result) return sayParts(definition, result);
  const [longer] = around.filter((cell) => covers(cell.period, period));
  if (longer) return `đã có số chung của ${sayPeriod(longer.period)}`;
  return around.length > 0 ? 'chưa tính được từ số liệu các tháng' : null;
}

/** A report's content with the figures of the register in their places. What is typed by halves stays, it states nothing yet. */
export function withRegister(content: ReportContent, register: RegisteredItems): ReportContent {
  if (register.size === 0) return content;
  const items = { ...content.items };
  for (const [key, line] of register) {
    const before = items[key] ?? emptyLine;
    const last = Math.max(before.figures.length - 1, ...line.keys());
    const figures = Array.from({ length: last + 1 }, (_, at) => {
      const typed = before.figures[at] ?? noFigure;
      const known = line.get(at);
      if (known === undefined) return typed;
      return known.figure ?? (known.locked || statedValue(typed) !== null ? noFigure : typed);
    });
    items[key] = { ...before, figures: trim(figures) };
  }
  return { ...content, items };
}

/** An untouched line stays untouched. */
const trim = (figures: readonly Figure[]): Figure[] =>
  figures.slice(0, figures.findLastIndex((figure) => !same(figure, noFigure)) + 1);

/** How the figures of an item's targets stand to the register, in the order of the targets. */
export const presentRegister = (
  targets: readonly unknown[],
  line: ReadonlyMap<number, Registered> | undefined,
): (RegisterView | null)[] =>
  targets.map((_, at) => {
    const known = line?.get(at);
    if (known === undefined) return null;
    const { indicator, period, locked, said, goal } = known;
    return {
      indicatorId: indicator.id,
      kind: indicator.definition.kind,
      period: sayPeriod(period),
      locked,
      said,
      goal,
    };
  });

/** States what was typed in a report's fields of figures; what another's choice kept out of the report is not stated. */
export async function stateFromReport(
  trx: Transaction,
  actor: Actor,
  report: FigureReport,
  fields: readonly { sent: SentField; saved: SavedField }[],
  at: Date,
): Promise<void> {
  const figured = fields.flatMap(({ sent, saved }) =>
    sent.place.of === 'item' && sent.place.field === 'figures' && saved.how !== 'kept'
      ? [{ key: sent.place.key, was: figuresOf(sent.was), value: figuresOf(sent.value) }]
      : [],
  );
  if (figured.length === 0) return;
  const register = await readRegister(
    trx,
    actor.tenantId,
    report,
    figured.map(({ key }) => key),
  );
  const origin = { kind: 'report' as const, reportId: report.id };
  const cells = figured.flatMap(({ key, was, value }) =>
    [...(register.get(key) ?? [])].flatMap(([place, known]): StatedCell[] => {
      const [before, after] = [was[place] ?? noFigure, value[place] ?? noFigure];
      if (known.locked || same(before, after) || same(known.figure ?? noFigure, after)) return [];
      const complete = statedValue(after) !== null;
      // What is typed by halves states nothing: it waits in the report until it does.
      if (!complete && known.figure === null) return [];
      const { indicator, period, rev } = known;
      const figure = complete ? after : noFigure;
      return [{ indicatorId: indicator.id, agencyId: report.agencyId, period, base: rev, figure, origin }];
    }),
  );
  if (cells.length === 0) return;
  await stateCells(trx, actor, cells, { at, reason: `Nêu trong báo cáo ${report.round.label}` });
}

const figuresOf = (value: unknown): readonly Figure[] => (Array.isArray(value) ? (value as Figure[]) : []);
