import { Problem } from '../kernel/problem.ts';
import { togetherOf } from '../report/consolidated/answers.ts';
import type { Gathered } from '../report/consolidated/paragraph.ts';
import type { WhichFigures } from '../report/consolidated/views.ts';
import type { ConsolidationView } from '../report/views.ts';
import type { Database } from '../store/db.ts';
import { listItemLines } from '../store/my-work.ts';
import { consolidateRound, getRounds, narrowed } from '../store/report-consolidate.ts';
import { draftOf, freeze } from '../store/report-draft.ts';
import { isSent } from '../store/report-gatherings.ts';
import { findSnapshot, type Snapshot } from '../store/report-snapshots.ts';
import { type KnownReport, listReports } from '../store/report-world.ts';
import { type Gathering, type GatheringRights, getGathering, rightsOf } from './consolidated-rights.ts';
import { type Asking, presentConsolidation, presentVersion } from './present-reports.ts';
import { gather } from './report-sentences.ts';

/** What is shown of a consolidated report: as it was approved, as long as that stands; as it is now; or an earlier version. */
export type Shown = {
  gathering: Gathering;
  rights: GatheringRights;
  /** the version that is shown; null: as it is now */
  snapshot: Snapshot | null;
  /** the version that stands; null while it is written */
  approved: Snapshot | null;
};

/** What is asked for, or the Problem that it is not there or not for the asker. */
export async function getShown(db: Database, asking: Asking, { as, ...which }: WhichFigures): Promise<Shown> {
  const { officer, today } = asking;
  const gathering = await getGathering(db, asking, which);
  const rights = await rightsOf(db, officer, gathering, today);
  const { reportId } = gathering;
  const find = async (seq: number | null): Promise<Snapshot | null> =>
    (reportId === null ? null : await findSnapshot(db, officer.tenantId, reportId, seq)) ?? null;
  const seq = as === undefined || as === 'now' ? null : Number(as);
  const approved = isSent(gathering) ? await find(null) : null;
  const snapshot = seq === null ? (as === 'now' ? null : approved) : await find(seq);
  if (seq !== null && snapshot === null) throw new Problem('not-found', { what: 'bản này của báo cáo tổng hợp' });
  // Whoever receives it sees what stands, and nothing of how it came about.
  const may = rights.own || (rights.receives && snapshot !== null && snapshot.seq === approved?.seq);
  if (!may) throw new Problem('permission-refused', { needed: gather });
  return { gathering, rights, snapshot, approved };
}

/** All that its paper and its workbook are made of. */
export const contentOf = async (db: Database, asking: Asking, { gathering, snapshot }: Shown): Promise<Gathered> =>
  snapshot?.gathered ?? freeze(await draftOf(db, asking.officer.tenantId, gathering, asking)).gathered;

/** What its figures recount from; of what was approved before that was kept, the whole as one answer. */
export const answersIn = (content: Gathered, agencyId: string) => content.answers ?? togetherOf(content, agencyId);

type Figures = Omit<ConsolidationView, 'agencies' | 'plans'> & { agencyIds: string[] };

/** Its figures, every one with the reports it is made of. */
export async function figuresOf(db: Database, asking: Asking, shown: Shown): Promise<Figures> {
  const { gathering, snapshot, approved, rights } = shown;
  const beside = {
    opens: rights.opens,
    of: snapshot && presentVersion(snapshot),
    approved: approved && presentVersion(approved),
  };
  const { tenantId } = asking.officer;
  if (snapshot === null) {
    const consolidated = await consolidateRound(db, tenantId, narrowed(gathering), asking);
    const agencyIds = consolidated.known.map(({ agencyId }) => agencyId);
    const leftOut = leftOutOf(consolidated.result, consolidated.known, consolidated.round);
    return { ...presentConsolidation(consolidated), ...beside, leftOut, agencyIds };
  }
  const { items, result, names } = snapshot.gathered;
  const keys = items.map(({ key }) => key);
  const lines = new Map((await listItemLines(db, tenantId, keys)).map((line) => [line.id, line]));
  const said = items.flatMap(({ key, index, dimension, component, text, targets }) => {
    const line = lines.get(key);
    return line ? [{ ...line, index_name: index, dimension, component, text, targets }] : [];
  });
  const known =
    result.units.excluded.length === 0 ? [] : await listReports(db, tenantId, { planId: gathering.planId }, asking);
  const leftOut = known.length === 0 ? [] : leftOutOf(result, known, getRounds(known, gathering.round).round);
  return { ...presentConsolidation({ result, items: said }), ...beside, leftOut, agencyIds: Object.keys(names) };
}

/** The reports of those who are left out of a round, or of the periods of a stretch: whoever asks why may open them. */
const leftOutOf = (
  { units }: Gathered['result'],
  known: readonly KnownReport[],
  { from, to }: { from: string; to: string },
): ConsolidationView['leftOut'] =>
  known
    .filter(({ asked, round, agencyId, state }) => {
      const isOut = units.excluded.some((one) => one.agencyId === agencyId);
      return isOut && asked === 'report' && round.from >= from && round.to <= to && state.firstSentOn !== null;
    })
    .map(({ agencyId, id }) => ({ agencyId, reportId: id }));
