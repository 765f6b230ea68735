import type { LetterMatter } from '../publish/letters/compose.ts';
import { consolidatedPaper } from '../publish/report/consolidated.ts';
import type { Issuer } from '../publish/report/letterhead.ts';
import type { ReviewedRound } from '../publish/report/review.ts';
import { draft } from '../report/consolidated/draft.ts';
import { printedOf, settle } from '../report/consolidated/settle.ts';
import { latenessOf } from '../report/late.ts';
import type { Round } from '../report/round/model.ts';
import type { Database } from './db.ts';
import { listAgencyLines } from './heat-map.ts';
import { type By, consolidateRound, getRounds } from './report-consolidate.ts';
import { getPlanOnPaper } from './report-papers.ts';
import { type KnownReport, listReports } from './report-world.ts';

/** What half a year or a year of reports came to, to be reviewed: each period's reporting, and the sums of all. */
export async function periodToReview(
  db: Database,
  tenantId: string,
  { planId, round: key, issuer }: { planId: string; round: string; issuer: Issuer },
  by: By,
): Promise<LetterMatter> {
  const known = await listReports(db, tenantId, { planId }, by);
  const { round, rounds } = getRounds(known, key);
  const { items, asked, result } = await consolidateRound(db, tenantId, { planId, round: key }, by);
  const ids = [...new Set(known.map(({ agencyId }) => agencyId))];
  const lines = await listAgencyLines(db, tenantId, ids, { to: by.today });
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  const { name: plan } = await getPlanOnPaper(db, tenantId, planId);
  const drafted = draft({ result, items: asked, names, leads: [], districts: [] });
  const sums = consolidatedPaper({
    ...{ issuer, plan, round, led: false, items: asked, result, names, paragraphs: printedOf(settle(drafted, {})) },
    ...{ receivers: [], number: null, date: null },
  });
  return {
    ...{ of: 'period', plan, period: round },
    rounds: rounds.map((one) => reviewed(one, known, by)),
    sums: items.length === 0 ? null : sums,
  };
}

function reviewed({ key, label }: Round, known: readonly KnownReport[], { today, calendar }: By): ReviewedRound {
  const own = known.filter(({ round, asked }) => round.key === key && asked === 'report');
  const count = (fits: (one: KnownReport) => boolean): number =>
    new Set(own.filter(fits).map(({ agencyId }) => agencyId)).size;
  const reported = ({ state, owed }: KnownReport) => state.firstSentOn !== null || owed === 'done';
  const late = ({ due, state }: KnownReport) =>
    state.firstSentOn !== null && latenessOf({ due, firstSentOn: state.firstSentOn }, today, calendar.work).late > 0;
  return {
    ...{ label, expected: count(() => true), reported: count(reported), late: count(late) },
    missing: count((one) => !reported(one)),
  };
}
