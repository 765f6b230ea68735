import Type from 'typebox';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { comparePeriods, periodIn, spanOf } from '../../report/indicator/period.ts';
import {
  HistoryView,
  IndicatorDetailView,
  IndicatorsView,
  Period,
  UnitSheetView,
} from '../../report/indicator/views.ts';
import type { Database } from '../../store/db.ts';
import { givenOf, listCells, listHistory } from '../../store/indicator-values.ts';
import { getIndicator, type KnownIndicator, listGivers, listIndicators, listSeen } from '../../store/indicators.ts';
import { listPlanNames } from '../../store/report-plans.ts';
import { getId, IdParams } from '../ids.ts';
import { enter, keep, see } from '../indicator-sentences.ts';
import { ownReach } from '../own-reach.ts';
import { presentCell, presentIndicator, presentLine } from '../present-indicators.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, namedAgencies, todayInVietnam } from '../work-answers.ts';

const tags = ['Chỉ tiêu'];
const what = 'chỉ tiêu này';
const years = Type.Integer({ minimum: 1990, maximum: 2199 });

/** Indicators: the list with its state in a month, one in full, what a unit gives. */
export async function indicatorRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  history(app, context);
  sheet(app, context);
}

/** The month asked about, else the one before this: its figures are the latest there can be in full. */
function monthOr(text: string | undefined, today: PlainDate): string {
  if (text !== undefined) return periodIn('month', spanOf(text).year, spanOf(text).to);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 1 ? periodIn('month', year - 1, 12) : periodIn('month', year, month - 1);
}

const periodOfMonth = ({ definition }: KnownIndicator, month: string): string =>
  periodIn(definition.every, spanOf(month).year, spanOf(month).to);

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/indicators',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Các chỉ tiêu trong phạm vi, mỗi chỉ tiêu trong một tháng: đạt, chưa đạt hay chưa có số liệu',
        querystring: Type.Object({
          month: Type.Optional(Period),
          plan: Type.Optional(Type.String({ maxLength: 100 })),
          retired: Type.Optional(Type.Boolean()),
        }),
        response: { 200: IndicatorsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const today = todayInVietnam();
      const month = monthOr(request.query.month, today);
      const planId = idOr(request.query.plan, 'kế hoạch này');
      const filter = { retired: request.query.retired ?? false, ...(planId !== undefined && { planId }) };
      const all = await listIndicators(db, tenantId, filter);
      const { seen, cells, mine } = await seenBy(db, officer, all, { today, year: spanOf(month).year });
      const shown = all.filter(({ id, retired }) => retired === filter.retired && (seen.get(id)?.length ?? 0) > 0);
      const lines = shown.map((one) => {
        const agencies = seen.get(one.id) ?? [];
        const own = agencies.filter((id) => mine.includes(id));
        return presentLine(one, {
          agencies,
          mine: own,
          given: givenOf(cells, one.id),
          period: periodOfMonth(one, month),
        });
      });
      const named = lines.flatMap(({ missing, mine }) => [...missing, ...mine]);
      return {
        indicators: lines,
        keeps: allows(keep, officer),
        agencies: await namedAgencies(db, tenantId, named),
        plans: await listPlanNames(db, tenantId, plansOf(shown)),
      };
    },
  );
}

const plansOf = (all: readonly KnownIndicator[]): string[] => all.flatMap(({ planId }) => planId ?? []);

type When = { today: PlainDate; year: number };

/** Whom an officer sees of each indicator, the figures of these, and whose figures are their own to give. */
async function seenBy(db: Database, officer: Asker, all: readonly KnownIndicator[], { today, year }: When) {
  const { tenantId } = officer;
  const reach = reachOf(see, officer);
  const givers = await listGivers(db, tenantId, all, today);
  const [seen, cells, mine] = await Promise.all([
    listSeen(db, tenantId, all, givers, reach),
    listCells(db, tenantId, all, { years: [year - 1, year], reach }),
    allows(enter, officer) ? ownReach(db, officer, enter) : Promise.resolve<readonly string[]>([]),
  ]);
  return { seen, cells, mine };
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/indicators/:id',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một chỉ tiêu: đơn vị nhập, số liệu từng kỳ của năm và năm trước, nguồn của từng số',
        params: IdParams,
        querystring: Type.Object({ year: Type.Optional(years) }),
        response: { 200: IndicatorDetailView },
      },
    },
    async (request) => detail(db, getOfficer(request), getId(request, what), request.query.year),
  );
}

