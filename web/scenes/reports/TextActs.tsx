import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import type { GatheringView, SentGatheringAct } from '../../../src/report/consolidated/views.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { reportApi, roundText, type WhichText } from './api.ts';

type Kind = 'submit' | 'send' | 'recall' | 'send-back' | 'correct' | 'receive' | 'return';

/** Each act of a part, its button, what it asks for and what is said when it is done. */
const words: Record<Kind, { button: string; done: string; reason?: string }> = {
  send: { button: 'Ký gửi cơ quan thường trực', done: 'Đã gửi phần tổng hợp.' },
  submit: { button: 'Trình duyệt', done: 'Đã trình duyệt.' },
  receive: { button: 'Tiếp nhận', done: 'Đã tiếp nhận phần tổng hợp.' },
  return: { button: 'Trả lại', done: 'Đã trả lại phần tổng hợp.', reason: 'Lý do trả lại' },
  'send-back': { button: 'Yêu cầu sửa', done: 'Đã chuyển lại để sửa.', reason: 'Cần sửa gì' },
  correct: { button: 'Đính chính', done: 'Đã mở bản đính chính.', reason: 'Lý do đính chính' },
  recall: { button: 'Lấy lại để sửa', done: 'Đã lấy lại để sửa.' },
};
const ofAll: typeof words = { ...words, send: { button: 'Duyệt báo cáo', done: 'Đã duyệt báo cáo tổng hợp.' } };

/** What the asker may do now, the likeliest first. */
export function kindsFor({ status, writes, signs, receives, writable }: GatheringView): Kind[] {
  const with_ = status === 'writing' || status === 'returned';
  const may: Record<Kind, boolean> = {
    send: signs && (with_ || status === 'submitted'),
    submit: writable && with_ && !signs,
    receive: receives && status === 'sent',
    return: receives && (status === 'sent' || status === 'received'),
    'send-back': signs && status === 'submitted',
    correct: writes && status === 'received',
    recall: writes && (status === 'submitted' || status === 'sent'),
  };
  return (Object.keys(may) as Kind[]).filter((kind) => may[kind]);
}

type Props = { view: GatheringView; which: WhichText; onBefore: () => Promise<boolean>; changed: number };

/** What may be done about the text as it stands. */
export function TextActs({ view, which, onBefore, changed }: Props) {
  return (
    <ActChoice kinds={kindsFor(view)} words={view.top ? ofAll : words} leads>
      {(kind, onDone) => <ActForm key={kind} {...{ kind, view, which, onBefore, changed, onDone }} />}
    </ActChoice>
  );
}

function ActForm({ kind, view, which, onBefore, changed, onDone }: Props & { kind: Kind; onDone: () => void }) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const id = useRef(newId());
  const { reason, button, done } = (view.top ? ofAll : words)[kind];
  const sending = useMutation({
    mutationFn: async () => {
      if (!(await onBefore())) throw new Error('Còn nội dung chưa lưu được. Hãy chờ có mạng rồi bấm lại.');
      const more = reason ? { reason: text } : kind === 'recall' ? {} : { note: text.trim() || null };
      const act = { kind, ...more, ...(kind === 'return' && { due: null }) };
      return reportApi.actOnText(which, { id: id.current, act } as SentGatheringAct);
    },
    onSuccess: (after) => {
      client.setQueryData(roundText(which).queryKey, after);
      void client.invalidateQueries({ queryKey: ['work'] });
      say(done);
      onDone();
    },
  });
  const ready = !reason || text.trim() !== '';
  const left = kind === 'send' || kind === 'submit' ? view.leads.filter(({ counted }) => !counted).length : 0;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) sending.mutate();
      }}
    >
      {left > 0 && (
        <p className="notice due">{left} cơ quan chủ trì chưa gửi phần tổng hợp; báo cáo nêu rõ điều này.</p>
      )}
      {changed > 0 && (kind === 'send' || kind === 'submit') && (
        <p className="notice due">{changed} đoạn có nguồn đã thay đổi mà chưa xem lại.</p>
      )}
      {kind !== 'recall' && (
        <Field label={reason ?? 'Ghi chú (nếu có)'}>
          {(props) => (
            <textarea
              className="input"
              rows={2}
              {...props}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      )}
      <Refusal error={sending.error} />
      <div className="row">
        <Button className="btn primary" type="submit" isDisabled={!ready || sending.isPending}>
          {button}
        </Button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
