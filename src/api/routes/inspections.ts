import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, heldFor, reachOf } from '../../people/permissions.ts';
import { SentInspections, SentRemedy, SentTeamActs } from '../../report/inspection/act.ts';
import { inspectionFigures } from '../../report/inspection/figures.ts';
import {
  ActedInspectionView,
  InspectionCountView,
  InspectionDetailView,
  InspectionsView,
} from '../../report/inspection/views.ts';
import { assertKnown } from '../../store/assignment-scope.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { listEvidence } from '../../store/evidence-list.ts';
import {
  actOnInspection,
  listInspectionActs,
  planInspections,
  type SentInspectionAct,
} from '../../store/inspections.ts';
import {
  countedOf,
  getInspection,
  type InspectionLine,
  listAround,
  listChecklist,
  listInspections,
  listInspectionYears,
  listPlaceNames,
} from '../../store/inspections-list.ts';
import { readParIndexInputs } from '../../store/par-index-inputs.ts';
import { tellOfRemedies } from '../../store/remedy-news.ts';
import { getId, IdParams } from '../ids.ts';
import {
  type InspectionParties,
  inspect,
  inspectionReach,
  openInspectionParties,
  remedy,
  seeInspections,
} from '../inspection-parties.ts';
import { presentEvidence } from '../present-evidence.ts';
import {
  agenciesOfInputs,
  agenciesOfInspections,
  presentFinding,
  presentInspection,
  presentInspectionLog,
} from '../present-inspections.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { namedAgencies, periodOf, refuseNoDay, sendingOf, todayInVietnam } from '../work-answers.ts';

const tags = ['Kiểm tra'];
const what = 'cuộc kiểm tra này';

/** Inspections: those of a year, what waits for me, one with its log, planning, what the team and the unit do. */
export async function inspectionRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  count(app, context);
  one(app, context);
  plan(app, context);
  act(app, context);
  report(app, context);
}

const yearText = Type.Optional(Type.String({ pattern: '^\\d{4}$' }));
const dayText = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/inspections',
    {
      config: { may: seeInspections },
      schema: {
        tags,
        summary: 'Các cuộc kiểm tra của một năm trong phạm vi, với số liệu của năm hoặc của một kỳ',
        querystring: Type.Object({ year: yearText, from: dayText, to: dayText }),
        response: { 200: InspectionsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const today = todayInVietnam();
      const { year = today.slice(0, 4), from = `${year}-01-01`, to = `${year}-12-31` } = request.query;
      const period = periodOf({ from, to });
      // Remedies of an earlier year may fall due in this one: figures look at all there is.
      const [all, parties] = [
        await listInspections(db, tenantId, inspectionReach(officer), today),
        await openInspectionParties(db, officer),
      ];
      const ofYear = all.filter(({ day, opened_on }) => day.startsWith(year) || opened_on?.startsWith(year));
      const figures = inspectionFigures(all.map(countedOf), period, today);
      const asked = {
        province: reachOf(seeInspections, officer) === 'all',
        communes: heldFor(seeInspections, officer),
      };
      const parIndex = await readParIndexInputs(db, tenantId, asked, { year: Number(year), today });
      const cited = parIndex.flatMap(({ measure, whole }) => (measure === 'remedied' ? whole : []));
      const counted = new Set([...figures.findings.due, ...figures.findings.found, ...cited]);
      const others = all.filter((line) => !ofYear.includes(line)).flatMap(({ findings }) => findings);
      return {
        ...{ today, from: period.from, to: period.to, years: await listInspectionYears(db, tenantId) },
        inspections: ofYear.map((line) => presentInspection(line, today, parties)),
        ...{
          figures,
          parIndex,
          cited: others.filter(({ id }) => counted.has(id)).map((one) => presentFinding(one, today)),
        },
        agencies: await namedAgencies(db, tenantId, [...agenciesOfInspections(all), ...agenciesOfInputs(parIndex)]),
      };
    },
  );
}

