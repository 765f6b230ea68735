import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { type Source, sources } from '../../../src/report/recommendation/model.ts';
import { sourceWords } from '../../../src/report/recommendation/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { say } from '../../state/toasts.ts';
import { NoteField } from '../my-work/forms.tsx';
import { everyRecommendation, recommendationApi } from './api.ts';
import { UnitPick } from './UnitPick.tsx';

type Typed = {
  id: string;
  source: Source;
  what: string;
  number: string;
  date: string;
  issuer: string;
  text: string;
  agencyId: string;
  due: string;
};

const blank = (): Typed => ({
  ...{ id: newId(), source: 'directive', what: '', number: '', date: '', issuer: '', text: '', agencyId: '', due: '' },
});

function findMissing({ what, text, agencyId }: Typed): string | undefined {
  if (what.trim() === '')
    return 'Hãy ghi tên văn bản nêu kiến nghị, ví dụ: Kết luận thanh tra, Thông báo kết luận đối thoại.';
  if (text.trim() === '') return 'Hãy ghi kiến nghị phải thực hiện.';
  return agencyId === '' ? 'Hãy chọn đơn vị thực hiện.' : undefined;
}

/** Puts a recommendation from outside the product into the register. */
export function RecordForm({ onDone }: { onDone: () => void }) {
  const [typed, setTyped, forget] = useDraft<Typed>('recommendation.record', blank());
  const [tried, setTried] = useState(false);
  const [fits, setFits] = useState(true);
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const missing = findMissing(typed) ?? (fits ? undefined : 'Có ngày chưa đúng. Hãy sửa theo dạng 15/12/2026.');
  const send = useRecord(typed, () => {
    forget();
    onDone();
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    setFits(event.currentTarget.checkValidity());
    if (findMissing(typed) === undefined && event.currentTarget.checkValidity()) send.mutate();
  };
  return (
    <form className="panel-form record-form" onSubmit={submit} noValidate>
      <ChoiceField
        label="Nguồn"
        hint="Tồn tại sau kiểm tra và kiến nghị sau giám sát ghi trong Thang tự hiện ở sổ này, không cần ghi lại"
        choices={sources.map((value) => ({ value, label: sourceWords[value] }))}
        value={typed.source}
        onChange={(source) => set({ source })}
      />
      <TextField
        label="Văn bản"
        hint="ví dụ: Kết luận thanh tra; Thông báo kết luận đối thoại"
        autoComplete="off"
        value={typed.what}
        onChange={(what) => set({ what })}
      />
      <TextField label="Số, ký hiệu" autoComplete="off" value={typed.number} onChange={(number) => set({ number })} />
      <DayField label="Ngày văn bản" value={typed.date} onChange={(date) => set({ date })} />
      <TextField
        label="Cơ quan ban hành"
        autoComplete="off"
        value={typed.issuer}
        onChange={(issuer) => set({ issuer })}
      />
      <NoteField label="Kiến nghị phải thực hiện" value={typed.text} onChange={(text) => set({ text })} />
      <UnitPick value={typed.agencyId} onChange={(agencyId) => set({ agencyId })} />
      <DayField
        label="Thời hạn"
        hint="Để trống nếu văn bản không nêu"
        value={typed.due}
        onChange={(due) => set({ due })}
      />
      {tried && missing && (
        <p role="alert" className="form-error">
          {missing}
        </p>
      )}
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {send.isPending ? 'Đang gửi…' : 'Ghi vào sổ'}
        </button>
      </div>
    </form>
  );
}

function useRecord(typed: Typed, onDone: () => void) {
  const client = useQueryClient();
  const day = (text: string) => (text || null) as PlainDate | null;
  return useMutation({
    mutationFn: () =>
      recommendationApi.record({
        ...{
          id: typed.id,
          source: typed.source,
          text: typed.text.trim(),
          agencyId: typed.agencyId,
          due: day(typed.due),
        },
        paper: {
          ...{ what: typed.what.trim(), number: typed.number.trim() || null },
          ...{ date: day(typed.date), issuer: typed.issuer.trim() || null },
        },
      }),
    onSuccess: () => {
      onDone();
      void client.invalidateQueries(everyRecommendation);
      say('Đã ghi kiến nghị vào sổ.');
    },
  });
}
