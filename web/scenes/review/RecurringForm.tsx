import type { Every, SimpleSchedule } from '../../../src/plan/model.ts';
import { everyWords } from '../../../src/plan/words/schedule.ts';
import { EditText } from '../../components/EditText.tsx';
import { sayWeekdayNumber } from '../calendar/words.ts';
import { Choice } from './Choice.tsx';

type Recurring = Extract<SimpleSchedule, { kind: 'recurring' }>;
type DayPlace = '' | 'last' | 'next';

/** How often, and on which day or weekday; the days that bound it are kept as they are. */
export function RecurringForm({
  schedule,
  onChange,
}: {
  schedule: Recurring;
  onChange: (schedule: Recurring) => void;
}) {
  const place: DayPlace = schedule.inNextMonth ? 'next' : schedule.inLastMonth ? 'last' : '';
  const { from, to } = schedule;
  // What bounds it is kept; a day of a month is none of a week.
  const set = (every: Every, day: number | undefined, at: DayPlace, exclusive: boolean) =>
    onChange({
      kind: 'recurring',
      every,
      ...(from && { from }),
      ...(to && { to }),
      ...(day === undefined
        ? {}
        : { day, exclusive, ...(at === 'last' ? { inLastMonth: true } : at === 'next' ? { inNextMonth: true } : {}) }),
    });
  const { every, day, exclusive = false } = schedule;
  return (
    <>
      <Choice
        label="Chu kỳ"
        value={every}
        options={Object.entries(everyWords) as [Every, string][]}
        onChange={(next) =>
          (next === 'week') === (every === 'week') ? set(next, day, place, exclusive) : set(next, undefined, '', false)
        }
      />
      {every === 'week' ? (
        <WeekdayChoice day={day} onChange={(next) => set(every, next, '', exclusive)} />
      ) : (
        <DayOfMonthBox day={day} onChange={(next) => set(every, next, place, exclusive)} />
      )}
      {day !== undefined && (
        <>
          {every !== 'week' && (
            <Choice
              label="Thuộc tháng"
              value={place}
              options={[
                ['', 'Không nêu'],
                ['last', 'Tháng cuối kỳ'],
                ['next', 'Tháng liền kề'],
              ]}
              onChange={(next) => set(every, day, next, exclusive)}
            />
          )}
          <Choice
            label="Cách tính"
            value={exclusive ? 'before' : 'by'}
            options={[
              ['by', 'Chậm nhất ngày'],
              ['before', 'Trước ngày'],
            ]}
            onChange={(bound) => set(every, day, place, bound === 'before')}
          />
        </>
      )}
    </>
  );
}

type Optional = { day: number | undefined; onChange: (day: number | undefined) => void };

function WeekdayChoice({ day, onChange }: Optional) {
  return (
    <Choice
      label="Thứ (nếu có nêu)"
      value={String(day ?? '')}
      options={[
        ['', 'Không nêu'],
        ...[1, 2, 3, 4, 5, 6, 7].map((at): [string, string] => [String(at), sayWeekdayNumber(at)]),
      ]}
      onChange={(chosen) => onChange(chosen === '' ? undefined : Number(chosen))}
    />
  );
}

function DayOfMonthBox({ day, onChange }: Optional) {
  return (
    <div className="form-field">
      <span className="label">Ngày (bỏ trống nếu không nêu)</span>
      <EditText
        single
        className="boxed narrow"
        label="Ngày trong tháng"
        value={day === undefined ? '' : String(day)}
        check={(typed) =>
          /^\s*$|^\s*([1-9]|[12]\d|3[01]|0[1-9])\s*$/.test(typed) ? undefined : 'Ghi một ngày từ 1 đến 31.'
        }
        onCommit={(typed) => onChange(typed.trim() === '' ? undefined : Number(typed))}
      />
    </div>
  );
}
