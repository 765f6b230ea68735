import { useId, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { fold } from '../../../src/kernel/text.ts';
import type { AgencyLine } from '../../../src/place/views.ts';
import { Field } from '../../components/Field.tsx';
import { labelsOf } from './tree.ts';

const shown = 8;

/** One agency of the day, found by typing part of its name. `value` is its id or ''. */
export function AgencyPick({
  label,
  hint,
  lines,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  lines: readonly AgencyLine[];
  value: string;
  onChange: (id: string) => void;
}) {
  const labels = useMemo(() => labelsOf(lines), [lines]);
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState(false);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return [...labels].filter(([, name]) => words.every((word) => fold(name).includes(word))).slice(0, shown);
  }, [labels, typed]);
  if (value !== '')
    return (
      <div className="form-field">
        <span className="label">{label}</span>
        <span className="agency-picked">
          {labels.get(value) ?? value}
          {/* The list it was picked from is gone: whoever goes by keyboard stays where they were. */}
          <Button className="link" autoFocus={picked} onPress={() => onChange('')}>
            Chọn lại
          </Button>
        </span>
      </div>
    );
  return (
    <Field label={label} hint={hint ?? 'Gõ một phần tên rồi chọn'}>
      {(props) => (
        <>
          <input
            className="input"
            {...props}
            ref={input}
            aria-controls={list}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <ul id={list} className="agency-options" aria-label={`Cơ quan phù hợp: ${label}`}>
            {found.map(([id, name]) => (
              <li key={id}>
                <button
                  type="button"
                  className="option"
                  onClick={() => {
                    setTyped('');
                    setPicked(true);
                    // What was pressed goes with the list. Where several are picked, the next is typed here.
                    input.current?.focus();
                    onChange(id);
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}
