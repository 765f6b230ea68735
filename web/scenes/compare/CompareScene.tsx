import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { ComparisonView, PlanView } from '../../../src/plan/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { onePlan, planComparison } from '../../queries.ts';
import { fieldWords } from '../../words/fields.ts';
import { Changes, sayKind } from './Changes.tsx';
import { CompareActions } from './CompareActions.tsx';
import { sayValue } from './say.ts';
import { changeKinds } from './search.ts';
import { WordDiff } from './WordDiff.tsx';

const route = getRouteApi('/ke-hoach/$id/so-sanh');

/** So sánh: this plan's draft beside another file of it, task by task. */
export function CompareScene() {
  const { id } = route.useParams();
  const { voi = '' } = route.useSearch();
  const plan = useQuery(onePlan(id));
  const comparison = useQuery(planComparison(id, voi));
  const error = plan.error ?? comparison.error;
  return (
    <Scene
      title="So sánh hai bản"
      lead={
        <Link className="back" to="/ke-hoach/$id/ra-soat" params={{ id }}>
          ← Rà soát
        </Link>
      }
      sub={comparison.data ? <Files comparison={comparison.data} /> : 'Đang so sánh từng nhiệm vụ…'}
      actions={plan.data && <CompareActions view={plan.data} other={voi} />}
    >
      {error && (
        <div className="card">
          <ErrorState error={error} onRetry={() => void comparison.refetch()} />
        </div>
      )}
      {!error && !comparison.data && (
        <div className="card">
          <Skeleton lines={8} label="Đang so sánh" />
        </div>
      )}
      {comparison.data && plan.data && <Comparison comparison={comparison.data} view={plan.data} />}
    </Scene>
  );
}

function Files({ comparison: { before, after } }: { comparison: ComparisonView }) {
  const other = before.planId === after.planId ? `bản ${after.version}` : 'một kế hoạch khác';
  return (
    <>
      Đang dùng, bản {before.version}: <b>{before.fileName}</b> · So với {other}: <b>{after.fileName}</b>
    </>
  );
}

function Comparison({ comparison, view }: { comparison: ComparisonView; view: PlanView }) {
  const { loc } = route.useSearch();
  const total = changeKinds.reduce((sum, kind) => sum + comparison[kind].length, 0);
  return (
    <>
      {total > 0 && <Kinds comparison={comparison} id={view.plan.id} total={total} />}
      {(comparison.changed.length > 0 || comparison.head.length > 0) && (!loc || loc === 'changed') && <Sides />}
      {comparison.head.length > 0 && !loc && <HeadChanges head={comparison.head} />}
      {total === 0 && (
        <div className="card">
          <EmptyState
            title="Hai bản có cùng nhiệm vụ"
            text={`Cả ${sayNumber(comparison.same.length)} nhiệm vụ giống nhau từng chữ.`}
          />
        </div>
      )}
      <Changes comparison={comparison} only={loc} />
      {total > 0 && !loc && comparison.same.length > 0 && (
        <p className="role same-note">{sayNumber(comparison.same.length)} nhiệm vụ khác giống nhau ở hai bản.</p>
      )}
    </>
  );
}

/** One kind of change alone, or all; kinds there are none of are not offered. */
function Kinds({ comparison, id, total }: { comparison: ComparisonView; id: string; total: number }) {
  const { loc, voi } = route.useSearch();
  const shownKinds = changeKinds.filter((kind) => comparison[kind].length > 0 || kind === loc);
  return (
    <nav className="filters" aria-label="Lọc thay đổi">
      <Link
        to="/ke-hoach/$id/so-sanh"
        params={{ id: id }}
        search={voi === undefined ? {} : { voi }}
        className={loc ? 'chip' : 'chip on'}
        aria-current={loc ? undefined : 'page'}
      >
        Tất cả ({sayNumber(total)})
      </Link>
      {shownKinds.map((kind) => (
        <Link
          key={kind}
          to="/ke-hoach/$id/so-sanh"
          params={{ id: id }}
          search={{ ...(voi === undefined ? {} : { voi }), loc: kind }}
          className={loc === kind ? 'chip on' : 'chip'}
          aria-current={loc === kind ? 'page' : undefined}
        >
          {sayKind(kind)} ({sayNumber(comparison[kind].length)})
        </Link>
      ))}
    </nav>
  );
}

/** Names the two columns of every change below, once. Each wording says its side to a screen reader. */
const Sides = () => (
  <p className="sides" aria-hidden="true">
    <b>Đang dùng</b>
    <b>Bản so sánh</b>
  </p>
);

const HeadChanges = ({ head }: { head: ComparisonView['head'] }) => (
  <section className="card change" aria-label="Thông tin văn bản">
    <h2>Thông tin văn bản</h2>
    <dl className="change-fields">
      {head.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{headWords[field] ?? fieldWords[field] ?? field}</dt>
          <dd>
            <WordDiff before={sayValue(before)} after={sayValue(after)} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

const headWords: Record<string, string> = {
  type: 'Loại văn bản',
  number: 'Số',
  symbol: 'Ký hiệu',
  date: 'Ngày',
  year: 'Năm',
  place: 'Nơi ban hành',
  issuer: 'Cơ quan ban hành',
  title: 'Trích yếu',
  indices: 'Chỉ số',
};
