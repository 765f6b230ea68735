import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { type Form, type Question, questionsOf } from '../../../src/report/form/model.ts';
import type { FormSheetView } from '../../../src/report/form/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { answerSheetUrl, formsApi } from './api.ts';
import { sayAnswer } from './say.ts';
import type { useAnswerDraft } from './useAnswerDraft.ts';

type Props = { id: string; form: Form; draft: Pick<ReturnType<typeof useAnswerDraft>, 'flush' | 'write'> };

/** The form as an Excel workbook: out to be filled in where there is no line, and in again. */
export function SheetTools({ id, form, draft }: Props) {
  const [taken, setTaken] = useState<FormSheetView | null>(null);
  const reading = useMutation({
    mutationFn: async (file: File) => {
      // What is typed here and not saved yet is one of the sides that are compared.
      if (!(await draft.flush()))
        throw new Error('Còn câu trả lời chưa lưu được nên chưa đọc biểu. Hãy chờ có mạng rồi thử lại.');
      return formsApi.readSheet(id, file);
    },
    onSuccess: setTaken,
  });
  return (
    <div className="row no-print">
      <a className="btn small" href={answerSheetUrl(id)} download>
        Tải biểu Excel
      </a>
      <FileTrigger acceptedFileTypes={['.xlsx']} onSelect={(files) => files?.[0] && reading.mutate(files[0])}>
        <Button className="btn small" isDisabled={reading.isPending}>
          {reading.isPending ? 'Đang đọc biểu…' : 'Nhận biểu Excel đã nhập'}
        </Button>
      </FileTrigger>
      <Refusal error={reading.error} />
      {taken && <Taken {...{ taken, form }} write={draft.write} onClose={() => setTaken(null)} />}
    </div>
  );
}

type TakenProps = { taken: FormSheetView; form: Form; write: Props['draft']['write']; onClose: () => void };

/** What the workbook changes, cell by cell, before anything is; of what was typed here since one says whether it gives way. */
function Taken({ taken, form, write, onClose }: TakenProps) {
  const asked = new Map(questionsOf(form).map(({ question }) => [question.name, question]));
  const [kept, setKept] = useState<ReadonlySet<string>>(
    new Set(taken.changes.flatMap(({ how, name }) => (how === 'met' ? [name] : []))),
  );
  const chosen = taken.changes.filter(({ name }) => !kept.has(name));
  const toggle = (name: string) =>
    setKept((now) => new Set(now.has(name) ? [...now].filter((one) => one !== name) : [...now, name]));
  const take = () => {
    for (const { name, value } of chosen) write(asked.get(name) as Question, value);
    say(`Đã nhận ${sayNumber(chosen.length)} câu từ biểu Excel.`);
    onClose();
  };
  return (
    <Sheet title="Nhận biểu Excel đã nhập" isOpen onClose={onClose} kind="large">
      <p role="status">{sayTaken(taken)}</p>
      <Notes title="Ô chưa nhận được" notes={taken.faults} />
      <Notes title="Nhận được nhưng còn phải sửa trước khi gửi" notes={taken.checks} />
      <ul className="sheet-changes">
        {taken.changes.map(({ name, label, cell, now, value, how }) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked={!kept.has(name)} onChange={() => toggle(name)} /> <b>{label}</b> (ô {cell}
              )
            </label>
            {how === 'met' && (
              <p className="muted">Trên màn hình vừa có người sửa câu này: đánh dấu nếu lấy theo biểu.</p>
            )}
            <dl className="sheet-sides">
              <dt>Trên màn hình</dt>
              <dd className="pre">{sayAnswer(asked.get(name) as Question, now)}</dd>
              <dt>Trong biểu</dt>
              <dd className="pre">{sayAnswer(asked.get(name) as Question, value)}</dd>
            </dl>
          </li>
        ))}
      </ul>
      <div className="row sheet-foot">
        {chosen.length > 0 && (
          <Button className="btn primary" onPress={take}>
            Nhận {sayNumber(chosen.length)} câu vào phiếu
          </Button>
        )}
        <Button className="btn" onPress={onClose}>
          {chosen.length > 0 ? 'Thôi' : 'Đóng'}
        </Button>
      </div>
    </Sheet>
  );
}

function Notes({ title, notes }: { title: string; notes: FormSheetView['faults'] }) {
  if (notes.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} ({sayNumber(notes.length)})
      </h3>
      <ul className="sheet-faults">
        {notes.map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            <b>{where}:</b> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayTaken({ changes, faults, same }: FormSheetView): string {
  if (changes.length === 0 && faults.length === 0)
    return 'Biểu không có gì khác phiếu hiện nay, nên không có gì phải nhận.';
  const met = changes.filter(({ how }) => how === 'met').length;
  const parts = [
    `${sayNumber(changes.length)} câu khác phiếu hiện nay, ${sayNumber(same)} câu giữ nguyên`,
    met > 0 && `${sayNumber(met)} câu hai bên cùng sửa, cần chọn`,
  ];
  return `${parts.filter(Boolean).join('; ')}. Chưa có gì thay đổi cho đến khi bấm nhận.`;
}
