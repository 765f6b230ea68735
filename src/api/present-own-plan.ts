import { findPairs } from '../assignment/likeness.ts';
import { draftOf } from '../jobs/own-plan.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Asker } from '../people/model.ts';
import { allows, type Permission } from '../people/permissions.ts';
import type { Reading } from '../plan/model.ts';
import { checkOwnPlan } from '../publish/own-plan/check.ts';
import { linksOf, openOwnDraft, ownReading } from '../publish/own-plan/draft.ts';
import type { OwnDraft } from '../publish/own-plan/model.ts';
import type { OwnFile, OwnPlanView } from '../publish/own-plan/views.ts';
import { getCalendar, owedUnder } from '../store/calendar-settings.ts';
import { getDraft, type UnitDraft } from '../store/cascade.ts';
import type { Database } from '../store/db.ts';
import { loadDirectory } from '../store/directory.ts';
import { findAsked } from '../store/own-plan-register.ts';
import { findOwnDay, type WhichOwn } from '../store/own-plans.ts';
import { getPlan } from '../store/plans.ts';
import { getPlanOnPaper } from '../store/report-papers.ts';

export const ownEdit: Permission = 'Cán bộ, thủ trưởng và đơn vị chủ trì sửa được dự thảo kế hoạch của đơn vị mình';
export const ownIssue: Permission = 'Thủ trưởng ban hành được kế hoạch của đơn vị mình';

type Asking = WhichOwn & { today: PlainDate; days?: number | undefined };

/** A unit's own plan as its desk shows it. */
export async function presentOwnPlan(db: Database, officer: Asker, asking: Asking): Promise<OwnPlanView> {
  const { tenantId } = officer;
  const { planId, agencyId, today } = asking;
  const unit = await getDraft(db, tenantId, asking);
  const { cascade, edits, own } = unit;
  const draft = draftOf(unit);
  const calendar = owedUnder(await getCalendar(db, tenantId));
  const held = { cascade, reading: ownReading(cascade, draft), links: linksOf(draft) };
  const target = { agencyIds: [agencyId] };
  const asked = (await findAsked(db, tenantId, planId)).get(agencyId);
  return {
    plan: { id: planId, ...(await namePlan(db, tenantId, planId)) },
    unit: { id: agencyId, name: cascade.unit.name },
    days: cascade.ahead.workingDays,
    seq: own?.seq ?? 0,
    base: openOwnDraft(cascade),
    edits: edits.map(({ id, act, at, by }) => ({ id, act, at: at.toISOString(), by })),
    checks: own?.checks ?? checkOwnPlan(held, calendar),
    divisions: await listDivisions(db, tenantId, agencyId, today),
    due: asked?.due ?? (await findOwnDay(db, tenantId, planId))?.due ?? null,
    ...(await childOf(db, tenantId, unit, draft)),
    may: {
      edit: own?.issued_on == null && allows(ownEdit, officer, target),
      issue: own?.issued_on == null && allows(ownIssue, officer, target),
    },
  };
}

/** What the mother plan is called, and what it is about. */
export async function namePlan(
  db: Database,
  tenantId: string,
  planId: string,
): Promise<{ name: string; title: string | null }> {
  const { name } = await getPlanOnPaper(db, tenantId, planId);
  const { title } = await getPlan(db, tenantId, planId);
  return { name, title };
}

async function childOf(
  db: Database,
  tenantId: string,
  { own }: UnitDraft,
  draft: OwnDraft,
): Promise<Pick<OwnPlanView, 'issued' | 'file'>> {
  if (!own?.child_id) return { issued: null, file: null };
  const child = await getPlan(db, tenantId, own.child_id);
  if (own.issued_on !== null)
    return { issued: { childId: child.id, number: child.number, date: own.issued_on }, file: null };
  return { issued: null, file: fileOf(child.id, child.file_name, child.reading, draft) };
}

/** Of each task of the file the likest of the mother plan's, for a person to confirm. */
function fileOf(childId: string, fileName: string, { document, tasks }: Reading, draft: OwnDraft): OwnFile {
  const comparable = tasks.map(({ index, component, text }, at) => ({ id: String(at), index, component, text }));
  const mothers = draft.tasks.flatMap(({ id, mother, component }) =>
    mother === null ? [] : [{ id: `m ${id}`, index: null, component, text: mother.text }],
  );
  const likely = new Map<number, OwnFile['likely'][number]>();
  for (const { id, otherId, score } of findPairs(comparable, mothers)) {
    const at = Number(id);
    if (!likely.has(at)) likely.set(at, { at, key: otherId.slice(2), score });
  }
  return {
    ...{ childId, fileName, number: document.number, date: document.date },
    tasks: tasks.map(({ text, time }) => ({ text, time })),
    likely: [...likely.values()].sort((a, b) => a.at - b.at),
  };
}

/** What stands right under a unit: to whom it may hand tasks. */
async function listDivisions(db: Database, tenantId: string, agencyId: string, on: PlainDate): Promise<string[]> {
  const { agencies } = await loadDirectory(db, tenantId);
  return agencies
    .filter(({ kind }) => kind === 'division' || kind === 'service')
    .flatMap(({ spans }) =>
      spans.filter(({ parentId, from, to }) => parentId === agencyId && from <= on && (to === null || to >= on)),
    )
    .map(({ name }) => name);
}
