import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import { type PlainDate, sayDay } from '../../../src/kernel/plain-date.ts';
import type { FormTimes } from '../../../src/report/form/times.ts';
import type { FormDetailView } from '../../../src/report/form/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { treeOf } from '../agencies/api.ts';
import { DayOff } from '../calendar/DayOff.tsx';
import { useActId } from '../my-work/useActId.ts';
import { formDays, formsApi } from './api.ts';
import { UnitPick } from './UnitPick.tsx';

type Typed = { every: FormTimes['every']; due: string; day: string; next: 'yes' | 'no'; note: string };
const blank: Typed = { every: 'once', due: '', day: '15', next: 'no', note: '' };

const everyWords = [
  { value: 'once' as const, label: 'Một lần' },
  { value: 'month' as const, label: 'Hằng tháng, đến hết năm' },
  { value: 'quarter' as const, label: 'Hằng quý, đến hết năm' },
];
const nextWords = [
  { value: 'no' as const, label: 'Trong tháng cuối kỳ' },
  { value: 'yes' as const, label: 'Trong tháng liền sau kỳ' },
];

/** Whom the form is sent to, until when, and with what word; the days are shown before anything is sent. */
export function SendForm({ detail, flush }: { detail: FormDetailView; flush: () => Promise<boolean> }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const tree = useQuery(treeOf(undefined));
  const [units, setUnits] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState(blank);
  const times = timesOf(typed);
  const days = useQuery(formDays(detail.id, times));
  const id = useActId(JSON.stringify([[...units], typed]));
  const sending = useMutation({
    mutationFn: async () => {
      if (times === undefined || !(await flush())) return null;
      const note = typed.note.trim() === '' ? null : typed.note;
      return formsApi.send(detail.id, { id: id || newId(), agencyIds: [...units], times, note });
    },
    onSuccess: (sent) => {
      if (sent === null) return;
      void client.invalidateQueries({ queryKey: ['work'] });
      say(`Đã gửi phiếu cho ${units.size} đơn vị.`);
      void navigate({ to: '/phieu/da-gui/$id', params: { id: sent.id } });
    },
  });
  const set = (to: Partial<Typed>) => setTyped({ ...typed, ...to });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  const list = days.data?.days ?? [];
  const ready = units.size > 0 && times !== undefined && list.length > 0;
  return (
    <form className="panel-form" onSubmit={submit}>
      <UnitPick lines={tree.data?.agencies ?? []} own={detail.agencyId} chosen={units} onChange={setUnits} />
      <div className="form-pair">
        <ChoiceField label="Gửi" choices={everyWords} value={typed.every} onChange={(every) => set({ every })} />
        {typed.every === 'once' ? (
          <div>
            <DayField label="Trả lời chậm nhất ngày" required value={typed.due} onChange={(due) => set({ due })} />
            <DayOff day={typed.due} />
          </div>
        ) : (
          <div className="form-pair">
            <Field label="Chậm nhất ngày" hint="từ 1 đến 31">
              {(props) => (
                <input
                  className="input number-box"
                  inputMode="numeric"
                  {...props}
                  value={typed.day}
                  onChange={({ target }) => set({ day: target.value })}
                />
              )}
            </Field>
            <ChoiceField label="Của" choices={nextWords} value={typed.next} onChange={(next) => set({ next })} />
          </div>
        )}
      </div>
      {times !== undefined && days.data && (
        <p className="work-note" role="status">
          {list.length === 0
            ? '▲ Không còn hạn nào từ hôm nay trở đi. Hãy chọn ngày khác.'
            : `Hạn: ${list.map(({ label, due }) => (label ? `${label} ${sayDay(due)}` : sayDay(due))).join('; ')}.`}
          {list.find(({ moved }) => moved)?.moved && ` ${list.find(({ moved }) => moved)?.moved}.`}
        </p>
      )}
      <Field label="Lời nhắn cho đơn vị (nếu có)">
        {(props) => (
          <textarea
            className="input"
            rows={2}
            maxLength={5_000}
            {...props}
            value={typed.note}
            onChange={({ target }) => set({ note: target.value })}
          />
        )}
      </Field>
      <Refusal error={sending.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={!ready || sending.isPending}>
          {sending.isPending
            ? 'Đang gửi…'
            : units.size === 0
              ? 'Chọn đơn vị nhận phiếu'
              : `Gửi phiếu cho ${units.size} đơn vị`}
        </button>
      </div>
    </form>
  );
}

/** The times as typed; undefined while they are none. */
function timesOf({ every, due, day, next }: Typed): FormTimes | undefined {
  if (every === 'once') return due === '' ? undefined : { every, due: due as PlainDate };
  const on = Number(day);
  return Number.isInteger(on) && on >= 1 && on <= 31 ? { every, day: on, next: next === 'yes' } : undefined;
}
