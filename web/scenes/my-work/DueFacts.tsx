import { useState } from 'react';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Item, Owed } from '../../api-work.ts';
import { sayFlag } from '../../words/flags.ts';

type Props = {
  owed: Pick<
    Owed,
    'period' | 'opens' | 'printed' | 'due' | 'rule' | 'moved' | 'event' | 'flags' | 'percent' | 'status'
  >;
  item: Item;
  leads: readonly string[];
  accepted: boolean;
};

/** What was printed, the last day to act, and on demand how the one follows from the other. */
export function DueFacts({ owed, item, leads, accepted }: Props) {
  const [open, setOpen] = useState(false);
  const { period, opens, printed, due, event, percent, status } = owed;
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
          {open && <Why owed={owed} item={item} />}
          {!due && event && <span className="role">Chờ: {event}</span>}
        </dd>
      </div>
      {printed && printed !== due && (
        <div>
          <dt>{isPrinted(owed.flags) ? 'Ngày trong văn bản' : 'Ngày theo cài đặt'}</dt>
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

/** Where the paper prints no day, the settings of the tenant chose it. */
const isPrinted = (flags: readonly string[]): boolean =>
  !flags.some((flag) => flag === 'day-assumed' || flag === 'no-time-stated');

function Why({ owed: { rule, moved, flags }, item }: Pick<Props, 'owed' | 'item'>) {
  const lines = [item.time && `Trong văn bản: “${item.time}”`, rule, moved, ...flags.map(sayFlag)].filter(Boolean);
  return (
    <ul className="work-why">
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  );
}
