import type { Target } from '../../plan/model.ts';
import { measure } from './measure.ts';
import type { Measure } from './model.ts';

type Goal = Pick<Target, 'unit' | 'op' | 'value'>;

/**
 * What measures that were made of other units each come to together: the same as measuring all those units at once. A share
 * that one unit alone stated without its part and whole can't be put beside another's.
 */
export const combineMeasures = (target: Goal, all: readonly Measure[]): Measure =>
  all.length === 0 ? measure(target, []) : all.reduce((sum, one) => two(target, sum, one));

function two(target: Goal, a: Measure, b: Measure): Measure {
  const result = a.kind === 'sum' || a.kind === 'mean' ? plain(a, b) : shares(a, b);
  const { value, met } = measure(target, [{ value: result.value, part: result.part, whole: result.whole }]);
  return { ...result, kind: a.kind, without: a.without + b.without, value, met };
}

type Result = Pick<Measure, 'value' | 'part' | 'whole' | 'of' | 'bare'>;

const isBare = ({ value, part }: Measure): boolean => value !== null && part === null;

function shares(a: Measure, b: Measure): Result {
  const stating = [a, b].filter(({ of, bare }) => of + bare > 0);
  if (stating.length === 1 && stating[0] !== undefined) return stating[0];
  const [part, whole] = [sum(a.part, b.part), sum(a.whole, b.whole)];
  const bare = [a, b].reduce((count, one) => count + one.bare + (isBare(one) ? one.of : 0), 0);
  const of = [a, b].reduce((count, one) => count + (isBare(one) ? 0 : one.of), 0);
  return { value: null, part, whole, of, bare };
}

function plain(a: Measure, b: Measure): Result {
  const of = a.of + b.of;
  const mean = a.kind === 'mean' && a.value !== null && b.value !== null;
  const value = mean ? (Number(a.value) * a.of + Number(b.value) * b.of) / of : sum(a.value, b.value);
  return { value, part: null, whole: null, of, bare: 0 };
}

/** Missing is never zero. */
const sum = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b);
