import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CascadeView } from '../../../src/publish/cascade/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { everyOwnPlan, ownPlanApi } from './api.ts';

/** A unit issued its plan on paper: number and day enter the register; what was noted may be corrected or taken back. */
export function NoteForm({ register: { plan, units }, onDone }: { register: CascadeView; onDone: () => void }) {
  const client = useQueryClient();
  // Who has none comes first; what is noted already stands behind, to be corrected.
  const open = [
    ...units.filter(({ state }) => state !== 'issued'),
    ...units.filter(({ child }) => child?.planId === null),
  ];
  const [agency, setAgency] = useState(open[0]?.agencyId ?? '');
  const unit = open.find(({ agencyId }) => agencyId === agency);
  const noted = unit?.child ?? null;
  const [number, setNumber] = useState(noted?.number ?? '');
  const [day, setDay] = useState(noted?.date ?? '');
  const choose = (next: string): void => {
    const child = open.find(({ agencyId }) => agencyId === next)?.child;
    setAgency(next);
    setNumber(child?.number ?? '');
    setDay(child?.date ?? '');
  };
  const send = useMutation({
    mutationFn: (forget: boolean) =>
      forget
        ? ownPlanApi.forget({ plan: plan.id, agency })
        : ownPlanApi.note({ plan: plan.id, agency }, number.trim(), day),
    onSuccess: (_, forget) => {
      void client.invalidateQueries(everyOwnPlan);
      say(forget ? `Đã bỏ dòng ghi của ${unit?.name}.` : `Đã ghi Kế hoạch số ${number.trim()} của ${unit?.name}.`);
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(false);
  };
  if (open.length === 0) return <p className="muted">Mọi đơn vị đã ban hành kế hoạch trong phần mềm.</p>;
  return (
    <form className="form" onSubmit={submit}>
      <ChoiceField
        label="Đơn vị"
        hint="Dùng khi đơn vị đã ban hành trên giấy và gửi văn bản về; đơn vị vẫn đưa được kế hoạch vào phần mềm sau."
        value={agency}
        choices={open.map(({ agencyId, name, child }) => ({
          value: agencyId,
          label: child ? `${name} (đã ghi số ${child.number})` : name,
        }))}
        onChange={choose}
      />
      <TextField
        label="Số, ký hiệu văn bản"
        placeholder="15/KH-UBND"
        required
        maxLength={100}
        value={number}
        onChange={setNumber}
      />
      <DayField label="Ngày ban hành" required value={day} onChange={setDay} />
      <div className="row">
        <button
          type="submit"
          className="btn primary"
          disabled={send.isPending || agency === '' || number.trim() === '' || day === ''}
        >
          {send.isPending ? 'Đang ghi…' : 'Ghi vào sổ'}
        </button>
        {noted && (
          <button type="button" className="btn" disabled={send.isPending} onClick={() => send.mutate(true)}>
            Bỏ dòng đã ghi
          </button>
        )}
      </div>
      <Refusal error={send.error} />
    </form>
  );
}
