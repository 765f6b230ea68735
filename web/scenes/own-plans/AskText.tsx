import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { Field } from '../../components/Field.tsx';

/** A few words that are needed before something is done, and the way out. */
export function AskText({
  label,
  hint,
  button,
  onText,
  onCancel,
}: {
  label: string;
  hint?: string;
  button: string;
  onText: (text: string) => void;
  onCancel: () => void;
}) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onText(text.trim());
  };
  return (
    <form className="form own-ask" onSubmit={submit}>
      <Field label={label} hint={hint}>
        {(props) => (
          <textarea
            className="input"
            rows={2}
            maxLength={2000}
            required
            // biome-ignore lint/a11y/noAutofocus: the box opens because one asked for it
            autoFocus
            {...props}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <button type="submit" className="btn" disabled={text.trim() === ''}>
          {button}
        </button>
        <Button className="link" onPress={onCancel}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
