import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { ItemLinksView } from '../../../src/assignment/link/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { focusHeading, Scene } from '../../components/Scene.tsx';
import { nameAgencies } from '../../words/work.ts';
import { type Decision, pairList } from './api.ts';
import { PairCard } from './PairCard.tsx';
import { sayCounts } from './say.ts';
import type { DuplicatesSearch, StateName } from './search.ts';
import { useDeciding } from './useDeciding.ts';

const route = getRouteApi('/nhiem-vu-trung');

const states = { 'chua-xem': 'undecided', 'mot-viec': 'same', 'khong-trung': 'different' } as const;
const words: Record<StateName, string> = {
  'chua-xem': 'Chưa xem',
  'mot-viec': 'Là một việc',
  'khong-trung': 'Không trùng',
};

/** Nhiệm vụ trùng: pairs of tasks that ask for the same work, for a person to say so. */
export function DuplicatesScene() {
  const search = route.useSearch();
  const state = search.xem ?? 'chua-xem';
  const list = useQuery(pairList({ state: states[state], plan: search['ke-hoach'], item: search['nhiem-vu'] }));
  return (
    <Scene title="Nhiệm vụ trùng" lead={<Back />} sub={list.data && sayCounts(list.data.counts)}>
      <p className="prose pairs-about">
        Hai nhiệm vụ của một hay hai kế hoạch cùng yêu cầu một việc. Chọn “Là một việc” thì cơ quan phải làm cả hai chỉ
        làm một lần, báo cáo một lần cho cả hai; chọn “Không trùng” thì hai nhiệm vụ làm và báo cáo riêng. Luôn có thể
        đổi lại.
      </p>
      {list.data && <States counts={list.data.counts} search={search} state={state} />}
      {list.isPending && (
        <div className="card">
          <Skeleton lines={8} label="Đang tải các cặp nhiệm vụ" />
        </div>
      )}
      {list.isError && !list.data && (
        <div className="card">
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {list.data && <Pairs key={state} view={list.data} state={state} />}
    </Scene>
  );
}

const Back = () => (
  <Link to="/giao-viec" className="back">
    ← Việc đã giao
  </Link>
);

type Shown = { counts: ItemLinksView['counts']; search: DuplicatesSearch; state: StateName };

function States({ counts, search, state }: Shown) {
  const navigate = route.useNavigate();
  const narrowed = search['ke-hoach'] ?? search['nhiem-vu'];
  return (
    <search className="filters" aria-label="Lọc nhiệm vụ trùng">
      {(Object.keys(states) as StateName[]).map((name) => (
        <Button
          key={name}
          className={name === state ? 'chip on' : 'chip'}
          aria-pressed={name === state}
          onPress={() => void navigate({ search: (now) => ({ ...now, xem: name }) })}
        >
          {words[name]} {sayNumber(counts[states[name]])}
        </Button>
      ))}
      {narrowed && (
        <Button className="link" onPress={() => void navigate({ search: { xem: state } })}>
          Xem của mọi kế hoạch
        </Button>
      )}
    </search>
  );
}

function Pairs({ view, state }: { view: ItemLinksView; state: StateName }) {
  const deciding = useDeciding();
  const { links, agencies } = view;
  const names = nameAgencies(agencies);
  if (links.length === 0) return <None state={state} />;
  const left = view.counts[states[state]] - links.length;
  return (
    <>
      <p className="muted hide-phone pairs-keys">
        Bàn phím: <kbd>↑</kbd> <kbd>↓</kbd> chọn cặp, <kbd>1</kbd> là một việc, <kbd>2</kbd> không trùng,{' '}
        <kbd>Ctrl</kbd> <kbd>Z</kbd> hoàn tác.
      </p>
      <ul className="pairs" aria-label="Các cặp nhiệm vụ">
        {links.map((pair, at) => {
          const decide = (card: HTMLElement | null, decision: Decision | null) => {
            if (deciding.isPending || decision === pair.decision) return;
            focusNeighbour(card);
            deciding.decide(pair, decision);
          };
          return (
            <PairCard
              key={`${pair.item.item.id} ${pair.other.item.id}`}
              {...{ pair, names, isPending: deciding.isPending }}
              at={`Cặp ${sayNumber(at + 1)} trong ${sayNumber(links.length)}`}
              onDecide={(decision) => decide(document.activeElement?.closest<HTMLElement>('.pair') ?? null, decision)}
              onKeyDown={(event) => press(event, (decision) => decide(event.currentTarget, decision), deciding.undo)}
            />
          );
        })}
      </ul>
      {left > 0 && <p className="muted">Còn {sayNumber(left)} cặp nữa; xem xong các cặp trên thì hiện tiếp.</p>}
    </>
  );
}

function press(event: KeyboardEvent<HTMLElement>, decide: (decision: Decision) => void, undo: () => void): void {
  const { key, ctrlKey, metaKey, altKey, currentTarget } = event;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') undo();
  else if (ctrlKey || metaKey || altKey) return;
  else if (key === '1') decide('same');
  else if (key === '2') decide('different');
  else if (key === 'ArrowDown') focusCard(currentTarget.nextElementSibling);
  else if (key === 'ArrowUp') focusCard(currentTarget.previousElementSibling);
  else return;
  event.preventDefault();
}

function focusCard(card: Element | null): void {
  if (card instanceof HTMLElement) card.focus();
}

/** A pair that was decided leaves the list: the keyboard goes on from the one beside it. */
function focusNeighbour(card: HTMLElement | null): void {
  const next = card?.nextElementSibling ?? card?.previousElementSibling;
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  else focusHeading();
}

function None({ state }: { state: StateName }) {
  return (
    <div className="card">
      {state === 'chua-xem' ? (
        <EmptyState
          title="Không còn cặp nào chờ xem"
          text="Khi một kế hoạch được giao, nhiệm vụ giống với nhiệm vụ đã giao sẽ hiện ở đây."
        />
      ) : (
        <EmptyState title="Chưa có cặp nào" text="Các cặp đã cho biết như vậy sẽ hiện ở đây." />
      )}
    </div>
  );
}
