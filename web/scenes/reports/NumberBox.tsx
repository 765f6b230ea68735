import { useEffect, useState } from 'react';
import { findTypedNumber } from '../../words/number.ts';

type Props = { label: string; value: number | null; readOnly: boolean; onChange: (value: number | null) => void };

const say = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

/** A number typed as officials write it ("1.250,5"). Handed over on leaving the box; what is no number stays and is told of. */
export function NumberBox({ label, value, readOnly, onChange }: Props) {
  const [typed, setTyped] = useState(() => say(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped((now) => (findTypedNumber(now) === value ? now : say(value)));
    setWrong(false);
  }, [value]);
  return (
    <>
      <input
        className="input number-box"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={wrong || undefined}
        readOnly={readOnly}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          const found = findTypedNumber(typed.replace(/%\s*$/u, ''));
          setWrong(found === undefined);
          if (found !== undefined && found !== value) onChange(found);
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {wrong && (
        <span className="form-error" role="alert">
          Chưa phải là số, ví dụ 1.250,5
        </span>
      )}
    </>
  );
}
