import { Button } from 'react-aria-components';
import type { CalendarView } from '../../../src/calendar/views.ts';
import { formatPlainDate } from '../../../src/kernel/plain-date.ts';
import { EmptyState } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { type DayRow, dayKindWords, rowsOf, sayWeekday } from './words.ts';

/** The days of a year that differ from what their weekday says, each with who says so. */
export function Days({ calendar, onChange }: { calendar: CalendarView; onChange: ((row: DayRow) => void) | null }) {
  const rows = rowsOf(calendar);
  if (rows.length === 0)
    return (
      <div className="card">
        <EmptyState
          title={`Chưa có ngày nào của năm ${calendar.year}`}
          text="Năm này chỉ tránh những ngày trong tuần không làm việc, cho đến khi danh mục có ngày nghỉ lễ."
        />
      </div>
    );
  return (
    <section className="card days" aria-label={`Ngày nghỉ và ngày làm bù năm ${calendar.year}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Là ngày gì</th>
            <th scope="col">Căn cứ</th>
            {onChange && (
              <th scope="col">
                <span className="sr-only">Thao tác</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.day} row={row} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, onChange }: { row: DayRow; onChange: ((row: DayRow) => void) | null }) {
  const { day, name, kind, own } = row;
  const cleared = own?.action === 'clear';
  const shown = own?.action === 'set' ? own : { name, kind };
  return (
    <tr data-own={own !== null || undefined}>
      <th scope="row">
        <b className="num">{formatPlainDate(day)}</b>
        <small>{sayWeekday(day)}</small>
      </th>
      <td>
        <p>{cleared ? <s>{name}</s> : shown.name}</p>
        <small>{cleared ? 'Đơn vị bỏ: tính theo ngày trong tuần' : shown.kind && dayKindWords[shown.kind]}</small>
      </td>
      <td>
        <Basis row={row} />
      </td>
      {onChange && (
        <td>
          <Button className="btn small" aria-label={`Đổi ngày ${formatPlainDate(day)}`} onPress={() => onChange(row)}>
            Đổi
          </Button>
        </td>
      )}
    </tr>
  );
}

/** Who says so: the tenant with its reason, or the sources of the national list. */
function Basis({ row: { own, sources, verified, note } }: { row: DayRow }) {
  if (own)
    return (
      <>
        <Tag tone="due">đơn vị đặt</Tag>
        <small>{own.reason}</small>
      </>
    );
  return (
    <>
      <Tag tone={verified ? 'ok' : 'idle'}>{verified ? 'đã xác minh' : 'chưa thấy thông báo'}</Tag>
      <details>
        <summary>Nguồn</summary>
        <ul>
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
          {note !== null && <li>{note}</li>}
        </ul>
      </details>
    </>
  );
}
