import { Field } from '../../components/Field.tsx';

/** A box for several sentences. */
export function Words({
  label,
  hint,
  rows = 4,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  rows?: number;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <textarea
          className="input"
          rows={rows}
          maxLength={5000}
          {...props}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
