import type { Act } from '../../../src/assignment/model.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { DayField } from '../../components/DayField.tsx';
import { useDraft } from '../../state/draft.ts';
import { DayOff } from '../calendar/DayOff.tsx';
import { ActForm, type FormProps, NoteField, useOneAct } from './forms.tsx';

/** Asks whoever may extend for another day; until they answer the old one counts. */
export function ExtensionForm(props: FormProps) {
  const { owed, acts } = props;
  const [typed, setTyped, forget] = useDraft(`extension.${owed.id}`, { due: '', reason: '' });
  const { due, reason } = typed;
  const act: Act = { kind: 'ask-extension', due: due as PlainDate, reason: reason.trim() };
  const send = useOneAct(props, act, `Đã gửi đề nghị gia hạn đến ${sayDay(due)}.`, forget);
  if (owed.asked)
    return (
      <p className="work-note">
        Đã đề nghị gia hạn đến {sayDay(owed.asked.due)}, đang chờ trả lời. Muốn đổi ngày, hãy hoàn tác đề nghị này trong
        lịch sử rồi gửi lại.
      </p>
    );
  const early = due !== '' && owed.due !== null && due <= owed.due;
  return (
    <ActForm acts={acts} label="Gửi đề nghị gia hạn" disabled={due === '' || early} onSubmit={send}>
      <DayField
        label="Đề nghị đến ngày"
        hint={owed.due ? `sau ngày ${sayDay(owed.due)}` : 'ngày/tháng/năm'}
        required
        value={due}
        onChange={(next) => setTyped({ ...typed, due: next })}
      />
      <DayOff day={due} />
      <NoteField
        label="Lý do"
        hint="Hạn cũ giữ nguyên cho tới khi được đồng ý."
        required
        value={reason}
        onChange={(next) => setTyped({ ...typed, reason: next })}
      />
    </ActForm>
  );
}
