import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Component, FindingStatus, InspectionKind, InspectionStatus } from './model.ts';

/** What of an inspection is counted. */
export type CountedInspection = {
  id: string;
  agencyId: string;
  kind: InspectionKind;
  status: InspectionStatus;
  day: PlainDate;
  openedOn: PlainDate | null;
  components: readonly Component[];
  findings: readonly CountedFinding[];
};

export type CountedFinding = {
  id: string;
  status: FindingStatus;
  component: Component | null;
  /** who is to remedy it, as of the day of the figures */
  agencyId: string | null;
  due: PlainDate | null;
  closedOn: PlainDate | null;
};

/** Findings that were to be remedied in a period, each list by their ids: closed, in work (reported or sent back), past their day. */
type Remedies = { due: string[]; remedied: string[]; underWay: string[]; overdue: string[] };

/**
 * Σ over Σ, with the list behind each number: units that were to be inspected in a period and those that were; those inspected
 * beside the plan; findings that were to be remedied and those that are.
 */
export type InspectionFigures = {
  units: { due: string[]; inspected: string[]; beside: string[] };
  findings: { found: string[] } & Remedies;
  components: (Component & { inspections: string[]; found: string[] } & Remedies)[];
};

type Period = { from: PlainDate; to: PlainDate };

/** The figures of a period with the inspections they are made of. */
export type Inspected = { figures: InspectionFigures; period: Period; counted: readonly CountedInspection[] };

/**
 * The figures of a period as of a day. A unit counts once however often it was inspected; what was cancelled was not to be
 * inspected, what a re-inspection took over or was put down by mistake counts where it stands now, not twice.
 * Quyết định 1187/QĐ-BNV (PAR INDEX 2025), tiêu chí 1.3.1, 1.3.2.
 */
export function inspectionFigures(
  all: readonly CountedInspection[],
  period: Period,
  today: PlainDate,
): InspectionFigures {
  const within = (day: PlainDate | null): boolean => day !== null && day >= period.from && day <= period.to;
  const standing = all.filter(({ status }) => status !== 'cancelled');
  const planned = standing.filter(({ kind, day }) => kind !== 'unannounced' && within(day));
  const visited = new Set(standing.filter(({ openedOn }) => within(openedOn)).map(({ agencyId }) => agencyId));
  const due = [...new Set(planned.map(({ agencyId }) => agencyId))];
  const findings = standing.flatMap(({ openedOn, findings: own }) =>
    own
      .filter(({ status }) => status !== 'withdrawn' && status !== 'carried')
      .map((one) => ({ ...one, found: within(openedOn) })),
  );
  const until = today < period.to ? today : period.to;
  const count = (of: typeof findings) => ({
    found: of.filter(({ found }) => found).map(({ id }) => id),
    ...remediesOf(
      of.filter((one) => within(one.due)),
      until,
    ),
  });
  return {
    units: {
      due,
      inspected: due.filter((id) => visited.has(id)),
      beside: [...visited].filter((id) => !due.includes(id)),
    },
    findings: count(findings),
    components: componentsOf(standing, findings).map(({ index, code }) => {
      const same = (one: Component | null): boolean => one?.index === index && one.code === code;
      return {
        ...{ index, code },
        inspections: standing
          .filter(({ openedOn, components }) => within(openedOn) && components.some(same))
          .map(({ id }) => id),
        ...count(findings.filter(({ component }) => same(component))),
      };
    }),
  };
}

function remediesOf(findings: readonly CountedFinding[], until: PlainDate): Remedies {
  const remedied = findings.filter(({ closedOn }) => closedOn !== null && closedOn <= until);
  const open = findings.filter((one) => !remedied.includes(one));
  const ids = (of: readonly CountedFinding[]): string[] => of.map(({ id }) => id);
  return {
    due: ids(findings),
    remedied: ids(remedied),
    underWay: ids(open.filter(({ status }) => status === 'reported' || status === 'returned')),
    overdue: ids(open.filter(({ due }) => due !== null && due < until)),
  };
}

/** Every component that is inspected or found wanting, in the order of its index and code. */
function componentsOf(inspections: readonly CountedInspection[], findings: readonly CountedFinding[]): Component[] {
  const all = [
    ...inspections.flatMap(({ components }) => components),
    ...findings.flatMap((one) => one.component ?? []),
  ];
  const known = new Map(all.map((one) => [`${one.index} ${one.code}`, one]));
  return [...known.values()].sort(
    (a, b) => a.index.localeCompare(b.index) || a.code.localeCompare(b.code, 'vi', { numeric: true }),
  );
}
