import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CalendarEntry, CalendarEntryView, CalendarView } from '../../../src/calendar/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { sayMoment } from '../../words/time.ts';
import { Preview } from './Preview.tsx';
import { sayEntry } from './words.ts';

/** Who changed the calendar, when and why; each change can be undone, and an undo too. */
export function History({ calendar, may }: { calendar: CalendarView; may: boolean }) {
  const [undoing, setUndoing] = useState<CalendarEntryView | null>(null);
  return (
    <section className="card panel" aria-labelledby="calendar-history">
      <h2 id="calendar-history">Lịch sử thay đổi</h2>
      {calendar.history.length === 0 && <p>Chưa có thay đổi nào: lịch theo danh mục chung và cách tính mặc định.</p>}
      <ol>
        {calendar.history.map((one) => (
          <li key={one.seq} className="panel-row">
            <div>
              {one.undone ? <s>{sayEntry(one)}</s> : sayEntry(one)}
              {one.undone && ' (đã hoàn tác)'}
              <small>
                Số {one.seq} · {one.by}, {sayMoment(one.at)} · {one.entry.reason}
                {one.moved > 0 && ` · dời ${sayNumber(one.moved)} hạn`}
                {one.givenUp && ' · thôi dời phần còn lại'}
              </small>
            </div>
            {may && !one.undone && (
              <Button
                className="btn small"
                aria-label={`Hoàn tác thay đổi số ${one.seq}`}
                onPress={() => setUndoing(one)}
              >
                Hoàn tác
              </Button>
            )}
          </li>
        ))}
      </ol>
      {undoing && <UndoSheet calendar={calendar} undoing={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

function UndoSheet({
  calendar,
  undoing,
  onClose,
}: {
  calendar: CalendarView;
  undoing: CalendarEntryView;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [entry, setEntry] = useState<CalendarEntry | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setEntry({ kind: 'undo', of: undoing.seq, reason });
  };
  return (
    <Sheet title={`Hoàn tác thay đổi số ${undoing.seq}`} kind="large" isOpen onClose={onClose}>
      <p>{sayEntry(undoing)}</p>
      <div hidden={entry !== null}>
        <form className="panel-form" onSubmit={submit}>
          <TextField
            label="Lý do hoàn tác"
            hint="Ví dụ: nhập nhầm ngày"
            required
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
          <div className="row">
            <button type="submit" className="btn primary">
              Xem trước
            </button>
            <Button className="btn" onPress={onClose}>
              Thôi
            </Button>
          </div>
        </form>
      </div>
      {entry && <Preview calendar={calendar} entry={entry} onBack={() => setEntry(null)} onDone={onClose} />}
    </Sheet>
  );
}
