import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Village } from '../../../src/assignment/model.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { squish } from '../../../src/kernel/text.ts';
import { Field } from '../../components/Field.tsx';
import { treeOf } from '../agencies/api.ts';

type Props = {
  villages: readonly Village[];
  agencyId: string;
  today: string;
  readOnly: boolean;
  /** the act they belong to */
  of: string;
  onChange: (villages: readonly Village[]) => void;
};

/** Villages and street groups as a tick list: how many of them are done. */
export function Villages({ villages, agencyId, today, readOnly, of, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const done = villages.filter(({ doneOn }) => doneOn !== null).length;
  const tick = (name: string, on: boolean) =>
    onChange(villages.map((one) => (one.name === name ? { name, doneOn: on ? (today as PlainDate) : null } : one)));
  if (villages.length === 0 && readOnly) return null;
  return (
    <div className="villages">
      {villages.length > 0 && (
        <fieldset>
          <legend>
            Thôn, tổ dân phố:{' '}
            <b className="num">
              {done}/{villages.length}
            </b>{' '}
            đã xong
          </legend>
          {villages.map(({ name, doneOn }) => (
            <label key={name} className="check">
              <input
                type="checkbox"
                checked={doneOn !== null}
                disabled={readOnly}
                onChange={({ target }) => tick(name, target.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {!readOnly &&
        (adding ? (
          <VillageNames
            {...{ villages, agencyId, of }}
            onDone={(next) => {
              if (next) onChange(next);
              setAdding(false);
            }}
          />
        ) : (
          <Button className="link" aria-label={`Danh sách thôn của ${of}`} onPress={() => setAdding(true)}>
            {villages.length > 0 ? 'Sửa danh sách thôn' : 'Theo dõi từng thôn, tổ dân phố'}
          </Button>
        ))}
    </div>
  );
}

const place = (agencyId: string): string => `thang.villages.${agencyId}`;

/** The names used last for this unit: a commune has the same villages in every task. */
function rememberedNames(agencyId: string): string {
  try {
    return localStorage.getItem(place(agencyId)) ?? '';
  } catch {
    return '';
  }
}

function remember(agencyId: string, names: readonly string[]): void {
  try {
    localStorage.setItem(place(agencyId), names.join('\n'));
  } catch {
    // Without room to remember they are typed again.
  }
}

type NamesProps = Pick<Props, 'villages' | 'agencyId' | 'of'> & { onDone: (next: readonly Village[] | null) => void };

/** One name a line; a village that stays keeps its tick. */
function VillageNames({ villages, agencyId, of, onDone }: NamesProps) {
  const [typed, setTyped] = useState(
    villages.length > 0 ? villages.map(({ name }) => name).join('\n') : rememberedNames(agencyId),
  );
  const tree = useQuery(treeOf(undefined));
  const known = tree.data?.agencies.filter(({ parentId, kind }) => parentId === agencyId && kind === 'village') ?? [];
  const save = () => {
    const names = [...new Set(typed.split('\n').map(squish).filter(Boolean))];
    const before = new Map(villages.map(({ name, doneOn }) => [name, doneOn]));
    if (names.length > 0) remember(agencyId, names);
    onDone(names.map((name) => ({ name, doneOn: before.get(name) ?? null })));
  };
  return (
    <div className="panel-form">
      <Field label={`Các thôn, tổ dân phố làm: ${of}`} hint="Mỗi dòng một tên; dán được từ Excel">
        {(props) => (
          <textarea
            className="input"
            rows={6}
            {...props}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button className="btn small" onPress={save}>
          Dùng danh sách này
        </Button>
        {known.length > 0 && (
          <Button className="btn small" onPress={() => setTyped(known.map(({ name }) => name).join('\n'))}>
            Lấy {known.length} thôn, tổ dân phố trong danh bạ
          </Button>
        )}
        <Button className="link" onPress={() => onDone(null)}>
          Thôi
        </Button>
      </div>
    </div>
  );
}
