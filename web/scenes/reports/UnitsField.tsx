import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { AgencyPick } from '../agencies/AgencyPick.tsx';
import { treeOf } from '../agencies/api.ts';

type Props = {
  label: string;
  value: readonly string[];
  /** units that are in already */
  without?: readonly string[];
  onChange: (value: readonly string[]) => void;
};

/** Several units of today, each found by typing part of its name. */
export function UnitsField({ label, value, without = [], onChange }: Props) {
  const { data } = useQuery(treeOf(undefined));
  const lines = data?.agencies ?? [];
  const left = lines.filter(
    ({ id, kind }) => kind !== 'village' && kind !== 'division' && !value.includes(id) && !without.includes(id),
  );
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  return (
    <div className="units-field">
      {value.length > 0 && (
        <ul className="units" aria-label={`${label} đã chọn`}>
          {value.map((id) => (
            <li key={id} className="row">
              {names.get(id) ?? id}
              <Button
                className="link"
                aria-label={`Bỏ ${names.get(id) ?? ''}`}
                onPress={() => onChange(value.filter((one) => one !== id))}
              >
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AgencyPick label={label} lines={left} value="" onChange={(id) => id !== '' && onChange([...value, id])} />
    </div>
  );
}
