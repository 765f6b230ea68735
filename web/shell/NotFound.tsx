import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/Notice.tsx';
import { Scene } from '../components/Scene.tsx';

export function NotFound() {
  return (
    <Scene title="Không có trang này">
      <div className="card">
        <EmptyState title="Địa chỉ không đúng" text="Trang có thể đã đổi địa chỉ. Hãy quay lại danh sách kế hoạch.">
          <Link to="/ke-hoach" className="btn primary">
            Mở danh sách kế hoạch
          </Link>
        </EmptyState>
      </div>
    </Scene>
  );
}
