import Type from 'typebox';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import {
  GatheringView,
  MyPartsView,
  SentGatheringAct,
  SentParagraphs,
  WhichGathering,
} from '../../report/consolidated/views.ts';
import type { FieldPlace } from '../../report/content/model.ts';
import type { ReportAct } from '../../report/model.ts';
import { SavedFieldsView } from '../../report/views.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { getRounds } from '../../store/report-consolidate.ts';
import { draftOf, freeze } from '../../store/report-draft.ts';
import { saveFields } from '../../store/report-fields.ts';
import { ensureGathering, isSent } from '../../store/report-gatherings.ts';
import { actOnReport, listGathered, listReportActions } from '../../store/report-log.ts';
import { listMyParts } from '../../store/report-my-parts.ts';
import { tellOfReport } from '../../store/report-news.ts';
import { listPlanNames } from '../../store/report-plans.ts';
import { listReports } from '../../store/report-world.ts';
import { type Gathering, getGathering, isWritable, rightsOf } from '../consolidated-rights.ts';
import { ownReach } from '../own-reach.ts';
import { presentText } from '../present-consolidated.ts';
import { type Asking, presentReportHistory } from '../present-reports.ts';
import { approve, gather, receive, write } from '../report-sentences.ts';
import { openSigning } from '../signing.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies, refuseNoDay, sendingOf } from '../work-answers.ts';
import { openAsking } from './reports.ts';

const tags = ['Báo cáo'];
const Sent = Type.Object({ which: WhichGathering });

/** Consolidated reports: their text with its sources, what is made of it, and their way to whoever approves and receives them. */
export async function consolidatedRoutes(app: Api, context: Context): Promise<void> {
  one(app, context);
  fields(app, context);
  acts(app, context);
  mine(app, context);
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/consolidated-reports/one',
    {
      config: { may: gather },
      schema: {
        tags,
        summary: 'Báo cáo tổng hợp của một kỳ: dự thảo từng đoạn kèm nguồn, hoặc bản đã duyệt',
        querystring: WhichGathering,
        response: { 200: GatheringView },
      },
    },
    async (request) => {
      const asking = await openAsking(db, getOfficer(request));
      return detail(db, asking, await getGathering(db, asking, request.query));
    },
  );
}

/** The draft for those whose it is; who receives it sees what was sent, and that nothing was. */
async function detail(db: Database, asking: Asking, gathering: Gathering): Promise<GatheringView> {
  const { officer, today } = asking;
  const { tenantId } = officer;
  const { planId, round: key, scope, agencyId, reportId, state, top, due } = gathering;
  const rights = await rightsOf(db, officer, gathering, today);
  const sentOne = isSent(gathering) && reportId !== null;
  if (!rights.own && !rights.receives) throw new Problem('permission-refused', { needed: gather });
  const drafted = rights.own ? await draftOf(db, tenantId, gathering, asking) : null;
  const sent = sentOne ? ((await listGathered(db, tenantId, [reportId])).get(reportId) ?? null) : null;
  const known = drafted?.consolidated.known ?? (await listReports(db, tenantId, { planId }, asking));
  const { round } = getRounds(known, key);
  const ids = [agencyId, ...(drafted?.names.keys() ?? []), ...Object.keys(sent?.names ?? {})];
  return {
    ...{ planId, round, scope, agencyId, top, due },
    ...{ status: state.status, version: state.version, reason: state.reason },
    ...{ sentOn: state.sentOn, receivedOn: state.receivedOn },
    ...presentText(gathering, rights, { drafted, sent }, asking),
    history: reportId === null ? [] : presentReportHistory(await listReportActions(db, tenantId, reportId)),
    agencies: await namedAgencies(db, tenantId, ids),
    plans: await listPlanNames(db, tenantId, [planId]),
  };
}

