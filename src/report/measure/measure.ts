import type { Target } from '../../plan/model.ts';
import { type Figure, statedValue } from '../content/model.ts';
import { kindOf, type Measure, type MeasureKind } from './model.ts';

/** What figures of several units come to. Figures that state nothing count in `without` only. */
export function measure(target: Pick<Target, 'unit' | 'op' | 'value'>, figures: readonly Figure[]): Measure {
  const kind = kindOf(target);
  const stated = figures.filter((figure) => statedValue(figure) !== null);
  const without = figures.length - stated.length;
  const result = kind === 'share' ? shareOf(stated) : plainOf(kind, stated);
  return { kind, ...result, without, met: isMet(target, result.value) };
}

type Result = Pick<Measure, 'value' | 'part' | 'whole' | 'of' | 'bare'>;

function shareOf(stated: readonly Figure[]): Result {
  const whole = stated.flatMap(({ part, whole }) => (part === null || whole === null ? [] : [{ part, whole }]));
  const bare = stated.length - whole.length;
  if (whole.length === 0) {
    // Nobody stated what the share is of. One unit's own share is its value; of several there is none to be made honestly.
    const [only] = stated;
    const value = only !== undefined && stated.length === 1 ? statedValue(only) : null;
    return { value, part: null, whole: null, of: value === null ? 0 : 1, bare: value === null ? bare : 0 };
  }
  const sum = (of: 'part' | 'whole') => whole.reduce((total, one) => total + one[of], 0);
  const [parts, wholes] = [sum('part'), sum('whole')];
  return { value: wholes === 0 ? null : (100 * parts) / wholes, part: parts, whole: wholes, of: whole.length, bare };
}

function plainOf(kind: MeasureKind, stated: readonly Figure[]): Result {
  const values = stated.map(statedValue).filter((value) => value !== null);
  const none = { part: null, whole: null, of: values.length, bare: 0 };
  if (values.length === 0) return { ...none, value: null };
  const sum = values.reduce((total, value) => total + value, 0);
  return { ...none, value: kind === 'mean' ? sum / values.length : sum };
}

/** Whether a value meets a target; a change against a baseline can't be told from the value alone. */
function isMet({ op, value: goal }: Pick<Target, 'op' | 'value'>, value: number | null): boolean | null {
  if (goal === null || value === null) return null;
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
