import { answersOf } from '../report/consolidated/answers.ts';
import { draft } from '../report/consolidated/draft.ts';
import type { After, Gathered, Paragraph, Part, Settled } from '../report/consolidated/paragraph.ts';
import { printedOf, settle, wholeOf } from '../report/consolidated/settle.ts';
import { emptyContent, type ParagraphLine, type ReportContent } from '../report/content/model.ts';
import { overlay } from '../report/content/overlay.ts';
import type { Database } from './db.ts';
import { listAgencyLines } from './heat-map.ts';
import { figuresOfInspections } from './inspections-list.ts';
import { type By, type Consolidated, consolidateRound, narrowed } from './report-consolidate.ts';
import { listDoneAfter } from './report-done.ts';
import { listFields, type WrittenField } from './report-fields.ts';
import { isSent, type KnownGathering, type Scope } from './report-gatherings.ts';
import { listGathered } from './report-log.ts';

/** The text of a consolidated report: what is drafted now, what its office made of it, and what was approved. */

/** A lead of tasks of the plan with what it was asked to sum up, and where its part stands. */
export type LeadPart = Part & { tasks: number; reportId: string | null; status: KnownGathering['state']['status'] };

export type Drafted = {
  consolidated: Consolidated;
  leads: LeadPart[];
  names: ReadonlyMap<string, string>;
  paragraphs: Paragraph[];
  lines: Readonly<Record<string, ParagraphLine>>;
  written: WrittenField[];
  settled: Settled[];
};

type Which = {
  planId: string;
  round: string;
  scope: Scope;
  agencyId: string;
  district: boolean;
  reportId: string | null;
};

/** What a consolidated report says as long as it is written. */
export async function draftOf(db: Database, tenantId: string, which: Which, by: By): Promise<Drafted> {
  const { scope, agencyId, district, reportId } = which;
  const consolidated = await consolidateRound(db, tenantId, narrowed(which), by);
  const isTop = scope === 'whole' && !district;
  const leads = isTop ? await leadParts(db, tenantId, consolidated, agencyId) : [];
  const after = await afterOf(db, tenantId, consolidated);
  const inspected = isTop ? await figuresOfInspections(db, tenantId, consolidated.round, by.today) : undefined;
  const visited = (inspected?.counted ?? []).map(({ agencyId }) => agencyId);
  const names = await namesOf(db, tenantId, consolidated, { leads, after, visited }, by);
  const { result, asked: items, districts } = consolidated;
  const paragraphs = draft({ result, items, names, leads, districts, inspected, after });
  const written = reportId === null ? [] : await listFields(db, tenantId, reportId);
  const opened = Object.fromEntries(
    paragraphs.map(({ key, text }) => [key, { standing: null, text, from: text } satisfies ParagraphLine]),
  );
  const lines = overlay({ ...emptyContent, paragraphs: opened }, written).paragraphs ?? {};
  return { consolidated, leads, names, paragraphs, lines, written, settled: settle(paragraphs, lines) };
}

/** Whoever leads tasks has a part to send, but the office that gathers them. */
async function leadParts(
  db: Database,
  tenantId: string,
  { leads, gatherings }: Consolidated,
  top: string,
): Promise<LeadPart[]> {
  const of = (agencyId: string) => gatherings.find((one) => one.scope === 'lead' && one.agencyId === agencyId);
  const all = [...leads].filter(([agencyId]) => agencyId !== top);
  const sent = all.flatMap(([agencyId]) => {
    const one = of(agencyId);
    return one?.reportId && isSent(one) ? [one.reportId] : [];
  });
  const gathered = await listGathered(db, tenantId, sent);
  return all.map(([agencyId, tasks]) => {
    const one = of(agencyId);
    const reportId = one?.reportId ?? null;
    const status = one?.state.status ?? 'writing';
    return { agencyId, tasks: tasks.length, reportId, status, gathered: gathered.get(reportId ?? '') ?? null };
  });
}

/** What the units of the round did of its items after its last day. */
async function afterOf(db: Database, tenantId: string, { round, items, known, result }: Consolidated): Promise<After> {
  const closesAfter =
    known
      .map((one) => one.closesAfter)
      .toSorted()
      .at(-1) ?? round.to;
  const units = await listDoneAfter(
    db,
    tenantId,
    { round, closesAfter },
    items.map(({ id }) => id),
  );
  const counted = new Set([...result.counted.map(({ agencyId }) => agencyId), ...result.units.missing]);
  return { cut: round.to, units: units.filter(({ agencyId }) => counted.has(agencyId)) };
}

async function namesOf(
  db: Database,
  tenantId: string,
  { known, result, districts }: Consolidated,
  { leads, after, visited }: { leads: readonly LeadPart[]; after: After; visited: readonly string[] },
  { today }: By,
): Promise<ReadonlyMap<string, string>> {
  const { units } = result;
  const ids = [
    ...[...known, ...leads, ...districts, ...result.counted, ...after.units].map(({ agencyId }) => agencyId),
    ...[...units.excluded, ...units.excused, ...units.late].map(({ agencyId }) => agencyId),
    ...units.missing,
    ...visited,
  ];
  const lines = await listAgencyLines(db, tenantId, [...new Set(ids)], { to: today });
  return new Map(lines.map(({ id, name }) => [id, name]));
}

/** What is kept when it is sent: its text as a report's, and its paragraphs with their sources and figures. */
export function freeze({ settled, consolidated, leads, names }: Drafted): {
  content: ReportContent;
  gathered: Gathered;
} {
  const paragraphs = printedOf(settled);
  const dropped = settled.flatMap(({ key, standing }) => (standing === 'dropped' ? [key] : []));
  const { result, asked: items, reports, districts } = consolidated;
  const parts = [...leads, ...districts].flatMap(({ agencyId, gathered }) => (gathered ? [agencyId] : []));
  const answers = answersOf(items, reports, districts);
  return {
    content: { ...emptyContent, whole: wholeOf(paragraphs) },
    gathered: { paragraphs, dropped, items, result, names: Object.fromEntries(names), answers, parts },
  };
}
