import { useEffect, useState } from 'react';
import { TextField } from '../../components/Field.tsx';

type Props = { label: string; value: string; error: string | undefined; onChange: (name: string) => void };

/** The name of a question, handed over on leaving the box: by its name the list knows it, and a list that changed would let go of the hand. */
export function NameField({ label, value, error, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextField
      {...{ label, error }}
      maxLength={64}
      spellCheck={false}
      autoCapitalize="off"
      value={typed}
      onChange={setTyped}
      onBlur={() => typed !== value && onChange(typed.trim())}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
