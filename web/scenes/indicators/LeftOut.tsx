import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { printedKey, type SheetMapping } from '../../../src/report/indicator/sheet/model.ts';
import type { ImportPreviewView } from '../../../src/report/indicator/views.ts';
import { AgencyPick } from '../agencies/AgencyPick.tsx';
import { treeOf } from '../agencies/api.ts';

type Props = { found: ImportPreviewView; onChange: (mapping: SheetMapping) => void };

/** What is not taken and why; a name the directory does not know is said whose it is, once for all files of this kind. */
export function LeftOut({ found: { left, mapping }, onChange }: Props) {
  const [naming, setNaming] = useState<string | null>(null);
  const tree = useQuery({ ...treeOf(undefined), enabled: naming !== null });
  if (left.length === 0) return null;
  const put = (name: string, id: string | null) => {
    setNaming(null);
    onChange({ ...mapping, names: { ...mapping.names, [printedKey(name)]: id } });
  };
  return (
    <details open>
      <summary>Không nhập ({sayNumber(left.length)})</summary>
      <ul className="left-out">
        {left.slice(0, 200).map(({ row, unit, why, name }) => (
          <li key={`${row} ${why}`}>
            Dòng {row}, {unit}: {why}.{' '}
            {name && naming !== unit && (
              <>
                <Button className="link" onPress={() => setNaming(unit)}>
                  Chọn đơn vị
                </Button>{' '}
                <Button className="link" onPress={() => put(unit, null)}>
                  Luôn bỏ qua tên này
                </Button>
              </>
            )}
            {naming === unit && (
              <AgencyPick
                label={`“${unit}” là`}
                lines={tree.data?.agencies ?? []}
                value=""
                onChange={(id) => id !== '' && put(unit, id)}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
