import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { isSpan } from '../../../src/report/round/spans.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { RoundLetters } from '../letters/LetterLinks.tsx';
import { oneRound, type Which } from './api.ts';
import { Reporters } from './Reporters.tsx';
import { RoundBar } from './RoundBar.tsx';
import { Sums } from './Sums.tsx';
import { sayPlan, sayRound, saySpan } from './say.ts';
import type { RoundSearch } from './search.ts';
import { Text } from './Text.tsx';

const route = getRouteApi('/bao-cao/ky');

/** Tổng hợp: who has reported for a period, and what their reports come to. */
export function RoundScene() {
  const { ke, ky } = route.useSearch();
  if (ke === undefined || ky === undefined)
    return (
      <Scene title="Tổng hợp báo cáo">
        <div className="card">
          <EmptyState title="Chưa chọn kỳ báo cáo" text="Hãy chọn một kỳ ở màn hình Báo cáo, mục “Các kỳ báo cáo”." />
        </div>
      </Scene>
    );
  return <Round which={{ plan: ke, round: ky }} />;
}

function Round({ which }: { which: Which }) {
  const { phan, so } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(oneRound(which));
  const detail = query.data;
  return (
    <Scene
      title={detail ? `Tổng hợp: ${detail.line.round.label}` : 'Tổng hợp báo cáo'}
      lead={
        <Link to="/bao-cao" search={{ xem: 'cac-ky' }} className="back">
          ← Các kỳ báo cáo
        </Link>
      }
      sub={
        detail && (
          <>
            {sayPlan(detail.plans[0])}. Số liệu từ {saySpan(detail.line.round)}
            {isSpan(which.round)
              ? `; gộp báo cáo của nhiều kỳ, ${detail.line.expected} lượt báo cáo`
              : `; đơn vị gửi chậm nhất ngày ${detail.line.due ? sayDay(detail.line.due) : 'chưa có'}. ${sayRound(detail.line)}`}
            .
          </>
        )
      }
    >
      <Loaded query={query} label="Đang tải kỳ báo cáo">
        {(loaded) => (
          <div className="round-page">
            <RoundBar line={loaded.line} />
            {loaded.keeps && <RoundLetters {...which} />}
            {(loaded.keeps || loaded.approves) && <Tabs which={which} phan={phan} />}
            {phan === 'du-thao' && (loaded.keeps || loaded.approves) ? (
              <Text which={which} />
            ) : phan === 'tong-hop' && (loaded.keeps || loaded.approves) ? (
              <Sums
                {...{ which, so }}
                onTurn={(next) =>
                  void navigate({
                    search: { ke: which.plan, ky: which.round, phan: 'tong-hop', ...(next && { so: next }) },
                  })
                }
              />
            ) : (
              <Reporters detail={loaded} which={which} />
            )}
          </div>
        )}
      </Loaded>
    </Scene>
  );
}

function Tabs({ which, phan }: { which: Which; phan: RoundSearch['phan'] }) {
  const tabs = [
    { key: undefined, label: 'Đơn vị gửi báo cáo' },
    { key: 'tong-hop', label: 'Số liệu tổng hợp' },
    { key: 'du-thao', label: 'Dự thảo báo cáo' },
  ] as const;
  return (
    <nav className="tabs" aria-label="Xem">
      {tabs.map(({ key, label }) => (
        <Link
          key={label}
          to="/bao-cao/ky"
          search={{ ke: which.plan, ky: which.round, ...(key && { phan: key }) }}
          className={phan === key ? 'tab on' : 'tab'}
          aria-current={phan === key ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