/** One indicator as an officer sees it; of one none of whose units they see there is nothing. */
export async function detail(db: Database, officer: Asker, id: string, wanted?: number) {
  const { tenantId } = officer;
  const today = todayInVietnam();
  const indicator = await getIndicator(db, tenantId, id);
  const year = wanted ?? spanOf(monthOr(undefined, today)).year;
  const { seen, cells } = await seenBy(db, officer, [indicator], { today, year });
  const units = [...(seen.get(id) ?? [])];
  if (units.length === 0 && !allows(keep, officer)) throw new Problem('not-found', { what });
  return {
    ...{ indicator: presentIndicator(indicator), year, units, keeps: allows(keep, officer) },
    enters: indicator.retired ? [] : units.filter((agencyId) => allows(enter, officer, { agencyIds: [agencyId] })),
    cells: cells.map(presentCell),
    agencies: await namedAgencies(db, tenantId, units),
    plans: await listPlanNames(db, tenantId, plansOf([indicator])),
  };
}

function history(app: Api, { db }: Context): void {
  app.get(
    '/api/indicators/:id/history',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Mọi số đã nhập của một đơn vị trong một kỳ, ai nhập, vì sao sửa',
        params: IdParams,
        querystring: Type.Object({ agency: Type.String({ maxLength: 100 }), period: Period }),
        response: { 200: HistoryView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const indicatorId = getId(request, what);
      const agencyId = idOr(request.query.agency, 'đơn vị này') ?? '';
      const { units } = await detail(db, officer, indicatorId);
      if (!units.includes(agencyId)) throw new Problem('not-found', { what: 'đơn vị này' });
      const asked = { indicatorId, agencyId, period: request.query.period };
      return { entries: (await listHistory(db, officer.tenantId, asked, 'all')).map(presentCell) };
    },
  );
}

function sheet(app: Api, { db }: Context): void {
  app.get(
    '/api/indicators/sheet',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Phiếu số liệu của một đơn vị trong một tháng: các chỉ tiêu phải nhập, số tháng này và kỳ trước',
        querystring: Type.Object({ agency: Type.String({ maxLength: 100 }), month: Type.Optional(Period) }),
        response: { 200: UnitSheetView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const agencyId = idOr(request.query.agency, 'đơn vị này') ?? '';
      assertMay(request, see, { agencyIds: [agencyId] });
      return unitSheet(db, officer, agencyId, monthOr(request.query.month, todayInVietnam()));
    },
  );
}

async function unitSheet(db: Database, officer: Asker, agencyId: string, month: string) {
  const { tenantId } = officer;
  const all = await listIndicators(db, tenantId, {});
  const givers = await listGivers(db, tenantId, all, todayInVietnam());
  const own = all.filter(({ id }) => givers.get(id)?.includes(agencyId));
  const { year } = spanOf(month);
  const cells = (await listCells(db, tenantId, own, { years: [year - 1, year], reach: [agencyId] })).filter(
    (cell) => cell.agencyId === agencyId,
  );
  return {
    ...{ agencyId, month, enters: allows(enter, officer, { agencyIds: [agencyId] }) },
    lines: own.map((indicator) => {
      const period = periodOfMonth(indicator, month);
      const mine = cells.filter(({ indicatorId }) => indicatorId === indicator.id);
      const [cell, before] = [
        mine.find((one) => one.period === period),
        mine
          .filter((one) => comparePeriods(one.period, period) < 0)
          .sort((a, b) => comparePeriods(b.period, a.period))[0],
      ];
      return {
        ...{ indicator: presentIndicator(indicator), period, cell: cell ? presentCell(cell) : null },
        before: before ? presentCell(before) : null,
      };
    }),
    agencies: await namedAgencies(db, tenantId, [agencyId]),
  };
}
