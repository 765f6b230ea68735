import { type FormEvent, useMemo } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Steering } from '../../api-follow.ts';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { DayOff } from '../calendar/DayOff.tsx';
import type { Line } from '../follow/useCellWork.ts';
import { useSteering } from './useSteering.ts';

export type SteeringKind = 'extend' | 'return' | 'cancel';
type Typed = { due: string; reason: string; grantedBy: string };

/** What is asked for the lines of an act. */
const asked: Record<SteeringKind, { verb: string; done: string; due?: string }> = {
  extend: { verb: 'Gia hạn', done: 'Đã gia hạn', due: 'Hạn mới' },
  return: { verb: 'Trả lại', done: 'Đã trả lại', due: 'Làm lại chậm nhất ngày (nếu đổi hạn)' },
  cancel: { verb: 'Hủy', done: 'Đã hủy' },
};

/** One act over many: what, why, how many of how many units, and only then the button that says so. */
export function BulkForm({ kind, lines, onDone }: { kind: SteeringKind; lines: readonly Line[]; onDone: () => void }) {
  const [typed, setTyped, forget] = useDraft<Typed>(`bulk.${kind}`, { due: '', reason: '', grantedBy: '' });
  const steering = useSteering();
  const { verb, done, due } = asked[kind];
  const what = `${sayNumber(lines.length)} việc`;
  // The same ids while the content is the same: sent again after a lost line it counts once.
  const acts = useMemo(() => lines.map(({ owed }) => actOf(kind, typed, owed)), [kind, typed, lines]);
  const units = new Set(lines.map(({ owed }) => owed.agencyId)).size;
  const set = (next: Partial<Typed>) => setTyped({ ...typed, ...next });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    steering.mutate({
      ...{ acts, told: `${done} ${what}.` },
      onDone: () => {
        forget();
        onDone();
      },
    });
  };
  const ready =
    typed.reason.trim() !== '' && (kind !== 'extend' || (typed.due !== '' && typed.grantedBy.trim() !== ''));
  return (
    <form className="panel-form" onSubmit={submit}>
      <p>
        {verb} <b>{what}</b> của <b>{sayNumber(units)} đơn vị</b>
        {kind === 'cancel' ? '. Việc bị hủy không còn tính vào tiến độ; có thể hoàn tác.' : '.'}
      </p>
      {due && <DayField label={due} required={kind === 'extend'} value={typed.due} onChange={(due) => set({ due })} />}
      {due && <DayOff day={typed.due} />}
      <TextField label="Lý do" required maxLength={2000} value={typed.reason} onChange={(reason) => set({ reason })} />
      {kind === 'extend' && (
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
        <button type="submit" className="btn primary" disabled={!ready || steering.isPending}>
          {steering.isPending
            ? 'Đang ghi…'
            : `${verb} ${what}${kind === 'extend' && typed.due ? ` đến ${sayDay(typed.due)}` : ''}`}
        </button>
      </div>
    </form>
  );
}

function actOf(kind: SteeringKind, typed: Typed, { id, assignmentId }: Line['owed']): Steering {
  const about = { id: newId(), assignmentId, occurrenceId: id };
  const reason = typed.reason.trim();
  const due = typed.due as PlainDate;
  if (kind === 'cancel') return { ...about, act: { kind, reason } };
  if (kind === 'return') return { ...about, act: { kind, reason, due: typed.due === '' ? null : due } };
  return { ...about, act: { kind, due, reason, grantedBy: typed.grantedBy.trim() } };
}
