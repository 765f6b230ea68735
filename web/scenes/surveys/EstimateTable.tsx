import { sayNumber } from '../../../src/kernel/number.ts';
import type { SurveyDesign } from '../../../src/survey/model.ts';
import type { ToldRow } from '../../../src/survey/views.ts';
import { sayHidden, warningWords } from '../../../src/survey/words.ts';
import { type Drawn, sayFigure, sayInterval, sayLevel } from './figures.ts';

type Props = { lines: readonly Drawn[]; level: number; minimum: SurveyDesign['minimum']; caption: string };

/** The estimates one by one, with what each rests on and what is to be thought of when it is read. */
export function EstimateTable({ lines, level, minimum, caption }: Props) {
  return (
    <table className="register estimates">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Nhóm</th>
          <th scope="col">Ước lượng</th>
          <th scope="col">Khoảng tin cậy {sayLevel(level)}</th>
          <th scope="col">Sai số chuẩn</th>
          <th scope="col">Người trả lời</th>
          <th scope="col">Cụm</th>
          <th scope="col">
            <abbr title="Hệ số thiết kế: phương sai của mẫu này so với mẫu chọn ngẫu nhiên đơn giản cùng cỡ">deff</abbr>
          </th>
          <th scope="col">Lưu ý</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, row }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {row.hidden ? (
              <td className="muted" colSpan={7}>
                {sayHidden(row.hidden, minimum)}
              </td>
            ) : (
              <Figures row={row} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the words in the last column mean, each once, with how many rows it is about. */
export function WarningLegend({ lines }: Pick<Props, 'lines'>) {
  const all = lines.flatMap(({ row }) => row.warnings);
  const codes = [...new Set(all)];
  if (codes.length === 0) return null;
  return (
    <ul className="survey-basis">
      {codes.map((code) => (
        <li key={code}>
          <b>{warningWords[code].short}</b> ({sayNumber(all.filter((one) => one === code).length)} dòng):{' '}
          {warningWords[code].full}.
        </li>
      ))}
    </ul>
  );
}

const round = (value: number | null): string => (value === null ? '—' : oneDecimal.format(value));
const oneDecimal = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const Figures = ({ row }: { row: ToldRow }) => (
  <>
    <td className="num" data-word="Ước lượng:">
      <b>{sayFigure(row.estimate, row.statistic)}</b>
    </td>
    <td className="num" data-word="Khoảng tin cậy:">
      {sayInterval(row)}
    </td>
    <td className="num" data-word="Sai số chuẩn:">
      {sayFigure(row.se, row.statistic)}
    </td>
    <td className="num" data-word="Người trả lời:">
      {sayNumber(row.n ?? 0)}
    </td>
    <td className="num" data-word="Cụm:">
      {sayNumber(row.psus ?? 0)}
    </td>
    <td className="num" data-word="Hệ số thiết kế:">
      {round(row.deff)}
    </td>
    <td {...(row.warnings.length > 0 && { 'data-word': 'Lưu ý:' })}>
      {row.warnings.map((warning) => warningWords[warning].short).join(', ')}
    </td>
  </>
);
