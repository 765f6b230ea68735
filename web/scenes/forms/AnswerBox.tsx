import { type ReactNode, useId } from 'react';
import { type Answer, choicesOf, type Question } from '../../../src/report/form/model.ts';
import { DayField } from '../../components/DayField.tsx';
import { EditText } from '../../components/EditText.tsx';
import { NumberBox } from '../reports/NumberBox.tsx';
import { sayAnswer, sayFigure, unitOf } from './say.ts';

type Props = {
  question: Question;
  number: number;
  value: Answer;
  /** what was answered the last time, to look at beside it */
  before: Answer;
  fault: string | undefined;
  readOnly: boolean;
  onChange: (value: Answer) => void;
  /** what stands in the place of a question for evidence */
  evidence: ReactNode;
};

/** One question of a form with the box its kind of answer is typed into. */
export function AnswerBox(props: Props) {
  const { question, number, before, fault, readOnly } = props;
  const id = useId();
  if (question.kind === 'note') return <p className="form-note pre">{question.label || 'Lời dẫn'}</p>;
  return (
    <section className="form-question" aria-labelledby={id} data-fault={fault ? true : undefined}>
      <h3 id={id}>
        <span className="muted num">{number}.</span> {question.label || <span className="muted">chưa có nội dung</span>}
        {question.required && !readOnly && (
          <span className="form-required" title="Bắt buộc">
            {' '}
            *<span className="sr-only"> bắt buộc</span>
          </span>
        )}
      </h3>
      {question.hint && <p className="muted pre">{question.hint}</p>}
      <Box {...props} />
      {question.indicator && !readOnly && (
        <p className="muted">Số này được ghi vào sổ chỉ tiêu khi phiếu được tiếp nhận.</p>
      )}
      {before !== null && !readOnly && <p className="muted">Kỳ trước: {sayAnswer(question, before)}</p>}
      {fault && (
        <p className="form-error" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}

function Box({ question, value, readOnly, onChange, evidence }: Props) {
  const label = question.label;
  switch (question.kind) {
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
      return (
        <p className="figure-boxes">
          <NumberBox
            label={label}
            value={typeof value === 'number' ? value : null}
            readOnly={readOnly}
            onChange={onChange}
          />
          <span className="muted">{unitOf(question).trim()}</span>
        </p>
      );
    case 'calculated':
      return (
        <output className="form-reckoned">
          {typeof value === 'number'
            ? `${sayFigure(value)}${unitOf(question)}`
            : value === null
              ? 'chưa đủ số để tính'
              : String(value)}
        </output>
      );
    case 'choice':
    case 'yes-no':
      return <OneOf question={question} value={value} readOnly={readOnly} onChange={onChange} />;
    case 'choices':
      return <SomeOf question={question} value={value} readOnly={readOnly} onChange={onChange} />;
    case 'day':
      if (readOnly) return <p>{sayAnswer(question, value)}</p>;
      return (
        <DayField
          label="Ngày"
          value={typeof value === 'string' ? value : ''}
          onChange={(day) => onChange(day === '' ? null : day)}
        />
      );
    case 'evidence':
      return <>{evidence}</>;
    default:
      if (readOnly) return <p className="pre prose">{sayAnswer(question, value)}</p>;
      return (
        <EditText
          label={label}
          single={question.kind === 'text'}
          className="form-words"
          value={typeof value === 'string' ? value : ''}
          onCommit={onChange}
        />
      );
  }
}

type ChoiceProps = Pick<Props, 'question' | 'value' | 'readOnly' | 'onChange'>;

function OneOf({ question, value, readOnly, onChange }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className="form-choices">
      <legend className="sr-only">{question.label}</legend>
      {choicesOf(question).map((one) => (
        <label key={one.name}>
          <input
            type="radio"
            name={name}
            checked={value === one.name}
            disabled={readOnly}
            onChange={() => onChange(one.name)}
          />
          {one.label || one.name}
        </label>
      ))}
      {!readOnly && typeof value === 'string' && !question.required && (
        <button type="button" className="link" onClick={() => onChange(null)}>
          Bỏ chọn
        </button>
      )}
    </fieldset>
  );
}

function SomeOf({ question, value, readOnly, onChange }: ChoiceProps) {
  const picked = typeof value === 'object' && value !== null ? value : [];
  const toggle = (name: string, on: boolean) => {
    const names = choicesOf(question).map((one) => one.name);
    const next = names.filter((one) => (one === name ? on : picked.includes(one)));
    onChange(next.length === 0 ? null : next);
  };
  return (
    <fieldset className="form-choices">
      <legend className="sr-only">{question.label}</legend>
      {choicesOf(question).map((one) => (
        <label key={one.name}>
          <input
            type="checkbox"
            checked={picked.includes(one.name)}
            disabled={readOnly}
            onChange={({ target }) => toggle(one.name, target.checked)}
          />
          {one.label || one.name}
        </label>
      ))}
    </fieldset>
  );
}
