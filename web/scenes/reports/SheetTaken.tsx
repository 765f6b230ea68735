import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { isText, type Written } from '../../../src/report/content/overlay.ts';
import { addWords } from '../../../src/report/content/quick.ts';
import type { TakenInView } from '../../../src/report/sheet/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { sayValue } from './sayValue.ts';
import type { Draft } from './useReportDraft.ts';

type Change = TakenInView['changes'][number];
type Answer = 'there' | 'file' | 'both';

/** What a filled-in workbook changes, row by row, before anything is; where both wrote, one says which stands. */
export function SheetTaken({ taken, draft, onClose }: { taken: TakenInView; draft: Draft; onClose: () => void }) {
  const { changes, faults } = taken;
  const [answers, setAnswers] = useState<Readonly<Record<number, Answer>>>({});
  const answerOf = (change: Change, at: number): Answer => answers[at] ?? (isText(change.place) ? 'both' : 'there');
  const written = changes.flatMap((change, at): Written[] => {
    if (change.how !== 'met') return [{ place: change.place, value: change.value }];
    const answer = answerOf(change, at);
    if (answer === 'there') return [];
    const value = answer === 'file' ? change.value : addWords(String(change.now ?? ''), String(change.value ?? ''));
    return [{ place: change.place, value }];
  });
  return (
    <Sheet title="Nhận biểu Excel đã nhập" isOpen onClose={onClose} kind="large">
      <p>{sayTaken(taken)}</p>
      {faults.length > 0 && (
        <section aria-label="Chỗ chưa nhận được">
          <h3>Chỗ chưa nhận được ({sayNumber(faults.length)})</h3>
          <ul className="sheet-faults">
            {faults.map(({ where, message }) => (
              <li key={`${where} ${message}`}>
                <b>{where}:</b> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="sheet-changes">
        {changes.map((change, at) => (
          <Row
            key={JSON.stringify(change.place)}
            change={change}
            answer={answerOf(change, at)}
            onAnswer={(answer) => setAnswers((now) => ({ ...now, [at]: answer }))}
          />
        ))}
      </ul>
      <div className="row sheet-foot">
        {written.length > 0 && (
          <Button
            className="btn primary"
            onPress={() => {
              draft.writeAll(written, `Đã nhận ${sayNumber(written.length)} ô từ biểu Excel.`);
              onClose();
            }}
          >
            Nhận {sayNumber(written.length)} ô vào báo cáo
          </Button>
        )}
        <Button className="btn" onPress={onClose}>
          {written.length > 0 ? 'Thôi' : 'Đóng'}
        </Button>
      </div>
    </Sheet>
  );
}

function sayTaken({ changes, same }: TakenInView): string {
  if (changes.length === 0) return 'Biểu không có gì khác báo cáo hiện nay, nên không có gì phải nhận.';
  const met = changes.filter(({ how }) => how === 'met').length;
  const merged = changes.filter(({ how }) => how === 'merged').length;
  const parts = [
    `${sayNumber(changes.length)} ô khác báo cáo hiện nay, ${sayNumber(same)} ô giữ nguyên`,
    merged > 0 && `${sayNumber(merged)} ô được ghép với phần người khác vừa nhập trên màn hình`,
    met > 0 && `${sayNumber(met)} ô hai bên cùng sửa, cần chọn`,
  ];
  return `${parts.filter(Boolean).join('; ')}. Chưa có gì thay đổi cho đến khi bấm nhận.`;
}

type RowProps = { change: Change; answer: Answer; onAnswer: (answer: Answer) => void };

function Row({ change, answer, onAnswer }: RowProps) {
  const { of, column, now, value, how } = change;
  const choices: { value: Answer; label: string }[] = [
    { value: 'there', label: 'Giữ nội dung trên màn hình' },
    { value: 'file', label: 'Lấy nội dung trong biểu' },
    ...(isText(change.place) ? [{ value: 'both' as const, label: 'Giữ cả hai, nối tiếp nhau' }] : []),
  ];
  return (
    <li>
      <p>
        <b>{column}</b>: {of}
      </p>
      <dl className="sheet-sides">
        <dt>Trên màn hình</dt>
        <dd className="pre">{sayValue(now)}</dd>
        <dt>{how === 'merged' ? 'Sau khi ghép' : 'Trong biểu'}</dt>
        <dd className="pre">{sayValue(value)}</dd>
      </dl>
      {how === 'met' && (
        <ChoiceField
          label="Hai bên cùng sửa ô này"
          value={answer}
          choices={choices}
          onChange={(one) => onAnswer(one as Answer)}
        />
      )}
    </li>
  );
}
