import Type, { type Static } from 'typebox';
import {
  DeskView,
  HeadDeskView,
  HeatMapView,
  ItemDetailView,
  ItemListView,
  UnitWorkView,
} from '../../assignment/views.ts';
import { Problem } from '../../kernel/problem.ts';
import { reachOf } from '../../people/permissions.ts';
import { agencyKinds, levels } from '../../place/model.ts';
import { listOfficerNames } from '../../store/assignment-scope.ts';
import { findHeads } from '../../store/heads.ts';
import { findDesk, findHeadDesk, findHeatMap, listAgencyLines } from '../../store/heat-map.ts';
import { countAtHeirs, withForerunners } from '../../store/heat-map-heirs.ts';
import { searchItems } from '../../store/items-search.ts';
import { listItemLines } from '../../store/my-work.ts';
import { findHeatMapAsOf, getItemAssignments, listOfAgency } from '../../store/occurrences.ts';
import { getId, IdParams } from '../ids.ts';
import {
  presentAgency,
  presentAssignment,
  presentCells,
  presentHolder,
  presentItem,
  presentOccurrence,
} from '../present-work.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { agenciesOf, dayOr, idOr, listOf, namedAgencies, periodOf } from '../work-answers.ts';

const tags = ['Theo dõi'];
const may = 'Cán bộ theo dõi được tiến độ trong phạm vi của mình';
const config = { may } as const;
const day = Type.Optional(Type.String({ maxLength: 10 }));
const word = Type.Optional(Type.String({ maxLength: 500 }));
const Period = { from: day, to: day };
const Narrowing = { plan: word, index: word, component: word };

/** How far the work is: units × items, the desks of who leads, monitors and answers, a unit's page, a task's assignments. */
export async function followRoutes(app: Api, context: Context): Promise<void> {
  heatMap(app, context);
  desk(app, context);
  heads(app, context);
  unit(app, context);
  items(app, context);
  item(app, context);
}

const HeatMapQuery = Type.Object({
  ...Period,
  ...Narrowing,
  item: word,
  level: Type.Optional(Type.String({ maxLength: 100, description: 'province,commune…' })),
  kind: Type.Optional(Type.String({ maxLength: 100, description: 'committee,department…' })),
  on: Type.Optional(Type.String({ maxLength: 10, description: 'như tại ngày; không nêu là hôm nay' })),
});

