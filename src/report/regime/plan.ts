import type { Schedule, SimpleSchedule } from '../../calendar/schedule.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory } from '../../place/model.ts';
import type { Reading } from '../../plan/model.ts';
import type { RegimeChoice, RegimeGroup, RegimePeriod } from './model.ts';

/**
 * A regime of reports is a plan that asks for reports and nothing else: so its periods move, are excused and pass to who takes over
 * as those of any plan, and its reports are about the work of all plans of the year.
 */

/** How the regime names those it binds; whom that means is in what was chosen, not in any directory. */
export const regimeNames = { units: 'Đơn vị thuộc chế độ báo cáo định kỳ', focal: 'Cơ quan thường trực' } as const;

export function regimeReading(
  year: number,
  { periods, day, focalDay }: RegimeChoice,
  head: { date: PlainDate; issuer: string | null },
): Reading {
  const units = {
    ...{ who: [regimeNames.units], what: 'kết quả thực hiện nhiệm vụ', to: null, via: null },
    schedule: scheduleOf(periods, day),
    quote: 'Báo cáo định kỳ kết quả thực hiện các nhiệm vụ được giao theo chế độ báo cáo chung',
  };
  const focal = {
    ...{ who: [regimeNames.focal], what: 'kết quả tổng hợp', to: null, via: null },
    schedule: scheduleOf(periods, focalDay ?? day),
    quote: 'Tổng hợp kết quả thực hiện của các đơn vị theo chế độ báo cáo chung',
  };
  return {
    document: {
      ...{ type: null, number: null, symbol: null, place: null, signer: null, ...head, year },
      ...{ title: `Chế độ báo cáo định kỳ năm ${year}`, indices: [], references: [], addressees: [] },
      ...{ recipients: [], results: [], goals: [] },
    },
    ...{ duties: [], groups: [], tasks: [], warnings: [], reporting: focalDay === null ? [units] : [units, focal] },
  };
}

/** A day in the last month of each period; what falls on one day is one report, for the longest of its periods. */
function scheduleOf(periods: readonly RegimePeriod[], day: number): Schedule {
  const parts = periods.map((period): SimpleSchedule => {
    if (period === 'nine-months') return { kind: 'recurring', every: 'year', month: 9, day };
    return { kind: 'recurring', every: period, day, inLastMonth: true };
  });
  return { kind: 'several', parts };
}

const isOf: Record<RegimeGroup, (agency: Agency) => boolean> = {
  departments: ({ kind, level }) => kind === 'department' && level === 'province',
  districts: ({ kind, level }) => kind === 'committee' && level === 'district',
  communes: ({ kind, level }) => kind === 'committee' && level === 'commune',
};

const stands = ({ spans }: Agency, on: PlainDate): boolean =>
  spans.some(({ from, to }) => from <= on && (to === null || to >= on));

/** The units of a group that stand on a day. */
export const unitsOfGroup = ({ agencies }: Directory, group: RegimeGroup, on: PlainDate): string[] =>
  agencies.filter((agency) => isOf[group](agency) && stands(agency, on)).map(({ id }) => id);

/** Whom a choice means on a day: its groups and those named beside them, without who consolidates. */
export function unitsOfChoice(
  directory: Directory,
  { groups, agencyIds, focalDay }: RegimeChoice,
  { on, focalId }: { on: PlainDate; focalId: string | undefined },
): string[] {
  const known = new Set(directory.agencies.filter((agency) => stands(agency, on)).map(({ id }) => id));
  const named = agencyIds.filter((id) => known.has(id));
  const all = new Set([...groups.flatMap((group) => unitsOfGroup(directory, group, on)), ...named]);
  if (focalDay !== null && focalId !== undefined) all.delete(focalId);
  return [...all];
}
