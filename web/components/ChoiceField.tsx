import { Field } from './Field.tsx';

/** One of a short list by its label. `none`: what is offered first, where nothing is chosen yet. */
export function ChoiceField<V extends string>({
  label,
  hint,
  none,
  choices,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  none?: string;
  choices: readonly { value: V; label: string }[];
  value: V | '';
  onChange: (value: V) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <select className="input" {...props} value={value} onChange={({ target }) => onChange(target.value as V)}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
