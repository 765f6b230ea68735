import { checkFormula, type FormField } from '../../../src/report/form/check.ts';
import type { Question } from '../../../src/report/form/model.ts';
import { Field } from '../../components/Field.tsx';

type Props = {
  label: string;
  hint: string;
  name: string;
  field: FormField;
  value: string;
  asked: ReadonlyMap<string, Question>;
  onChange: (text: string) => void;
};

/** A formula, checked as it is typed: what is wrong, and where. */
export function FormulaBox({ label, hint, name, field, value, asked, onChange }: Props) {
  const [fault] = checkFormula(name, field, value, asked);
  const at = fault?.at ?? null;
  const error = fault && (at === null ? fault.message : `Ký tự ${at + 1}: ${fault.message}`);
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => (
        <>
          <textarea
            className="input form-formula"
            rows={value.length > 60 ? 3 : 1}
            spellCheck={false}
            autoCapitalize="off"
            maxLength={2_000}
            {...props}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          {at !== null && (
            <code className="form-at" aria-hidden="true">
              {value.slice(0, at)}
              <mark>{value.slice(at, at + 1) || '␣'}</mark>
              {value.slice(at + 1)}
            </code>
          )}
        </>
      )}
    </Field>
  );
}
