import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Definition } from '../../../src/report/indicator/model.ts';
import { readNumber } from '../../../src/report/indicator/read-number.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { TextField } from '../../components/Field.tsx';
import { AgencyPick } from '../agencies/AgencyPick.tsx';
import { treeOf } from '../agencies/api.ts';
import { today } from '../follow/useFollow.ts';

export type Part = { definition: Definition; onChange: (next: Partial<Definition>) => void };
export const choices = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));

const year = (): number => Number(today().slice(0, 4));

/** Who gives the figures. */
export function Givers({ definition, hasItem, onChange }: Part & { hasItem: boolean }) {
  const { givers } = definition;
  const tree = useQuery({ ...treeOf(undefined), enabled: givers.of === 'agencies' });
  const ids = givers.of === 'agencies' ? givers.ids : [];
  const lines = tree.data?.agencies ?? [];
  return (
    <>
      <ChoiceField
        label="Ai nhập số liệu"
        value={givers.of}
        choices={[
          ...(hasItem ? [{ value: 'item' as const, label: 'Các đơn vị được giao nhiệm vụ' }] : []),
          { value: 'communes' as const, label: 'UBND các xã, phường, đặc khu' },
          { value: 'agencies' as const, label: 'Chọn từng đơn vị' },
        ]}
        onChange={(of) => onChange({ givers: of === 'agencies' ? { of, ids: ids.length > 0 ? ids : [] } : { of } })}
      />
      {givers.of === 'agencies' && (
        <>
          <ul className="giver-list">
            {ids.map((id) => (
              <li key={id}>
                {lines.find((line) => line.id === id)?.name ?? '…'}{' '}
                <Button
                  className="link"
                  onPress={() => onChange({ givers: { of: 'agencies', ids: ids.filter((one) => one !== id) } })}
                >
                  Bỏ
                </Button>
              </li>
            ))}
          </ul>
          <AgencyPick
            label="Thêm đơn vị"
            lines={lines.filter(({ id }) => !ids.includes(id))}
            value=""
            onChange={(id) => id !== '' && onChange({ givers: { of: 'agencies', ids: [...ids, id] } })}
          />
        </>
      )}
    </>
  );
}

const ops = {
  '>=': 'Từ … trở lên',
  '=': 'Đạt',
  '>': 'Trên',
  '<=': 'Không quá',
  '<': 'Dưới',
  increase: 'Tăng',
  decrease: 'Giảm',
} as const;

/** The target of this year and the baseline, for all units; those of single units stay as they are. */
export function Goals({ definition, onChange }: Part) {
  const [own, others] = [
    definition.targets.find((one) => one.agencyId === null && one.year === year()),
    definition.targets.filter((one) => one.agencyId !== null || one.year !== year()),
  ];
  const base = definition.baselines.find(({ agencyId }) => agencyId === null);
  const bases = definition.baselines.filter(({ agencyId }) => agencyId !== null);
  const [goal, setGoal] = useState(own ? String(own.value).replace('.', ',') : '');
  const [from, setFrom] = useState(base ? String(base.value).replace('.', ',') : '');
  const op = own?.op ?? (definition.better === 'up' ? '>=' : '<=');
  const put = (text: string, nextOp = op) => {
    setGoal(text);
    const value = readNumber(text);
    onChange({
      targets: typeof value === 'number' ? [...others, { year: year(), agencyId: null, op: nextOp, value }] : others,
    });
  };
  const putBase = (text: string, more: Partial<NonNullable<typeof base>> = {}) => {
    setFrom(text);
    const value = readNumber(text);
    const known = { agencyId: null, year: base?.year ?? String(year() - 1), source: base?.source ?? null, ...more };
    onChange({ baselines: typeof value === 'number' ? [...bases, { ...known, value }] : bases });
  };
  return (
    <div className="form-pair">
      <ChoiceField
        label={`Mục tiêu năm ${year()}`}
        value={op}
        choices={choices(ops)}
        onChange={(next) => put(goal, next)}
      />
      <TextField
        label="Số mục tiêu"
        inputMode="decimal"
        value={goal}
        onChange={(text) => put(text)}
        error={readNumber(goal) === undefined ? 'Chưa phải là số, ví dụ 92 hoặc 1.250,5' : undefined}
      />
      <TextField
        label="Số gốc so sánh"
        hint="để trống nếu không có"
        inputMode="decimal"
        value={from}
        onChange={(text) => putBase(text)}
        error={readNumber(from) === undefined ? 'Chưa phải là số, ví dụ 88,4' : undefined}
      />
      <TextField
        label="Năm của số gốc"
        maxLength={40}
        value={base?.year ?? ''}
        disabled={!base}
        onChange={(text) => putBase(from, { year: text })}
      />
      <TextField
        label="Nguồn của số gốc"
        maxLength={300}
        value={base?.source ?? ''}
        disabled={!base}
        onChange={(text) => putBase(from, { source: text || null })}
      />
    </div>
  );
}
