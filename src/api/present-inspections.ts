import type { PlainDate } from '../kernel/plain-date.ts';
import { awaitingRemedy } from '../report/inspection/model.ts';
import type { ParIndexInput } from '../report/inspection/par-index.ts';
import type { FindingView, InspectionDetailView, InspectionView } from '../report/inspection/views.ts';
import { ageOf } from '../report/recommendation/register.ts';
import type { RecommendationView } from '../report/recommendation/views.ts';
import type { LoggedInspectionAct } from '../store/inspections.ts';
import type { FindingLine, InspectionLine } from '../store/inspections-list.ts';
import type { HeldLine } from '../store/recommendations-list.ts';
import type { InspectionParties } from './inspection-parties.ts';

/** The way out of the API for inspections and recommendations. */

export const presentFinding = (one: FindingLine, today: PlainDate): FindingView => ({
  ...{ id: one.id, inspectionId: one.inspection_id, text: one.text, remedy: one.remedy, agencyId: one.agency_id },
  ...{ heldBy: one.heldBy, place: one.place, status: one.status, due: one.due, closedOn: one.closed_on },
  component: one.index_name === null || one.code === null ? null : { index: one.index_name, code: one.code },
  late: awaitingRemedy.includes(one.status) && one.due !== null && one.due < today,
});

export function presentInspection(line: InspectionLine, today: PlainDate, parties: InspectionParties): InspectionView {
  const keeps = parties.keeps(line);
  const awaiting = line.findings.filter(
    ({ status, heldBy }) => awaitingRemedy.includes(status) && parties.actsFor(heldBy),
  );
  const { subject, lead, joinedWith, components, places } = line.content;
  return {
    ...{ id: line.id, agencyId: line.agency_id, heldBy: line.heldBy, kind: line.kind, status: line.status },
    ...{ day: line.day, openedOn: line.opened_on, concludedOn: line.concluded_on, number: line.number },
    ...{ date: line.paper_date, subject, lead, joinedWith, components: [...components], places: [...places] },
    ...{ earlierId: line.earlier_id, plannedBy: line.plannedBy, plannedByUnit: line.plannedByUnit },
    findings: line.findings.map((one) => presentFinding(one, today)),
    ...{ keeps, toRemedy: awaiting.length },
    toCheck: keeps ? line.findings.filter(({ status }) => status === 'reported').length : 0,
  };
}

/** What a team notes for itself leaves with the conclusion alone: the unit reads the log without it. */
export const presentInspectionLog = (
  log: readonly LoggedInspectionAct[],
  ofTeam: boolean,
): InspectionDetailView['actions'] =>
  log
    .filter(({ act }) => ofTeam || (act.kind !== 'note' && act.kind !== 'check'))
    .map(({ at, ...one }) => ({ ...one, at: at.toISOString() }));

/** Every agency a list of inspections tells of. */
export const agenciesOfInspections = (lines: readonly InspectionLine[]): (string | null)[] =>
  lines.flatMap(({ agency_id, heldBy, findings }) => [
    ...[agency_id, heldBy],
    ...findings.flatMap((one) => [one.agency_id, one.heldBy]),
  ]);

/** Every agency the inputs of the reform index tell of: who is scored, and the units its shares are of. */
export const agenciesOfInputs = (inputs: readonly ParIndexInput[]): (string | null)[] =>
  inputs.flatMap(({ agencyId, measure, whole }) => [agencyId, ...(measure === 'inspected' ? whole : [])]);

type Mine = Pick<RecommendationView, 'keeps' | 'owns'>;

export const presentRecommendation = (line: HeldLine, today: PlainDate, mine: Mine): RecommendationView => ({
  ...{ of: line.of, id: line.id, within: line.within, source: line.source, paper: line.paper, text: line.text },
  ...{ agencyId: line.agencyId, heldBy: line.heldBy, due: line.due, status: line.status, percent: line.percent },
  ...{ since: line.since, closedOn: line.closedOn, ...ageOf(line, today), ...mine },
});
