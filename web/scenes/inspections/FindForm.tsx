import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { Component, Finding } from '../../../src/report/inspection/model.ts';
import type { InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { SearchPick } from '../../components/SearchPick.tsx';
import { useDraft } from '../../state/draft.ts';
import { say } from '../../state/toasts.ts';
import { findsWords } from '../../words/find.ts';
import { treeOf } from '../agencies/api.ts';
import { NoteField } from '../my-work/forms.tsx';
import { useComponents } from './say.ts';
import type { Field } from './useInspection.ts';

type Props = { detail: InspectionDetailView; field: Field; itemId?: string; onDone?: () => void };

type Typed = { text: string; component: string; place: string; remedy: string; due: string; agencyId: string };
const nothing: Typed = { text: '', component: '', place: '', remedy: '', due: '', agencyId: '' };

/** What was found, with its remedy where that is known on the spot. */
export function FindForm({ detail, field, itemId, onDone }: Props) {
  const { id, heldBy } = detail.inspection;
  const [typed, setTyped, forget] = useDraft<Typed>(`inspection.find.${id}.${itemId ?? ''}`, {
    ...nothing,
    agencyId: heldBy,
  });
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const findingId = newId();
    const component = typed.component === '' ? null : (JSON.parse(typed.component) as Component);
    field.act({
      ...{ kind: 'find', findingId, itemId: itemId ?? null, text: typed.text.trim(), component },
      place: typed.place.trim() || null,
    });
    if (typed.remedy.trim() !== '') {
      const [agencyId, asked] = [typed.agencyId || heldBy, typed.due as PlainDate];
      field.act({ kind: 'assign', findingId, remedy: typed.remedy.trim(), agencyId, asked, due: asked });
    }
    forget();
    say('Đã ghi tồn tại.');
    onDone?.();
  };
  const half = (typed.remedy.trim() === '') !== (typed.due === '');
  return (
    <form className="panel-form" onSubmit={submit}>
      <NoteField
        label="Tồn tại, hạn chế"
        hint="Thấy gì, ở đâu; ví dụ: bảng tin thôn chưa niêm yết danh sách hộ nghèo"
        value={typed.text}
        onChange={(text) => set({ text })}
      />
      <PlaceField detail={detail} value={typed.place} onChange={(place) => set({ place })} />
      <ComponentField
        detail={detail}
        field={field}
        value={typed.component}
        onChange={(component) => set({ component })}
      />
      <NoteField
        label="Yêu cầu khắc phục"
        hint="Để trống nếu sẽ giao sau; phải có trước khi kết luận"
        value={typed.remedy}
        onChange={(remedy) => set({ remedy })}
      />
      <DayField
        label="Khắc phục chậm nhất ngày"
        hint="Rơi vào ngày nghỉ thì chuyển theo lịch làm việc của đơn vị"
        value={typed.due}
        onChange={(due) => set({ due })}
      />
      {typed.remedy.trim() !== '' && (
        <UnitField detail={detail} value={typed.agencyId || heldBy} onChange={(agencyId) => set({ agencyId })} />
      )}
      {half && <p className="muted">Yêu cầu khắc phục và hạn đi cùng nhau: hãy nhập cả hai, hoặc để trống cả hai.</p>}
      <div className="row">
        <button type="submit" className="btn primary big" disabled={typed.text.trim() === '' || half}>
          Ghi tồn tại
        </button>
      </div>
    </form>
  );
}

/** Where it was seen: a place of the inspection or the unit, or what is typed. */
export function PlaceField({
  detail,
  value,
  onChange,
}: {
  detail: InspectionDetailView;
  value: string;
  onChange: (value: string) => void;
}) {
  const list = useId();
  const places = [...new Set([...detail.inspection.places, ...detail.places])];
  return (
    <>
      <TextField
        label="Thôn, tổ dân phố, nơi thấy"
        list={list}
        autoComplete="off"
        maxLength={300}
        value={value}
        onChange={onChange}
      />
      <datalist id={list}>
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
    </>
  );
}

type ComponentProps = { detail: InspectionDetailView; field: Field; value: string; onChange: (value: string) => void };

export function ComponentField({ detail, field, value, onChange }: ComponentProps) {
  const nameOf = useComponents(Number(detail.inspection.day.slice(0, 4)));
  const { components } = field.state.planned;
  if (components.length === 0) return null;
  const choices = components.map((one) => ({
    value: JSON.stringify({ index: one.index, code: one.code }),
    label: nameOf(one),
  }));
  return (
    <ChoiceField
      label="Thuộc nội dung thành phần"
      none="Không thuộc nội dung nào"
      choices={choices}
      value={value}
      onChange={onChange}
    />
  );
}

/** Who is to remedy it: the inspected unit unless another is chosen. */
export function UnitField({
  detail,
  value,
  onChange,
}: {
  detail: InspectionDetailView;
  value: string;
  onChange: (id: string) => void;
}) {
  const tree = useQuery(treeOf(undefined));
  const all = (tree.data?.agencies ?? detail.agencies).filter((one) => !('kind' in one) || one.kind !== 'village');
  return (
    <SearchPick
      label="Đơn vị phải khắc phục"
      hint="Gõ vài chữ của tên đơn vị (không cần dấu)"
      found="Đơn vị tìm thấy"
      none={(typed) => `Không có đơn vị nào khớp “${typed}”.`}
      kept={`inspection-remedy-units-${all.length}`}
      find={async (typed) => all.filter(({ name }) => findsWords(typed)(name)).slice(0, 20)}
      say={({ name }) => name}
      picked={all.find(({ id }) => id === value) ?? null}
      onPick={(one) => onChange(one?.id ?? '')}
    />
  );
}

export const componentText = ({ component }: Pick<Finding, 'component'>): string =>
  component === null ? '' : JSON.stringify({ index: component.index, code: component.code });
