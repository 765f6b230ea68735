import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { type PlainDate, sayDay } from '../../../src/kernel/plain-date.ts';
import type { AnswerView, SumsView } from '../../../src/report/form/views.ts';
import type { Steering } from '../../api-follow.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { say } from '../../state/toasts.ts';
import { nameAgencies } from '../../words/work.ts';
import { useSteering } from '../assignments/useSteering.ts';
import { DayOff } from '../calendar/DayOff.tsx';
import { RemindForm } from '../follow/RemindForm.tsx';
import { today } from '../follow/useFollow.ts';
import { everyForm, formsApi } from './api.ts';
import { sayAnswerState } from './say.ts';

const words = {
  remind: { button: 'Nhắc đơn vị chưa gửi' },
  extend: { button: 'Gia hạn' },
  cancel: { button: 'Thu hồi phiếu' },
} as const;

/** Who has answered and who has not, and what may be done about it: urging, more time, taking the form back, receiving. */
export function Repliers({ view }: { view: SumsView }) {
  const names = nameAgencies(view.agencies);
  const missing = view.answers.filter(({ id, open }) => open && view.missing.includes(id));
  const sent = view.answers.filter(({ status }) => status === 'sent');
  return (
    <div className="form-stack">
      {view.owns && (
        <section className="card form-intro" aria-label="Đôn đốc, tiếp nhận">
          {sent.length > 0 && <ReceiveAll answers={sent} />}
          {missing.length > 0 && (
            <ActChoice kinds={['remind', 'extend', 'cancel'] as const} words={words}>
              {(kind, onDone) =>
                kind === 'remind' ? (
                  <RemindForm chosen={missing.map(({ id }) => id)} behind={undefined} onDone={onDone} />
                ) : (
                  <SteerForm key={kind} kind={kind} answers={missing} onDone={onDone} />
                )
              }
            </ActChoice>
          )}
          {missing.length === 0 && sent.length === 0 && <p className="muted">Mọi phiếu đã được tiếp nhận.</p>}
        </section>
      )}
      <div className="card">
        <table className="register reporters">
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col">Hạn</th>
              <th scope="col">Trạng thái</th>
            </tr>
          </thead>
          <tbody>
            {view.answers.map((one) => {
              const { tone, word } = sayAnswerState(one, today());
              return (
                <tr key={one.id}>
                  <td>
                    <Link to="/phieu/$id" params={{ id: one.id }} className="name">
                      {names.get(one.agencyId)}
                    </Link>
                    {one.sentOn && (
                      <small>
                        gửi ngày {sayDay(one.sentOn)}, bản {one.version}
                      </small>
                    )}
                  </td>
                  <td data-word="Hạn:">{one.due ? sayDay(one.due) : ''}</td>
                  <td>
                    <Tag tone={tone}>{word}</Tag>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What has come in and was looked at in the table is received in one click; one that is wrong is returned from its own page. */
function ReceiveAll({ answers }: { answers: readonly AnswerView[] }) {
  const client = useQueryClient();
  const receiving = useMutation({
    mutationFn: async () => {
      const told = new Set<string>();
      for (const { id } of answers)
        for (const one of (await formsApi.receiving(id, { id: newId(), act: { kind: 'receive', note: null } })).told)
          told.add(one);
      return [...told];
    },
    onSuccess: (told) =>
      told.length === 0
        ? say(`Đã tiếp nhận ${answers.length} phiếu.`)
        : say(`Đã tiếp nhận ${answers.length} phiếu. Có số chưa ghi được vào chỉ tiêu: ${told.join(' ')}`, {
            tone: 'late',
          }),
    onSettled: () => void client.invalidateQueries(everyForm),
  });
  return (
    <div className="row">
      <Button className="btn primary" isDisabled={receiving.isPending} onPress={() => receiving.mutate()}>
        {receiving.isPending ? 'Đang tiếp nhận…' : `Tiếp nhận ${answers.length} phiếu đã gửi`}
      </Button>
      <Refusal error={receiving.error} />
    </div>
  );
}

type SteerProps = { kind: 'extend' | 'cancel'; answers: readonly AnswerView[]; onDone: () => void };

/** More time for those who have not answered, or taking the form back from them: acts about the work it is. */
function SteerForm({ kind, answers, onDone }: SteerProps) {
  const [typed, setTyped] = useState({ reason: '', due: '', grantedBy: '' });
  const steering = useSteering();
  const acts = useMemo(() => answers.map((one) => actOf(kind, one, typed)), [answers, kind, typed]);
  const ready =
    typed.reason.trim() !== '' && (kind === 'cancel' || (typed.due !== '' && typed.grantedBy.trim() !== ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const told = `${kind === 'extend' ? 'Đã gia hạn cho' : 'Đã thu hồi phiếu của'} ${answers.length} đơn vị.`;
    steering.mutate({ acts, told, onDone });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <p>
        {kind === 'extend'
          ? `Gia hạn cho ${answers.length} đơn vị chưa gửi.`
          : `Thu hồi phiếu của ${answers.length} đơn vị chưa gửi; số liệu đã gửi vẫn còn.`}
      </p>
      {kind === 'extend' && (
        <>
          <DayField label="Hạn mới" required value={typed.due} onChange={(due) => setTyped({ ...typed, due })} />
          <DayOff day={typed.due} />
          <TextField
            label="Người cho phép gia hạn"
            hint="Chức vụ, họ tên hoặc văn bản cho phép"
            required
            maxLength={500}
            value={typed.grantedBy}
            onChange={(grantedBy) => setTyped({ ...typed, grantedBy })}
          />
        </>
      )}
      <TextField
        label="Lý do"
        required
        maxLength={2_000}
        value={typed.reason}
        onChange={(reason) => setTyped({ ...typed, reason })}
      />
      <Refusal error={steering.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={!ready || steering.isPending}>
          {kind === 'extend' ? `Gia hạn cho ${answers.length} đơn vị` : `Thu hồi của ${answers.length} đơn vị`}
        </button>
      </div>
    </form>
  );
}

function actOf(
  kind: SteerProps['kind'],
  one: AnswerView,
  typed: { reason: string; due: string; grantedBy: string },
): Steering {
  const about = { id: newId(), assignmentId: one.assignmentId, occurrenceId: one.id };
  const reason = typed.reason.trim();
  if (kind === 'cancel') return { ...about, act: { kind, reason } };
  return { ...about, act: { kind, due: typed.due as PlainDate, reason, grantedBy: typed.grantedBy.trim() } };
}
