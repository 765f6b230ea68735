import { type FormEvent, type ReactNode, useState } from 'react';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { Component, Finding, TeamAct } from '../../../src/report/inspection/model.ts';
import { isOpenToFinding, refuseInspectionAct } from '../../../src/report/inspection/rules.ts';
import type { InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { ActChoice } from '../../components/ActChoice.tsx';
import { DayField } from '../../components/DayField.tsx';
import { say } from '../../state/toasts.ts';
import { NoteField } from '../my-work/forms.tsx';
import { ComponentField, componentText, PlaceField, UnitField } from './FindForm.tsx';
import type { Field } from './useInspection.ts';

const kinds = ['accept', 'return', 'assign', 'extend', 'close', 'mend', 'withdraw'] as const;
type Kind = (typeof kinds)[number];

const words: Record<Kind, { button: string; send: string; told: string }> = {
  accept: { button: 'Xác nhận đã khắc phục', send: 'Xác nhận', told: 'Đã xác nhận khắc phục.' },
  return: { button: 'Yêu cầu khắc phục lại', send: 'Gửi yêu cầu', told: 'Đã yêu cầu khắc phục lại.' },
  assign: { button: 'Yêu cầu khắc phục', send: 'Ghi yêu cầu', told: 'Đã ghi yêu cầu khắc phục.' },
  extend: { button: 'Gia hạn', send: 'Gia hạn', told: 'Đã gia hạn.' },
  close: { button: 'Kết thúc theo dõi', send: 'Kết thúc theo dõi', told: 'Đã kết thúc theo dõi tồn tại.' },
  mend: { button: 'Sửa', send: 'Lưu', told: 'Đã sửa tồn tại.' },
  withdraw: { button: 'Rút', send: 'Rút tồn tại', told: 'Đã rút tồn tại.' },
};

type Props = { finding: Finding; detail: InspectionDetailView; field: Field };

/** What the team does about a finding: sets its remedy, looks at what the unit reports, puts it right. */
export function FindingActs({ finding, detail, field }: Props) {
  const open = kinds.filter((kind) => isOpenToFinding(field.state, finding, kind));
  return (
    <ActChoice kinds={open} words={words}>
      {(kind, onDone) => <ActForm key={kind} {...{ kind, onDone, finding, detail, field }} />}
    </ActChoice>
  );
}

type Typed = {
  note: string;
  remedy: string;
  agencyId: string;
  due: string;
  text: string;
  component: string;
  place: string;
};

function ActForm({ kind, onDone, finding, detail, field }: Props & { kind: Kind; onDone: () => void }) {
  const [typed, setTyped] = useState<Typed>({
    ...{ note: '', remedy: finding.remedy ?? '', agencyId: finding.agencyId ?? detail.inspection.heldBy },
    ...{ due: '', text: finding.text, component: componentText(finding), place: finding.place ?? '' },
  });
  const set = (more: Partial<Typed>) => setTyped((now) => ({ ...now, ...more }));
  const act = toAct(kind, finding.id, typed);
  const why = act && refuseInspectionAct(field.state, { act, day: detail.today });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!act || why) return;
    field.act(act);
    say(words[kind].told);
    onDone();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <Fields {...{ kind, typed, set, detail, field }} />
      {why && act && (
        <p className="form-error">{whyNot[why] ?? 'Thao tác này không còn phù hợp, hãy tải lại trang.'}</p>
      )}
      <div className="row">
        <button type="submit" className="btn primary" disabled={!act || why !== undefined}>
          {words[kind].send}
        </button>
      </div>
    </form>
  );
}

const whyNot: Partial<Record<string, string>> = {
  'day-past': 'Ngày được chọn đã qua, hãy chọn hôm nay hoặc một ngày sau.',
  'evidence-missing': 'Đơn vị chưa có tài liệu và chưa nêu lý do: hãy yêu cầu khắc phục lại để bổ sung.',
};

type FieldsProps = {
  kind: Kind;
  typed: Typed;
  set: (more: Partial<Typed>) => void;
  detail: InspectionDetailView;
  field: Field;
};

function Fields({ kind, typed, set, detail, field }: FieldsProps): ReactNode {
  const reason = (label: string, hint?: string) => (
    <NoteField label={label} value={typed.note} onChange={(note) => set({ note })} {...(hint && { hint })} />
  );
  const due = (label: string, hint: string) => (
    <DayField label={label} hint={hint} value={typed.due} onChange={(day) => set({ due: day })} />
  );
  switch (kind) {
    case 'accept':
      return reason('Ghi chú', 'Để trống nếu không có');
    case 'return':
      return (
        <>
          {reason('Còn thiếu gì, phải làm lại gì')}
          {due('Hạn mới', 'Để trống thì giữ hạn cũ')}
        </>
      );
    case 'assign':
      return (
        <>
          <NoteField label="Yêu cầu khắc phục" value={typed.remedy} onChange={(remedy) => set({ remedy })} />
          <UnitField detail={detail} value={typed.agencyId} onChange={(agencyId) => set({ agencyId })} />
          {due('Khắc phục chậm nhất ngày', 'Rơi vào ngày nghỉ thì chuyển theo lịch làm việc của đơn vị')}
        </>
      );
    case 'extend':
      return (
        <>
          {due('Gia hạn đến ngày', 'ngày/tháng/năm')}
          {reason('Lý do gia hạn')}
        </>
      );
    case 'close':
      return reason('Lý do kết thúc theo dõi', 'Dùng khi không còn phải khắc phục, ví dụ quy định đã thay đổi');
    case 'mend':
      return (
        <>
          <NoteField label="Tồn tại, hạn chế" value={typed.text} onChange={(text) => set({ text })} />
          <PlaceField detail={detail} value={typed.place} onChange={(place) => set({ place })} />
          <ComponentField
            detail={detail}
            field={field}
            value={typed.component}
            onChange={(component) => set({ component })}
          />
        </>
      );
    case 'withdraw':
      return reason('Lý do rút', 'Dùng khi ghi nhầm');
  }
}

/** The act as it was typed; undefined while something it must say is missing. */
function toAct(kind: Kind, findingId: string, typed: Typed): TeamAct | undefined {
  const [note, text, remedy] = [typed.note.trim(), typed.text.trim(), typed.remedy.trim()];
  const due = (typed.due || null) as PlainDate | null;
  switch (kind) {
    case 'accept':
      return { kind, findingId, note: note || null };
    case 'return':
      return note === '' ? undefined : { kind, findingId, reason: note, due };
    case 'assign':
      return remedy === '' || due === null || typed.agencyId === ''
        ? undefined
        : { kind, findingId, remedy, agencyId: typed.agencyId, asked: due, due };
    case 'extend':
      return note === '' || due === null ? undefined : { kind, findingId, due, reason: note };
    case 'close':
    case 'withdraw':
      return note === '' ? undefined : { kind, findingId, reason: note };
    case 'mend': {
      const component = typed.component === '' ? null : (JSON.parse(typed.component) as Component);
      return text === '' ? undefined : { kind, findingId, text, component, place: typed.place.trim() || null };
    }
  }
}
