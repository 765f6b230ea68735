import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { isOpenTo, refuseOversightAct } from '../../../src/assignment/oversight/fold.ts';
import {
  type OversightAct,
  type OversightState,
  type Stance,
  stances,
} from '../../../src/assignment/oversight/model.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { sendOnce } from '../../state/pending.ts';
import { say } from '../../state/toasts.ts';
import { usePending } from '../../state/usePending.ts';
import { NoteField } from '../my-work/forms.tsx';
import { useActId } from '../my-work/useActId.ts';
import { type Answered, type Entry, everyEntry, type FollowUp, oneEntry, oversightApi } from './api.ts';
import { ReferenceFields, type TypedReference, toReferences } from './References.tsx';
import { stanceWords } from './say.ts';

const words = {
  answer: { button: 'Trả lời', label: 'Nội dung tiếp thu, giải trình', told: 'Đã gửi trả lời.' },
  satisfied: { button: 'Thỏa đáng', label: 'Ghi chú (nếu có)', told: 'Đã ghi: trả lời thỏa đáng.' },
  unsatisfied: { button: 'Chưa thỏa đáng', label: 'Vì sao, cần bổ sung gì', told: 'Đã đề nghị đơn vị trả lời lại.' },
  withdraw: { button: 'Rút ghi nhận', label: 'Lý do rút', told: 'Đã rút ghi nhận.' },
} as const;
type Kind = keyof typeof words;

/** What can be done now by whom it concerns: the unit answers, who recorded it says whether that satisfies. */
export function FollowForms({ entry }: { entry: Entry }) {
  const state = entry as OversightState;
  const open = (kind: Kind): boolean => {
    if (kind === 'answer') return entry.answers && isOpenTo(state, 'answer');
    return entry.follows && !refuseOversightAct(state, buildFollowUp(kind, '-'));
  };
  const kinds = (Object.keys(words) as Kind[]).filter(open);
  return (
    <ActChoice kinds={kinds} words={words}>
      {(kind, onDone) =>
        kind === 'answer' ? (
          <AnswerForm key={kind} entry={entry} onDone={onDone} />
        ) : (
          <FollowUpForm key={kind} entry={entry} kind={kind} onDone={onDone} />
        )
      }
    </ActChoice>
  );
}

function buildFollowUp(kind: Exclude<Kind, 'answer'>, text: string): FollowUp {
  if (kind === 'withdraw') return { kind, reason: text };
  return { kind: 'judge', satisfied: kind === 'satisfied', note: text || null };
}

type Typed = { text: string; stance: Stance; references: TypedReference[] };

function AnswerForm({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const [typed, setTyped, forget] = useDraft<Typed>(`oversight.${entry.id}.answer`, {
    ...{ text: '', stance: 'accept', references: [] },
  });
  const { text, stance } = typed;
  const references = toReferences(typed.references);
  const act: Answered = { kind: 'answer', stance, text: text.trim(), references };
  const send = useSend(entry, act, words.answer.told, () => {
    forget();
    onDone();
  });
  return (
    <Form send={send} button="Gửi trả lời" complete={text.trim() !== ''}>
      <ChoiceField
        label="Ý kiến của đơn vị"
        choices={stances.map((value) => ({ value, label: stanceWords[value] }))}
        value={stance}
        onChange={(next) => setTyped({ ...typed, stance: next })}
      />
      <NoteField label={words.answer.label} value={text} onChange={(next) => setTyped({ ...typed, text: next })} />
      <ReferenceFields value={typed.references} onChange={(next) => setTyped({ ...typed, references: next })} />
    </Form>
  );
}

type FollowUpProps = { entry: Entry; kind: Exclude<Kind, 'answer'>; onDone: () => void };

function FollowUpForm({ entry, kind, onDone }: FollowUpProps) {
  const [text, setText, forget] = useDraft(`oversight.${entry.id}.${kind}`, '');
  const { button, label, told } = words[kind];
  const send = useSend(entry, buildFollowUp(kind, text.trim()), told, () => {
    forget();
    onDone();
  });
  return (
    <Form send={send} button={button} complete={kind === 'satisfied' || text.trim() !== ''}>
      <NoteField label={label} value={text} onChange={setText} />
    </Form>
  );
}

/** Sends one act under an id that stays while it is the same. */
function useSend({ id }: Entry, act: Answered | FollowUp, told: string, onDone: () => void) {
  const client = useQueryClient();
  const content = JSON.stringify(act);
  const made = useActId(content);
  const pending = usePending();
  return useMutation({
    mutationFn: () =>
      sendOnce(pending, { subject: id, content, id: made }, (sent) =>
        isAnswer(act) ? oversightApi.answer(id, { id: sent, act }) : oversightApi.followUp(id, { id: sent, act }),
      ),
    onSuccess: (changed) => {
      onDone();
      client.setQueryData(oneEntry(id).queryKey, changed);
      void client.invalidateQueries(everyEntry);
      say(told);
    },
  });
}

const isAnswer = (act: Answered | Exclude<OversightAct, { kind: 'answer' }>): act is Answered => act.kind === 'answer';

type FormProps = {
  send: { mutate: () => void; isPending: boolean; error: Error | null };
  button: string;
  complete: boolean;
  children: ReactNode;
};

function Form({ send, button, complete, children }: FormProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (complete) send.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      {children}
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending || !complete}>
          {send.isPending ? 'Đang gửi…' : button}
        </button>
      </div>
    </form>
  );
}
