import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import { useMay } from '../../state/may.ts';
import { type Asked, pairCounts } from './api.ts';

/** How many pairs of tasks may be one, where somebody can say so; nothing where there are none. */
export function DuplicatesHint({ plan, item }: Asked) {
  const may = useMay()('Cơ quan thường trực và đơn vị chủ trì gộp được nhiệm vụ trùng');
  const { data } = useQuery({ ...pairCounts({ plan, item }), enabled: may });
  if (!may || !data) return null;
  const { undecided, same, different } = data;
  if (undecided + same + different === 0) return null;
  return (
    <p className="pairs-hint">
      {undecided > 0 ? (
        <>
          <span className="tag due">◐ {sayNumber(undecided)} cặp</span>{' '}
          {item ? 'nhiệm vụ khác có thể trùng với nhiệm vụ này.' : 'nhiệm vụ có thể trùng nhau, chưa xem.'}{' '}
        </>
      ) : (
        `Đã xem ${sayNumber(same + different)} cặp nhiệm vụ trùng. `
      )}
      <Link
        to="/nhiem-vu-trung"
        search={{
          ...(plan && { 'ke-hoach': plan }),
          ...(item && { 'nhiem-vu': item }),
          ...(undecided === 0 && { xem: same > 0 ? ('mot-viec' as const) : ('khong-trung' as const) }),
        }}
      >
        {undecided > 0 ? 'Xem và cho biết có phải một việc' : 'Xem lại'}
      </Link>
    </p>
  );
}
