import { sayNumber } from '../../kernel/number.ts';
import type { Measure } from './model.ts';

const rounded = (value: number): string => sayNumber(Math.round(value * 100) / 100);

/** "95% (19/20)", "12 lớp", "chưa có số" */
export function sayMeasure({ kind, value, part: got, whole }: Measure, unit: string | null): string {
  if (value === null) return 'chưa có số';
  const made = got !== null && whole !== null ? ` (${rounded(got)}/${rounded(whole)})` : '';
  return kind === 'share' ? `${rounded(value)}%${made}` : [rounded(value), unit].filter(Boolean).join(' ');
}
