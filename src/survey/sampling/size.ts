import { sayNumber } from '../../kernel/number.ts';
import { Problem } from '../../kernel/problem.ts';
import { normalQuantile } from '../distribution.ts';

/** What a sample of people shall tell: a share near `share`, at `level`, with at most `margin` to either side. */
export type SizeAsk = {
  /** People there are; Infinity where they are as good as uncountable. */
  population: number;
  margin: number;
  /** 0.5 needs the most. */
  share: number;
  level: number;
  /** How many times the variance of simple random sampling (deff). */
  effect: number;
  /** Share of those asked who will answer. */
  response: number;
};

export const usualAsk = { share: 0.5, level: 0.95, effect: 1, response: 1 } as const;

/** `needed` answers, for which `invited` people are asked; `enough`: whether there are as many people. */
export type Size = { needed: number; invited: number; enough: boolean };

/**
 * Answers needed: n = D·n₀·N / (N − 1 + D·n₀) with n₀ = z²·p(1 − p)/e² (Cochran 1977, 4.4, with the design effect D of
 * Kish 1965), rounded up: the least n whose margin is at most e. Fails with `sampling-number-wrong`.
 */
export function sizeFor(ask: SizeAsk): Size {
  checkAsk(ask);
  const { population, margin, share, effect, response } = ask;
  const infinite = (effect * critical(ask.level) ** 2 * share * (1 - share)) / margin ** 2;
  const exact =
    population === Number.POSITIVE_INFINITY ? infinite : (infinite * population) / (population - 1 + infinite);
  const needed = Math.min(Math.max(1, roundUp(exact)), population);
  const invited = roundUp(needed / response);
  return { needed, invited: Math.min(invited, population), enough: invited <= population };
}

/** The margin that `answers` give: z·√(D·p(1 − p)·N/(N − 1)·(1/n − 1/N)). */
export function marginFor(answers: number, ask: Omit<SizeAsk, 'margin' | 'response'>): number {
  const { population, share, effect, level } = ask;
  const left = population === Number.POSITIVE_INFINITY ? 1 / answers : (population / answers - 1) / (population - 1);
  return critical(level) * Math.sqrt(effect * share * (1 - share) * Math.max(0, left));
}

/**
 * The size by the Ministry of Home Affairs' earlier guidance for SIPAS: n = N / (1 + N·e²), rounded up. It is Yamane's
 * (1967): 95% with z taken as 2, a share of one half, simple random sampling.
 */
export function sipasSize(population: number, margin: number): number {
  checkAsk({ ...usualAsk, population, margin });
  return population === Number.POSITIVE_INFINITY
    ? roundUp(1 / margin ** 2)
    : roundUp(population / (1 + population * margin ** 2));
}

/** Up to the next whole number, but not for what is whole but for rounding. */
const roundUp = (value: number): number => Math.ceil(value - 1e-9 * Math.max(1, Math.abs(value)));

const critical = (level: number): number => normalQuantile(0.5 + level / 2);

function checkAsk({ population, margin, share, level, effect, response }: SizeAsk): void {
  const inside = (value: number) => value > 0 && value < 1;
  const whole = Number.isInteger(population) || population === Number.POSITIVE_INFINITY;
  const checks: [string, number, boolean, string][] = [
    ['Số người của tổng thể', population, population >= 1 && whole, 'số nguyên từ 1'],
    ['Sai số cho phép', margin, inside(margin), 'số lớn hơn 0 và nhỏ hơn 1, ví dụ 0.05'],
    ['Tỷ lệ dự kiến', share, inside(share), 'số lớn hơn 0 và nhỏ hơn 1, ví dụ 0.5'],
    ['Độ tin cậy', level, inside(level), 'số lớn hơn 0 và nhỏ hơn 1, ví dụ 0.95'],
    ['Hệ số thiết kế', effect, effect > 0 && effect <= 1000, 'số lớn hơn 0, nhiều nhất 1.000'],
    ['Tỷ lệ trả lời dự kiến', response, response > 0 && response <= 1, 'số lớn hơn 0, nhiều nhất 1'],
  ];
  for (const [what, value, right, needed] of checks)
    if (!right)
      throw new Problem('sampling-number-wrong', {
        what,
        given: Number.isFinite(value) ? sayNumber(value) : String(value),
        needed,
      });
}
