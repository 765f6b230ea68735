import { Problem } from '../kernel/problem.ts';
import type { Asker } from '../people/model.ts';
import { allows, type Permission, reachOf } from '../people/permissions.ts';
import type { Letter, LetterMatter } from '../publish/letters/compose.ts';
import type { LetterKind } from '../publish/letters/model.ts';
import { findFocalOffice, findOwnAgency } from '../store/belonging.ts';
import type { Database } from '../store/db.ts';
import { listAgencyLines } from '../store/heat-map.ts';
import { periodToReview } from '../store/letter-review.ts';
import { findGatherer, lateOfRound, lateWork, tasksToExplain } from '../store/letter-worlds.ts';
import { getIssuer } from '../store/report-papers.ts';
import { getReport } from '../store/report-world.ts';
import { keep, see, write } from './report-sentences.ts';
import { openAsking } from './routes/reports.ts';
import { idOr } from './work-answers.ts';

/** What a letter is asked by: a round or a stretch of a plan, chosen units, or a report. */
export type WhichLetter = {
  kind: LetterKind;
  plan?: string;
  round?: string;
  agencies?: string;
  report?: string;
};

export type OpenedLetter = {
  letter: Letter;
  agencyId: string /** under which what is typed is kept */;
  subject: string;
};

type Asking = Awaited<ReturnType<typeof openAsking>>;

/** Working days a unit is given to make up for what is late. */
const usualDays = 3;

/** A letter with all the product knows of it, for whoever may write it. */
export async function openLetter(db: Database, officer: Asker, which: WhichLetter): Promise<OpenedLetter> {
  const asking = await openAsking(db, officer);
  return which.kind === 'explanation' ? explanation(db, asking, which) : officeLetter(db, asking, which);
}

async function issued(
  db: Database,
  { officer, today, calendar }: Asking,
  agencyId: string,
  kind: LetterKind,
  matter: LetterMatter,
  receivers: string[],
): Promise<Letter> {
  const issuer = await getIssuer(db, officer.tenantId, agencyId, today);
  const until = calendar.work.workingDaysAfter(today, usualDays) ?? today;
  return { kind, issuer, matter, receivers, until, today };
}

/** Urging, lists of late units and reviews are the office's that keeps the rounds. */
async function officeLetter(db: Database, asking: Asking, which: WhichLetter): Promise<OpenedLetter> {
  const { officer, today } = asking;
  const { tenantId } = officer;
  assertAllowed(officer, keep, undefined);
  const planId = idOr(which.plan, 'kế hoạch này');
  const gatherer = planId === undefined ? undefined : await findGatherer(db, tenantId, planId, asking);
  const agencyId =
    gatherer ?? (await findFocalOffice(db, tenantId, today)) ?? (await findOwnAgency(db, officer, today));
  if (!agencyId) throw new Problem('not-found', { what: 'cơ quan ban hành văn bản' });
  const { matter, subject } = await matterOf(db, asking, agencyId, which);
  const letter = await issued(db, asking, agencyId, which.kind, matter, ['Các cơ quan, đơn vị']);
  return { letter, agencyId, subject };
}

async function matterOf(db: Database, asking: Asking, agencyId: string, which: WhichLetter) {
  const { kind, round } = which;
  const { tenantId } = asking.officer;
  const planId = idOr(which.plan, 'kế hoạch này');
  if (planId !== undefined && round !== undefined) {
    const subject = `round:${planId}:${round}`;
    if (kind === 'mid-year' || kind === 'year-end') {
      const issuer = await getIssuer(db, tenantId, agencyId, asking.today);
      return { subject, matter: await periodToReview(db, tenantId, { planId, round, issuer }, asking) };
    }
    return { subject, matter: await lateOfRound(db, tenantId, { planId, round, still: kind === 'reminder' }, asking) };
  }
  if (kind === 'mid-year' || kind === 'year-end') throw new Problem('not-found', { what: 'kỳ sơ kết, tổng kết này' });
  const chosen = (which.agencies ?? '').split(',').filter(Boolean);
  const agencies = chosen.flatMap((id) => idOr(id, 'đơn vị này') ?? []);
  return { subject: 'work', matter: await lateWork(db, tenantId, agencies.length > 0 ? agencies : 'all', asking) };
}

async function explanation(db: Database, asking: Asking, which: WhichLetter): Promise<OpenedLetter> {
  const { officer, today } = asking;
  const { tenantId } = officer;
  const id = idOr(which.report, 'báo cáo này');
  const report = id === undefined ? undefined : await getReport(db, tenantId, id, reachOf(see, officer), asking);
  const [chosen] = (which.agencies ?? '').split(',').filter(Boolean);
  const agencyId = report?.agencyId ?? idOr(chosen, 'đơn vị này') ?? (await findOwnAgency(db, officer, today));
  if (!agencyId) throw new Problem('not-found', { what: 'đơn vị giải trình' });
  assertAllowed(officer, write, agencyId);
  const matter = await tasksToExplain(db, tenantId, agencyId, report, asking);
  const office = await findFocalOffice(db, tenantId, today);
  const names = office === undefined ? [] : await listAgencyLines(db, tenantId, [office], { to: today });
  const letter = await issued(
    db,
    asking,
    agencyId,
    which.kind,
    matter,
    names.map(({ name }) => name),
  );
  return { letter, agencyId, subject: report ? `report:${report.id}` : 'work' };
}

function assertAllowed(officer: Asker, needed: Permission, agencyId: string | undefined): void {
  const target = agencyId === undefined ? undefined : { agencyIds: [agencyId] };
  if (!allows(needed, officer, target)) throw new Problem('permission-refused', { needed });
}
