import type { UnitWork } from '../../api-follow.ts';
import { sayHeads } from '../../words/people.ts';

/** Who answers by name for the unit's tasks. */
export function Heads({ heads }: Pick<UnitWork, 'heads'>) {
  return (
    <p className="unit-heads">
      {heads.length > 0 ? (
        <>
          Người đứng đầu chịu trách nhiệm: <b>{sayHeads(heads)}</b>
        </>
      ) : (
        'Chưa ghi người đứng đầu. Người quản trị giao vai trò “Người đứng đầu đơn vị” ở mục Tài khoản.'
      )}
    </p>
  );
}
