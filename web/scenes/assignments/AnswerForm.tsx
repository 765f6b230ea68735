import { type FormEvent, useMemo } from 'react';
import type { AskedExtensionsView } from '../../../src/assignment/extension/views.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { type PlainDate, sayDay } from '../../../src/kernel/plain-date.ts';
import type { Steering } from '../../api-follow.ts';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { DayOff } from '../calendar/DayOff.tsx';
import { useSteering } from './useSteering.ts';

export type Answer = 'extend' | 'decline';
type Asking = AskedExtensionsView['owed'][number];
type Typed = { due: string; reason: string; grantedBy: string };

/** The day that is given, who gives it and why; or why none is. What the unit asked for stands there already. */
export function AnswerForm({ answer, owed, onDone }: { answer: Answer; owed: Asking; onDone: () => void }) {
  const asked = owed.asked ?? { due: '', reason: '' };
  const first = { due: asked.due, reason: answer === 'extend' ? `Theo đề nghị: ${asked.reason}` : '', grantedBy: '' };
  const [typed, setTyped, forget] = useDraft<Typed>(`answer.${answer}.${owed.id}.${asked.due}`, first);
  const steering = useSteering();
  // The same id while the content is the same: sent again after a lost line it counts once.
  const act = useMemo(() => actOf(answer, typed, owed), [answer, typed, owed]);
  const set = (next: Partial<Typed>) => setTyped({ ...typed, ...next });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const told = answer === 'extend' ? `Đã gia hạn đến ${sayDay(typed.due)}.` : 'Đã trả lời không đồng ý gia hạn.';
    steering.mutate({
      ...{ acts: [act], told },
      onDone: () => {
        forget();
        onDone();
      },
    });
  };
  const given = answer === 'decline' || (typed.due !== '' && typed.grantedBy.trim() !== '');
  return (
    <form className="panel-form" onSubmit={submit}>
      {answer === 'extend' && <DayField label="Hạn mới" required value={typed.due} onChange={(due) => set({ due })} />}
      {answer === 'extend' && <DayOff day={typed.due} />}
      <TextField label="Lý do" required maxLength={2000} value={typed.reason} onChange={(reason) => set({ reason })} />
      {answer === 'extend' && (
        <TextField
          label="Người cho phép gia hạn"
          hint="Chức vụ, họ tên hoặc văn bản cho phép"
          required
          maxLength={500}
          value={typed.grantedBy}
          onChange={(grantedBy) => set({ grantedBy })}
        />
      )}
      <Refusal error={steering.error} />
      <div className="row">
        <button
          type="submit"
          className="btn primary"
          disabled={!given || typed.reason.trim() === '' || steering.isPending}
        >
          {steering.isPending ? 'Đang ghi…' : answer === 'extend' ? 'Gia hạn' : 'Trả lời không đồng ý'}
        </button>
      </div>
    </form>
  );
}

function actOf(answer: Answer, typed: Typed, { id, assignmentId }: Asking): Steering {
  const about = { id: newId(), assignmentId, occurrenceId: id };
  const reason = typed.reason.trim();
  if (answer === 'decline') return { ...about, act: { kind: 'decline', reason } };
  return { ...about, act: { kind: 'extend', due: typed.due as PlainDate, reason, grantedBy: typed.grantedBy.trim() } };
}
