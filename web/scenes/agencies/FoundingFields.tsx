import { agencyKinds } from '../../../src/place/model.ts';
import type { AgencyLine } from '../../../src/place/views.ts';
import { Field, TextField } from '../../components/Field.tsx';
import { AgencyPick } from './AgencyPick.tsx';
import type { Made, Proposed } from './founding.ts';
import { kindWords } from './words.ts';

type Props = {
  made: Made;
  proposed: Proposed;
  lines: readonly AgencyLine[];
  onChange: (change: Partial<Made>) => void;
};

/** Name, kind and parent of an agency that begins. */
export function FoundingFields({ made, proposed, lines, onChange }: Props) {
  return (
    <>
      <TextField
        label="Tên cơ quan mới"
        required
        maxLength={300}
        value={made.name}
        onChange={(name) => onChange({ name })}
      />
      <Field label="Loại cơ quan">
        {(props) => (
          <select
            className="input"
            {...props}
            value={made.kind ?? proposed.kind}
            onChange={({ target }) => onChange({ kind: target.value as AgencyLine['kind'] })}
          >
            {agencyKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ParentPick
        label="Trực thuộc"
        lines={lines}
        value={made.under === undefined ? proposed.under : made.under}
        onChange={(under) => onChange({ under })}
      />
    </>
  );
}

type Picking = {
  label: string;
  lines: readonly AgencyLine[];
  /** null: under nobody; undefined: not yet said */
  value: string | null | undefined;
  onChange: (under: string | null | undefined) => void;
};

/** Whom an agency stands under, or that it stands at the top. */
export function ParentPick({ label, lines, value, onChange }: Picking) {
  const top = value === null;
  return (
    <div className="parent-pick">
      {!top && (
        <AgencyPick label={label} lines={lines} value={value ?? ''} onChange={(id) => onChange(id || undefined)} />
      )}
      <label className="check">
        <input type="checkbox" checked={top} onChange={({ target }) => onChange(target.checked ? null : undefined)} />{' '}
        {top ? `${label}: không trực thuộc cơ quan nào` : 'Không trực thuộc cơ quan nào'}
      </label>
    </div>
  );
}
