import { useState } from 'react';
import { Field, TextField } from '../../components/Field.tsx';

/** One of a few ways, with an example of the one chosen. */
export function Choose<V extends string | number>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly { value: V; label: string; example: string }[];
  value: V;
  onChange: (value: V) => void;
}) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field label={label} hint={chosen?.example}>
      {(props) => (
        <select
          className="input"
          {...props}
          value={value}
          onChange={({ target }) => {
            const next = choices.find((choice) => String(choice.value) === target.value);
            if (next) onChange(next.value);
          }}
        >
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

/** A day of the month, or a count of days, from 1. What is half typed changes nothing yet. */
export function Count({
  label,
  example,
  max,
  value,
  onChange,
}: {
  label: string;
  example: string;
  max: number;
  value: number;
  onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState(String(value));
  const number = Number(typed);
  const wrong = !Number.isInteger(number) || number < 1 || number > max;
  return (
    <TextField
      label={label}
      hint={example}
      error={wrong ? `Hãy nhập số từ 1 đến ${max}` : undefined}
      inputMode="numeric"
      autoComplete="off"
      required
      value={wrong ? typed : String(value)}
      onChange={(text) => {
        setTyped(text);
        const next = Number(text);
        if (Number.isInteger(next) && next >= 1 && next <= max) onChange(next);
      }}
    />
  );
}
