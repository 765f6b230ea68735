import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { toProblem } from '../../problem.ts';
import { onePlan, planDocument } from '../../queries.ts';
import { BackToPlans } from './BackToPlans.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';

const route = getRouteApi('/ke-hoach/$id/ra-soat');

/** Rà soát: the document on the left, what was understood of it on the right. */
export function ReviewScene() {
  const { id } = route.useParams();
  const plan = useQuery(onePlan(id));
  const document = useQuery(planDocument(id, plan.data?.plan.version));
  if (plan.data && document.data)
    return <ReviewDesk key={`${id} ${plan.data.plan.version}`} view={plan.data} document={document.data} />;
  const error = plan.error ?? document.error;
  return (
    <Scene title="Rà soát" sub={error ? undefined : 'Đang mở văn bản…'} lead={<BackToPlans />}>
      <div className="card">
        {error ? (
          <Failed error={error} onRetry={() => void Promise.all([plan.refetch(), document.refetch()])} />
        ) : (
          <Skeleton lines={10} />
        )}
      </div>
    </Scene>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (toProblem(error).status !== 404) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      title="Không có kế hoạch này"
      text="Kế hoạch có thể đã bị bỏ. Hãy tìm trong danh sách, kể cả mục Đã bỏ."
    >
      <Link to="/ke-hoach" className="btn">
        Mở danh sách kế hoạch
      </Link>
    </EmptyState>
  );
}
