import { useState } from 'react';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Schedule, SimpleSchedule } from '../../../src/plan/model.ts';
import { kindWords, saySchedule } from '../../../src/plan/words/schedule.ts';
import { EditText } from '../../components/EditText.tsx';
import { findTypedDay } from '../../words/time.ts';
import { Choice } from './Choice.tsx';
import { RecurringForm } from './RecurringForm.tsx';
import { startSchedule } from './startSchedule.ts';

type Kind = Schedule['kind'];
const simpleKinds: SimpleSchedule['kind'][] = ['continuous', 'recurring', 'window', 'deadline', 'event'];

/** A schedule said in words; its parts can be changed below the words. */
export function ScheduleField({
  schedule,
  year,
  printed,
  onChange,
  readOnly,
}: {
  schedule: Schedule | null;
  year: number;
  printed: string;
  onChange: (schedule: Schedule | null) => void;
  readOnly: boolean;
}) {
  const [open, setOpen] = useState(false);
  const { sentence } = saySchedule(schedule);
  return (
    <div className="schedule">
      <div className="row">
        <span className={schedule ? 'pre' : 'muted'}>{schedule ? sentence : 'không nêu'}</span>
        {!readOnly && (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Xong' : 'Sửa lịch'}
          </button>
        )}
      </div>
      {open && !readOnly && <ScheduleForm schedule={schedule} year={year} printed={printed} onChange={onChange} />}
    </div>
  );
}

function ScheduleForm({
  schedule,
  year,
  printed,
  onChange,
}: {
  schedule: Schedule | null;
  year: number;
  printed: string;
  onChange: (schedule: Schedule | null) => void;
}) {
  const start = (kind: Kind | '') =>
    onChange(kind === '' ? null : startSchedule(kind, { from: schedule, year, printed }));
  return (
    <div className="schedule-form">
      <Choice
        label="Loại thời gian"
        value={schedule?.kind ?? ''}
        options={[
          ['', 'Không nêu'],
          ...[...simpleKinds, 'several' as const].map((k): [Kind, string] => [k, kindWords[k]]),
        ]}
        onChange={start}
      />
      {schedule?.kind === 'several' ? (
        <SeveralForm parts={schedule.parts} year={year} printed={printed} onChange={onChange} />
      ) : (
        schedule && <SimpleForm schedule={schedule} onChange={onChange} />
      )}
    </div>
  );
}

function SeveralForm({
  parts,
  year,
  printed,
  onChange,
}: {
  parts: SimpleSchedule[];
  year: number;
  printed: string;
  onChange: (schedule: Schedule) => void;
}) {
  const set = (next: SimpleSchedule[]) => onChange({ kind: 'several', parts: next });
  return (
    <ol className="several">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        <li key={at}>
          <Choice
            label={`Mốc ${at + 1}`}
            value={part.kind}
            options={simpleKinds.map((kind) => [kind, kindWords[kind]])}
            onChange={(kind) =>
              set(parts.toSpliced(at, 1, startSchedule(kind, { from: part, year, printed }) as SimpleSchedule))
            }
          />
          <SimpleForm schedule={part} onChange={(next) => set(parts.toSpliced(at, 1, next))} />
          <button type="button" className="link" onClick={() => set(parts.toSpliced(at, 1))}>
            Bỏ mốc {at + 1}
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="link" onClick={() => set([...parts, { kind: 'continuous' }])}>
          Thêm mốc
        </button>
      </li>
    </ol>
  );
}

function SimpleForm({
  schedule,
  onChange,
}: {
  schedule: SimpleSchedule;
  onChange: (schedule: SimpleSchedule) => void;
}) {
  switch (schedule.kind) {
    case 'continuous':
      return null;
    case 'window':
      return (
        <>
          <DayBox label="Từ ngày" day={schedule.from} onChange={(from) => onChange({ ...schedule, from })} />
          <DayBox label="Đến ngày" day={schedule.to} onChange={(to) => onChange({ ...schedule, to })} />
        </>
      );
    case 'deadline':
      return (
        <>
          <Choice
            label="Cách tính"
            value={schedule.exclusive ? 'before' : 'by'}
            options={[
              ['by', 'Chậm nhất ngày'],
              ['before', 'Trước ngày'],
            ]}
            onChange={(bound) =>
              onChange({ kind: 'deadline', by: schedule.by, ...(bound === 'before' ? { exclusive: true } : {}) })
            }
          />
          <DayBox label="Ngày" day={schedule.by} onChange={(by) => onChange({ ...schedule, by })} />
        </>
      );
    case 'event':
      return (
        <div className="form-field grow">
          <span className="label">Sự kiện, như in trong văn bản</span>
          <EditText
            single
            className="boxed"
            label="Sự kiện"
            value={schedule.event}
            onCommit={(event) => onChange({ kind: 'event', event })}
          />
        </div>
      );
    case 'recurring':
      return <RecurringForm schedule={schedule} onChange={onChange} />;
  }
}

function DayBox({ label, day, onChange }: { label: string; day: string; onChange: (day: string) => void }) {
  return (
    <div className="form-field">
      <span className="label">{label}</span>
      <EditText
        single
        className="boxed narrow"
        label={label}
        placeholder="15/12/2026"
        value={sayDay(day)}
        check={(typed) => (findTypedDay(typed) ? undefined : 'Ghi ngày theo dạng 15/12/2026.')}
        onCommit={(typed) => onChange(findTypedDay(typed) ?? day)}
      />
    </div>
  );
}
