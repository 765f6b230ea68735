import { useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { TeamAct } from '../../../src/report/inspection/model.ts';
import { isOpenTo, isSettled, refuseInspectionAct } from '../../../src/report/inspection/rules.ts';
import type { InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { useDraft } from '../../state/draft.ts';
import { say } from '../../state/toasts.ts';
import { NoteField } from '../my-work/forms.tsx';
import { ContentFields, findMissing, type TypedContent, toContent, typedContent } from './ContentFields.tsx';
import type { Field } from './useInspection.ts';

const kinds = ['open', 'conclude', 'number', 'change', 'move', 'cancel'] as const;
type Kind = (typeof kinds)[number];

const words: Record<Kind, { button: string; send: string; told: string }> = {
  open: { button: 'Bắt đầu kiểm tra', send: 'Bắt đầu kiểm tra', told: 'Đã bắt đầu kiểm tra.' },
  conclude: { button: 'Kết luận', send: 'Kết luận kiểm tra', told: 'Đã kết luận kiểm tra.' },
  number: { button: 'Ghi số văn bản kết luận', send: 'Ghi số', told: 'Đã ghi số văn bản kết luận.' },
  change: { button: 'Sửa nội dung, đoàn', send: 'Lưu', told: 'Đã sửa cuộc kiểm tra.' },
  move: { button: 'Chuyển ngày', send: 'Chuyển ngày', told: 'Đã chuyển ngày kiểm tra.' },
  cancel: { button: 'Hủy', send: 'Hủy cuộc kiểm tra', told: 'Đã hủy cuộc kiểm tra.' },
};

type Props = { detail: InspectionDetailView; field: Field };

/** What the team does about the inspection as a whole. */
export function TeamActs({ detail, field }: Props) {
  const navigate = useNavigate();
  const open = kinds.filter((kind) => isOpenTo(field.state, kind));
  const { id, keeps } = detail.inspection;
  const again = keeps && field.state.status === 'concluded' && !isSettled(field.state.findings);
  return (
    <>
      <ActChoice kinds={open} words={words}>
        {(kind, onDone) => <ActForm key={kind} {...{ kind, onDone, detail, field }} />}
      </ActChoice>
      {again && (
        <p>
          <Button
            className="btn"
            onPress={() =>
              void navigate({ to: '/kiem-tra', search: { nam: Number(detail.inspection.day.slice(0, 4)), lap: id } })
            }
          >
            Tái kiểm tra
          </Button>
        </p>
      )}
    </>
  );
}

type Typed = { day: string; reason: string; number: string; assessment: string; content: TypedContent };

function ActForm({ kind, onDone, detail, field }: Props & { kind: Kind; onDone: () => void }) {
  const { state } = field;
  const [typed, setTyped, forget] = useDraft<Typed>(`inspection.${kind}.${detail.inspection.id}`, {
    ...{ day: kind === 'open' ? detail.today : '', reason: '', number: state.number ?? '', assessment: '' },
    content: typedContent(state.planned),
  });
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const act = toAct(kind, typed);
  const why = act && refuseInspectionAct(state, { act, day: detail.today });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!act || why) return;
    field.act(act);
    forget();
    say(words[kind].told);
    onDone();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <Fields {...{ kind, typed, set, detail }} />
      {why && <p className="form-error">{whyNot[why] ?? 'Thao tác này không còn phù hợp, hãy tải lại trang.'}</p>}
      <div className="row">
        <button type="submit" className="btn primary" disabled={!act || why !== undefined}>
          {words[kind].send}
        </button>
      </div>
    </form>
  );
}

const whyNot: Partial<Record<string, string>> = {
  'remedy-missing': 'Còn tồn tại chưa có yêu cầu khắc phục: hãy giao đơn vị và hạn, hoặc rút tồn tại ghi nhầm.',
  'day-past': 'Ngày được chọn đã qua, hãy chọn hôm nay hoặc một ngày sau.',
  'day-to-come': 'Ngày bắt đầu chưa đến, hãy nhập hôm nay hoặc một ngày trước.',
  'nothing-changes': 'Cuộc kiểm tra đã ở ngày này.',
};

type FieldsProps = { kind: Kind; typed: Typed; set: (more: Partial<Typed>) => void; detail: InspectionDetailView };

function Fields({ kind, typed, set, detail }: FieldsProps): ReactNode {
  const day = (label: string, hint = 'ngày/tháng/năm') => (
    <DayField label={label} hint={hint} value={typed.day} onChange={(value) => set({ day: value })} />
  );
  const number = (hint: string) => (
    <TextField
      label="Số, ký hiệu văn bản"
      hint={hint}
      value={typed.number}
      onChange={(value) => set({ number: value })}
    />
  );
  const reason = <NoteField label="Lý do" value={typed.reason} onChange={(value) => set({ reason: value })} />;
  switch (kind) {
    case 'open':
      return day('Ngày bắt đầu kiểm tra');
    case 'conclude':
      return (
        <>
          <NoteField
            label="Đánh giá chung, kết quả kiểm tra"
            hint="Việc đã làm được; tồn tại và yêu cầu khắc phục tự vào văn bản. Dòng bắt đầu bằng “-” thành gạch đầu dòng."
            value={typed.assessment}
            onChange={(assessment) => set({ assessment })}
          />
          {number('Để trống nếu chưa có, ghi sau được; ví dụ: 15/TB-TTr')}
          {day('Ngày văn bản', 'Để trống nếu chưa có')}
        </>
      );
    case 'number':
      return (
        <>
          {number('ví dụ: 15/TB-TTr')}
          {day('Ngày văn bản')}
        </>
      );
    case 'change':
      return (
        <ContentFields
          value={typed.content}
          year={Number(detail.inspection.day.slice(0, 4))}
          places={detail.places}
          onChange={(more) => set({ content: { ...typed.content, ...more } })}
        />
      );
    case 'move':
      return (
        <>
          {day('Chuyển sang ngày')}
          {reason}
        </>
      );
    case 'cancel':
      return reason;
  }
}

/** The act as it was typed; undefined while something it must say is missing. */
function toAct(kind: Kind, typed: Typed): TeamAct | undefined {
  const [reason, number, assessment] = [typed.reason.trim(), typed.number.trim(), typed.assessment.trim()];
  const day = (typed.day || null) as PlainDate | null;
  switch (kind) {
    case 'open':
      return day === null ? undefined : { kind, on: day };
    case 'conclude':
      return assessment === '' ? undefined : { kind, assessment, number: number || null, date: day };
    case 'number':
      return number === '' || day === null ? undefined : { kind, number, date: day };
    case 'change':
      return findMissing(typed.content) === undefined ? { kind, ...toContent(typed.content) } : undefined;
    case 'move':
      return day === null || reason === '' ? undefined : { kind, day, reason };
    case 'cancel':
      return reason === '' ? undefined : { kind, reason };
  }
}
