import type { Target } from '../../plan/model.ts';

/**
 * How figures of many units come to one: shares are Σ of the parts over Σ of the wholes, never a mean of shares; what is
 * counted is summed; a level (a score, a number of days) is averaged; a change in percent is that of Σ against Σ of the base.
 */
export const measureKinds = ['share', 'sum', 'mean', 'change'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/**
 * `value` in the target's unit (percent for a share); null where no unit stated enough. `of` how many units it is made of, `without` how
 * many reported and stated nothing for it; who did not report at all is told of beside it, by the consolidation.
 */
export type Measure = {
  kind: MeasureKind;
  value: number | null;
  /** of a share: what it was made of; of a change: the amount now, and that of the base */
  part: number | null;
  whole: number | null;
  of: number;
  without: number;
  /** units that stated a share without its part and whole: they can't be in Σ/Σ and are told of */
  bare: number;
  /** whether the target is met; null where it can't be said */
  met: boolean | null;
};

const levels = /^(?:điểm|ngày|giờ|phút|hạng|bậc)$/iu;

/** The kind a target's unit asks for. */
export const kindOf = ({ unit, op }: Pick<Target, 'unit' | 'op'>): MeasureKind => {
  if (unit?.trim() === '%') return op === 'increase' || op === 'decrease' ? 'change' : 'share';
  return unit !== null && levels.test(unit.trim()) ? 'mean' : 'sum';
};
