import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { queryString } from '../../api.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { RoundLetters } from '../letters/LetterLinks.tsx';
import { oneRound, type Which } from './api.ts';
import { Papers } from './Papers.tsx';
import { Reporters } from './Reporters.tsx';
import { RoundActs } from './RoundActs.tsx';
import { RoundBar } from './RoundBar.tsx';
import { Sums } from './Sums.tsx';
import { sayPlan, sayRound, saySpan } from './say.ts';

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
  const { phan } = route.useSearch();
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
            {sayPlan(detail.plans[0])}. Số liệu từ {saySpan(detail.line.round)}; đơn vị gửi chậm nhất ngày{' '}
            {detail.line.due ? sayDay(detail.line.due) : 'chưa có'}. {sayRound(detail.line)}.
          </>
        )
      }
    >
      <Loaded query={query} label="Đang tải kỳ báo cáo">
        {(loaded) => (
          <div className="round-page">
            <RoundBar line={loaded.line} />
            {loaded.keeps && <RoundLetters {...which} />}
            {loaded.keeps && (
              <nav className="tabs" aria-label="Xem">
                <Link
                  to="/bao-cao/ky"
                  search={{ ke: which.plan, ky: which.round }}
                  className={phan ? 'tab' : 'tab on'}
                  aria-current={phan ? undefined : 'page'}
                >
                  Đơn vị gửi báo cáo
                </Link>
                <Link
                  to="/bao-cao/ky"
                  search={{ ke: which.plan, ky: which.round, phan: 'tong-hop' }}
                  className={phan ? 'tab on' : 'tab'}
                  aria-current={phan ? 'page' : undefined}
                >
                  Số liệu tổng hợp
                </Link>
              </nav>
            )}
            {loaded.keeps && <RoundActs detail={loaded} which={which} />}
            {loaded.keeps && loaded.line.counts.sent + loaded.line.counts.received > 0 && (
              <Papers href={`/api/report-rounds/paper${queryString(which)}`} what="Báo cáo tổng hợp" />
            )}
            {phan === 'tong-hop' && loaded.keeps ? <Sums which={which} /> : <Reporters detail={loaded} which={which} />}
          </div>
        )}
      </Loaded>
    </Scene>
  );
}
