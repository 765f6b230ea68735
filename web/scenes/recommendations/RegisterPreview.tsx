import type { ReactNode } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { RegisterPreviewView } from '../../../src/report/recommendation/views.ts';
import { sheetHeadings, sourceWords } from '../../../src/report/recommendation/words.ts';
import { nameAgencies } from '../../words/work.ts';
import { sayPaper } from './say.ts';

type Props = { found: RegisterPreviewView; children: ReactNode };

const shown = 200;

/** What a file says before anything is recorded: its columns, the rows that are taken, those that are not and why. */
export function RegisterPreview({ found: { sheet, columns, taken, left, agencies }, children }: Props) {
  const names = nameAgencies(agencies);
  const unread = columns.filter(({ heading, field }) => heading !== '' && field === null);
  return (
    <>
      <p role="status">
        {sheet !== '' && `Trang tính “${sheet}”: `}
        {sayNumber(taken.length)} kiến nghị nhập được, {sayNumber(left.length)} dòng không nhập. Chưa có gì được ghi.
      </p>
      <div className="row">{children}</div>
      <p className="muted">
        Đọc cột:{' '}
        {columns
          .flatMap(({ heading, field }) =>
            field === null ? [] : [`“${heading}” là ${sheetHeadings[field].toLowerCase()}`],
          )
          .join('; ')}
        .{unread.length > 0 && ` Không đọc: ${unread.map(({ heading }) => `“${heading}”`).join(', ')}.`}
      </p>
      {left.length > 0 && (
        <details open>
          <summary>Không nhập ({sayNumber(left.length)})</summary>
          <ul className="left-out">
            {left.slice(0, shown).map(({ row, text, why }) => (
              <li key={`${row} ${why}`}>
                Dòng {row}
                {text && `, ${text}`}: <b>{why}</b>.
              </li>
            ))}
          </ul>
        </details>
      )}
      {taken.length > 0 && (
        <details open={taken.length <= 40}>
          <summary>Nhập được ({sayNumber(taken.length)})</summary>
          <table className="register recommendations">
            <thead>
              <tr>
                <th scope="col">Kiến nghị</th>
                <th scope="col">Nguồn, văn bản</th>
                <th scope="col">Đơn vị thực hiện</th>
                <th scope="col">Thời hạn</th>
                <th scope="col">Mức độ</th>
              </tr>
            </thead>
            <tbody>
              {taken.slice(0, shown).map((one) => (
                <tr key={`${one.row} ${one.agencyId}`}>
                  <td>
                    {one.text}
                    <small>dòng {one.row}</small>
                  </td>
                  <td data-word="Nguồn:">
                    {sourceWords[one.source]}
                    <small>{sayPaper(one.paper)}</small>
                  </td>
                  <td data-word="Đơn vị:">{names.get(one.agencyId)}</td>
                  <td data-word="Hạn:">{one.due ? sayDay(one.due) : 'không nêu hạn'}</td>
                  <td>
                    {one.percent === null ? 'chưa ghi' : `${one.percent}%`}
                    {one.result && <small>{one.result}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
