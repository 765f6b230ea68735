import { useEffect, useState } from 'react';
import { sayDay } from '../../src/kernel/plain-date.ts';
import { findTypedDay } from '../words/time.ts';
import { TextField } from './Field.tsx';

/**
 * A day typed as officials write it, "15/12/2026". The browser's own field writes days as its language does, and most
 * office browsers speak English: 11/12 would be another day. `value` is an ISO day or ''.
 */
export function DayField({
  label,
  value,
  onChange,
  hint = 'ngày/tháng/năm',
  required = false,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
  hint?: string;
  required?: boolean;
}) {
  const [typed, setTyped] = useState(sayDay(value));
  useEffect(() => {
    // "15/12/20" on the way to "15/12/2026" is a day too: what is being typed is left as it is.
    if (value !== '') setTyped((typed) => (findTypedDay(typed) === value ? typed : sayDay(value)));
  }, [value]);
  // A pattern nothing matches: what is no day stops the form, which would else leave it out without a word.
  const wrong = typed.trim() !== '' && findTypedDay(typed) === undefined;
  return (
    <TextField
      label={label}
      hint={hint}
      error={wrong && typed.length >= 8 ? 'Ngày chưa đúng, ví dụ 15/12/2026' : undefined}
      inputMode="numeric"
      placeholder="15/12/2026"
      autoComplete="off"
      {...(wrong && { pattern: '(?!)' })}
      required={required}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const day = findTypedDay(text);
        if (day !== undefined || text.trim() === '') onChange(day ?? '');
      }}
    />
  );
}
