import { periodIn } from '../../../src/report/indicator/period.ts';
import { today } from '../follow/useFollow.ts';

/** The month before this: the latest there can be figures of in full. */
export function lastMonth(): string {
  const [year, month] = [Number(today().slice(0, 4)), Number(today().slice(5, 7))];
  return month === 1 ? periodIn('month', year - 1, 12) : periodIn('month', year, month - 1);
}

/** This month and those before it, as far back as two years begin. */
export function monthsToChoose(): string[] {
  const [year, month] = [Number(today().slice(0, 4)), Number(today().slice(5, 7))];
  return Array.from({ length: 12 + month }, (_, i) => {
    const back = year * 12 + month - 1 - i;
    return periodIn('month', Math.floor(back / 12), (back % 12) + 1);
  });
}
