import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { refuseSeen } from '../../../src/assignment/oversight/fold.ts';
import { type OversightForm, oversightForms } from '../../../src/assignment/oversight/model.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../../../src/kernel/plain-date.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { say } from '../../state/toasts.ts';
import { NoteField } from '../my-work/forms.tsx';
import { everyEntry, oversightApi } from './api.ts';
import { ReferenceFields, type TypedReference, toReferences } from './References.tsx';
import { type About, type Chosen, isChosen, SubjectFields, toSubject } from './SubjectFields.tsx';
import { sayForm } from './say.ts';

type Typed = Chosen & {
  id: string;
  day: string;
  form: OversightForm;
  participants: string;
  seen: string;
  recommendation: string;
  wishedBy: string;
  references: TypedReference[];
};

const wrong = {
  'day-in-the-future': 'Ngày giám sát không thể sau hôm nay.',
  'wish-without-recommendation': 'Có ngày mong trả lời nhưng chưa có kiến nghị: hãy ghi kiến nghị hoặc bỏ ngày đó.',
  'wish-before-day': 'Ngày mong trả lời không thể trước ngày giám sát.',
} as const;

const today = (): PlainDate => dayInVietnam(new Date());
const blank = ({ agencyId = '', item }: About): Typed => ({
  ...{ id: newId(), agencyId, about: item ? 'item' : 'unit', itemId: item?.id ?? '', part: '' },
  ...{ day: today(), form: 'regular', participants: '', seen: '', recommendation: '', wishedBy: '', references: [] },
});

/** Why what was typed is not yet an entry, in words; undefined when it is. */
function findMissing(typed: Typed): string | undefined {
  const { day, seen, recommendation, wishedBy } = typed;
  if (typed.agencyId === '') return 'Hãy chọn đơn vị được giám sát.';
  if (!isChosen(typed)) return 'Hãy chọn nhiệm vụ hoặc nội dung được giám sát.';
  if (day === '') return 'Hãy nhập ngày giám sát.';
  if (seen.trim() === '') return 'Hãy ghi kết quả giám sát.';
  const written = { day: day as PlainDate, recommendation: recommendation.trim() || null };
  const why = refuseSeen({ ...written, wishedBy: (wishedBy || null) as PlainDate | null }, today());
  return why && wrong[why];
}

/** Records what was seen. `about`: the unit or the task where the form is opened beside one. */
export function RecordForm({ about = {}, onDone }: { about?: About; onDone: () => void }) {
  const kept = `oversight.record.${about.agencyId ?? ''}.${about.item?.id ?? ''}`;
  const [typed, setTyped, forget] = useDraft<Typed>(kept, blank(about));
  const [tried, setTried] = useState(false);
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const missing = findMissing(typed);
  const send = useRecord(typed, () => {
    forget();
    onDone();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing === undefined) send.mutate();
  };
  return (
    <form className="panel-form record-form" onSubmit={submit} noValidate>
      <SubjectFields about={about} chosen={typed} onChange={set} />
      <DayField label="Ngày giám sát" required value={typed.day} onChange={(day) => set({ day })} />
      <ChoiceField
        label="Hình thức"
        choices={oversightForms.map((value) => ({ value, label: sayForm(value) }))}
        value={typed.form}
        onChange={(form) => set({ form })}
      />
      <NoteField
        label="Thành phần tham gia"
        hint="Đoàn giám sát, Ban Thanh tra nhân dân, đại diện các tổ chức, người dân"
        value={typed.participants}
        onChange={(participants) => set({ participants })}
      />
      <NoteField
        label="Kết quả giám sát"
        hint="Đã xem gì, ở đâu; việc đã làm tốt, việc còn tồn tại"
        value={typed.seen}
        onChange={(seen) => set({ seen })}
      />
      <NoteField
        label="Kiến nghị"
        hint="Để trống nếu không kiến nghị; có kiến nghị thì đơn vị được báo và trả lời"
        value={typed.recommendation}
        onChange={(recommendation) => set({ recommendation })}
      />
      <DayField
        label="Mong được trả lời chậm nhất ngày"
        hint="Để trống nếu không nêu"
        value={typed.wishedBy}
        onChange={(wishedBy) => set({ wishedBy })}
      />
      <ReferenceFields value={typed.references} onChange={(references) => set({ references })} />
      {tried && missing && (
        <p role="alert" className="form-error">
          {missing}
        </p>
      )}
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {send.isPending ? 'Đang gửi…' : typed.recommendation.trim() ? 'Ghi nhận và gửi kiến nghị' : 'Ghi nhận'}
        </button>
      </div>
    </form>
  );
}

function useRecord(typed: Typed, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      oversightApi.record({
        ...{ id: typed.id, agencyId: typed.agencyId, ...toSubject(typed), day: typed.day, form: typed.form },
        ...{ participants: typed.participants.trim() || null, seen: typed.seen.trim() },
        ...{ recommendation: typed.recommendation.trim() || null, wishedBy: typed.wishedBy || null },
        references: toReferences(typed.references),
      }),
    onSuccess: ({ entry, agencies }) => {
      onDone();
      void client.invalidateQueries(everyEntry);
      const unit = agencies.find(({ id }) => id === entry.heldBy)?.name ?? 'đơn vị';
      say(entry.recommendation ? `Đã ghi nhận và gửi kiến nghị tới ${unit}.` : `Đã ghi nhận giám sát về ${unit}.`);
    },
  });
}
