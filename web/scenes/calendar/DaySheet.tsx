import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CalendarChange } from '../../../src/calendar/model.ts';
import type { CalendarEntry, CalendarView } from '../../../src/calendar/views.ts';
import { formatPlainDate, isPlainDate } from '../../../src/kernel/plain-date.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Preview } from './Preview.tsx';
import type { DayRow } from './words.ts';

/** What is being changed: a day of the list, or one to be named. */
export type Draft = { day: string; row: DayRow | null };
type What = 'off' | 'working' | 'clear';

/** A day, or several in a row, made a day off, a working day, or given back to its weekday; tried out before it is saved. */
export function DaySheet({ calendar, draft, onClose }: { calendar: CalendarView; draft: Draft; onClose: () => void }) {
  const [entry, setEntry] = useState<CalendarEntry | null>(null);
  const title = draft.row ? `Đổi ngày ${formatPlainDate(draft.row.day)}` : 'Thêm ngày nghỉ hoặc ngày làm';
  return (
    <Sheet title={title} kind="large" isOpen onClose={onClose}>
      <div hidden={entry !== null}>
        <DayForm draft={draft} onReady={setEntry} onClose={onClose} />
      </div>
      {entry && <Preview calendar={calendar} entry={entry} onBack={() => setEntry(null)} onDone={onClose} />}
    </Sheet>
  );
}

function DayForm({
  draft: { day, row },
  onReady,
  onClose,
}: {
  draft: Draft;
  onReady: (entry: CalendarEntry) => void;
  onClose: () => void;
}) {
  const [from, setFrom] = useState(day);
  const [to, setTo] = useState(day);
  const [what, setWhat] = useState<What>(row && row.kind !== 'working' ? 'working' : 'off');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const days = daysFrom(from, to || from);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (days.length > 0)
      onReady({ kind: 'days', reason, changes: days.map((one) => toChange(one, what, name, reason)) });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      {row === null && (
        <div className="two">
          <DayField label="Từ ngày" required value={from} onChange={setFrom} />
          <DayField label="Đến hết ngày" hint="bỏ trống nếu chỉ một ngày" value={to} onChange={setTo} />
        </div>
      )}
      <Field label="Ngày này">
        {(props) => (
          <select className="input" {...props} value={what} onChange={({ target }) => setWhat(target.value as What)}>
            <option value="off">là ngày nghỉ</option>
            <option value="working">là ngày làm việc</option>
            {row && row.sources.length > 0 && (
              <option value="clear">tính theo ngày trong tuần, bỏ danh mục chung</option>
            )}
          </select>
        )}
      </Field>
      {what !== 'clear' && (
        <TextField
          label="Tên gọi"
          hint={what === 'off' ? 'Ví dụ: Nghỉ tránh bão số 5' : 'Ví dụ: Làm bù cho ngày nghỉ tránh bão'}
          required
          maxLength={200}
          value={name}
          onChange={setName}
        />
      )}
      <TextField
        label="Lý do, căn cứ"
        hint="Ví dụ: Công điện số 12 của Chủ tịch UBND tỉnh"
        required
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {from !== '' && days.length === 0 && (
        <p className="form-error">Khoảng ngày chưa đúng: ngày cuối từ ngày đầu trở đi, nhiều nhất 60 ngày.</p>
      )}
      <div className="row">
        <button type="submit" className="btn primary" disabled={days.length === 0}>
          Xem trước
        </button>
        <Button className="btn" onPress={onClose}>
          Thôi
        </Button>
      </div>
    </form>
  );
}

function toChange(day: CalendarChange['day'], what: What, name: string, reason: string): CalendarChange {
  if (what === 'clear') return { action: 'clear', day, reason };
  return { action: 'set', day, kind: what === 'working' ? 'working' : 'holiday', name, reason };
}

/** The days from one to another, none where they are the wrong way round or too many. */
function daysFrom(from: string, to: string): CalendarChange['day'][] {
  if (!isPlainDate(from) || !isPlainDate(to)) return [];
  const count = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  if (count < 1 || count > 60) return [];
  return Array.from(
    { length: count },
    (_, i) => new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10) as CalendarChange['day'],
  );
}
