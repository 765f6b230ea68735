import { Readable } from 'node:stream';
import Type from 'typebox';
import { draftOf } from '../../jobs/own-plan.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, type Permission, reachOf } from '../../people/permissions.ts';
import { writeFilled } from '../../platform/office/write-filled.ts';
import { registerXlsx } from '../../publish/cascade/register-xlsx.ts';
import { CascadeView, MothersView } from '../../publish/cascade/views.ts';
import { fileNameOf, zipCascade } from '../../publish/cascade/zip.ts';
import { ownPaper, ownReading } from '../../publish/own-plan/draft.ts';
import type { Paper } from '../../publish/paper/model.ts';
import { planXlsx } from '../../publish/plan-xlsx.ts';
import { getDraft, listDrafts, type UnitDraft } from '../../store/cascade.ts';
import type { Database } from '../../store/db.ts';
import { findOwnRegister, listMothers } from '../../store/own-plan-register.ts';
import { findTemplateInUse } from '../../store/paper-templates.ts';
import { getPlanLine } from '../../store/plans.ts';
import { attachment } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { namePlan, ownEdit } from '../present-own-plan.ts';
import { FormatWithTables, sendFile, sendPaper } from '../send-paper.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { idOr, todayInVietnam } from '../work-answers.ts';

const tags = ['Giao kế hoạch'];
const what = 'kế hoạch này';
const own: Permission = 'Cán bộ, thủ trưởng và đơn vị chủ trì dự thảo được kế hoạch của đơn vị mình';
const all: Permission = 'Cơ quan thường trực và đơn vị chủ trì dự thảo được kế hoạch của mọi đơn vị';

/** Whoever follows work in some reach sees who of it has a plan of its own. */
const follow: Permission = 'Cán bộ theo dõi được tiến độ trong phạm vi của mình';
const setDay: Permission = 'Cơ quan thường trực đặt được hạn ban hành kế hoạch của các đơn vị';
const Days = Type.Optional(Type.Integer({ minimum: 0, maximum: 60 }));

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The plans that units draft to carry out one they were given work by. */
export async function cascadeRoutes(app: Api, context: Context): Promise<void> {
  listUnits(app, context);
  onePlan(app, context);
  allPlans(app, context);
}

async function registerOf(db: Database, officer: Asker, planId: string): Promise<CascadeView> {
  await getPlanLine(db, officer.tenantId, planId);
  const mayEdit = (agencyId: string) => allows(ownEdit, officer, { agencyIds: [agencyId] });
  const asking = { planId, reach: reachOf(follow, officer), today: todayInVietnam(), mayEdit };
  const { units, due } = await findOwnRegister(db, officer.tenantId, asking);
  return {
    plan: { id: planId, ...(await namePlan(db, officer.tenantId, planId)) },
    ...{ units, due, withChild: units.filter(({ child }) => child !== null).length },
    all: allows(all, officer),
    setsDay: allows(setDay, officer),
  };
}

function listUnits(app: Api, { db }: Context): void {
  app.get(
    '/api/own-plans',
    {
      config: { may: follow },
      schema: {
        tags,
        summary: 'Các kế hoạch đã giao mà đơn vị soạn kế hoạch thực hiện',
        response: { 200: MothersView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      return { plans: await listMothers(db, officer.tenantId, reachOf(follow, officer)) };
    },
  );
  app.get(
    '/api/plans/:id/cascade',
    {
      config: { may: follow },
      schema: {
        tags,
        summary: 'Các đơn vị được giao việc của kế hoạch: số nhiệm vụ, kế hoạch của đơn vị đến đâu, còn thiếu gì',
        params: IdParams,
        response: { 200: CascadeView },
      },
    },
    async (request) => registerOf(db, getOfficer(request), getId(request, what)),
  );
  app.get(
    '/api/plans/:id/cascade/register',
    {
      config: { may: follow },
      schema: { tags, summary: 'Sổ theo dõi kế hoạch của các đơn vị (.xlsx)', params: IdParams },
    },
    async (request, reply) => {
      const register = await registerOf(db, getOfficer(request), getId(request, what));
      const bytes = await registerXlsx(register, todayInVietnam());
      return attachment(reply, 'Sổ theo dõi kế hoạch của các đơn vị.xlsx', workbookType).send(Buffer.from(bytes));
    },
  );
}

/** The draft as it is edited. */
const paperOf = (unit: UnitDraft): Paper => ownPaper(unit.cascade, draftOf(unit));

function onePlan(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/cascade/paper',
    {
      config: { may: own },
      schema: {
        tags,
        summary: 'Dự thảo kế hoạch của một đơn vị thực hiện kế hoạch này (.docx, .pdf, .xlsx)',
        params: IdParams,
        querystring: Type.Object({
          agency: Type.String({ maxLength: 100 }),
          days: Days,
          format: FormatWithTables,
        }),
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const planId = getId(request, what);
      const nothing = 'việc của kế hoạch này giao cho đơn vị ấy';
      const agencyId = idOr(request.query.agency, nothing);
      const today = todayInVietnam();
      const reach = reachOf(own, officer);
      await getPlanLine(db, officer.tenantId, planId);
      if (agencyId === undefined || (reach !== 'all' && !reach.includes(agencyId)))
        throw new Problem('not-found', { what: nothing });
      const { days, format } = request.query;
      const unit = await getDraft(db, officer.tenantId, { planId, agencyId, today, days });
      const about = unit.cascade.unit.name;
      if (format === 'xlsx')
        return sendFile(reply, fileNameOf(about), format, await planXlsx(ownReading(unit.cascade, draftOf(unit))));
      const leaving = { kind: 'own-plan', paper: paperOf(unit), facts: {}, about } as const;
      return sendPaper(reply, { db, tenantId: officer.tenantId, today }, leaving, format);
    },
  );
}

function allPlans(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/cascade/papers',
    {
      config: { may: all },
      schema: {
        tags,
        summary: 'Dự thảo kế hoạch của mọi đơn vị được giao việc, trong một tệp .zip',
        params: IdParams,
        querystring: Type.Object({ days: Days }),
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { tenantId } = getOfficer(request);
      const planId = getId(request, what);
      await getPlanLine(db, tenantId, planId);
      const today = todayInVietnam();
      const units = await listDrafts(db, tenantId, { planId, reach: 'all', today, days: request.query.days });
      if (units.length === 0) throw new Problem('not-found', { what: 'đơn vị nào được giao việc của kế hoạch này' });
      const papers = units.map((unit) => ({ name: unit.cascade.unit.name, paper: () => paperOf(unit) }));
      const template = await findTemplateInUse(db, tenantId, 'own-plan');
      const write = (paper: Paper) =>
        writeFilled('own-plan', { paper, facts: {} }, { template, format: 'docx', day: today });
      // It is sent as it is written: whoever waits sees it grow, and whoever leaves ends it.
      return attachment(reply, 'Dự thảo kế hoạch của các đơn vị.zip', 'application/zip').send(
        Readable.from(zipCascade(papers, today, write), { objectMode: false }),
      );
    },
  );
}
