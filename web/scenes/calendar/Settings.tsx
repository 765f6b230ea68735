import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { type DeadlineSettings, isInOrder } from '../../../src/calendar/model.ts';
import type { CalendarView } from '../../../src/calendar/views.ts';
import { TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Preview } from './Preview.tsx';
import { Choose, Count } from './SettingFields.tsx';
import {
  bareDayChoices,
  everyChoices,
  rollChoices,
  sayWeekdayNumber,
  unprintedChoices,
  weekdayNumbers,
} from './words.ts';

/** Cách tính hạn: what plans leave open, in words with an example each; tried out before it is saved. */
export function Settings({ calendar, may }: { calendar: CalendarView; may: boolean }) {
  const [settings, setSettings] = useState(calendar.settings);
  const [reason, setReason] = useState('');
  const [trying, setTrying] = useState(false);
  const set = (change: Partial<DeadlineSettings>) => setSettings({ ...settings, ...change });
  const changed = JSON.stringify(settings) !== JSON.stringify(calendar.settings);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTrying(true);
  };
  return (
    <section className="card panel" aria-labelledby="calendar-settings">
      <h2 id="calendar-settings">Cách tính hạn</h2>
      <p>Điều kế hoạch ghi rõ luôn được giữ; phần này chỉ trả lời chỗ kế hoạch để ngỏ.</p>
      <form className="panel-form" onSubmit={submit}>
        <fieldset disabled={!may} className="panel-form">
          <SettingRows settings={settings} set={set} />
        </fieldset>
        {may && changed && (
          <>
            <TextField
              label="Lý do thay đổi"
              hint="Ví dụ: Quyết định ban hành chế độ báo cáo của tỉnh"
              required
              maxLength={300}
              value={reason}
              onChange={setReason}
            />
            <div className="row">
              <button type="submit" className="btn" disabled={!isInOrder(settings)}>
                Xem trước
              </button>
              <Button className="btn" onPress={() => setSettings(calendar.settings)}>
                Thôi
              </Button>
            </div>
          </>
        )}
      </form>
      <Sheet title="Xem trước cách tính hạn mới" kind="large" isOpen={trying} onClose={() => setTrying(false)}>
        <Preview
          calendar={calendar}
          entry={{ kind: 'settings', settings, reason }}
          onBack={() => setTrying(false)}
          onDone={() => setTrying(false)}
        />
      </Sheet>
    </section>
  );
}

function SettingRows({
  settings,
  set,
}: {
  settings: DeadlineSettings;
  set: (change: Partial<DeadlineSettings>) => void;
}) {
  return (
    <>
      <Choose
        label="Hạn trùng ngày nghỉ"
        choices={rollChoices}
        value={settings.roll}
        onChange={(roll) => set({ roll })}
      />
      <Choose
        label="Kế hoạch không ghi ngày báo cáo"
        choices={unprintedChoices}
        value={settings.unprinted}
        onChange={(unprinted) => set({ unprinted })}
      />
      <div className="two">
        <Count
          label="Ngày báo cáo của đơn vị"
          example={`Ngày ${settings.unitDay} của tháng cuối kỳ`}
          max={31}
          value={settings.unitDay}
          onChange={(unitDay) => set({ unitDay })}
        />
        <Count
          label="Ngày báo cáo của cơ quan đầu mối"
          example={`Ngày ${settings.focalDay}, sau khi các đơn vị đã gửi`}
          max={31}
          value={settings.focalDay}
          onChange={(focalDay) => set({ focalDay })}
        />
        <Count
          label="Ngày chốt số liệu"
          example={`Số liệu quý I đến hết ngày ${settings.cutDay}/3`}
          max={31}
          value={settings.cutDay}
          onChange={(cutDay) => set({ cutDay })}
        />
        <Count
          label="Số ngày làm việc sau ngày chốt"
          example="Chỉ dùng khi chọn tính từ ngày chốt số liệu"
          max={20}
          value={settings.workingDaysAfterCut}
          onChange={(workingDaysAfterCut) => set({ workingDaysAfterCut })}
        />
      </div>
      <Choose
        label="Ngày ghi không kèm tháng"
        choices={bareDayChoices}
        value={settings.bareDay}
        onChange={(bareDay) => set({ bareDay })}
      />
      <Choose
        label="Việc thường xuyên báo cáo"
        choices={everyChoices}
        value={settings.continuousEvery}
        onChange={(continuousEvery) => set({ continuousEvery })}
      />
      <Choose
        label="Ngày báo cáo hằng tuần"
        choices={weekdayNumbers.map((value) => {
          return { value: value as number, label: sayWeekdayNumber(value), example: 'Cho việc ghi “hằng tuần”.' };
        })}
        value={settings.weeklyDay}
        onChange={(weeklyDay) => set({ weeklyDay })}
      />
      <ReminderDays settings={settings} set={set} />
      <Weekdays value={settings.workingWeekdays} onChange={(workingWeekdays) => set({ workingWeekdays })} />
    </>
  );
}

/** When who does it is reminded, and when others are told that it is late. */
function ReminderDays({
  settings,
  set,
}: {
  settings: DeadlineSettings;
  set: (change: Partial<DeadlineSettings>) => void;
}) {
  const rows = [
    ['remindFirst', 'Nhắc lần đầu', 'ngày trước hạn', 30],
    ['remindAgain', 'Nhắc lần hai', 'ngày trước hạn', 30],
    ['remindLast', 'Nhắc lần cuối', 'ngày trước hạn', 30],
    ['headAfter', 'Báo người đứng đầu', 'ngày làm việc sau hạn', 60],
    ['focalAfter', 'Báo cơ quan thường trực', 'ngày làm việc sau hạn', 60],
  ] as const;
  return (
    <fieldset className="panel-form">
      <legend>Nhắc hạn và báo chậm</legend>
      <div className="two">
        {rows.map(([name, label, example, max]) => (
          <Count
            key={name}
            {...{ label, max }}
            example={`${settings[name]} ${example}`}
            value={settings[name]}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      {!isInOrder(settings) && (
        <p className="form-error">
          Lần nhắc đầu phải sớm hơn lần hai, lần hai sớm hơn lần cuối; người đứng đầu được báo trước cơ quan thường
          trực.
        </p>
      )}
    </fieldset>
  );
}

function Weekdays({ value, onChange }: { value: readonly number[]; onChange: (days: number[]) => void }) {
  return (
    <fieldset className="weekdays">
      <legend>Ngày làm việc trong tuần</legend>
      {weekdayNumbers.map((day) => (
        <label key={day} className="check">
          <input
            type="checkbox"
            checked={value.includes(day)}
            // An office that never works could do nothing on any day.
            disabled={value.length === 1 && value.includes(day)}
            onChange={({ target }) =>
              onChange(weekdayNumbers.filter((one) => (one === day ? target.checked : value.includes(one))))
            }
          />
          <span>{sayWeekdayNumber(day)}</span>
        </label>
      ))}
    </fieldset>
  );
}
