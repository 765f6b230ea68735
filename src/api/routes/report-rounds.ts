import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { RoundName, SentDuties, SentRound, SentUnits } from '../../report/act.ts';
import { isSpan, spansOf } from '../../report/round/spans.ts';
import { RoundDetailView, RoundsView } from '../../report/views.ts';
import { assertKnown } from '../../store/assignment-scope.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { getRounds, roundsOf } from '../../store/report-consolidate.ts';
import { actOnDuties, addToRound } from '../../store/report-duties.ts';
import { findLast } from '../../store/report-gatherings.ts';
import { listPlanNames } from '../../store/report-plans.ts';
import { actOnRound, listRoundStates, stateOfRound } from '../../store/report-rounds.ts';
import { type KnownReport, listReports } from '../../store/report-world.ts';
import { presentReport, roundLines } from '../present-reports.ts';
import { approve, arrange, keep, see } from '../report-sentences.ts';
import { openSigning } from '../signing.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies, refuseNoDay } from '../work-answers.ts';
import { openAsking } from './reports.ts';

const tags = ['Báo cáo'];
const Which = Type.Object({ plan: RoundName.planId, round: RoundName.round });

/** Rounds of reports: how far each is, who is in one, closing and opening. */
export async function reportRoundRoutes(app: Api, context: Context): Promise<void> {
  rounds(app, context);
  round(app, context);
  acts(app, context);
  units(app, context);
  duties(app, context);
}

function rounds(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Các kỳ báo cáo trong phạm vi, mỗi kỳ đã có bao nhiêu đơn vị gửi',
        querystring: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2199 })) }),
        response: { 200: RoundsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      const { year } = request.query;
      const filter = { reach: reachOf(see, officer), ...(year !== undefined && { year }) };
      const reports = await listReports(db, officer.tenantId, filter, asking);
      const lines = roundLines(reports, asking);
      const plans = await listPlanNames(
        db,
        officer.tenantId,
        lines.map(({ planId }) => planId),
      );
      return { rounds: lines, spans: spansOfPlans(reports), plans };
    },
  );
}

/** Stretches of the year the rounds of each plan make. */
const spansOfPlans = (reports: readonly KnownReport[]) =>
  [...Map.groupBy(reports, ({ planId }) => planId)].flatMap(([planId, list]) =>
    spansOf(roundsOf(list)).map(({ rounds: each, ...round }) => ({
      planId,
      round,
      rounds: each.map(({ label }) => label),
    })),
  );

async function detail(db: Database, officer: Asker, planId: string, key: string) {
  const { tenantId } = officer;
  const asking = await openAsking(db, officer);
  const filter = { reach: reachOf(see, officer), planId, excused: true, ...(!isSpan(key) && { round: key }) } as const;
  const listed = await listReports(db, tenantId, filter, asking);
  const span = isSpan(key) ? getRounds(listed, key) : undefined;
  const known = listed.filter((one) => span === undefined || span.rounds.some((each) => each.key === one.round.key));
  // A stretch of the year is one line of the reports of its rounds.
  const [line] = roundLines(span ? known.map((one) => ({ ...one, round: span.round, due: null })) : known, asking);
  if (line === undefined) throw new Problem('not-found', { what: 'kỳ báo cáo này' });
  const { excluded } = stateOfRound(await listRoundStates(db, tenantId, [planId]), planId, key);
  return {
    ...{ line, reports: known.map((report) => presentReport(report, asking)) },
    excluded: [...excluded].map(([agencyId, reason]) => ({ agencyId, reason })),
    keeps: allows(keep, officer),
    approves: allows(approve, officer, { agencyIds: [findLast(known)?.agencyId ?? ''] }),
    agencies: await namedAgencies(
      db,
      tenantId,
      known.map(({ agencyId }) => agencyId),
    ),
    plans: await listPlanNames(db, tenantId, [planId]),
  };
}

function round(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds/one',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một kỳ báo cáo: từng đơn vị đã gửi, đã tiếp nhận, bị trả lại hay chưa gửi',
        querystring: Which,
        response: { 200: RoundDetailView },
      },
    },
    async (request) => detail(db, getOfficer(request), request.query.plan, request.query.round),
  );
}

function acts(app: Api, { db }: Context): void {
  app.post(
    '/api/report-rounds/acts',
    {
      config: { may: keep },
      schema: {
        tags,
        summary: 'Khóa, mở kỳ; không tính, tính lại báo cáo của một đơn vị; gửi lại một mã chỉ tính một lần',
        body: SentRound,
        response: { 200: RoundDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { planId, round: key, act } = request.body;
      return inTransaction(db, async (trx) => {
        // Refused before anything is written: a round there is, and an agency there is.
        await detail(trx, officer, planId, key);
        if ('agencyId' in act) await assertKnown(trx, officer.tenantId, { agencies: [act.agencyId] });
        await actOnRound(trx, officer, request.body, new Date());
        return detail(trx, officer, planId, key);
      });
    },
  );
}

function units(app: Api, { db }: Context): void {
  app.post(
    '/api/report-rounds/units',
    {
      config: { may: arrange },
      schema: {
        tags,
        summary: 'Thêm đơn vị phải báo cáo của một kỳ, có lý do; đơn vị đã có trong kỳ thì không đổi',
        body: SentUnits,
        response: { 200: RoundDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { planId, round: key, agencyIds, due } = request.body;
      refuseNoDay({ due });
      const asking = await openAsking(db, officer);
      return inTransaction(db, async (trx) => {
        await assertKnown(trx, officer.tenantId, { agencies: agencyIds });
        await addToRound(trx, officer, request.body, { ...asking, at: new Date() });
        return detail(trx, officer, planId, key);
      });
    },
  );
}

function duties(app: Api, { db }: Context): void {
  app.post(
    '/api/report-rounds/duties',
    {
      config: { may: arrange },
      schema: {
        tags,
        summary:
          'Miễn, thôi miễn, dời hạn, thôi dời hạn báo cáo của nhiều đơn vị một lần; gửi lại một mã chỉ tính một lần',
        body: SentDuties,
        response: { 200: RoundDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      for (const { act } of request.body.acts) refuseNoDay(act);
      const asking = await openAsking(db, officer);
      return inTransaction(db, async (trx) => {
        const agencyId = await openSigning(trx, officer, arrange)([]);
        await actOnDuties(trx, officer, request.body, { ...asking, at: new Date(), agencyId });
        return detail(trx, officer, request.body.planId, request.body.round);
      });
    },
  );
}
