import type { Occurrences } from '../calendar/model.ts';
import type { Owed } from './model.ts';

/** What a schedule comes to, as an assignment owes it: the days, then the happenings that wait for one. */
export function owedFrom({ occurrences, waiting }: Occurrences): Owed[] {
  const days = occurrences.map(({ key, printed, due, rule, moved, opens, period, coincides, flags }): Owed => {
    const labels = [...new Set([period, ...coincides].flatMap((one) => one?.label ?? []))];
    return {
      ...{ key, printed, due, rule, moved, opens, flags, event: null },
      period: period && { label: labels.join(', '), from: period.from, to: period.to },
    };
  });
  return [...days, ...waiting.map(({ key, event }) => owedWhen(key, event))];
}

const owedWhen = (key: string, event: string): Owed => ({
  ...{ key, event, period: null, opens: null, printed: null, due: null, moved: null, flags: [] },
  rule: `Chờ nhập ngày: ${event}`,
});
