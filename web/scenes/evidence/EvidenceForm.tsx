import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { evidenceKinds } from '../../../src/report/evidence/model.ts';
import { evidenceWords, type FieldWord, fieldsOf } from '../../../src/report/evidence/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { FilePick } from './FilePick.tsx';
import { findWrong, nothingTyped, pieceOf, type Typed, withFile } from './typed.ts';
import { type EvidenceTo, useSending } from './useSending.ts';

type Props = EvidenceTo & { today: string; onDone: () => void; begin?: Typed };

const kinds = evidenceKinds.map((kind) => ({ value: kind, label: evidenceWords[kind].name }));

/** A piece of evidence for one day of work, or for what an inspection found or a recommendation asks: its kind, the few fields of the kind, and a file where there is one. */
export function EvidenceForm({ today, onDone, begin = nothingTyped, ...to }: Props) {
  const about = 'proves' in to ? to.proves.id : to.occurrenceId;
  const [typed, setTyped, forget] = useDraft<Typed>(`evidence-piece.${about}`, begin);
  const [file, setFile] = useState<File | null>(null);
  const [more, setMore] = useState(false);
  const sending = useSending({
    to,
    today,
    content: JSON.stringify([typed, file?.name, file?.size, file?.lastModified]),
    onDone: () => {
      forget();
      onDone();
    },
  });
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const piece = pieceOf(typed);
    const why = findWrong(typed) ?? (event.currentTarget.checkValidity() ? undefined : wrongDay);
    setWrong(why);
    if (piece && why === undefined) sending.send(piece, file);
  };
  const fields = fieldsOf(typed.kind);
  const pick = (picked: File | null) => {
    setFile(picked);
    if (picked) setTyped(withFile(typed, picked));
  };
  return (
    <form className="panel-form" onSubmit={submit} noValidate>
      <FilePick file={file} onPick={pick} disabled={sending.isGoing} />
      <ChoiceField
        label="Loại tài liệu"
        choices={kinds}
        value={typed.kind}
        onChange={(kind) => setTyped({ kind, values: kept(typed, kind) })}
      />
      <div className="evidence-fields">
        {fields
          .filter(([, word]) => more || !word.more)
          .map(([name, word]) => (
            <FieldOf
              key={`${typed.kind}.${name}`}
              word={word}
              value={typed.values[name] ?? ''}
              onChange={(value) => setTyped({ ...typed, values: { ...typed.values, [name]: value } })}
            />
          ))}
      </div>
      {!more && fields.some(([, word]) => word.more) && (
        <Button className="link" onPress={() => setMore(true)}>
          Thêm chi tiết
        </Button>
      )}
      {wrong && (
        <p role="alert" className="form-error">
          {wrong}
        </p>
      )}
      {!wrong && <Refusal error={sending.error} />}
      <div className="row">
        <button type="submit" className="btn primary" disabled={sending.isGoing}>
          {sending.isGoing ? sayShare(sending.share, file) : 'Thêm tài liệu'}
        </button>
        {sending.isGoing && (
          <Button className="btn" onPress={sending.stop}>
            Dừng
          </Button>
        )}
      </div>
      {sending.isGoing && file && (
        <progress className="evidence-share" aria-label="Đã tải lên" max={1} value={sending.share} />
      )}
    </form>
  );
}

/** The browser would say it in its own language. */
const wrongDay = 'Có ngày chưa đúng. Hãy sửa theo dạng 15/12/2026 rồi thêm lại.';

const sayShare = (share: number, file: File | null): string => {
  if (!file) return 'Đang ghi…';
  return share < 1 ? `Đang tải lên ${Math.floor(share * 100)}%` : 'Đang kiểm tra tệp…';
};

/** What was typed stays where the other kind asks for the same. */
const kept = ({ values }: Typed, kind: Typed['kind']): Typed['values'] => {
  const names = fieldsOf(kind).map(([name]) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
};

type FieldProps = { word: FieldWord; value: string; onChange: (value: string) => void };

function FieldOf({ word: { label, type, hint, required: must }, value, onChange }: FieldProps) {
  const required = must === true;
  if (type === 'day') return <DayField {...{ label, value, onChange, required }} />;
  const counts = type === 'count' && { inputMode: 'numeric' as const };
  const address = type === 'address' && { inputMode: 'url' as const };
  return (
    <TextField
      {...{ label, value, onChange, required }}
      {...(hint !== undefined && { hint })}
      {...(counts || {})}
      {...(address || {})}
      maxLength={1_000}
      autoComplete="off"
    />
  );
}
