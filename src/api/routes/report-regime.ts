import Type, { type Static } from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import type { Asker } from '../../people/model.ts';
import { RegimeChoice, regimeGroups, regimeLaw, usualChoice } from '../../report/regime/model.ts';
import { unitsOfGroup } from '../../report/regime/plan.ts';
import { RegimePreviewView, RegimeView } from '../../report/regime/views.ts';
import { assertKnown } from '../../store/assignment-scope.ts';
import { findFocalOffice } from '../../store/belonging.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { loadDirectory } from '../../store/directory.ts';
import { previewRegime, saveRegime } from '../../store/report-regime.ts';
import { findRegime } from '../../store/report-regime-by.ts';
import { arrange } from '../report-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies, todayInVietnam } from '../work-answers.ts';

const tags = ['Báo cáo'];
const Year = Type.Integer({ minimum: 1990, maximum: 2199 });
const Chosen = Type.Object({ year: Year, choice: RegimeChoice }, closed);
type Chosen = Static<typeof Chosen>;

/** The general regime of reports of a year: what holds, what another choice would ask of whom, choosing it. */
export async function reportRegimeRoutes(app: Api, context: Context): Promise<void> {
  one(app, context);
  preview(app, context);
  save(app, context);
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/report-regime',
    {
      config: { may: arrange },
      schema: {
        tags,
        summary: 'Chế độ báo cáo định kỳ của một năm, căn cứ và các nhóm đơn vị',
        querystring: Type.Object({ year: Year }),
        response: { 200: RegimeView },
      },
    },
    async (request) => detail(db, getOfficer(request), request.query.year),
  );
}

async function detail(db: Database, { tenantId }: Asker, year: number): Promise<RegimeView> {
  const today = todayInVietnam();
  const directory = await loadDirectory(db, tenantId);
  const { settings } = await getCalendar(db, tenantId);
  const known = await findRegime(db, tenantId, year);
  const focalId = await findFocalOffice(db, tenantId, today);
  const agencies = await namedAgencies(db, tenantId, [...(known?.choice.agencyIds ?? []), focalId ?? null]);
  return {
    ...{ year, law: regimeLaw, cutDay: settings.cutDay, choice: known?.choice ?? null, planId: known?.planId ?? null },
    groups: regimeGroups
      .map((group) => ({ group, units: unitsOfGroup(directory, group, today).length }))
      .filter(({ units }) => units > 0),
    focal: agencies.find(({ id }) => id === focalId) ?? null,
    usual: { ...usualChoice, day: settings.unitDay, focalDay: settings.focalDay },
    agencies,
  };
}

/** What is asked of agencies that are there; a year that is over is reported no more. */
async function assertFits(db: Database, { tenantId }: Asker, { year, choice }: Chosen): Promise<void> {
  await assertKnown(db, tenantId, { agencies: choice.agencyIds });
  if (year < Number(todayInVietnam().slice(0, 4))) throw new Problem('report-regime-past', { year });
}

function preview(app: Api, { db }: Context): void {
  app.post(
    '/api/report-regime/preview',
    {
      config: { may: arrange },
      schema: {
        tags,
        summary: 'Xem trước chế độ báo cáo: ai phải gửi gì, trước ngày nào; chưa tạo gì',
        body: Chosen,
        response: { 200: RegimePreviewView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      await assertFits(db, officer, request.body);
      const { units, focalId, ...shown } = await previewRegime(db, officer.tenantId, request.body, todayInVietnam());
      const agencies = await namedAgencies(db, officer.tenantId, [...units, focalId]);
      const byId = new Map(agencies.map((agency) => [agency.id, agency]));
      return {
        ...shown,
        units: units.flatMap((id) => byId.get(id) ?? []),
        focal: focalId === null ? null : (byId.get(focalId) ?? null),
      };
    },
  );
}

function save(app: Api, { db }: Context): void {
  app.put(
    '/api/report-regime',
    {
      config: { may: arrange },
      schema: {
        tags,
        summary: 'Đặt chế độ báo cáo của một năm; đặt lại như cũ thì không đổi gì',
        body: Chosen,
        response: { 200: RegimeView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      await assertFits(db, officer, request.body);
      return inTransaction(db, async (trx) => {
        await saveRegime(trx, officer, request.body, { at: new Date(), today: todayInVietnam() });
        return detail(trx, officer, request.body.year);
      });
    },
  );
}
