import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Document } from '../../../src/document/model.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { DraftTask } from '../../../src/plan/review.ts';
import type { PlanView } from '../../../src/plan/views.ts';
import { planFileUrl } from '../../api.ts';
import { Scene } from '../../components/Scene.tsx';
import { useMay } from '../../state/may.ts';
import { ColumnsAsk } from './ColumnsAsk.tsx';
import { DocumentPane } from './DocumentPane.tsx';
import { DutiesPanel } from './DutiesPanel.tsx';
import { HeadPanel } from './HeadPanel.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { findPlaces, indexPieces, linkPieces, type PieceIndex, type TaskPlaces } from './link.ts';
import { orderTasks, reviewState } from './order.ts';
import { ReviewActions } from './ReviewActions.tsx';
import { ReviewLead } from './ReviewLead.tsx';
import { RefusedNotice } from './SaveState.tsx';
import { isPart, type ReviewSearch } from './search.ts';
import { TaskDesk } from './TaskDesk.tsx';
import { type Place, tellWarnings } from './tellWarnings.ts';
import { useCommands } from './useCommands.ts';
import { usePlanActions } from './usePlanActions.ts';
import { type Review, useReview } from './useReview.ts';
import { useReviewKeys } from './useReviewKeys.ts';
import { VersionsPanel } from './VersionsPanel.tsx';
import { Warnings } from './Warnings.tsx';

const route = getRouteApi('/ke-hoach/$id/ra-soat');

export function ReviewDesk({ view, document }: { view: PlanView; document: Document }) {
  const { plan, reading } = view;
  const may = useMay();
  const mayReview = may('Cơ quan thường trực và đơn vị chủ trì rà soát được kế hoạch');
  const readOnly = plan.status === 'confirmed' || plan.removedAt !== null || !mayReview;
  const url = planFileUrl(plan.id, plan.version);
  const review = useReview(view);
  const [help, setHelp] = useState(false);
  const [pane, setPane] = useState<'document' | 'tasks'>('tasks');
  const textBox = useRef<HTMLTextAreaElement>(null);
  const choice = useChoice(review, readOnly);
  const commands = useCommands({ review, ...choice, textBox });
  const actions = usePlanActions(plan.id, review);
  useReviewKeys(commands, review, () => setHelp(true), readOnly);
  const index = useMemo(() => indexPieces(document), [document]);
  const [spot, setSpot] = useSpot(choice.task?.id);
  const marks = useMarksOf(index, review.draft.tasks, choice.task, readOnly);
  const told = useMemo(() => tellWarnings(reading, document, index), [reading, document, index]);
  const choose = (id: string) => {
    setSpot();
    choice.select(id);
    setPane('tasks');
  };
  const show = (place: Place) => {
    setSpot(place);
    setPane('document');
  };
  return (
    <Scene
      wide
      title={`${readOnly ? 'Kế hoạch' : 'Rà soát'}: ${plan.fileName}`}
      lead={<ReviewLead file={url} plan={plan.id} state={review.state} readOnly={readOnly} />}
      sub={<Figures view={view} review={review} readOnly={readOnly} />}
      actions={
        <ReviewActions
          plan={plan}
          review={review}
          commands={commands}
          actions={actions}
          onHelp={() => setHelp(true)}
          readOnly={readOnly}
        />
      }
    >
      <Warnings told={told} onShow={show} />
      <RefusedNotice state={review.state} sync={review.sync} onReload={actions.reload} />
      {!readOnly && <ColumnsAsk view={view} review={review} onView={actions.keep} />}
      <PaneSwitch pane={pane} onPane={setPane} />
      <div className="review" data-pane={pane}>
        <DocumentPane
          {...{ url, document, links: marks.links }}
          places={spot ?? marks.places}
          shown={pane === 'document'}
          onChoose={choose}
        />
        <Parts view={view} review={review} readOnly={readOnly}>
          <TaskDesk
            {...choice}
            url={url}
            document={document}
            draft={review.draft}
            review={review}
            commands={commands}
            readOnly={readOnly}
            textBox={textBox}
            onShowDocument={() => setPane('document')}
          />
        </Parts>
      </div>
      <HelpSheet isOpen={help} onClose={() => setHelp(false)} />
    </Scene>
  );
}

/** Which task is looked at and how the list is ordered, kept in the address. */
function useChoice(review: Review, readOnly: boolean) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/ke-hoach/$id/ra-soat' });
  const { tasks } = review.draft;
  const order = search['thu-tu'] === 'van-ban' || readOnly ? ('document' as const) : ('doubtful' as const);
  const listed = useMemo(() => orderTasks(tasks, order), [tasks, order]);
  const numbers = useMemo(() => new Map(tasks.map(({ id }, at) => [id, at + 1])), [tasks]);
  const wanted = tasks.find(({ id }) => id === search.nv) ?? tasks[Number(search.thu ?? 0) - 1];
  const task = wanted ?? listed[0];
  const change = useCallback(
    (next: (now: ReviewSearch) => ReviewSearch) => void navigate({ search: next, replace: true, resetScroll: false }),
    [navigate],
  );
  const select = useCallback((nv: string) => change(({ thu: _, ...now }) => ({ ...now, nv })), [change]);
  const setOrder = useCallback(
    (to: 'doubtful' | 'document') =>
      change(({ 'thu-tu': _, ...now }) => (to === 'document' ? { ...now, 'thu-tu': 'van-ban' } : now)),
    [change],
  );
  return { listed, numbers, task, select, order, setOrder };
}

