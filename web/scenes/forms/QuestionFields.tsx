import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { FormFault } from '../../../src/report/form/check.ts';
import {
  type Form,
  isFigure,
  type Question,
  type QuestionKind,
  questionKinds,
  questionsOf,
  type SumWay,
  sumRuleOf,
  sumWays,
} from '../../../src/report/form/model.ts';
import { kindWords, sumWords } from '../../../src/report/form/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { FormulaBox } from './FormulaBox.tsx';
import { IndicatorField } from './IndicatorField.tsx';
import { NameField } from './NameField.tsx';

type Props = {
  form: Form;
  question: Question;
  faults: readonly FormFault[];
  onChange: (to: Partial<Question>) => void;
};

const kinds = questionKinds.map((value) => ({ value, label: kindWords[value] }));

/** All there is to say of one question. */
export function QuestionFields({ form, question, faults, onChange }: Props) {
  const asked = useMemo(() => new Map(questionsOf(form).map(({ question: one }) => [one.name, one])), [form]);
  const { kind, name } = question;
  const faultOf = (field: FormFault['field']) => faults.find((one) => one.field === field)?.message;
  const formula = (label: string, hint: string, field: 'relevant' | 'constraint' | 'calculation') => (
    <FormulaBox
      {...{ label, hint, name, field, asked }}
      value={question[field]}
      onChange={(text) => onChange({ [field]: text })}
    />
  );
  const answered = kind !== 'note' && kind !== 'calculated';
  return (
    <div className="form-fields">
      <Field label="Nội dung câu hỏi" error={faultOf('label')}>
        {(props) => (
          <textarea
            className="input"
            rows={2}
            maxLength={1_000}
            {...props}
            value={question.label}
            onChange={({ target }) => onChange({ label: target.value })}
          />
        )}
      </Field>
      <div className="form-pair">
        <ChoiceField label="Loại" choices={kinds} value={kind} onChange={(next) => onChange(turned(question, next))} />
        <NameField
          label="Mã dùng trong công thức"
          error={faultOf('name')}
          value={name}
          onChange={(next) => onChange({ name: next })}
        />
      </div>
      {faultOf('kind') && <p className="form-error">{faultOf('kind')}</p>}
      {(kind === 'choice' || kind === 'choices') && <Choices {...{ question, onChange }} fault={faultOf('choices')} />}
      {isFigure(question) && (
        <div className="form-pair">
          <TextField
            label="Đơn vị tính"
            hint="ví dụ: người, hộ, triệu đồng, %"
            maxLength={50}
            value={question.unit}
            onChange={(unit) => onChange({ unit })}
          />
          <SumField {...{ question, asked, onChange }} fault={faultOf('sum')} />
          <IndicatorField
            value={question.indicator ?? null}
            fault={faultOf('indicator')}
            onChange={(indicator) => onChange({ indicator })}
          />
        </div>
      )}
      {kind === 'calculated' &&
        formula('Công thức tính', 'ví dụ: ${a} + ${b}, hoặc round(${a} div ${b} * 100, 2)', 'calculation')}
      {answered && (
        <label className="check">
          <input
            type="checkbox"
            checked={question.required}
            onChange={({ target }) => onChange({ required: target.checked })}
          />
          Bắt buộc trả lời
        </label>
      )}
      <details open={question.relevant !== '' || question.constraint !== '' || question.hint !== ''}>
        <summary>Hướng dẫn, điều kiện hiện, điều kiện kiểm tra</summary>
        <div className="form-fields">
          <TextField
            label="Hướng dẫn trả lời"
            maxLength={1_000}
            value={question.hint}
            onChange={(hint) => onChange({ hint })}
          />
          {formula('Chỉ hiện khi', 'để trống: luôn hiện. Ví dụ: ${qua_han} > 0', 'relevant')}
          {kind !== 'note' &&
            formula('Câu trả lời phải thỏa', 'dấu “.” là câu trả lời. Ví dụ: . >= 0 and . <= ${tong}', 'constraint')}
          {question.constraint !== '' && (
            <TextField
              label="Lời nhắc khi không thỏa"
              hint="nói rõ sai gì và sửa thế nào"
              maxLength={500}
              value={question.message}
              onChange={(message) => onChange({ message })}
            />
          )}
        </div>
      </details>
    </div>
  );
}

