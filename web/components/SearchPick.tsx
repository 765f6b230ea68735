import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useRested } from '../state/use.ts';
import { TextField } from './Field.tsx';
import { Refusal } from './Notice.tsx';

type Props<One> = {
  label: string;
  hint: string;
  /** What the list of those found is called, read aloud. */
  found: string;
  none: (typed: string) => string;
  /** Where answers are kept; one kind of things, one name. */
  kept: string;
  find: (typed: string) => Promise<One[]>;
  say: (one: One) => string;
  picked: One | null;
  onPick: (one: One | null) => void;
};

/** One of many that only the server knows, found by typing part of its name. */
export function SearchPick<One extends { id: string }>(props: Props<One>) {
  const { label, picked, onPick, say } = props;
  if (!picked) return <Searching {...props} />;
  return (
    <div className="form-field">
      <span className="label">{label}</span>
      <span className="row">
        {say(picked)}
        <Button className="link" onPress={() => onPick(null)}>
          Chọn lại
        </Button>
      </span>
    </div>
  );
}

function Searching<One extends { id: string }>({
  label,
  hint,
  found: called,
  none,
  kept,
  find,
  say,
  onPick,
}: Props<One>) {
  const [typed, setTyped] = useState('');
  const q = useRested(typed.trim(), 180);
  const found = useQuery({ queryKey: [kept, q], queryFn: () => find(q), enabled: q !== '' });
  return (
    <>
      <TextField label={label} hint={hint} autoComplete="off" value={typed} onChange={setTyped} />
      <Refusal error={found.error} />
      {found.data && (
        <ul className="choices" aria-label={called}>
          {found.data.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onPick(one)}>
                {say(one)}
              </button>
            </li>
          ))}
          {found.data.length === 0 && <li className="muted">{none(q)}</li>}
        </ul>
      )}
    </>
  );
}
