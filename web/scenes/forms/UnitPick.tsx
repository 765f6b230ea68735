import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { fold } from '../../../src/kernel/text.ts';
import type { AgencyLine } from '../../../src/place/views.ts';

type Props = {
  lines: readonly AgencyLine[];
  /** who sends: not asked itself unless it is chosen by hand */
  own: string;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
};

/** The groups figures are usually asked of, as plans name them. */
const groups: readonly { label: string; of: (one: AgencyLine) => boolean }[] = [
  { label: 'UBND các xã, phường, đặc khu', of: ({ kind, level }) => kind === 'committee' && level === 'commune' },
  { label: 'Các sở, ban, ngành cấp tỉnh', of: ({ kind, level }) => kind === 'department' && level === 'province' },
];

/** The units a form goes to: a group in one click, others found by their name. */
export function UnitPick({ lines, own, chosen, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const asked = useMemo(() => lines.filter(({ kind }) => kind !== 'village' && kind !== 'division'), [lines]);
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const shown = asked.filter((one) =>
    words.length === 0
      ? chosen.has(one.id)
      : words.every((word) => fold(`${one.name} ${one.shortName ?? ''}`).includes(word)),
  );
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className="form-units">
      <legend>
        Đơn vị nhận phiếu <span aria-live="polite">({chosen.size})</span>
      </legend>
      <div className="row">
        {groups.map(({ label, of }) => {
          const ids = asked.filter((one) => of(one) && one.id !== own).map(({ id }) => id);
          const all = ids.length > 0 && ids.every((id) => chosen.has(id));
          return (
            <Button
              key={label}
              className={all ? 'chip on' : 'chip'}
              aria-pressed={all}
              isDisabled={ids.length === 0}
              onPress={() => toggle(ids, !all)}
            >
              {label} ({ids.length})
            </Button>
          );
        })}
        {chosen.size > 0 && (
          <Button className="link" onPress={() => onChange(new Set())}>
            Bỏ chọn tất cả
          </Button>
        )}
      </div>
      <input
        type="search"
        className="input"
        aria-label="Tìm đơn vị để thêm hoặc bớt"
        placeholder="Tìm đơn vị để thêm hoặc bớt"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ul className="form-unit-list">
        {shown.slice(0, 200).map(({ id, name }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => toggle([id], target.checked)} />
              {name}
            </label>
          </li>
        ))}
        {shown.length === 0 && (
          <li className="muted">
            {words.length > 0 ? `Không có đơn vị nào khớp “${typed}”.` : 'Chưa chọn đơn vị nào.'}
          </li>
        )}
      </ul>
    </fieldset>
  );
}