/** What a kind has no use for is not kept: it would be sent unseen. */
function turned(question: Question, kind: QuestionKind): Partial<Question> {
  const listed = kind === 'choice' || kind === 'choices';
  const blank = [
    { name: 'a', label: '' },
    { name: 'b', label: '' },
  ];
  return {
    kind,
    choices: listed ? (question.choices.length > 0 ? question.choices : blank) : [],
    ...(kind !== 'calculated' && { calculation: '' }),
    ...(!isFigure({ kind }) && { unit: '', sum: null, indicator: null }),
    ...((kind === 'note' || kind === 'calculated') && { required: false }),
  };
}

type ChoicesProps = Pick<Props, 'question' | 'onChange'> & { fault: string | undefined };

function Choices({ question: { choices }, onChange, fault }: ChoicesProps) {
  const put = (at: number, to: Partial<Question['choices'][number]>) =>
    onChange({ choices: choices.map((one, i) => (i === at ? { ...one, ...to } : one)) });
  const free = () => {
    const taken = new Set(choices.map(({ name }) => name));
    for (let i = choices.length + 1; ; i++) if (!taken.has(`lc_${i}`)) return `lc_${i}`;
  };
  return (
    <fieldset className="form-choice-list">
      <legend>Các lựa chọn</legend>
      {choices.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place while its name is typed
        <div key={at} className="form-choice">
          <input
            className="input"
            aria-label={`Nội dung lựa chọn ${at + 1}`}
            maxLength={500}
            value={one.label}
            onChange={({ target }) => put(at, { label: target.value })}
          />
          <input
            className="input form-code"
            aria-label={`Mã lựa chọn ${at + 1}`}
            maxLength={100}
            spellCheck={false}
            value={one.name}
            onChange={({ target }) => put(at, { name: target.value })}
          />
          <Button
            className="icon"
            aria-label={`Bỏ lựa chọn ${at + 1}`}
            onPress={() => onChange({ choices: choices.toSpliced(at, 1) })}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button className="link" onPress={() => onChange({ choices: [...choices, { name: free(), label: '' }] })}>
        Thêm lựa chọn
      </Button>
      {fault && (
        <p className="form-error" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

type SumProps = Pick<Props, 'question' | 'onChange'> & {
  asked: ReadonlyMap<string, Question>;
  fault: string | undefined;
};

function SumField({ question, asked, onChange, fault }: SumProps) {
  const rule = sumRuleOf(question);
  const ways = sumWays.map((value) => ({ value, label: sumWords[value] }));
  const figures = [...asked.values()]
    .filter((one) => isFigure(one) && one.name !== question.name)
    .map(({ name, label }) => ({ value: name, label: label || name }));
  const set = (to: { way?: SumWay; part?: string; whole?: string }) => onChange({ sum: { ...rule, ...to } });
  return (
    <div className="form-fields">
      <ChoiceField label="Tổng hợp các đơn vị" choices={ways} value={rule.way} onChange={(way) => set({ way })} />
      {rule.way === 'share' && (
        <>
          <ChoiceField
            label="Tử số"
            none="Chọn câu hỏi"
            choices={figures}
            value={rule.part}
            onChange={(part) => set({ part })}
          />
          <ChoiceField
            label="Mẫu số"
            none="Chọn câu hỏi"
            choices={figures}
            value={rule.whole}
            onChange={(whole) => set({ whole })}
          />
        </>
      )}
      {fault && (
        <p className="form-error" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
