import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { Session } from '../../../src/people/views.ts';
import type { DifficultyList } from '../../api-work.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { currentSession } from '../../queries.ts';
import { difficultyList } from '../../queries-work.ts';
import { DifficultyFilters } from './DifficultyFilters.tsx';
import { DifficultySheet } from './DifficultySheet.tsx';
import { DifficultyTable } from './DifficultyTable.tsx';
import { filterDifficulties } from './filter.ts';
import { RaisePick } from './RaisePick.tsx';
import type { Change, DifficultiesSearch } from './search.ts';

const route = getRouteApi('/vuong-mac');

/** Vướng mắc: what stands in the way of tasks, who is to answer, and for how long it has waited. */
export function DifficultiesScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useQuery(currentSession());
  const list = useQuery(difficultyList());
  const change: Change = (next) =>
    void navigate({
      replace: 'tim' in next,
      resetScroll: false,
      search: (now) => ({ ...now, ...next }) as DifficultiesSearch,
    });
  const may = mayRaise(session);
  return (
    <Scene
      title="Vướng mắc"
      sub={list.data && sayCounts(list.data)}
      actions={
        may && (
          <Button className="btn primary" onPress={() => change({ neu: 'moi' })}>
            Nêu vướng mắc
          </Button>
        )
      }
    >
      <Loaded query={list} label="Đang tải vướng mắc">
        {(data) => <Register list={data} session={session} search={search} change={change} />}
      </Loaded>
      <DifficultySheet id={search.xem} onClose={() => change({ xem: undefined })} />
      <Sheet
        title="Nêu vướng mắc"
        kind="large"
        isOpen={search.neu === 'moi' && may}
        onClose={() => change({ neu: undefined })}
      >
        <RaisePick session={session} onDone={() => change({ neu: undefined })} />
      </Sheet>
    </Scene>
  );
}

const mayRaise = (session: Session | undefined): boolean =>
  session?.may.includes('Cán bộ, thủ trưởng và đơn vị chủ trì nêu được vướng mắc của đơn vị mình') ?? false;

function sayCounts({ difficulties }: DifficultyList): string {
  const waiting = difficulties.filter(({ status }) => status === 'raised');
  const late = waiting.filter(({ late }) => late).length;
  const oldest = Math.max(0, ...waiting.map(({ days }) => days));
  if (difficulties.length === 0) return 'Chưa có vướng mắc nào.';
  const parts = [
    `${sayNumber(difficulties.length)} vướng mắc`,
    `${sayNumber(waiting.length)} chờ trả lời`,
    late > 0 && `${sayNumber(late)} quá hạn trả lời`,
    oldest > 0 && `lâu nhất ${sayNumber(oldest)} ngày`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

type RegisterProps = {
  list: DifficultyList;
  session: Session | undefined;
  search: DifficultiesSearch;
  change: Change;
};

function Register({ list, session, search, change }: RegisterProps) {
  const shown = filterDifficulties(list, search, session);
  if (list.difficulties.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa có vướng mắc nào"
          text="Khi một đơn vị vướng ở nhiệm vụ nào, vướng mắc được gửi nơi trả lời được và theo dõi ở đây cho tới khi có trả lời."
        />
      </div>
    );
  return (
    <>
      <DifficultyFilters list={list} search={search} change={change} />
      {shown.length === 0 ? (
        <div className="card">
          <EmptyState title="Không có vướng mắc nào khớp" text="Hãy bỏ bớt một bộ lọc hoặc gõ ít chữ hơn." />
        </div>
      ) : (
        <DifficultyTable list={{ ...list, difficulties: shown }} onOpen={(id) => change({ xem: id })} />
      )}
    </>
  );
}
