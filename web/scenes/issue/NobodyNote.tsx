import { Link } from '@tanstack/react-router';
import type { IssueView } from '../../../src/assignment/views.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';

export const nobodyNote = 'issue-nobody';

/** Nobody would get anything: why, and where to mend it. Until then there is nothing to give out. */
export function NobodyNote({ plan, preview: { issuerUnknown } }: { plan: string; preview: IssueView }) {
  return (
    <section className="card issue-attention" aria-label="Chưa giao được">
      <p id={nobodyNote}>
        <Tag tone="late">Chưa giao được</Tag> {issuerUnknown ? sayUnknown(issuerUnknown) : unnamed}
      </p>
      <div className="row">
        {issuerUnknown ? (
          <>
            <Link className="btn" to="/don-vi" search={{ ngay: issuerUnknown.on }}>
              Mở danh bạ ngày {sayDay(issuerUnknown.on)}
            </Link>
            <Link className="btn" to="/ke-hoach/$id/ra-soat" params={{ id: plan }}>
              Xem lại cơ quan ban hành
            </Link>
          </>
        ) : (
          <Link className="btn" to="/don-vi" search={{ xem: 'ten-chua-ro' }}>
            Cho biết tên này là cơ quan nào
          </Link>
        )}
      </div>
    </section>
  );
}

const unnamed =
  'Chưa nhận ra cơ quan nào trong danh bạ, nên chưa có ai để giao. Kế hoạch và việc rà soát được giữ nguyên.';

const sayUnknown = ({ printed, on }: NonNullable<IssueView['issuerUnknown']>): string =>
  `Danh bạ ngày ${sayDay(on)} không có ${printed ? `“${printed}”` : 'cơ quan ban hành kế hoạch này'}, nên không biết tên các đơn vị trong kế hoạch là đơn vị nào. Kế hoạch và việc rà soát được giữ nguyên. Thêm nơi đó vào danh bạ (Nhập từ Excel), hoặc sửa cơ quan ban hành nếu đọc sai.`;
