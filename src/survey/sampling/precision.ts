import { Problem } from '../../kernel/problem.ts';
import { tQuantile } from '../distribution.ts';
import { few } from '../estimate/row.ts';
import type { EstimateRow } from '../model.ts';

/** People to be interviewed with one weight each. */
export type PlannedPeople = { people: number; weight: number };

/** A group of a sample that is not yet interviewed: who is to be asked in each PSU. */
export type PlannedDomain = {
  name: string;
  /** Strata its PSUs are in. */
  strata: number;
  psus: readonly (readonly PlannedPeople[])[];
  /** By how much unequal weights raise the variance, where the weights are not known yet (Kish's 1 + their relvariance). */
  unequal?: number;
};

/** What is guessed: a share, or the standard deviation of a number; `rho`, how alike people of a PSU answer. */
export type Guess = { share: number; rho: number; level: number } | { spread: number; rho: number; level: number };

/** What a group's figure will be worth. `margin`: half of its interval, null where it has none. */
export type Expected = {
  name: string;
  n: number;
  psus: number;
  df: number;
  effect: number;
  effective: number;
  se: number;
  margin: number | null;
  warnings: EstimateRow['warnings'];
};

/**
 * The precision to expect of each group and, last, of all together. The design effect is
 * D = n·Σw²/(Σw)² · (1 + (b − 1)·ρ) with b = Σ_psu (Σw)² / Σw², the mean number of people of a PSU by weight (Kish 1965;
 * Gabler, Häder & Lahiri 1999); the variance D·S²/n; the margin t with PSUs − strata degrees of freedom. All together
 * are the groups by their weight, drawn apart. No finite population: an upper bound.
 */
export function expectPrecision(
  domains: readonly PlannedDomain[],
  guess: Guess,
): { groups: Expected[]; all: Expected } {
  checkGuess(guess);
  const groups = domains.map((domain) => expectOf(domain, guess));
  const weights = domains.map(({ psus }) => sumOf(psus.flat(), ({ people, weight }) => people * weight));
  const whole = sumOf(weights, (one) => one);
  const variance = sumOf(groups, ({ se }, at) => (((weights[at] ?? 0) / whole) * se) ** 2);
  const count = (of: (one: Expected) => number) => sumOf(groups, of);
  const n = count((one) => one.n);
  const counts = { name: '', n, psus: count(({ psus }) => psus), df: count(({ df }) => df) };
  return { groups, all: finish(counts, (variance * n) / unitVariance(guess), guess) };
}

const sumOf = <T>(all: readonly T[], of: (one: T, at: number) => number): number =>
  all.reduce((sum, one, at) => sum + of(one, at), 0);

function expectOf({ name, strata, psus, unequal = 1 }: PlannedDomain, guess: Guess): Expected {
  const people = psus.flat();
  const n = sumOf(people, (one) => one.people);
  const weights = (of: readonly PlannedPeople[]) => sumOf(of, (one) => one.people * one.weight);
  const squares = sumOf(people, (one) => one.people * one.weight ** 2);
  const kish = (unequal * (n * squares)) / weights(people) ** 2;
  const together = sumOf(psus, (psu) => weights(psu) ** 2) / squares;
  const counts = { name, n, psus: psus.length, df: psus.length - strata };
  return finish(counts, kish * (1 + (together - 1) * guess.rho), guess);
}

const unitVariance = (guess: Guess): number => ('share' in guess ? guess.share * (1 - guess.share) : guess.spread ** 2);

function finish(counts: Pick<Expected, 'name' | 'n' | 'psus' | 'df'>, effect: number, guess: Guess): Expected {
  const { n, psus, df } = counts;
  const se = Math.sqrt((effect * unitVariance(guess)) / n);
  const margin = df > 0 ? tQuantile(0.5 + guess.level / 2, df) * se : null;
  const wide = margin !== null && 'share' in guess && margin > few.proportion;
  const warnings: Expected['warnings'] = [
    ...(df <= 0 ? (['no-df'] as const) : []),
    ...(psus < few.psus ? (['few-clusters'] as const) : []),
    ...(n < few.respondents ? (['few-respondents'] as const) : []),
    ...(wide ? (['wide'] as const) : []),
  ];
  return { ...counts, effect, effective: n / effect, se, margin, warnings };
}

function checkGuess(guess: Guess): void {
  const checks: [string, number, boolean, string][] = [
    ['Hệ số tương quan trong cụm (ρ)', guess.rho, guess.rho >= 0 && guess.rho <= 1, 'số từ 0 đến 1, ví dụ 0.05'],
    ['Độ tin cậy', guess.level, guess.level > 0 && guess.level < 1, 'số lớn hơn 0 và nhỏ hơn 1, ví dụ 0.95'],
    'share' in guess
      ? ['Tỷ lệ dự kiến', guess.share, guess.share > 0 && guess.share < 1, 'số lớn hơn 0 và nhỏ hơn 1, ví dụ 0.5']
      : ['Độ lệch chuẩn dự kiến', guess.spread, guess.spread > 0 && Number.isFinite(guess.spread), 'số lớn hơn 0'],
  ];
  for (const [what, given, right, needed] of checks)
    if (!right) throw new Problem('sampling-number-wrong', { what, given: `${given}`, needed });
}
