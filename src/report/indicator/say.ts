import { sayNumber } from '../../kernel/number.ts';
import { dayInVietnam, formatPlainDate } from '../../kernel/plain-date.ts';
import type { Figure } from '../content/model.ts';
import { figureValue } from '../measure/measure.ts';
import type { Definition, IndicatorTarget, Origin } from './model.ts';
import { sayPeriod, spanOf } from './period.ts';
import type { RolledUp } from './roll-up.ts';
import type { Standing } from './summarize.ts';

/** Indicators in words, for the server's sentences, the workbook and the screens alike. */

export const standingWords: Record<Standing, string> = {
  met: 'Đạt',
  'not-met': 'Chưa đạt',
  none: 'Chưa có số liệu',
  'no-target': 'Chưa đặt mục tiêu',
};

const round = (value: number): string => sayNumber(Math.round(value * 100) / 100);

/** "92,3%", "1.250 triệu đồng", "giảm 12%" */
export function sayValue({ kind, unit }: Pick<Definition, 'kind' | 'unit'>, value: number | null): string {
  if (value === null) return 'chưa có số liệu';
  if (kind === 'change') return value === 0 ? 'không đổi' : `${value < 0 ? 'giảm' : 'tăng'} ${round(Math.abs(value))}%`;
  const number = round(value);
  return unit === '%' || kind === 'share' ? `${number}%` : [number, unit].filter(Boolean).join(' ');
}

/** The same with what it is made of: "92% (46/50)". */
export function sayFigure(of: Pick<Definition, 'kind' | 'unit'>, figure: Figure): string {
  const { part, whole } = figure;
  const made = part !== null && whole !== null ? ` (${round(part)}/${round(whole)})` : '';
  return `${sayValue(of, figureValue(of.kind, figure))}${made}`;
}

/** "≥ 92%", "giảm 10%" */
export function sayTarget(
  { unit }: Pick<Definition, 'unit'>,
  { op, value }: Pick<IndicatorTarget, 'op' | 'value'>,
): string {
  const number = unit === '%' ? `${round(value)}%` : [round(value), unit].filter(Boolean).join(' ');
  if (op === 'increase' || op === 'decrease') return `${op === 'increase' ? 'tăng' : 'giảm'} ${number}`;
  return op === '=' ? number : `${{ '>=': '≥', '>': '>', '<=': '≤', '<': '<' }[op]} ${number}`;
}

/** Where a figure comes from: "Lê Văn An nhập ngày 05/06/2026". */
export function sayOrigin(origin: Origin, by: string, at: Date): string {
  const on = `ngày ${formatPlainDate(dayInVietnam(at))}`;
  switch (origin.kind) {
    case 'typed':
      return `${by} nhập ${on}`;
    case 'imported':
      return `${by} nhập từ tệp “${origin.file}”, dòng ${origin.row}, ${on}`;
    case 'report':
      return `${by} nêu trong báo cáo ${on}`;
    case 'form':
      return `${by} tiếp nhận từ phiếu “${origin.form}” ${on}`;
    case 'undone':
      return `${by} hoàn tác việc nhập tệp ${on}`;
    case 'evidence':
      return `Cộng từ ${origin.pieces} tài liệu kiểm chứng`;
  }
}

/** What a figure of a longer time is made of: "cộng Tháng 4/2026, Tháng 5/2026; thiếu Tháng 6/2026". */
export function sayParts({ over }: Pick<Definition, 'over'>, { parts, missing }: RolledUp): string {
  const how = { sum: 'cộng', last: 'số liệu', mean: 'trung bình' }[over];
  const lacking = missing.length > 0 ? `; chưa có ${missing.map(sayPeriod).join(', ')}` : '';
  return `${how} ${sayPeriods(parts)}${lacking}`;
}

/** "Tháng 1/2026 đến Tháng 10/2026" where none between is missing, else each by name. */
function sayPeriods(periods: readonly string[]): string {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const follow = periods.every((period, i) => i === 0 || spanOf(period).from === spanOf(periods[i - 1] ?? '').to + 1);
  return follow && periods.length > 2
    ? `${sayPeriod(first)} đến ${sayPeriod(last)}`
    : periods.map(sayPeriod).join(', ');
}
