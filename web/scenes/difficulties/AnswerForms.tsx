import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { refuseDifficultyAct } from '../../../src/assignment/difficulty.ts';
import type { DifficultyAct, DifficultyState } from '../../../src/assignment/model.ts';
import { dayInVietnam, type PlainDate } from '../../../src/kernel/plain-date.ts';
import type { Session } from '../../../src/people/views.ts';
import { type DifficultyDetail, workApi } from '../../api-work.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { oneItem } from '../../queries-work.ts';
import { useDraft } from '../../state/draft.ts';
import { sendOnce } from '../../state/pending.ts';
import { handlers, holdsFor } from '../../state/reach.ts';
import { say } from '../../state/toasts.ts';
import { usePending } from '../../state/usePending.ts';
import { treeOf } from '../agencies/api.ts';
import { useActId } from '../my-work/useActId.ts';

type Kind = DifficultyAct['kind'];
type Props = { detail: DifficultyDetail; session: Session | undefined };

const words: Record<Kind, { button: string; label: string; told: string }> = {
  answer: { button: 'Trả lời', label: 'Nội dung trả lời', told: 'Đã trả lời.' },
  forward: { button: 'Chuyển nơi khác trả lời', label: 'Lý do chuyển', told: 'Đã chuyển.' },
  amend: { button: 'Sửa kế hoạch', label: 'Sửa thế nào, bằng văn bản nào', told: 'Đã ghi: sửa kế hoạch.' },
  withdraw: { button: 'Rút vướng mắc', label: 'Lý do rút', told: 'Đã rút vướng mắc.' },
  close: { button: 'Đóng', label: 'Ghi chú (nếu có)', told: 'Đã đóng vướng mắc.' },
  reopen: { button: 'Mở lại', label: 'Vì sao mở lại', told: 'Đã mở lại vướng mắc.' },
};
const order: readonly Kind[] = ['answer', 'forward', 'amend', 'withdraw', 'close', 'reopen'];

/** Who is asked answers, hands it on, amends; who raised it takes it back or opens it again; either closes it. */
function mayAct({ difficulty }: DifficultyDetail, session: Session | undefined, kind: Kind): boolean {
  const asked = holdsFor(session, handlers, difficulty.toAgencyId);
  const raised = holdsFor(session, handlers, difficulty.agencyId);
  if (kind === 'close') return asked || raised;
  return kind === 'withdraw' || kind === 'reopen' ? raised : asked;
}

const sample = (kind: Kind): DifficultyAct =>
  ({
    kind,
    text: '',
    reason: '',
    note: '',
    on: '',
    agencyId: '',
    planId: null,
    answerBy: null,
  }) as unknown as DifficultyAct;

/** What can be done about it now, and the form of the one that was chosen. */
export function AnswerForms({ detail, session }: Props) {
  const state = detail.difficulty as DifficultyState;
  const kinds = order.filter((one) => !refuseDifficultyAct(state, sample(one)) && mayAct(detail, session, one));
  return (
    <ActChoice kinds={kinds} words={words}>
      {(kind, onDone) => <ActForm key={kind} detail={detail} kind={kind} onDone={onDone} />}
    </ActChoice>
  );
}

type Typed = { text: string; agencyId: string; day: string };

function buildAct(kind: Kind, { text, agencyId, day }: Typed): DifficultyAct {
  const words = text.trim();
  switch (kind) {
    case 'answer':
      return { kind, text: words, on: dayInVietnam(new Date()) };
    case 'forward':
      return { kind, agencyId, reason: words, answerBy: (day || null) as PlainDate | null };
    case 'amend':
      return { kind, planId: null, note: words };
    case 'close':
      return { kind, note: words || null };
    default:
      return { kind, reason: words };
  }
}

function ActForm({ detail, kind, onDone }: { detail: DifficultyDetail; kind: Kind; onDone: () => void }) {
  const client = useQueryClient();
  const { id } = detail.difficulty;
  const [typed, setTyped, forget] = useDraft<Typed>(`difficulty.${id}.${kind}`, { text: '', agencyId: '', day: '' });
  const act = buildAct(kind, typed);
  const content = JSON.stringify(act);
  const made = useActId(content);
  const pending = usePending();
  const send = useMutation({
    mutationFn: () =>
      sendOnce(pending, { subject: id, content, id: made }, (sent) => workApi.actOnDifficulty(id, { id: sent, act })),
    onSuccess: (changed) => {
      forget();
      client.setQueryData(['work', 'difficulty', id], changed);
      void client.invalidateQueries({ queryKey: ['work', 'difficulties'] });
      say(words[kind].told);
      onDone();
    },
  });
  const complete = (kind === 'close' || typed.text.trim() !== '') && (kind !== 'forward' || typed.agencyId !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (complete) send.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      {kind === 'forward' && <Receiver detail={detail} typed={typed} onChange={setTyped} />}
      <Field label={words[kind].label}>
        {(props) => (
          <textarea
            className="input"
            rows={4}
            {...props}
            value={typed.text}
            onChange={({ target }) => setTyped({ ...typed, text: target.value })}
          />
        )}
      </Field>
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending || !complete}>
          {send.isPending ? 'Đang gửi…' : words[kind].button}
        </button>
      </div>
    </form>
  );
}

/** Whoever has a role in the task stands first; any other agency can be asked too. */
function Receiver({
  detail: { difficulty },
  typed,
  onChange,
}: {
  detail: DifficultyDetail;
  typed: Typed;
  onChange: (typed: Typed) => void;
}) {
  const item = useQuery(oneItem(difficulty.itemId));
  const tree = useQuery(treeOf(undefined));
  const near = new Set(item.data?.agencies.map(({ id }) => id));
  const choices = [
    ...(item.data?.agencies ?? []),
    ...(tree.data?.agencies ?? []).filter(({ id, kind }) => !near.has(id) && kind !== 'village'),
  ].filter(({ id }) => id !== difficulty.toAgencyId);
  return (
    <>
      <Field label="Chuyển tới" hint="Cơ quan có vai trò trong nhiệm vụ đứng trước">
        {(props) => (
          <select
            className="input"
            required
            {...props}
            value={typed.agencyId}
            onChange={({ target }) => onChange({ ...typed, agencyId: target.value })}
          >
            <option value="">Chọn cơ quan</option>
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DayField
        label="Trả lời chậm nhất ngày"
        hint="Để trống nếu không đổi"
        value={typed.day}
        onChange={(day) => onChange({ ...typed, day })}
      />
    </>
  );
}
