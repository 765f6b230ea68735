import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import type { ExplainedTask, LetterMatter } from '../publish/letters/compose.ts';
import type { LateUnit } from '../publish/paper/late-list.ts';
import { latenessOf } from '../report/late.ts';
import type { KeptCalendar } from './calendar-settings.ts';
import type { Database } from './db.ts';
import { listAgencyLines } from './heat-map.ts';
import { withinReach } from './permitted.ts';
import { openReportContent } from './report-fill.ts';
import { getPlanOnPaper } from './report-papers.ts';
import { type KnownReport, listReports } from './report-world.ts';

/** What letters are written about: who is late with a report or with work, and what a unit is late with. */

type By = { calendar: KeptCalendar; today: PlainDate };
type LateMatter = Extract<LetterMatter, { of: 'late' }>;

/** The office that gathers the reports of a plan, as the plan asks it to. */
export async function findGatherer(
  db: Database,
  tenantId: string,
  planId: string,
  by: By,
): Promise<string | undefined> {
  const known = await listReports(db, tenantId, { planId }, by);
  return known.find(({ asked }) => asked === 'consolidated')?.agencyId;
}

/** Who is late with the reports of a round; `still`: only those from whom something is still to come. */
export async function lateOfRound(
  db: Database,
  tenantId: string,
  { planId, round, still }: { planId: string; round: string; still: boolean },
  by: By,
): Promise<LateMatter> {
  const known = (await listReports(db, tenantId, { planId, round }, by)).filter(({ asked }) => asked === 'report');
  const [first] = known;
  if (first === undefined) throw new Problem('not-found', { what: 'kỳ báo cáo này' });
  const ids = known.map(({ agencyId }) => agencyId);
  const lines = await listAgencyLines(db, tenantId, ids, { to: by.today });
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  const late = known.flatMap((report) => {
    const told = lateReport(report, by);
    const name = names.get(report.agencyId) ?? 'Đơn vị không còn trong danh bạ';
    return told === undefined || (still && told.state === 'late') ? [] : [{ unit: name, ...told }];
  });
  const order = new Map(lines.map(({ name }, at) => [name, at]));
  const plan = await getPlanOnPaper(db, tenantId, planId);
  return {
    ...{ of: 'late', subject: `báo cáo kỳ ${first.round.label}`, deed: 'gửi', basis: plan.name },
    ...{ asOf: by.today, owing: new Set(ids).size },
    units: late.sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0)),
  };
}

function lateReport(report: KnownReport, { calendar, today }: By): Omit<LateUnit, 'unit'> | undefined {
  const { due, state, owed, round } = report;
  if (due === null || (owed === 'done' && state.firstSentOn === null)) return undefined;
  const { late, sent } = latenessOf({ due, firstSentOn: state.firstSentOn }, today, calendar.work);
  const what = `Báo cáo kỳ ${round.label}`;
  if (state.status === 'returned') return { what, due, state: 'returned', days: late || null, note: state.reason };
  if (late === 0) return undefined;
  return { what, due, state: sent ? 'late' : 'missing', days: late, note: null };
}

type Overdue = { id: string; agencyId: string; text: string; component: string | null; due: PlainDate; planId: string };

/** Work of agencies whose day is over and which is not done, the oldest first. */
async function listOverdue(
  db: Database,
  tenantId: string,
  agencies: readonly string[],
  today: PlainDate,
): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    select o.id, o.agency_id as "agencyId", i.text, i.component, o.due, i.plan_id as "planId"
    from occurrence o join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where o.tenant_id = ${tenantId} and ${withinReach('o.agency_id', agencies)} and p.removed_at is null
      and i.kind <> 'reporting' and o.due < ${today} and o.status in ('open', 'in-progress', 'returned')
    order by o.due, i.position, o.id limit 2000`.execute(db);
  return rows;
}

/** A plan by its name where all is of one, else what it is in common. */
async function basisOf(db: Database, tenantId: string, overdue: readonly Overdue[]): Promise<string> {
  const [only, second] = [...new Set(overdue.map(({ planId }) => planId))];
  return only !== undefined && second === undefined
    ? (await getPlanOnPaper(db, tenantId, only)).name
    : 'các kế hoạch, nhiệm vụ được giao';
}

const shortened = (text: string): string => {
  const [line = ''] = text.split('\n');
  return line.length > 300 ? `${line.slice(0, 299).replace(/\s+\S*$/u, '')}…` : line;
};

/** Whoever owes work at all. */
async function listOwing(db: Database, tenantId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct agency_id as id from assignment where tenant_id = ${tenantId} and owes and closed is null`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Which of these agencies, or of all, are late with their work, and with what. */
export async function lateWork(
  db: Database,
  tenantId: string,
  chosen: Reach,
  { calendar, today }: By,
): Promise<LateMatter> {
  const agencies = chosen === 'all' ? await listOwing(db, tenantId) : chosen;
  const [overdue, lines] = await Promise.all([
    listOverdue(db, tenantId, agencies, today),
    listAgencyLines(db, tenantId, [...agencies], { to: today }),
  ]);
  const units = lines.flatMap(({ id, name }) =>
    overdue
      .filter(({ agencyId }) => agencyId === id)
      .map(({ text, due }): LateUnit => {
        const days = Math.max(1, calendar.work.workingDaysBetween(due, today));
        return { unit: name, what: shortened(text), due, state: 'undone', days, note: null };
      }),
  );
  return {
    ...{ of: 'late', subject: 'nhiệm vụ được giao', deed: 'báo cáo kết quả' },
    ...{ basis: await basisOf(db, tenantId, overdue), asOf: today, owing: lines.length, units },
  };
}

/** What a unit is late with, to be explained; of a report only the tasks of its plan, and what it says is not begun. */
export async function tasksToExplain(
  db: Database,
  tenantId: string,
  agencyId: string,
  report: KnownReport | undefined,
  { today }: By,
): Promise<LetterMatter> {
  const all = await listOverdue(db, tenantId, [agencyId], today);
  const overdue = report ? all.filter(({ planId }) => planId === report.planId) : all;
  const late = overdue.map(
    ({ id, text, due }): ExplainedTask => ({ key: id, text: shortened(text), due, state: 'Quá hạn' }),
  );
  if (report === undefined)
    return {
      ...{ of: 'tasks', subject: 'việc chậm, chưa hoàn thành nhiệm vụ được giao' },
      ...{ basis: await basisOf(db, tenantId, overdue), tasks: late },
    };
  const { content, items } = await openReportContent(db, tenantId, report);
  const known = new Set(late.map(({ text }) => text));
  const unmet = items.flatMap(({ id, text }): ExplainedTask[] =>
    content.items[id]?.state === 'not-begun' && !known.has(shortened(text))
      ? [{ key: id, text: shortened(text), due: null, state: 'Chưa thực hiện' }]
      : [],
  );
  return {
    ...{ of: 'tasks', subject: `việc chậm, chưa hoàn thành nhiệm vụ kỳ ${report.round.label}` },
    ...{ basis: (await getPlanOnPaper(db, tenantId, report.planId)).name, tasks: [...late, ...unmet] },
  };
}
