import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { AnswerDetailView } from '../../../src/report/form/views.ts';
import type { ReportAct } from '../../../src/report/model.ts';
import { isOpenTo } from '../../../src/report/rules.ts';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import type { ReceiverAct, UnitAct } from '../reports/api.ts';
import { everyForm, formsApi, oneAnswer } from './api.ts';

type Kind = UnitAct['kind'] | 'receive' | 'return';

const words: Record<Kind, { button: string; done: string; reason?: string; day?: true }> = {
  send: { button: 'Gửi phiếu', done: 'Đã gửi phiếu.' },
  submit: { button: 'Trình thủ trưởng xem trước', done: 'Đã trình thủ trưởng.' },
  recall: { button: 'Lấy lại để sửa', done: 'Đã lấy lại phiếu.' },
  'send-back': { button: 'Yêu cầu sửa', done: 'Đã chuyển lại để sửa.', reason: 'Cần sửa gì' },
  correct: { button: 'Đính chính', done: 'Đã mở bản đính chính.', reason: 'Lý do đính chính' },
  receive: { button: 'Tiếp nhận', done: 'Đã tiếp nhận phiếu.' },
  return: { button: 'Trả lại', done: 'Đã trả lại phiếu.', reason: 'Lý do trả lại', day: true },
};
const unitKinds = ['send', 'submit', 'recall', 'send-back', 'correct'] as const;
const receiverKinds = ['receive', 'return'] as const;
const isReceivers = (kind: Kind): kind is (typeof receiverKinds)[number] => kind === 'receive' || kind === 'return';

type Props = {
  detail: AnswerDetailView;
  /** saves what is typed and says whether it may be sent */
  onBefore: (kind: Kind) => Promise<boolean>;
};

/** What may be done about an answered form now: by its unit, and by who sent the form. */
export function AnswerActs({ detail, onBefore }: Props) {
  const { answer } = detail;
  const client = useQueryClient();
  const [asked, setAsked] = useState<Kind | null>(null);
  const [typed, setTyped] = useState({ reason: '', due: '' });
  const acting = useMutation({
    mutationFn: async (kind: Kind) => {
      if (!(await onBefore(kind))) return null;
      const act = actOf(kind, typed);
      return isReceivers(kind)
        ? formsApi.receiving(answer.id, { id: newId(), act: act as ReceiverAct })
        : formsApi.act(answer.id, { id: newId(), act: act as UnitAct });
    },
    onSuccess: (after, kind) => {
      if (after === null) return;
      client.setQueryData(oneAnswer(answer.id).queryKey, after);
      void client.invalidateQueries({ queryKey: ['work'] });
      void client.invalidateQueries(everyForm);
      setAsked(null);
      setTyped({ reason: '', due: '' });
      if (after.told.length === 0) say(words[kind].done);
      else say(`${words[kind].done} Có số chưa ghi được vào chỉ tiêu: ${after.told.join(' ')}`, { tone: 'late' });
    },
  });
  const kinds: Kind[] = [...(answer.writes ? unitKinds : []), ...(answer.receives ? receiverKinds : [])].filter(
    (kind) => isOpenTo(answer, kind),
  );
  if (kinds.length === 0) return null;
  const press = (kind: Kind) => (words[kind].reason ? setAsked(asked === kind ? null : kind) : acting.mutate(kind));
  return (
    <section className="report-acts" aria-label="Xử lý phiếu">
      <div className="row">
        {kinds.map((kind) => (
          <Button
            key={kind}
            className={kind === 'send' || kind === 'receive' ? 'btn primary' : 'btn'}
            isDisabled={acting.isPending}
            {...(words[kind].reason && { 'aria-expanded': asked === kind })}
            onPress={() => press(kind)}
          >
            {words[kind].button}
          </Button>
        ))}
      </div>
      {asked && kinds.includes(asked) && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            acting.mutate(asked);
          }}
        >
          <TextField
            label={words[asked].reason ?? ''}
            required
            maxLength={2_000}
            value={typed.reason}
            onChange={(reason) => setTyped({ ...typed, reason })}
          />
          {words[asked].day && (
            <DayField
              label="Gửi lại chậm nhất ngày (nếu có)"
              value={typed.due}
              onChange={(due) => setTyped({ ...typed, due })}
            />
          )}
          <button type="submit" className="btn primary" disabled={typed.reason.trim() === '' || acting.isPending}>
            {words[asked].button}
          </button>
        </form>
      )}
      <Refusal error={acting.error} />
    </section>
  );
}

function actOf(kind: Kind, { reason, due }: { reason: string; due: string }): ReportAct {
  if (kind === 'recall') return { kind };
  if (kind === 'return') return { kind, reason, due: due === '' ? null : (due as PlainDate) };
  if (kind === 'send-back' || kind === 'correct') return { kind, reason };
  return { kind, note: null };
}
