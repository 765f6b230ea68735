import { useId, useRef, useState } from 'react';

/** Names edited as chips: choose one to change its words, ✕ to take it away, type in the last box to add. */
export function ChipList({
  label,
  values,
  onChange,
  suggestions,
  doubtful = false,
  readOnly = false,
  say = (value) => value,
}: {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  suggestions: readonly string[];
  doubtful?: boolean;
  readOnly?: boolean;
  /** how a value is shown, where it is a code */
  say?: (value: string) => string;
}) {
  const list = useId();
  const [editing, setEditing] = useState<number | null>(null);
  const change = (at: number, text: string) => {
    setEditing(null);
    const next = text.trim();
    if (next === values[at]) return;
    onChange(next === '' ? values.toSpliced(at, 1) : values.toSpliced(at, 1, next));
  };
  if (readOnly && values.length === 0) return <span className="muted">không nêu</span>;
  return (
    <ul className="chip-list" aria-label={label}>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand twice while it is being typed
        <li key={`${at}:${value}`}>
          {editing === at ? (
            <ChipInput initial={value} label={`Sửa ${value}`} list={list} onDone={(text) => change(at, text)} />
          ) : (
            <span className={doubtful ? 'chip due' : 'chip'}>
              {readOnly ? (
                say(value)
              ) : (
                <button type="button" className="chip-text" title="Sửa" onClick={() => setEditing(at)}>
                  {say(value)}
                </button>
              )}
              {!readOnly && (
                <button
                  type="button"
                  className="chip-remove"
                  aria-label={`Bỏ ${value} khỏi ${label}`}
                  onClick={() => onChange(values.toSpliced(at, 1))}
                >
                  ✕
                </button>
              )}
            </span>
          )}
        </li>
      ))}
      {!readOnly && (
        <li className="chip-add">
          <AddInput
            label={`Thêm vào ${label}`}
            list={list}
            onAdd={(text) => onChange([...new Set([...values, text])])}
          />
          <datalist id={list}>
            {suggestions.map((name) => (
              <option key={name} value={name}>
                {say(name)}
              </option>
            ))}
          </datalist>
        </li>
      )}
    </ul>
  );
}

type InputProps = { label: string; list: string };

function ChipInput({ initial, label, list, onDone }: InputProps & { initial: string; onDone: (text: string) => void }) {
  const [text, setText] = useState(initial);
  const done = useRef(false);
  const finish = (value: string) => {
    if (done.current) return;
    done.current = true;
    onDone(value);
  };
  return (
    <input
      className="chip-input"
      aria-label={label}
      list={list}
      value={text}
      size={Math.max(8, text.length)}
      // biome-ignore lint/a11y/noAutofocus: the chip was chosen to be typed in
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(text);
        if (event.key === 'Escape') finish(initial);
      }}
    />
  );
}

function AddInput({ label, list, onAdd }: InputProps & { onAdd: (text: string) => void }) {
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim()) onAdd(text.trim());
    setText('');
  };
  return (
    <input
      className="chip-input"
      aria-label={label}
      placeholder="Thêm…"
      list={list}
      value={text}
      size={Math.max(8, text.length)}
      onChange={(event) => setText(event.target.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          add();
        }
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
