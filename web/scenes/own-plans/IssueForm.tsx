import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { contentWords } from '../../../src/publish/cascade/model.ts';
import type { OwnPlanView } from '../../../src/publish/own-plan/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { focusHeading } from '../../components/Scene.tsx';
import { say } from '../../state/toasts.ts';
import { everyOwnPlan, type Issuing, ownPlanApi } from './api.ts';

type Props = {
  view: OwnPlanView;
  issuing: Pick<Issuing, 'seq' | 'file'>;
  /** something is still on its way to the server */
  waiting: boolean;
  number: string;
  date: string;
};

/** Number and day of the signed paper make the draft a plan; what is missing is told once more, and does not stop it. */
export function IssueForm({ view, issuing, waiting, number: printed, date }: Props) {
  const client = useQueryClient();
  const [number, setNumber] = useState(printed);
  const [day, setDay] = useState(date);
  const send = useMutation({
    mutationFn: () =>
      ownPlanApi.issue({ plan: view.plan.id, agency: view.unit.id }, { ...issuing, number: number.trim(), date: day }),
    onSuccess: () => {
      void client.invalidateQueries(everyOwnPlan);
      void client.invalidateQueries({ queryKey: ['work'] });
      say(`Đã ban hành Kế hoạch số ${number.trim()}; các bộ phận đã nhận việc.`);
      focusHeading();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const lacking = issuing.file ? [] : view.checks.filter(({ ok }) => !ok);
  return (
    <section className="card own-part">
      <h2>Ban hành</h2>
      <form className="form" onSubmit={submit}>
        {lacking.length > 0 && (
          <p className="own-warning">
            <span aria-hidden="true">▲ </span>Còn{' '}
            {lacking.map(({ what }) => contentWords[what].toLocaleLowerCase('vi')).join(', ')} cần xem lại. Vẫn ban hành
            được; sổ theo dõi của cơ quan thường trực ghi các điểm này.
          </p>
        )}
        <TextField
          label="Số, ký hiệu văn bản đã ký"
          placeholder="15/KH-UBND"
          required
          maxLength={100}
          value={number}
          onChange={setNumber}
        />
        <DayField label="Ngày ban hành" required value={day} onChange={setDay} />
        <button
          type="submit"
          className="btn primary"
          disabled={send.isPending || waiting || number.trim() === '' || day === ''}
        >
          {send.isPending ? 'Đang ban hành…' : waiting ? 'Đợi lưu xong…' : 'Ban hành kế hoạch'}
        </button>
        <Refusal error={send.error} />
      </form>
    </section>
  );
}
