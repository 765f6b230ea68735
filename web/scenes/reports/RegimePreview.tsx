import { useQuery } from '@tanstack/react-query';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { RegimeChoice } from '../../../src/report/regime/model.ts';
import type { RegimePreviewView } from '../../../src/report/regime/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { useRested } from '../../state/use.ts';
import { regimePreview } from './api.ts';

/** Who would owe what by when, as it stands while one chooses. */
export function RegimePreview({ year, choice, isSame }: { year: number; choice: RegimeChoice; isSame: boolean }) {
  const { data, error } = useQuery(regimePreview(year, useRested(choice, 300)));
  if (error) return <Refusal error={error} />;
  if (!data) return <p className="muted">Đang tính các kỳ…</p>;
  return (
    <section aria-label="Xem trước" aria-live="polite">
      <h3>Ai phải gửi gì, chậm nhất ngày nào</h3>
      <p>{sayReports(data, isSame)}</p>
      <table className="register">
        <thead>
          <tr>
            <th scope="col">Kỳ báo cáo</th>
            <th scope="col">Số liệu</th>
            <th scope="col">Hạn gửi</th>
            <th scope="col">Đơn vị</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ asked, label, from, to, due, moved, past }) => (
            <tr key={`${asked} ${label}`} className={past ? 'muted' : undefined}>
              <td>{label}</td>
              <td data-word="Số liệu:">{from && to && `${sayDay(from)} đến ${sayDay(to)}`}</td>
              <td data-word="Hạn gửi:">
                {due && sayDay(due)}
                {moved && <small>{moved}</small>}
                {past && <small>đã qua, không tạo</small>}
              </td>
              <td>
                {asked === 'consolidated'
                  ? `${data.focal?.name ?? ''} (tổng hợp)`
                  : `${sayNumber(data.units.length)} đơn vị`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>Danh sách {sayNumber(data.units.length)} đơn vị</summary>
        <ul className="regime-units">
          {data.units.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function sayReports({ reports: { create, keep, change, withdraw } }: RegimePreviewView, isSame: boolean): string {
  if (isSame) return 'Không có gì thay đổi so với chế độ đang áp dụng.';
  const parts = [
    create > 0 && `tạo ${sayNumber(create)} báo cáo`,
    keep > 0 && `giữ nguyên ${sayNumber(keep)}`,
    change > 0 && `đổi hạn ${sayNumber(change)}`,
    withdraw > 0 && `thôi yêu cầu ${sayNumber(withdraw)} báo cáo chưa gửi`,
  ].filter(Boolean);
  return parts.length === 0 ? 'Các kỳ của năm đều đã qua, không tạo báo cáo nào.' : `Khi áp dụng: ${parts.join(', ')}.`;
}
