import { isId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Asker } from '../people/model.ts';
import { allows } from '../people/permissions.ts';
import type { WhichGathering } from '../report/consolidated/views.ts';
import { beginReport } from '../report/fold.ts';
import { isSpan } from '../report/round/spans.ts';
import { mayWrite } from '../report/rules.ts';
import { findOwnAgency } from '../store/belonging.ts';
import type { Database } from '../store/db.ts';
import { findHeads, hasLeader } from '../store/heads.ts';
import { findIsDistrict } from '../store/report-districts.ts';
import { findLast, findTop, type KnownGathering, listGatherings, type Scope } from '../store/report-gatherings.ts';
import { listReports } from '../store/report-world.ts';
import type { Asking } from './present-reports.ts';
import { approve, gather, keep, receive, sign, write } from './report-sentences.ts';

/** Which consolidated report is meant, and what an asker may do about it. */

export type Gathering = KnownGathering & { top: boolean };

/**
 * The consolidated report that is asked for. Without an agency, that of the office that gathers all: whom the plan names, else who
 * began one, else the office of whoever asks.
 */
export async function getGathering(
  db: Database,
  asking: Asking,
  { plan: planId, round, scope: wanted, agency }: WhichGathering,
): Promise<Gathering> {
  const { officer, today } = asking;
  const known = await listReports(db, officer.tenantId, { planId, ...(!isSpan(round) && { round }) }, asking);
  const all = await listGatherings(db, officer.tenantId, { planId, round }, known);
  const top = findTop(all)?.agencyId ?? findLast(known)?.agencyId ?? (await findOwnAgency(db, officer, today));
  const agencyId = agency ?? top;
  if (agencyId === null || !isId(agencyId)) throw new Problem('not-found', { what: 'đơn vị lập báo cáo tổng hợp' });
  const scope = wanted ?? all.find((one) => one.agencyId === agencyId)?.scope ?? 'whole';
  const found = all.find((one) => one.scope === scope && one.agencyId === agencyId);
  const district = found?.district ?? (await findIsDistrict(db, officer.tenantId, agencyId));
  const isTop = scope === 'whole' && !district;
  // An office that is neither a district nor the one that gathers all has nobody below it to consolidate.
  if (isTop && agencyId !== top) throw new Problem('permission-refused', { needed: gather });
  return { ...(found ?? fresh({ planId, round, scope, agencyId, district })), top: isTop };
}

const fresh = (name: {
  planId: string;
  round: string;
  scope: Scope;
  agencyId: string;
  district: boolean;
}): KnownGathering => ({
  ...{ ...name, reportId: null, assignmentId: null, due: null, text: null, state: beginReport },
});

export type GatheringRights = {
  /** sees the draft */
  own: boolean;
  writes: boolean;
  signs: boolean;
  receives: boolean;
  opens: boolean;
};

/** What an asker may do: the focal office writes what is of all, a lead or a district its own part; who heads them approves. */
export async function rightsOf(
  db: Database,
  officer: Asker,
  { agencyId, top }: Gathering,
  today: PlainDate,
): Promise<GatheringRights> {
  const target = { agencyIds: [agencyId] };
  const writes = allows(write, officer, target) || (top && allows(keep, officer));
  const signs = allows(top ? approve : sign, officer, target);
  const heads = signs || !writes ? [] : await findHeads(db, officer.tenantId, [agencyId], today);
  const unsigned = writes && !signs && heads.length === 0 && !(top && (await hasLeader(db, officer.tenantId, today)));
  return {
    ...{ own: writes || signs, writes, signs: signs || unsigned },
    receives: !top && allows(receive, officer, target),
    opens: top || allows(keep, officer),
  };
}

/** Whether its text may be changed now. Closing a round keeps units from sending, never the office that gathers what came. */
export const isWritable = ({ state }: Gathering, { writes }: GatheringRights, today: PlainDate): boolean =>
  writes && mayWrite(state, today, false);