function count(app: Api, { db }: Context): void {
  app.get(
    '/api/inspections/count',
    {
      config: { may: seeInspections },
      schema: {
        tags,
        summary: 'Số tồn tại chờ tôi: đơn vị tôi phải khắc phục, đã báo khắc phục chờ tôi kiểm tra',
        response: { 200: InspectionCountView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const today = todayInVietnam();
      const parties = await openInspectionParties(db, officer);
      const lines = await listInspections(db, officer.tenantId, inspectionReach(officer), today);
      const shown = lines.map((line) => presentInspection(line, today, parties));
      const sum = (of: 'toRemedy' | 'toCheck') => shown.reduce((all, line) => all + line[of], 0);
      return { toRemedy: sum('toRemedy'), toCheck: sum('toCheck') };
    },
  );
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/inspections/:id',
    {
      config: { may: seeInspections },
      schema: {
        tags,
        summary: 'Một cuộc kiểm tra với nhật ký, danh mục việc của đơn vị và tài liệu',
        params: IdParams,
        response: { 200: InspectionDetailView },
      },
    },
    async (request) => detailOf(db, getOfficer(request), getId(request, what)),
  );
}

/** Bounded as the list is: what is out of reach is not there. */
export async function detailOf(db: Database, officer: Asker, id: string): Promise<InspectionDetailView> {
  const { tenantId } = officer;
  const today = todayInVietnam();
  const reach = inspectionReach(officer);
  const line = await getInspection(db, tenantId, reach, today, id);
  const parties = await openInspectionParties(db, officer);
  const log = await listInspectionActs(db, tenantId, id);
  const ofTeam = allows(inspect, officer, { agencyIds: [line.agency_id, line.heldBy] }) || reach.unheard === 'all';
  const { earlier, later } = await listAround(db, tenantId, line);
  const proving = line.findings.map((finding) => finding.id);
  const evidence = await listEvidence(db, tenantId, { proving }, reach.units);
  const codes = line.content.components.map(({ code }) => code);
  const held = line.findings.map(({ heldBy }) => heldBy);
  return {
    inspection: presentInspection(line, today, parties),
    ...{ today, planned: line.planned },
    actions: presentInspectionLog(log, ofTeam),
    checklist: ofTeam ? await listChecklist(db, tenantId, { agencyId: line.heldBy, codes, today }) : [],
    evidence: evidence.map((piece) => presentEvidence(piece, officer)),
    earlier: earlier ? { id: earlier.id, day: earlier.opened_on ?? earlier.day, number: earlier.number } : null,
    later: later.map((next) => ({ id: next.id, day: next.opened_on ?? next.day })),
    places: await listPlaceNames(db, tenantId, line.heldBy, today),
    remedies: [...new Set(held)].filter((id): id is string => parties.actsFor(id)),
    agencies: await namedAgencies(db, tenantId, [
      ...agenciesOfInspections([line]),
      ...log.map(({ agencyId }) => agencyId),
    ]),
  };
}

function plan(app: Api, { db }: Context): void {
  app.post(
    '/api/inspections',
    {
      config: { may: inspect },
      schema: {
        tags,
        summary: 'Lập cuộc kiểm tra cho một hoặc nhiều đơn vị; gửi lại một mã chỉ tính một lần',
        body: SentInspections,
        response: { 200: Type.Object({ added: Type.Integer() }) },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { units, planned } = request.body;
      refuseNoDay(planned.day);
      for (const { agencyId } of units) assertMay(request, inspect, { agencyIds: [agencyId] });
      return inTransaction(db, async (trx) => {
        await assertKnown(trx, officer.tenantId, { agencies: units.map(({ agencyId }) => agencyId) });
        if (planned.earlierId !== null)
          await getInspection(trx, officer.tenantId, inspectionReach(officer), todayInVietnam(), planned.earlierId);
        const roleOf = (agencyId: string) => asWhom(officer, agencyId);
        return { added: await planInspections(trx, officer, request.body, { roleOf, at: new Date() }) };
      });
    },
  );
}

/** As whom somebody plans: an inspector, unless they only oversee the unit. */
const asWhom = ({ roles }: Asker, agencyId: string): 'inspector' | 'supervisor' =>
  roles.some(({ role, agencies }) => role === 'inspector' && (agencies === 'all' || agencies.includes(agencyId)))
    ? 'inspector'
    : 'supervisor';

type ActRequest = FastifyRequest & { params: { id: string } };
type Choose = (line: InspectionLine, parties: InspectionParties) => SentInspectionAct[];

/** What both sides do alike: the inspection as the asker sees it, the acts they may send, and how it stands then. */
async function take({ db, mailer }: Context, request: ActRequest, choose: Choose): Promise<ActedInspectionView> {
  const officer = getOfficer(request);
  refuseNoDay(request.body);
  return inTransaction(db, async (trx) => {
    const line = await getInspection(
      trx,
      officer.tenantId,
      inspectionReach(officer),
      todayInVietnam(),
      getId(request, what),
    );
    const acts = choose(line, await openInspectionParties(trx, officer));
    const at = new Date();
    const { refused, told } = await actOnInspection(trx, officer, line.id, acts, at);
    const about = { of: 'finding', keepers: [line.planned_by] } as const;
    await tellOfRemedies(trx, officer, about, told, sendingOf({ mailer }, at));
    return { detail: await detailOf(trx, officer, line.id), refused };
  });
}

function act(app: Api, context: Context): void {
  app.post(
    '/api/inspections/:id/acts',
    {
      config: { may: inspect },
      schema: {
        tags,
        summary:
          'Đoàn kiểm tra ghi việc đã làm, theo thứ tự; việc không còn ghi được thì nêu riêng; một mã chỉ tính một lần',
        params: IdParams,
        body: SentTeamActs,
        response: { 200: ActedInspectionView },
      },
    },
    (request) =>
      take(context, request, (line, { keeps }) => {
        if (!keeps(line)) throw new Problem('permission-refused', { needed: inspect });
        return request.body.acts.map((sent) => ({ ...sent, agencyId: null }));
      }),
  );
}

function report(app: Api, context: Context): void {
  app.post(
    '/api/inspections/:id/remedies',
    {
      config: { may: remedy },
      schema: {
        tags,
        summary:
          'Đơn vị báo đã khắc phục một tồn tại, kèm tài liệu đã thêm hoặc lý do không có; một mã chỉ tính một lần',
        params: IdParams,
        body: SentRemedy,
        response: { 200: ActedInspectionView },
      },
    },
    (request) =>
      take(context, request, ({ findings }, { actsFor }) => {
        const { id, act: sent } = request.body;
        const finding = findings.find((one) => one.id === sent.findingId);
        if (!finding) throw new Problem('not-found', { what: 'tồn tại này' });
        if (!actsFor(finding.heldBy)) throw new Problem('permission-refused', { needed: remedy });
        return [{ id, act: sent, agencyId: finding.heldBy }];
      }),
  );
}
