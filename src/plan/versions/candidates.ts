import { fold, squish } from '../../kernel/text.ts';
import { gramsOf, likeness } from '../compare/likeness.ts';

/** What a plan is known by. */
export type PlanName = {
  number: string | null;
  symbol: string | null;
  title: string | null;
  issuer: string | null;
  year: number | null;
};

/** From here on two plans may be files of one. */
const MAY_BE_ONE = 0.75;

/**
 * How likely two plans are files of one, 0–1, or undefined where they are not: the same number of the same issuer, or one
 * title where a draft has no number yet. Plans of different years are different plans.
 */
export function likenessOfPlans(one: PlanName, other: PlanName): number | undefined {
  if (one.year !== null && other.year !== null && one.year !== other.year) return undefined;
  const issuer = alike(one.issuer, other.issuer);
  // Without a title of either there is nothing to tell a plan by but its number.
  const title = one.title === null && other.title === null ? 0.4 : alike(one.title, other.title);
  if (issuer < 0.6) return undefined;
  const numbered = one.number !== null && other.number !== null;
  if (numbered && key(one.number) !== key(other.number)) return undefined;
  const score = numbered ? 0.6 + 0.4 * title : 0.9 * title * (0.5 + 0.5 * issuer);
  return score >= MAY_BE_ONE ? Math.round(Math.min(1, score) * 100) / 100 : undefined;
}

/** What is not printed neither speaks for nor against. */
function alike(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === other ? 1 : 0.8;
  return likeness(gramsOf(one), gramsOf(other));
}

const key = (number: string | null): string => fold(squish(number ?? '')).replace(/\s+/g, '');