/** The place of a warning, marked instead of the task's until another task is chosen. */
function useSpot(task: string | undefined) {
  const [spot, setSpot] = useState<TaskPlaces>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task takes the mark to itself
  useEffect(() => setSpot(undefined), [task]);
  const set = (place?: Place) =>
    setSpot(place && { all: place.pieces, low: [], ...(place.page === null ? {} : { page: place.page }) });
  return [spot, set] as const;
}

function useMarksOf(index: PieceIndex, tasks: readonly DraftTask[], task: DraftTask | undefined, readOnly: boolean) {
  const links = useMemo(() => linkPieces(tasks, index), [tasks, index]);
  const places = useMemo(() => {
    const found = task ? findPlaces(task, index) : { all: [], low: [] };
    return readOnly ? { ...found, low: [] } : found;
  }, [task, index, readOnly]);
  return { links, places };
}

function Figures({ view, review, readOnly }: { view: PlanView; review: Review; readOnly: boolean }) {
  const { tasks } = review.draft;
  const { duties, reporting } = view.reading;
  const doubtful = readOnly ? 0 : tasks.filter((task) => reviewState(task) === 'doubtful').length;
  return (
    <>
      {sayNumber(tasks.length)} nhiệm vụ{readOnly ? '' : ' đọc được'}
      {doubtful > 0 && (
        <>
          {' · '}
          <b>{sayNumber(doubtful)} chỗ cần xem</b>
        </>
      )}
      <span className="hide-phone">{` · ${duties.length} trách nhiệm · ${reporting.length} chế độ báo cáo`}</span>
    </>
  );
}

/** On a phone the document and the tasks take turns. */
function PaneSwitch({ pane, onPane }: { pane: 'document' | 'tasks'; onPane: (pane: 'document' | 'tasks') => void }) {
  return (
    <fieldset className="pane-switch only-phone">
      <legend className="sr-only">Phần hiển thị</legend>
      <button
        type="button"
        className={pane === 'tasks' ? 'chip on' : 'chip'}
        aria-pressed={pane === 'tasks'}
        onClick={() => onPane('tasks')}
      >
        Nhiệm vụ
      </button>
      <button
        type="button"
        className={pane === 'document' ? 'chip on' : 'chip'}
        aria-pressed={pane === 'document'}
        onClick={() => onPane('document')}
      >
        Văn bản
      </button>
    </fieldset>
  );
}

/** On a phone the tabs run out of the screen: the chosen one is brought in, also when the address chose it. */
function useChosenInSight(part: string | undefined) {
  const tabs = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice is brought into sight
  useEffect(() => {
    const list = tabs.current;
    if (!list) return;
    // It is told once the tabs are laid out, and again when the phone is turned.
    const observer = new ResizeObserver(() => {
      const chosen = list.querySelector('[aria-selected=true]')?.getBoundingClientRect();
      if (chosen) list.scrollLeft += chosen.left - list.getBoundingClientRect().left - 24;
    });
    observer.observe(list);
    return () => observer.disconnect();
  }, [part]);
  return tabs;
}

function Parts({
  view,
  review,
  readOnly,
  children,
}: {
  view: PlanView;
  review: Review;
  readOnly: boolean;
  children: React.ReactNode;
}) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/ke-hoach/$id/ra-soat' });
  const { duties, reporting } = view.reading;
  const tabs = useChosenInSight(search.phan);
  return (
    <Tabs
      className="parts"
      selectedKey={search.phan ?? 'nhiem-vu'}
      onSelectionChange={(key) =>
        void navigate({
          replace: true,
          resetScroll: false,
          search: ({ phan: _, ...now }: ReviewSearch): ReviewSearch => (isPart(key) ? { ...now, phan: key } : now),
        })
      }
    >
      <TabList ref={tabs} className="tabs" aria-label="Nội dung đọc được">
        <Tab id="nhiem-vu" className="tab">
          Nhiệm vụ ({review.draft.tasks.length})
        </Tab>
        <Tab id="trach-nhiem" className="tab">
          Trách nhiệm, báo cáo ({duties.length + reporting.length})
        </Tab>
        <Tab id="thong-tin" className="tab">
          Thông tin
        </Tab>
        <Tab id="cac-ban" className="tab">
          Các bản ({view.versions.length})
          {(view.candidates.length > 0 || view.versions.some(({ state }) => state === 'proposed')) && (
            <span className="due-ink"> ◐</span>
          )}
        </Tab>
      </TabList>
      <TabPanel id="nhiem-vu" className="tab-panel tasks-panel">
        {children}
      </TabPanel>
      <TabPanel id="trach-nhiem" className="tab-panel card">
        <DutiesPanel reading={view.reading} />
      </TabPanel>
      <TabPanel id="cac-ban" className="tab-panel card">
        <VersionsPanel view={view} />
      </TabPanel>
      <TabPanel id="thong-tin" className="tab-panel card">
        <HeadPanel head={review.draft.head} act={review.act} readOnly={readOnly} />
      </TabPanel>
    </Tabs>
  );
}