function fields(app: Api, { db }: Context): void {
  app.patch(
    '/api/consolidated-reports/fields',
    {
      config: { may: gather },
      schema: {
        tags,
        summary: 'Lưu lời sửa và lựa chọn ở từng đoạn của dự thảo; hai người cùng sửa thì lời của cả hai được giữ',
        body: Type.Object({ ...Sent.properties, ...SentParagraphs.properties }, { additionalProperties: false }),
        response: { 200: SavedFieldsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      const at = new Date();
      const saved = await inTransaction(db, async (trx) => {
        const gathering = await getGathering(trx, asking, request.body.which);
        const rights = await rightsOf(trx, officer, gathering, asking.today);
        if (!rights.writes) throw new Problem('permission-refused', { needed: write });
        if (!isWritable(gathering, rights, asking.today)) throw new Problem('report-not-writable', { closed: false });
        const id = await ensureGathering(trx, officer.tenantId, gathering);
        const sent = request.body.fields.map((field) => ({ ...field, was: field.was ?? null }));
        return saveFields<FieldPlace>(trx, officer, id, sent, at);
      });
      return { fields: saved, at: at.toISOString() };
    },
  );
}

function acts(app: Api, { db, mailer }: Context): void {
  app.post(
    '/api/consolidated-reports/acts',
    {
      config: { may: gather },
      schema: {
        tags,
        summary:
          'Trình, duyệt, lấy lại, yêu cầu sửa, đính chính, tiếp nhận, trả lại báo cáo tổng hợp; gửi lại một mã chỉ tính một lần',
        body: Type.Object({ ...Sent.properties, sent: SentGatheringAct }, { additionalProperties: false }),
        response: { 200: GatheringView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      const { which, sent } = request.body;
      refuseNoDay(sent);
      return inTransaction(db, async (trx) => {
        const gathering = await getGathering(trx, asking, which);
        await assertActs(trx, officer, gathering, sent, asking);
        await act(trx, { asking, mailer }, gathering, sent);
        return detail(trx, asking, await getGathering(trx, asking, which));
      });
    },
  );
}

/** What is signed is for who approves it; what was sent, for who receives it; the rest for who writes it. */
async function assertActs(
  db: Database,
  officer: Asker,
  gathering: Gathering,
  { act: { kind } }: Pick<SentGatheringAct, 'act'>,
  { today }: Asking,
): Promise<void> {
  const rights = await rightsOf(db, officer, gathering, today);
  const signing = kind === 'send' || kind === 'send-back';
  const receiving = kind === 'receive' || kind === 'return' || kind === 'grant';
  const [may, needed] = signing
    ? ([rights.signs, approve] as const)
    : receiving
      ? ([rights.receives, receive] as const)
      : ([rights.writes || rights.signs, write] as const);
  if (!may) throw new Problem('permission-refused', { needed });
}

type Doing = { asking: Asking; mailer: Context['mailer'] };

async function act(
  trx: Transaction,
  { asking, mailer }: Doing,
  gathering: Gathering,
  { id, act }: SentGatheringAct,
): Promise<void> {
  const { officer, today: day } = asking;
  const reportId = await ensureGathering(trx, officer.tenantId, gathering);
  const report = { id: reportId, assignmentId: gathering.assignmentId, closed: false };
  const agencyId = await openSigning(trx, officer, gather)([gathering.agencyId]);
  const doing = { at: new Date(), day };
  const kept =
    act.kind === 'send' ? freeze(await draftOf(trx, officer.tenantId, { ...gathering, reportId }, asking)) : {};
  const isNew = await actOnReport(trx, officer, report, { id, act, agencyId, ...kept }, doing);
  if (!isNew) return;
  const tell = (done: ReportAct) =>
    tellOfReport(trx, officer, newsOf(gathering, reportId), done, sendingOf({ mailer }, doing.at));
  await tell(act);
  // Whoever approves what is of all has it: from then on it is corrected, with a reason, as the next version.
  if (act.kind !== 'send' || !gathering.top) return;
  const received = { id: newId(), act: { kind: 'receive', note: null } as const, agencyId };
  await actOnReport(trx, officer, report, received, doing);
  await tell(received.act);
}

/** What a plan asks for by a day is told of with that day, else by its name. */
const newsOf = ({ agencyId, assignmentId, due, scope, round, top }: Gathering, reportId: string) => ({
  ...{ agencyId, due, top, occurrenceId: assignmentId === null ? null : reportId },
  name: `${scope === 'lead' ? 'Phần chủ trì' : 'Báo cáo tổng hợp'}, kỳ ${round}`,
});

function mine(app: Api, { db }: Context): void {
  app.get(
    '/api/consolidated-reports',
    {
      config: { may: gather },
      schema: {
        tags,
        summary: 'Phần tổng hợp đơn vị mình phải làm: nội dung do mình chủ trì, hoặc của các xã trong huyện',
        querystring: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2199 })) }),
        response: { 200: MyPartsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      const agencies = await ownReach(db, officer, write);
      const parts = await listMyParts(db, officer.tenantId, { agencies, year: request.query.year }, asking);
      return {
        parts,
        agencies: await namedAgencies(
          db,
          officer.tenantId,
          parts.map(({ agencyId }) => agencyId),
        ),
        plans: await listPlanNames(
          db,
          officer.tenantId,
          parts.map(({ planId }) => planId),
        ),
      };
    },
  );
}
