import type { Target } from '../../plan/model.ts';
import type { Measure } from './model.ts';

const each = /(?:^|[^\p{L}])(?:mỗi|từng)(?:$|[^\p{L}])/iu;

/** "Mỗi xã ít nhất 04 cuộc" is met or not by each unit: the sum of all says nothing of it. */
export const heldTogether = ({ quote }: Pick<Target, 'quote'>, one: Measure): Measure =>
  one.kind === 'sum' && each.test(quote) ? { ...one, met: null } : one;
