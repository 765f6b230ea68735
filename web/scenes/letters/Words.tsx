import { Button } from 'react-aria-components';
import type { LetterView } from '../../../src/publish/letters/views.ts';
import { Field } from '../../components/Field.tsx';
import type { LetterDraft } from './useLetterDraft.ts';

const explanation = [
  { field: 'causes', label: 'Nguyên nhân chung' },
  { field: 'remedies', label: 'Biện pháp khắc phục' },
  { field: 'proposals', label: 'Đề xuất, kiến nghị' },
];
const review = [
  { field: 'leading', label: 'Công tác chỉ đạo, điều hành' },
  { field: 'results', label: 'Kết quả thực hiện' },
  { field: 'shortcomings', label: 'Tồn tại, hạn chế và nguyên nhân' },
  { field: 'difficulties', label: 'Khó khăn, vướng mắc' },
  { field: 'proposals', label: 'Đề xuất, kiến nghị' },
  { field: 'next', label: 'Phương hướng, nhiệm vụ thời gian tới' },
];
const fieldsOf: Readonly<Record<LetterView['kind'], readonly { field: string; label: string }[]>> = {
  reminder: [],
  'late-list': [],
  explanation,
  'mid-year': review,
  'year-end': review,
};

/** The texts of the paper; where the product has one ready, it is printed until somebody types another. */
export function Words({ view, draft: { content, write } }: { view: LetterView; draft: LetterDraft }) {
  const fields = fieldsOf[view.kind];
  if (fields.length === 0) return null;
  const set = (field: string, text: string) => write({ words: { ...content.words, [field]: text } });
  return (
    <section className="card letter-words" aria-label="Nội dung">
      <h2>Nội dung</h2>
      {fields.map(({ field, label }) => {
        const typed = content.words[field] ?? '';
        const ready = view.ready[field] ?? '';
        return (
          <div key={field} className="letter-word">
            <Field
              label={label}
              hint={ready !== '' && typed.trim() === '' ? 'Để trống thì in phần phần mềm đã tổng hợp.' : undefined}
            >
              {(props) => (
                <textarea
                  {...props}
                  className="input"
                  rows={typed === '' ? 3 : 7}
                  maxLength={20_000}
                  placeholder={ready.slice(0, 200)}
                  value={typed}
                  onChange={({ target }) => set(field, target.value)}
                />
              )}
            </Field>
            {ready !== '' && typed.trim() === '' && (
              <Button className="btn small" onPress={() => set(field, ready)}>
                Lấy phần đã tổng hợp để sửa
                <span className="sr-only">: {label}</span>
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
}
