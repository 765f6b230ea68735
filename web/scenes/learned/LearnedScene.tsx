import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { LessonView } from '../../../src/plan/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { lessonList } from '../../queries.ts';
import { LessonItem } from './LessonItem.tsx';

const route = getRouteApi('/da-hoc');

const kinds = [
  { kind: 'header', title: 'Tên cột', text: 'Cột có tên này chứa gì trong bảng nhiệm vụ' },
  { kind: 'agency', title: 'Tên cơ quan', text: 'Cách viết này trong bảng là cơ quan nào' },
  { kind: 'code', title: 'Mã nội dung', text: 'Nội dung thành phần này ứng với mã nào của bộ chỉ số' },
] as const;

/** Đã học: what confirmed corrections have taught, each removable. */
export function LearnedScene() {
  const removed = route.useSearch()['trang-thai'] === 'da-bo';
  const lessons = useQuery(lessonList(removed));
  return (
    <Scene
      title="Đã học"
      sub="Chỉ sửa đổi trong kế hoạch đã xác nhận mới được học, và chỉ dùng cho đơn vị mình. Văn bản gốc luôn giữ nguyên."
    >
      <nav className="filters" aria-label="Lọc điều đã học">
        <Link
          to="/da-hoc"
          className={removed ? 'chip' : 'chip on'}
          activeOptions={{ exact: true }}
          aria-current={removed ? undefined : 'page'}
        >
          Đang dùng
        </Link>
        <Link
          to="/da-hoc"
          search={{ 'trang-thai': 'da-bo' }}
          className={removed ? 'chip on' : 'chip'}
          aria-current={removed ? 'page' : undefined}
        >
          Đã bỏ
        </Link>
      </nav>
      {lessons.isPending && (
        <div className="card">
          <Skeleton lines={6} label="Đang tải những điều đã học" />
        </div>
      )}
      {lessons.isError && (
        <div className="card">
          <ErrorState error={lessons.error} onRetry={() => void lessons.refetch()} />
        </div>
      )}
      {lessons.data?.length === 0 && <NothingYet removed={removed} />}
      {lessons.data && lessons.data.length > 0 && <Kinds lessons={lessons.data} />}
    </Scene>
  );
}

const Kinds = ({ lessons }: { lessons: readonly LessonView[] }) =>
  kinds.map(({ kind, title, text }) => {
    const ours = lessons.filter((lesson) => lesson.kind === kind);
    if (ours.length === 0) return null;
    return (
      <section key={kind} className="card lessons" aria-labelledby={`lessons-${kind}`}>
        <h2 id={`lessons-${kind}`}>
          {title} <span className="muted num">({sayNumber(ours.length)})</span>
        </h2>
        <p className="role">{text}</p>
        <ul>
          {ours.map((lesson) => (
            <LessonItem key={lesson.id} lesson={lesson} />
          ))}
        </ul>
      </section>
    );
  });

function NothingYet({ removed }: { removed: boolean }) {
  return (
    <div className="card">
      {removed ? (
        <EmptyState title="Chưa bỏ điều nào" text="Điều đã học mà bị bỏ nằm ở đây và dùng lại được." />
      ) : (
        <EmptyState
          title="Chưa học được gì"
          text="Khi rà soát, hãy sửa tên cơ quan viết tắt, mã nội dung hoặc cho biết một cột lạ chứa gì. Xác nhận kế hoạch xong, Thang dùng các sửa đổi đó cho kế hoạch sau."
        >
          <Link to="/ke-hoach" className="btn">
            Mở danh sách kế hoạch
          </Link>
        </EmptyState>
      )}
    </div>
  );
}