function heatMap(app: Api, { db }: Context): void {
  app.get(
    '/api/follow/heat-map',
    {
      config,
      schema: {
        tags,
        summary: 'Đơn vị × nhiệm vụ: đúng hạn, trễ, đang mở, quá hạn, chờ nhập ngày',
        querystring: HeatMapQuery,
        response: { 200: HeatMapView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const { query } = request;
      const { from, to, today } = periodOf(query);
      const on = dayOr(query.on, today, 'querystring/on');
      const question = { tenantId, reach: reachOf(may, officer), from, to, today: on, ...narrow(query) };
      const map = on === today ? await findHeatMap(db, question) : await asOf(db, { ...question, on });
      const cells = presentCells(map.cells, map.agencies, map.items);
      return { from, to, on, agencies: map.agencies.map(presentAgency), items: map.items.map(presentItem), cells };
    },
  );
}

const narrow = (query: Static<typeof HeatMapQuery>) => ({
  plan: idOr(query.plan, 'kế hoạch này'),
  item: idOr(query.item, 'nhiệm vụ này'),
  index: query.index || undefined,
  component: query.component || undefined,
  levels: listOf(query.level, levels),
  kinds: listOf(query.kind, agencyKinds),
});

type Question = Parameters<typeof findHeatMap>[1] & { on: Parameters<typeof findHeatMapAsOf>[1]['on'] };

/** Folded anew from what held then, and bounded as today's is. */
async function asOf(db: Context['db'], question: Question): Promise<Awaited<ReturnType<typeof findHeatMap>>> {
  const { tenantId, on, item, index, component } = question;
  const reach = await withForerunners(db, tenantId, question.reach, on);
  const all = await findHeatMapAsOf(db, { ...question, reach });
  const lines = await listItemLines(db, tenantId, [...new Set(all.map(({ itemId }) => itemId))]);
  const items = lines.filter(
    (line) =>
      (item === undefined || line.id === item) &&
      (index === undefined || line.index_name === index) &&
      (component === undefined || line.component === component),
  );
  const wanted = new Set(items.map(({ id }) => id));
  const meant = all.filter(({ itemId }) => wanted.has(itemId));
  const cells = await countAtHeirs(db, tenantId, meant, on);
  const ids = [...new Set(cells.map(({ agencyId }) => agencyId))];
  const agencies = await listAgencyLines(db, tenantId, ids, { ...question, to: question.on });
  return { agencies, items, cells };
}

function desk(app: Api, { db }: Context): void {
  app.get(
    '/api/follow/desks/:role',
    {
      config,
      schema: {
        tags,
        summary: 'Bàn của đơn vị chủ trì hoặc theo dõi: các nhiệm vụ mình chủ trì (theo dõi) trên mọi đơn vị thực hiện',
        params: Type.Object({ role: Type.Union([Type.Literal('lead'), Type.Literal('monitor')]) }),
        querystring: Type.Object({ ...Period, agency: word }),
        response: { 200: DeskView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const agency = idOr(request.query.agency, 'cơ quan này');
      if (agency) assertMay(request, may, { agencyIds: [agency] });
      const reach = agency ? [agency] : reachOf(may, officer);
      const period = periodOf(request.query);
      const lines = await findDesk(db, request.params.role, { tenantId: officer.tenantId, reach, ...period });
      const { from, to } = period;
      return { from, to, lines: lines.map(({ item, ...line }) => ({ ...line, item: presentItem(item) })) };
    },
  );
}

function heads(app: Api, { db }: Context): void {
  app.get(
    '/api/follow/heads',
    {
      config,
      schema: {
        tags,
        summary: 'Bàn của thủ trưởng: việc của đơn vị theo bộ phận và người được giao',
        querystring: Type.Object(Period),
        response: { 200: HeadDeskView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const { from, to, today } = periodOf(request.query);
      const lines = await findHeadDesk(db, { tenantId, reach: reachOf(may, officer), from, to, today });
      const ids = lines.flatMap(({ agencyId, divisionId }) => [agencyId, divisionId]);
      const officers = await listOfficerNames(
        db,
        tenantId,
        lines.flatMap(({ officerId }) => officerId ?? []),
      );
      const units = lines.map(({ agencyId }) => agencyId);
      const heads = await findHeads(db, tenantId, [...new Set(units)], today);
      return { from, to, lines, agencies: await namedAgencies(db, tenantId, ids), officers, heads };
    },
  );
}

function unit(app: Api, { db }: Context): void {
  app.get(
    '/api/follow/units/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Trang của một đơn vị: mọi việc trong kỳ, cả việc đã xong',
        params: IdParams,
        querystring: Type.Object(Period),
        response: { 200: UnitWorkView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const id = getId(request, 'cơ quan này');
      const { from, to, today } = periodOf(request.query);
      const reach = await withForerunners(db, tenantId, reachOf(may, officer), today);
      const ids = await withForerunners(db, tenantId, [id], today);
      const [agency] = await namedAgencies(db, tenantId, [id]);
      if (!agency) throw new Problem('not-found', { what: 'cơ quan này' });
      const { items, owed } = await listOfAgency(db, tenantId, ids, { from, to }, reach);
      // Whoever follows none of its tasks has nothing to see here.
      if (owed.length === 0) assertMay(request, may, { agencyIds: [id] });
      const heads = await findHeads(db, tenantId, [id], today);
      const lines = owed.map((row) => ({ ...presentOccurrence(row), ...presentHolder(row), role: row.role }));
      return { agency, heads, from, to, items: items.map(presentItem), owed: lines };
    },
  );
}

function items(app: Api, { db }: Context): void {
  const Query = Type.Object({ ...Period, ...Narrowing, q: word, after: Type.Optional(Type.Integer({ minimum: 0 })) });
  app.get(
    '/api/work-items',
    {
      config,
      schema: {
        tags,
        summary: 'Nhiệm vụ đã giao, tìm không dấu, với tiến độ trong kỳ; mỗi lần 200 nhiệm vụ',
        querystring: Query,
        response: { 200: ItemListView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { query } = request;
      const { from, to, today } = periodOf(query);
      const search = { tenantId: officer.tenantId, reach: reachOf(may, officer), from, to, today };
      const { plan, index, component } = narrow(query);
      const found = await searchItems(db, { ...search, plan, index, component, q: query.q, after: query.after ?? 0 });
      return {
        ...{ from, to, total: found.total },
        items: found.items.map(({ progress, ...line }) => ({ ...presentItem(line), progress })),
      };
    },
  );
}

function item(app: Api, { db }: Context): void {
  app.get(
    '/api/work-items/:id',
    {
      config,
      schema: {
        tags,
        summary:
          'Một nhiệm vụ với mọi việc được giao từ đó; ngoài chủ trì và theo dõi, ai cũng chỉ thấy của đơn vị mình',
        params: IdParams,
        response: { 200: ItemDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const id = getId(request, 'nhiệm vụ được giao này');
      const found = await getItemAssignments(db, tenantId, id, reachOf(may, officer));
      const ofEach = Map.groupBy(found.occurrences, ({ assignment_id }) => assignment_id);
      const assignments = found.assignments.map((row) => presentAssignment(row, ofEach.get(row.id) ?? []));
      const agencies = await namedAgencies(db, tenantId, agenciesOf(assignments));
      return { item: presentItem(found.item), assignments, agencies };
    },
  );
}
