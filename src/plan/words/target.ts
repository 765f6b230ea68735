import { sayNumber } from '../../kernel/number.ts';
import type { Target, TargetOp } from '../model.ts';

export const opWords: Record<TargetOp, string> = {
  '=': 'đạt',
  '>=': 'từ … trở lên',
  '>': 'trên',
  '<=': 'không quá',
  '<': 'dưới',
  increase: 'tăng',
  decrease: 'giảm',
};

const bound = (op: TargetOp, quantity: string): string =>
  op === '>=' ? `từ ${quantity} trở lên` : `${opWords[op]} ${quantity}`;

/** "100% thôn: đạt 100%", "tăng 10% so với 2021". What is not stated is left out. */
export function sayTarget({ subject, op, value, unit, baseline }: Target): string {
  const number = value === null ? '' : sayNumber(value);
  const quantity = unit === '%' ? `${number}%` : [number, unit].filter(Boolean).join(' ');
  const sentence = bound(op, quantity).trim() + (baseline ? ` so với ${baseline}` : '');
  return subject ? `${subject}: ${sentence}` : sentence;
}
