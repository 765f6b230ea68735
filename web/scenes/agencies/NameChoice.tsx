import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AgencyTree } from '../../../src/place/views.ts';
import { AgencyPick } from './AgencyPick.tsx';
import { groupsFor } from './groups.ts';
import { labelsOf } from './tree.ts';
import type { Meaning } from './useNameAnswer.ts';

/** One or several agencies, a group, or nobody in particular: what a printed name is said to mean. */
export function NameChoice({
  issuerId,
  tree,
  chosen: first,
  isPending,
  onAnswer,
}: {
  issuerId: string;
  tree: AgencyTree;
  chosen: readonly string[];
  isPending: boolean;
  onAnswer: (meaning: Meaning) => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>(first);
  const labels = labelsOf(tree.agencies);
  const without = (id: string): readonly string[] => chosen.filter((one) => one !== id);
  return (
    <div className="name-choice">
      {chosen.length > 0 && (
        <ul className="name-chosen" aria-label="Các cơ quan đã chọn">
          {chosen.map((id) => (
            <li key={id}>
              {labels.get(id) ?? 'cơ quan không còn vào ngày đang xem'}{' '}
              <Button className="link" onPress={() => setChosen(without(id))}>
                Bỏ chọn
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AgencyPick
        label={chosen.length > 0 ? 'Thêm cơ quan' : 'Là cơ quan'}
        hint="Gõ một phần tên rồi chọn; có thể chọn nhiều cơ quan"
        lines={tree.agencies}
        value=""
        onChange={(id) => id !== '' && setChosen([...without(id), id])}
      />
      <div className="row">
        <Button
          className="btn small primary"
          isDisabled={isPending || chosen.length === 0}
          onPress={() => onAnswer({ to: 'agencies', agencyIds: [...chosen] })}
        >
          Ghi các cơ quan đã chọn
        </Button>
      </div>
      <p className="label">Hoặc là cả một nhóm</p>
      <div className="row">
        {groupsFor(issuerId, tree.agencies).map(({ label, group }) => (
          <Button
            key={label}
            className="btn small"
            isDisabled={isPending}
            onPress={() => onAnswer({ to: 'group', group })}
          >
            {label}
          </Button>
        ))}
        <Button className="btn small" isDisabled={isPending} onPress={() => onAnswer({ to: 'nothing' })}>
          Không giao cho đơn vị cụ thể nào
        </Button>
      </div>
    </div>
  );
}
