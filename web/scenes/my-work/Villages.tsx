import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ConcreteChange } from '../../../src/assignment/concrete/model.ts';
import { type PlainDate, sayDay } from '../../../src/kernel/plain-date.ts';
import { squish } from '../../../src/kernel/text.ts';
import { Field } from '../../components/Field.tsx';
import { treeOf } from '../agencies/api.ts';
import { sayRecorded } from './mark.ts';
import type { ShownAct } from './useConcreteActs.ts';

type Props = {
  villages: ShownAct['villages'];
  agencyId: string;
  today: string;
  readOnly: boolean;
  /** the act they belong to */
  of: string;
  onChange: (to: ConcreteChange) => void;
};

/** Villages and street groups as a tick list: how many of them are done. */
export function Villages({ villages, agencyId, today, readOnly, of, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const ticked = villages.filter(({ done }) => done !== null).length;
  const tick = (village: string, on: boolean) =>
    onChange({ kind: 'tick', village, on: on ? (today as PlainDate) : null });
  const listing = villages.length > 0 ? 'Sửa danh sách thôn' : 'Theo dõi từng thôn, tổ dân phố';
  if (villages.length === 0 && readOnly) return null;
  return (
    <div className="villages">
      {villages.length > 0 && (
        <fieldset>
          <legend>
            Thôn, tổ dân phố:{' '}
            <b className="num">
              {ticked}/{villages.length}
            </b>{' '}
            đã xong
          </legend>
          {villages.map(({ name, done }) => (
            <label key={name} className="check">
              <input
                type="checkbox"
                checked={done !== null}
                disabled={readOnly}
                onChange={({ target }) => tick(name, target.checked)}
              />
              <span>
                {name}
                {done && (
                  <span className="role">
                    xong ngày {sayDay(done.on)}, {sayRecorded(done)}
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {!readOnly &&
        (adding ? (
          <VillageNames
            {...{ villages, agencyId, of }}
            onDone={(next) => {
              if (next) onChange({ kind: 'villages', ...next });
              setAdding(false);
            }}
          />
        ) : (
          <Button className="link" aria-label={`${listing}: ${of}`} onPress={() => setAdding(true)}>
            {listing}
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

type NamesProps = Pick<Props, 'villages' | 'agencyId' | 'of'> & { onDone: (next: Listing | null) => void };
/** What comes onto the list, and what leaves it. */
type Listing = Omit<ConcreteChange & { kind: 'villages' }, 'kind'>;

/** One name a line; a village that stays keeps its tick. */
function VillageNames({ villages, agencyId, of, onDone }: NamesProps) {
  const [typed, setTyped] = useState(
    villages.length > 0 ? villages.map(({ name }) => name).join('\n') : rememberedNames(agencyId),
  );
  const tree = useQuery(treeOf(undefined));
  const known = tree.data?.agencies.filter(({ parentId, kind }) => parentId === agencyId && kind === 'village') ?? [];
  const save = () => {
    const names = [...new Set(typed.split('\n').map(squish).filter(Boolean))];
    const before = villages.map(({ name }) => name);
    const add = names.filter((name) => !before.includes(name));
    const remove = before.filter((name) => !names.includes(name));
    if (names.length > 0) remember(agencyId, names);
    onDone(add.length + remove.length > 0 ? { add, remove } : null);
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
