import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { isOpenTo } from '../../../src/report/recommendation/fold.ts';
import type { KeeperAct, OwnerAct } from '../../../src/report/recommendation/model.ts';
import type { RecommendationDetailView } from '../../../src/report/recommendation/views.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { sendOnce } from '../../state/pending.ts';
import { say } from '../../state/toasts.ts';
import { usePending } from '../../state/usePending.ts';
import { NoteField } from '../my-work/forms.tsx';
import { useActId } from '../my-work/useActId.ts';
import { everyRecommendation, oneRecommendation, recommendationApi } from './api.ts';
import { UnitPick } from './UnitPick.tsx';

const kinds = ['progress', 'close', 'reopen', 'change', 'withdraw'] as const;
type Kind = (typeof kinds)[number];

const words: Record<Kind, { button: string; send: string; told: string }> = {
  progress: { button: 'Báo tiến độ', send: 'Gửi báo cáo tiến độ', told: 'Đã gửi báo cáo tiến độ.' },
  close: { button: 'Xác nhận hoàn thành', send: 'Xác nhận hoàn thành', told: 'Đã xác nhận hoàn thành.' },
  reopen: { button: 'Yêu cầu làm tiếp', send: 'Gửi yêu cầu', told: 'Đã yêu cầu làm tiếp.' },
  change: { button: 'Sửa, đổi hạn', send: 'Lưu', told: 'Đã sửa kiến nghị.' },
  withdraw: { button: 'Rút', send: 'Rút kiến nghị', told: 'Đã rút kiến nghị.' },
};

type Props = { detail: RecommendationDetailView };

/** What the owner says and what the keeper of the register does. */
export function RecommendationActs({ detail }: Props) {
  const { line } = detail;
  const open = kinds.filter((kind) => (kind === 'progress' ? line.owns : line.keeps) && isOpenTo(line, kind));
  return (
    <ActChoice kinds={open} words={words}>
      {(kind, onDone) => <ActForm key={kind} {...{ kind, onDone, detail }} />}
    </ActChoice>
  );
}

type Typed = { note: string; percent: string; without: string; text: string; agencyId: string; due: string };

function ActForm({ kind, onDone, detail }: Props & { kind: Kind; onDone: () => void }) {
  const { line } = detail;
  const [typed, setTyped, forget] = useDraft<Typed>(`recommendation.${kind}.${line.id}`, {
    ...{ note: '', percent: line.percent === null ? '' : `${line.percent}`, without: '', text: line.text },
    ...{ agencyId: line.agencyId ?? '', due: line.due ?? '' },
  });
  const [tried, setTried] = useState(false);
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const proven = detail.evidence.length > 0;
  const act = toAct(kind, typed, proven);
  const send = useActing(line.id, act, words[kind].told, () => {
    forget();
    onDone();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (act) send.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <Fields {...{ kind, typed, set, proven }} />
      {tried && !act && (
        <p className="form-error">Hãy nhập đủ các ô trên; hoàn thành 100% cần tài liệu hoặc lý do không có.</p>
      )}
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {send.isPending ? 'Đang gửi…' : words[kind].send}
        </button>
      </div>
    </form>
  );
}

type FieldsProps = { kind: Kind; typed: Typed; set: (more: Partial<Typed>) => void; proven: boolean };

function Fields({ kind, typed, set, proven }: FieldsProps) {
  const note = (label: string, hint?: string) => (
    <NoteField label={label} value={typed.note} onChange={(value) => set({ note: value })} {...(hint && { hint })} />
  );
  if (kind === 'progress')
    return (
      <>
        <TextField
          label="Đã hoàn thành (%)"
          inputMode="numeric"
          pattern="\d{1,3}"
          hint="0 đến 100; 100 là đề nghị xác nhận hoàn thành"
          value={typed.percent}
          onChange={(percent) => set({ percent })}
        />
        {note('Đã làm gì, còn vướng gì')}
        {typed.percent === '100' && !proven && (
          <NoteField
            label="Lý do không có tài liệu"
            hint="Có tài liệu thì bấm “Thêm tài liệu” ở trên trước khi gửi"
            value={typed.without}
            onChange={(without) => set({ without })}
          />
        )}
      </>
    );
  if (kind === 'close')
    return note('Ghi chú', proven ? 'Để trống nếu không có' : 'Đơn vị chưa có tài liệu: nêu lý do xác nhận');
  if (kind !== 'change') return note('Lý do');
  return (
    <>
      <NoteField label="Kiến nghị" value={typed.text} onChange={(text) => set({ text })} />
      <UnitPick value={typed.agencyId} onChange={(agencyId) => set({ agencyId })} />
      <DayField label="Thời hạn" hint="Để trống nếu không nêu" value={typed.due} onChange={(due) => set({ due })} />
      {note('Lý do sửa')}
    </>
  );
}

/** The act as it was typed; undefined while something it must say is missing. */
function toAct(kind: Kind, typed: Typed, proven: boolean): KeeperAct | OwnerAct | undefined {
  const [note, text] = [typed.note.trim(), typed.text.trim()];
  switch (kind) {
    case 'progress': {
      const percent = /^\d{1,3}$/.test(typed.percent.trim()) ? Number(typed.percent) : Number.NaN;
      const without = percent === 100 && !proven ? typed.without.trim() || null : null;
      const whole = percent === 100 && !proven && without === null;
      return !(percent >= 0 && percent <= 100) || note === '' || whole
        ? undefined
        : { kind, percent, text: note, without };
    }
    case 'close':
      return { kind, note: note || null };
    case 'change':
      return text === '' || typed.agencyId === '' || note === ''
        ? undefined
        : { kind, text, agencyId: typed.agencyId, due: (typed.due || null) as PlainDate | null, reason: note };
    default:
      return note === '' ? undefined : { kind, reason: note };
  }
}

function useActing(id: string, act: KeeperAct | OwnerAct | undefined, told: string, onDone: () => void) {
  const client = useQueryClient();
  const content = JSON.stringify(act ?? null);
  const made = useActId(content);
  const pending = usePending();
  return useMutation({
    mutationFn: () =>
      sendOnce(pending, { subject: id, content, id: made }, (sent) => {
        if (!act) throw new Error('nothing was typed');
        return act.kind === 'progress'
          ? recommendationApi.progress(id, { id: sent, act })
          : recommendationApi.keep(id, { id: sent, act });
      }),
    onSuccess: (changed) => {
      onDone();
      client.setQueryData(oneRecommendation(id).queryKey, changed);
      void client.invalidateQueries(everyRecommendation);
      say(told);
    },
  });
}
