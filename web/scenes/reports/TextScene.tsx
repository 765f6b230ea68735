import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { nameAgencies } from '../../words/work.ts';
import { roundText, type WhichText } from './api.ts';
import { Sums } from './Sums.tsx';
import { sayPlan, saySpan } from './say.ts';
import { Text } from './Text.tsx';

const route = getRouteApi('/bao-cao/tong-hop');

/** Báo cáo tổng hợp: the text an office drafts from the reports of others, with its sources. */
export function TextScene() {
  const { ke, ky, cua, truc } = route.useSearch();
  if (ke === undefined || ky === undefined)
    return (
      <Scene title="Báo cáo tổng hợp">
        <div className="card">
          <EmptyState title="Chưa chọn kỳ báo cáo" text="Hãy chọn một kỳ ở màn hình Báo cáo." />
        </div>
      </Scene>
    );
  return <One which={{ plan: ke, round: ky, ...(cua && { agency: cua }), ...(truc && { scope: 'lead' as const }) }} />;
}

function One({ which }: { which: WhichText }) {
  const { phan: shown, so, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useQuery(roundText(which));
  const unit = data && nameAgencies(data.agencies).get(data.agencyId);
  const led = data?.scope === 'lead';
  const tabs = [
    { phan: undefined, label: 'Dự thảo báo cáo' },
    { phan: 'so-lieu' as const, label: 'Số liệu tổng hợp' },
  ];
  return (
    <Scene
      title={data ? `${led ? 'Phần chủ trì' : 'Báo cáo tổng hợp'}: ${data.round.label}` : 'Báo cáo tổng hợp'}
      lead={
        <Link to="/bao-cao" className="back">
          ← Báo cáo
        </Link>
      }
      sub={
        data && (
          <>
            {unit} tổng hợp {led ? 'các nội dung mình chủ trì trên mọi đơn vị' : 'báo cáo của các đơn vị'}.{' '}
            {sayPlan(data.plans[0])}. Số liệu từ {saySpan(data.round)}.
          </>
        )
      }
    >
      <div className="round-page">
        <nav className="tabs" aria-label="Xem">
          {tabs.map(({ phan, label }) => (
            <Link
              key={label}
              to="/bao-cao/tong-hop"
              search={{ ...search, ...(phan && { phan }) }}
              className={shown === phan ? 'tab on' : 'tab'}
              aria-current={shown === phan ? 'page' : undefined}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {label}
            </Link>
          ))}
        </nav>
        {shown === 'so-lieu' ? (
          <Sums
            {...{ which, so }}
            onTurn={(next) => void navigate({ search: { ...search, phan: 'so-lieu', ...(next && { so: next }) } })}
          />
        ) : (
          <Text which={which} />
        )}
      </div>
    </Scene>
  );
}
