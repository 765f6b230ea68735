import { Button } from 'react-aria-components';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import type { Reference } from './api.ts';
import { sayReference } from './say.ts';

/** Papers by what they are called; an address opens only where it is one of the web. */
export function ReferenceList({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null;
  return (
    <ul className="lines">
      {references.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: references are written once and never move
        <li key={at}>
          {one.address && /^https?:\/\//i.test(one.address) ? (
            <a href={one.address} target="_blank" rel="noreferrer noopener">
              {sayReference(one)}
            </a>
          ) : (
            [sayReference(one), one.address].filter(Boolean).join(', ')
          )}
        </li>
      ))}
    </ul>
  );
}

/** A paper as it is being typed; one without a name is not sent. */
export type TypedReference = { what: string; number: string; date: string; address: string };
const empty: TypedReference = { what: '', number: '', date: '', address: '' };

export const toReferences = (typed: readonly TypedReference[]): Reference[] =>
  typed.flatMap(({ what, number, date, address }) =>
    what.trim() === ''
      ? []
      : [{ what: what.trim(), number: number.trim() || null, date: date || null, address: address.trim() || null }],
  );

/** Papers to be named: what, number, day, address. The paper itself stays where it is kept. */
export function ReferenceFields({
  value,
  onChange,
}: {
  value: readonly TypedReference[];
  onChange: (value: TypedReference[]) => void;
}) {
  const set = (at: number, more: Partial<TypedReference>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...more } : one)));
  return (
    <fieldset className="references">
      <legend>Tài liệu kèm theo</legend>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
        <fieldset key={at} className="reference" aria-label={`Tài liệu ${at + 1}`}>
          <TextField
            label="Tên tài liệu"
            autoComplete="off"
            maxLength={500}
            value={one.what}
            onChange={(what) => set(at, { what })}
          />
          <TextField label="Số" maxLength={500} value={one.number} onChange={(number) => set(at, { number })} />
          <DayField label="Ngày" value={one.date} onChange={(date) => set(at, { date })} />
          <TextField
            label="Địa chỉ hoặc nơi lưu"
            maxLength={2000}
            value={one.address}
            onChange={(address) => set(at, { address })}
          />
          <Button className="link" onPress={() => onChange(value.filter((_, i) => i !== at))}>
            Bỏ tài liệu {at + 1}
          </Button>
        </fieldset>
      ))}
      {value.length < 20 && (
        <Button className="btn small" onPress={() => onChange([...value, empty])}>
          Thêm tài liệu
        </Button>
      )}
    </fieldset>
  );
}
