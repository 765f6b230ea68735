import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';

/** A labelled box with what to know about it below, and what is wrong with it in its place. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (props: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}) {
  const id = useId();
  const told = error !== undefined || hint !== undefined;
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': told ? `${id}-told` : undefined, 'aria-invalid': error ? true : undefined })}
      {told && (
        <span id={`${id}-told`} className={error ? 'form-error' : 'muted field-hint'}>
          {error ?? hint}
        </span>
      )}
    </div>
  );
}

type Box = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'value'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
};

export function TextField({ label, hint, error, onChange, ...box }: Box) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => <input className="input" {...box} {...props} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

/** A password, hidden unless asked for: what is typed with a Vietnamese keyboard is easily not what one means. */
export function PasswordField({ label, hint, error, onChange, ...box }: Box) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => (
        <span className="password-box">
          <input
            className="input"
            {...box}
            {...props}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => onChange(target.value)}
          />
          <button type="button" className="link" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Ẩn' : 'Hiện'}
            <span className="sr-only"> {label.toLowerCase()}</span>
          </button>
        </span>
      )}
    </Field>
  );
}
