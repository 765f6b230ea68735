import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { CascadeView } from '../../../src/publish/cascade/views.ts';
import { followApi } from '../../api-follow.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useMay } from '../../state/may.ts';
import { say } from '../../state/toasts.ts';
import { sayUrged, urgeAll } from '../follow/nudging.ts';
import { everyOwnPlan, ownPlanApi, registerHref } from './api.ts';
import { NoteForm } from './NoteForm.tsx';

const words = {
  remind: { button: 'Nhắc đơn vị chưa ban hành' },
  note: { button: 'Ghi kế hoạch giấy' },
  day: { button: 'Đặt hạn ban hành' },
} as const;

/** What the focal office does with the register: urge those without, set the day, take it away as a table or on paper. */
export function RegisterActs({ register }: { register: CascadeView }) {
  const allowed = useMay();
  const may = allowed('Đơn vị chủ trì, theo dõi, người đứng đầu và cơ quan thường trực nhắc được người thực hiện');
  const waiting = register.units.flatMap(({ remind }) => remind ?? []);
  const kinds = [
    ...(register.all && may && waiting.length > 0 ? (['remind'] as const) : []),
    ...(allowed('Cơ quan thường trực ghi được kế hoạch đơn vị đã ban hành trên giấy') ? (['note'] as const) : []),
    ...(register.setsDay && !register.due?.printed ? (['day'] as const) : []),
  ];
  return (
    <div className="own-acts">
      <p className="row">
        <a className="btn small" href={registerHref(register.plan.id)} download>
          Tải sổ theo dõi (.xlsx)
        </a>
        <button type="button" className="btn small" onClick={() => window.print()}>
          In
        </button>
      </p>
      <ActChoice kinds={kinds} words={words}>
        {(kind, onDone) =>
          kind === 'remind' ? (
            <Remind register={register} waiting={waiting} onDone={onDone} />
          ) : kind === 'note' ? (
            <NoteForm register={register} onDone={onDone} />
          ) : (
            <DayForm register={register} onDone={onDone} />
          )
        }
      </ActChoice>
    </div>
  );
}

function Remind({ register, waiting, onDone }: { register: CascadeView; waiting: string[]; onDone: () => void }) {
  const { plan, due } = register;
  const [note, setNote] = useState(
    `Đơn vị chưa ban hành kế hoạch thực hiện ${plan.name}${due ? `; hạn ban hành ${sayDay(due.day)}` : ''}. Đề nghị hoàn thiện dự thảo ở mục “Kế hoạch của đơn vị” và ban hành.`,
  );
  const send = useMutation({
    mutationFn: () =>
      urgeAll(waiting, {
        send: (portion) => followApi.remind(portion, note.trim() || null),
        onPart: () => undefined,
        stopped: () => false,
      }),
    onSuccess: (urged) => {
      say(sayUrged(urged));
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field label="Lời nhắc gửi kèm">
        {(props) => (
          <textarea
            className="input"
            rows={3}
            maxLength={2000}
            {...props}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <button type="submit" className="btn primary" disabled={send.isPending}>
        {send.isPending ? 'Đang nhắc…' : `Nhắc ${waiting.length} đơn vị`}
      </button>
      <Refusal error={send.error} />
    </form>
  );
}

function DayForm({ register: { plan, due }, onDone }: { register: CascadeView; onDone: () => void }) {
  const client = useQueryClient();
  const [day, setDay] = useState(due?.day ?? '');
  const [ground, setGround] = useState(due?.ground ?? '');
  const send = useMutation({
    mutationFn: () => ownPlanApi.setDay(plan.id, day, ground.trim() || null),
    onSuccess: () => {
      void client.invalidateQueries(everyOwnPlan);
      say(`Đã đặt hạn ban hành kế hoạch của các đơn vị: ${sayDay(day)}.`);
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <DayField label="Các đơn vị ban hành chậm nhất ngày" required value={day} onChange={setDay} />
      <TextField
        label="Theo văn bản nào (nếu có)"
        hint="ví dụ: Công văn số 145/SNV-CCHC ngày 10/02/2026"
        maxLength={500}
        value={ground}
        onChange={setGround}
      />
      <button type="submit" className="btn primary" disabled={day === '' || send.isPending}>
        Đặt hạn ban hành
      </button>
      <Refusal error={send.error} />
    </form>
  );
}
