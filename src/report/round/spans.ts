import type { Round } from './model.ts';

/** A stretch of several periods that is looked back on at once: 6 months, 9 months, the year. */
export type Span = Round & { rounds: readonly Round[] };

const stretches = [
  { code: '6T', label: '6 tháng đầu năm', until: '06-30' },
  { code: '9T', label: '9 tháng đầu năm', until: '09-30' },
  { code: 'N', label: 'Cả năm', until: '12-31' },
] as const;

/** No period is printed with a plus. */
const mark = '+';

/**
 * The stretches the periods of a plan make, by the year their last days are in: each of two periods and more, and each longer than
 * the one before. A period that holds others (a report of the year beside those of its quarters) is left out: it would count twice.
 */
export function spansOf(rounds: readonly Round[]): Span[] {
  const single = rounds.filter(
    (one) => !rounds.some((other) => other !== one && holds(one, other) && !holds(other, one)),
  );
  const years = Map.groupBy(single, ({ to }) => to.slice(0, 4));
  return [...years].flatMap(([year, list]) => {
    const ordered = list.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
    const spans = stretches.map(({ code, label, until }) => {
      const within = ordered.filter(({ to }) => to <= `${year}-${until}`);
      return { key: `${mark}${code}/${year}`, label: `${label} ${year}`, rounds: within };
    });
    return spans.flatMap(({ rounds: within, ...name }, i) => {
      const [first, last] = [within[0], within.at(-1)];
      const longer = within.length > Math.max(1, spans[i - 1]?.rounds.length ?? 0);
      return longer && first && last ? [{ ...name, rounds: within, from: first.from, to: last.to }] : [];
    });
  });
}

const holds = (outer: Round, inner: Round): boolean => outer.from <= inner.from && outer.to >= inner.to;

export const isSpan = (key: string): boolean => key.startsWith(mark);
