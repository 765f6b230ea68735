import Type from 'typebox';
import { frameworkFor } from '../../framework/catalogue.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { inspectionConclusionPaper } from '../../publish/report/inspection-conclusion.ts';
import type { Issuer } from '../../publish/report/letterhead.ts';
import type { Component } from '../../report/inspection/model.ts';
import { findAgencyOf, findOwnAgency } from '../../store/belonging.ts';
import type { Database } from '../../store/db.ts';
import { listInspectionActs, stateOfInspection } from '../../store/inspections.ts';
import { getInspection, type InspectionLine } from '../../store/inspections-list.ts';
import { getIssuer } from '../../store/report-papers.ts';
import { getId, IdParams } from '../ids.ts';
import { inspectionReach, openInspectionParties, seeInspections } from '../inspection-parties.ts';
import { agenciesOfInspections } from '../present-inspections.ts';
import { FormatWithTables, sendPaper } from '../send-paper.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies, todayInVietnam } from '../work-answers.ts';

/** The conclusion of an inspection as the paper it is sent as: by Nghị định 30/2020/NĐ-CP, as a Word file or a PDF. */
export async function inspectionPaperRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/inspections/:id/paper',
    {
      config: { may: seeInspections },
      schema: {
        tags: ['Kiểm tra'],
        summary:
          'Thông báo kết luận kiểm tra thành văn bản (.docx, .pdf, .xlsx): dự thảo cho đoàn, đã kết luận cho mọi người',
        params: IdParams,
        querystring: Type.Object({ format: FormatWithTables }),
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const today = todayInVietnam();
      const id = getId(request, 'cuộc kiểm tra này');
      const line = await getInspection(db, tenantId, inspectionReach(officer), today, id);
      const isConcluded = line.status === 'concluded' || line.status === 'closed';
      const { keeps } = await openInspectionParties(db, officer);
      if (line.opened_on === null || (!isConcluded && !keeps(line)))
        throw new Problem('not-found', { what: 'kết luận của cuộc kiểm tra này' });
      const state = stateOfInspection(line, await listInspectionActs(db, tenantId, id));
      const on = state.date ?? today;
      const agencies = await namedAgencies(db, tenantId, agenciesOfInspections([line]), on);
      const names = new Map(agencies.map((one) => [one.id, one.name]));
      const unit = names.get(line.agency_id) ?? 'đơn vị';
      const paper = inspectionConclusionPaper({
        ...{ issuer: await issuerOf(db, tenantId, line, on), unit, state, today },
        nameComponent: (component) => component && nameOf(component, Number(line.day.slice(0, 4))),
        nameAgency: (agencyId) => (agencyId && names.get(agencyId)) || '',
      });
      const leaving = { kind: 'inspection', paper, facts: { don_vi_duoc_kiem_tra: unit } } as const;
      const about = `${unit} ${line.opened_on}`;
      return sendPaper(reply, { db, tenantId, today }, { ...leaving, about }, request.query.format);
    },
  );
}

/** The body that inspects: as the directory knows it, else by the name its officer states, under what the focal office stands under. */
async function issuerOf(db: Database, tenantId: string, line: InspectionLine, on: PlainDate): Promise<Issuer> {
  const planner = { tenantId, officerId: line.planned_by };
  const own = await findAgencyOf(db, planner, on);
  if (own !== undefined) return getIssuer(db, tenantId, own, on);
  const focal = await findOwnAgency(db, planner, on);
  const around = focal === null ? undefined : await getIssuer(db, tenantId, focal, on);
  if (around === undefined || line.plannedByUnit === '')
    throw new Problem('not-found', { what: 'cơ quan kiểm tra trong danh bạ' });
  return { ...around, name: line.plannedByUnit, kind: 'department', head: null };
}

function nameOf({ index, code }: Component, year: number): string {
  const name = frameworkFor(index, year)?.nodes.find((node) => node.code === code)?.name;
  return name ? `${index} ${code}. ${name}` : `${index} ${code}`;
}
