import type { IndexEstimates } from '../survey/composite/model.ts';
import { sayLacking, sayNode } from '../survey/composite/words.ts';
import type { Dictionary, SurveyDesign } from '../survey/model.ts';
import { sayDomain } from '../survey/words.ts';
import { toCsv } from './csv.ts';

/** An index as CSV by RFC 4180, a row for each node of each group, with the method's name; figures with a decimal point. */
export function indexCsv(
  { methods, rows, level }: IndexEstimates,
  dictionary: Pick<Dictionary, 'variables'>,
  minimum: SurveyDesign['minimum'],
): string {
  const named = new Map(methods.map((method) => [method.id, method]));
  const at = `${Math.round(1000 * level) / 10}%`;
  const figure = (value: number | null): string => (value === null ? '' : String(value));
  return toCsv([
    [
      ...['Cách tính', 'Đơn vị', 'Nhóm', 'Mã', 'Nội dung', 'Bậc', 'Ước lượng', 'Sai số chuẩn', `Cận dưới ${at}`],
      ...[`Cận trên ${at}`, 'Người trả lời (ít nhất)', 'Cụm (ít nhất)', 'Bậc tự do', 'Ghi chú'],
    ],
    ...rows.map((row) => [
      ...[named.get(row.method)?.name ?? row.method, named.get(row.method)?.unit ?? '', sayDomain(dictionary, row.by)],
      ...[row.code, sayNode(row), String(row.depth)],
      ...[row.estimate, row.se, row.low, row.high, row.n, row.psus, row.df].map(figure),
      row.lacking.length > 0 ? sayLacking(row.lacking, minimum) : '',
    ]),
  ]);
}
