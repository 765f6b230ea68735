import { useState } from 'react';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { HistoryEntry, Item, Owed } from '../../api-work.ts';
import { explainDue, namePrintedDay, sayGiven } from '../../words/due.ts';
import { sayFlag } from '../../words/flags.ts';

type Props = {
  owed: Pick<Owed, 'id' | 'period' | 'opens' | 'printed' | 'due' | 'firstDue' | 'rule' | 'moved' | 'event' | 'flags'> &
    Pick<Owed, 'percent' | 'status'> &
    Partial<Pick<Owed, 'aboveDue'>>;
  item: Item;
  leads: readonly string[];
  accepted: boolean;
  history: readonly HistoryEntry[];
};

/** What was printed, the last day to act, and on demand how the one follows from the other. */
export function DueFacts({ owed, item, leads, accepted, history }: Props) {
  const [open, setOpen] = useState(false);
  const { period, opens, printed, due, event, percent, status } = owed;
  const given = sayGiven(owed, history);
  return (
    <dl className="work-facts">
      <div>
        <dt>Phải xong</dt>
        <dd>
          <b>{due ? sayDay(due) : 'chưa có ngày'}</b>
          {period && `, ${period}`}
          {opens && `, làm từ ${sayDay(opens)}`}{' '}
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Ẩn cách tính' : 'Vì sao ngày này?'}
          </button>
          {open && <Why owed={owed} item={item} history={history} />}
          {given && <p className="role">{given}</p>}
          {!due && event && <span className="role">Chờ: {event}</span>}
        </dd>
      </div>
      {owed.aboveDue && (
        <div>
          <dt>Hạn của kế hoạch cấp trên</dt>
          <dd>{sayDay(owed.aboveDue)}; làm theo kế hoạch của đơn vị, tiến độ tự cộng lên</dd>
        </div>
      )}
      {printed && printed !== due && (
        <div>
          <dt>{namePrintedDay(owed.flags)}</dt>
          <dd>{sayDay(printed)}</dd>
        </div>
      )}
      {item.result && (
        <div>
          <dt>Kết quả</dt>
          <dd className="pre">{item.result}</dd>
        </div>
      )}
      <div>
        <dt>Chủ trì</dt>
        <dd>{leads.length > 0 ? leads.join(', ') : <span className="muted">không nêu</span>}</dd>
      </div>
      <div>
        <dt>Tình hình</dt>
        <dd>
          {accepted ? 'đơn vị đã nhận việc' : 'đơn vị chưa nhận việc'}
          {status === 'in-progress' && `, đã làm ${percent}%`}
        </dd>
      </div>
    </dl>
  );
}

function Why({ owed, item, history }: Pick<Props, 'owed' | 'item' | 'history'>) {
  const printed = item.time && `Trong văn bản: “${item.time}”`;
  const lines = [printed, ...explainDue(owed, history), ...owed.flags.map(sayFlag)].filter(Boolean);
  return (
    <ul className="work-why">
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  );
}
