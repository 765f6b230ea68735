import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { verdicts } from '../../../src/report/inspection/model.ts';
import type { CheckedItemView, InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { verdictWords } from '../../../src/report/inspection/words.ts';
import { useDraft } from '../../state/draft.ts';
import { NoteField } from '../my-work/forms.tsx';
import { FindForm, PlaceField } from './FindForm.tsx';
import { FindingCard } from './FindingCard.tsx';
import type { Field } from './useInspection.ts';

type Props = { detail: InspectionDetailView; field: Field };

/** The record in the field: what the unit has to do, checked one by one, notes, and what is found. Kept without a line. */
export function FieldRecord({ detail, field }: Props) {
  const { checks, findings, notes } = field.state;
  const checked = detail.checklist.filter(({ itemId }) => checks[itemId]).length;
  return (
    <div className="field-record">
      <section className="card inspection-facts" aria-label="Ghi tồn tại">
        <h2>Ghi tồn tại</h2>
        <FindForm detail={detail} field={field} />
      </section>
      {findings.map((finding) => (
        <FindingCard key={finding.id} {...{ finding, detail, field }} />
      ))}
      <section className="card inspection-facts" aria-label="Nhiệm vụ của đơn vị">
        <h2>Nhiệm vụ của đơn vị</h2>
        {detail.checklist.length === 0 ? (
          <p className="muted">Đơn vị chưa được giao nhiệm vụ nào trong năm theo nội dung kiểm tra.</p>
        ) : (
          <p className="muted">
            Đã kiểm {checked}/{detail.checklist.length} nhiệm vụ.
          </p>
        )}
        <ul className="checklist">
          {detail.checklist.map((item) => (
            <Checked key={item.itemId} item={item} detail={detail} field={field} />
          ))}
        </ul>
      </section>
      <section className="card inspection-facts" aria-label="Ghi chép">
        <h2>Ghi chép</h2>
        <NoteForm detail={detail} field={field} />
        <ul className="history">
          {notes.toReversed().map((note) => (
            <li key={note.id} className="pre">
              {note.text}
              {note.place && <span className="role">{note.place}</span>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

type CheckedProps = Props & { item: CheckedItemView };

/** One task of the unit, as the product knows it, with the team's own view of it. */
function Checked({ item, detail, field }: CheckedProps) {
  const now = field.state.checks[item.itemId];
  const [finding, setFinding] = useState(false);
  return (
    <li>
      <p>{item.text}</p>
      <p className="role">{[item.component, sayState(item)].filter(Boolean).join('; ')}</p>
      <fieldset className="verdicts">
        <legend className="sr-only">Kết quả kiểm: {item.text}</legend>
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            className={now?.verdict === verdict ? 'btn on' : 'btn'}
            aria-pressed={now?.verdict === verdict}
            onPress={() => {
              field.act({ kind: 'check', itemId: item.itemId, verdict, note: null });
              setFinding(verdict !== 'met');
            }}
          >
            {verdictWords[verdict]}
          </Button>
        ))}
      </fieldset>
      {now && now.verdict !== 'met' && (
        <Button className="link" aria-expanded={finding} onPress={() => setFinding(!finding)}>
          {finding ? 'Đóng' : 'Ghi tồn tại của nhiệm vụ này'}
        </Button>
      )}
      {finding && <FindForm {...{ detail, field }} itemId={item.itemId} onDone={() => setFinding(false)} />}
    </li>
  );
}

function sayState({ done, doneLate, overdue, open, evidence }: CheckedItemView): string {
  const parts = [
    done > 0 && `${done} kỳ xong đúng hạn`,
    doneLate > 0 && `${doneLate} kỳ xong muộn`,
    overdue > 0 && `${overdue} kỳ quá hạn`,
    open > 0 && `${open} kỳ chưa đến hạn`,
    evidence > 0 && `${evidence} tài liệu`,
  ].filter(Boolean);
  return parts.length === 0 ? 'chưa có kỳ nào' : parts.join(', ');
}

function NoteForm({ detail, field }: Props) {
  const [typed, setTyped, forget] = useDraft(`inspection.note.${detail.inspection.id}`, { text: '', place: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    field.act({ kind: 'note', text: typed.text.trim(), place: typed.place.trim() || null });
    forget();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <NoteField
        label="Ghi chép của đoàn"
        hint="Chỉ đoàn kiểm tra và cơ quan theo dõi thấy"
        value={typed.text}
        onChange={(text) => setTyped({ ...typed, text })}
      />
      <PlaceField detail={detail} value={typed.place} onChange={(place) => setTyped({ ...typed, place })} />
      <div className="row">
        <button type="submit" className="btn big" disabled={typed.text.trim() === ''}>
          Ghi chép
        </button>
      </div>
    </form>
  );
}
