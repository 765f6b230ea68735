import type { Target } from '../../plan/model.ts';
import { type Figure, statedValue } from '../content/model.ts';
import { kindOf, type Measure, type MeasureKind } from './model.ts';

/** What figures of several units come to, held against a target. Figures that state nothing count in `without` only. */
export function measure(target: Pick<Target, 'unit' | 'op' | 'value'>, figures: readonly Figure[]): Measure {
  const result = combine(kindOf(target), figures);
  return { ...result, met: isMet(target, result) };
}

/** The same held against nothing. */
export function combine(kind: MeasureKind, figures: readonly Figure[]): Omit<Measure, 'met'> {
  const stated = figures.filter((figure) => statedValue(figure) !== null);
  const without = figures.length - stated.length;
  const result = kind === 'share' || kind === 'change' ? shareOf(kind, stated) : plainOf(kind, stated);
  return { kind, ...result, without };
}

type Result = Pick<Measure, 'value' | 'part' | 'whole' | 'of' | 'bare'>;

/** A part in percent of its whole; of a change, by how much the amount now lies above (or, negative, below) the base. */
const percentOf = (kind: MeasureKind, part: number, whole: number): number | null =>
  whole === 0 ? null : (100 * (kind === 'change' ? part - whole : part)) / whole;

/** What one figure states, in the unit of its kind; null where it states nothing. */
export const figureValue = (kind: MeasureKind, { value, part, whole }: Figure): number | null =>
  part !== null && whole !== null && (kind === 'share' || kind === 'change') ? percentOf(kind, part, whole) : value;

function shareOf(kind: MeasureKind, stated: readonly Figure[]): Result {
  const whole = stated.flatMap(({ part, whole }) => (part === null || whole === null ? [] : [{ part, whole }]));
  const bare = stated.length - whole.length;
  if (whole.length === 0) {
    // Nobody stated what the share is of. One unit's own share is its value; of several there is none to be made honestly.
    const [only] = stated;
    const value = only !== undefined && stated.length === 1 ? figureValue(kind, only) : null;
    return { value, part: null, whole: null, of: value === null ? 0 : 1, bare: value === null ? bare : 0 };
  }
  const sum = (of: 'part' | 'whole') => whole.reduce((total, one) => total + one[of], 0);
  const [parts, wholes] = [sum('part'), sum('whole')];
  return { value: percentOf(kind, parts, wholes), part: parts, whole: wholes, of: whole.length, bare };
}

function plainOf(kind: MeasureKind, stated: readonly Figure[]): Result {
  const values = stated.map(statedValue).filter((value) => value !== null);
  const none = { part: null, whole: null, of: values.length, bare: 0 };
  if (values.length === 0) return { ...none, value: null };
  const sum = values.reduce((total, value) => total + value, 0);
  return { ...none, value: kind === 'mean' ? sum / values.length : sum };
}

/** Whether a value meets a target; a change against a baseline can't be told from a value that is no change. */
export function isMet(
  { op, value: goal }: Pick<Target, 'op' | 'value'>,
  { kind, value }: Pick<Measure, 'kind' | 'value'>,
): boolean | null {
  if (value === null) return null;
  // "giảm so với năm 2021" without a figure is met by any fall.
  if (kind === 'change' && (op === 'increase' || op === 'decrease')) {
    const moved = op === 'increase' ? value : -value;
    return goal === null ? moved > 0 : moved >= goal - 1e-9 * Math.max(1, Math.abs(goal));
  }
  if (goal === null) return null;
  // Only what the machine's arithmetic loses is forgiven: 99,96 % is not 100 %.
  const tolerance = 1e-9 * Math.max(1, Math.abs(goal));
  switch (op) {
    case '=':
      // "đạt 92%" is met by more; where nothing is wished for ("0 hồ sơ trễ hạn"), more is worse.
      return goal === 0 ? Math.abs(value) <= tolerance : value >= goal - tolerance;
    case '>=':
      return value >= goal - tolerance;
    case '>':
      return value > goal + tolerance;
    case '<=':
      return value <= goal + tolerance;
    case '<':
      return value < goal - tolerance;
    default:
      return null;
  }
}
