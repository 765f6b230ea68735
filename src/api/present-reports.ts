import type { PlainDate } from '../kernel/plain-date.ts';
import type { Asker } from '../people/model.ts';
import { allows } from '../people/permissions.ts';
import { latenessOf } from '../report/late.ts';
import type { ConsolidationView, FieldView, ReportDetailView, ReportView, RoundLine } from '../report/views.ts';
import type { KeptCalendar } from '../store/calendar-settings.ts';
import type { Consolidated } from '../store/report-consolidate.ts';
import type { WrittenField } from '../store/report-fields.ts';
import type { listReportActions } from '../store/report-log.ts';
import type { VersionName } from '../store/report-snapshots.ts';
import type { KnownReport } from '../store/report-world.ts';
import { presentItem } from './present-work.ts';
import { arrange, receive, sign, write } from './report-sentences.ts';

/** The way out of the API for reports. */

export type Asking = { officer: Asker; today: PlainDate; calendar: KeptCalendar };

export function presentReport(report: KnownReport, { officer, today, calendar }: Asking): ReportView {
  const { id, itemId, planId, agencyId, asked, text, round, due, rule, moved, state } = report;
  const target = { agencyIds: [agencyId] };
  return {
    ...{ id, itemId, planId, agencyId, asked, text, round, due, rule, moved },
    ...{ status: state.status, elsewhere: isElsewhere(report), begun: report.begun, version: state.version },
    ...{ reason: state.reason, mendBy: state.mendBy, firstSentOn: state.firstSentOn, sentOn: state.sentOn },
    ...{ receivedOn: state.receivedOn, grantedUntil: state.grantedUntil, excused: state.excused },
    late:
      isElsewhere(report) || state.excused !== null
        ? 0
        : latenessOf({ due, firstSentOn: state.firstSentOn }, today, calendar.work).late,
    ...{ closed: report.closed, closesAfter: report.closesAfter },
    writes: allows(write, officer, target),
    signs: allows(sign, officer, target),
    receives: allows(receive, officer, target),
    arranges: allows(arrange, officer, target),
  };
}

/** Done as work, and no report of it was sent here. */
const isElsewhere = ({ owed, state }: KnownReport): boolean => owed === 'done' && state.firstSentOn === null;

/** The rounds of reports, in the order they come; what is asked for when needed has none. */
export function roundLines(reports: readonly KnownReport[], asking: Asking): RoundLine[] {
  const periodic = reports.filter(({ asked, state }) => asked === 'report' && state.excused === null);
  const groups = Map.groupBy(periodic, ({ planId, round }) => `${planId} ${round.key}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [roundLine(first, group, asking)];
  });
}

function roundLine(first: KnownReport, group: readonly KnownReport[], asking: Asking): RoundLine {
  const views = group.map((report) => presentReport(report, asking));
  const standing = (status: ReportView['status']) =>
    views.filter((one) => !one.elsewhere && one.status === status).length;
  return {
    ...{
      planId: first.planId,
      round: first.round,
      due: first.due,
      closed: first.closed,
      closesAfter: first.closesAfter,
    },
    expected: group.length,
    counts: {
      ...{ writing: standing('writing'), submitted: standing('submitted'), sent: standing('sent') },
      ...{ received: standing('received'), returned: standing('returned') },
      elsewhere: views.filter(({ elsewhere }) => elsewhere).length,
      late: views.filter(({ late }) => late > 0).length,
    },
  };
}

export const presentFields = (written: readonly WrittenField[]): FieldView[] =>
  written.map(({ place, rev, name, at }) => ({ place, rev, by: name, at: at.toISOString() }));

type Actions = Awaited<ReturnType<typeof listReportActions>>;
export const presentReportHistory = (actions: Actions): ReportDetailView['history'] =>
  actions.map(({ id, at, by, act }) => ({ id, at: at.toISOString(), by, act }));

type Beside = 'agencies' | 'plans' | 'opens' | 'of' | 'approved' | 'leftOut';

export function presentConsolidation({
  result,
  items,
}: Pick<Consolidated, 'result' | 'items'>): Omit<ConsolidationView, Beside> {
  const byKey = new Map(items.map((item) => [item.id, item]));
  // Views are plain lists: what the domain keeps from being changed is copied on its way out.
  const plain = structuredClone(result) as unknown as Omit<ConsolidationView, Beside | 'items'> & {
    items: (Omit<ConsolidationView['items'][number], 'item' | 'targets'> & { key: string })[];
  };
  return {
    ...plain,
    items: plain.items.flatMap(({ key, ...rest }) => {
      const item = byKey.get(key);
      return item === undefined ? [] : [{ item: presentItem(item), targets: [...item.targets], ...rest }];
    }),
  };
}

export const presentVersion = ({
  seq,
  version,
  day,
}: Pick<VersionName, 'seq' | 'version' | 'day'>): NonNullable<ConsolidationView['of']> => ({
  ...{ seq, version, day },
});
