import { type RefObject, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Document } from '../../../src/document/model.ts';
import type { Draft, DraftTask } from '../../../src/plan/review.ts';
import { EmptyState } from '../../components/Notice.tsx';
import type { ReviewOrder } from './order.ts';
import { FieldCrop } from './pages/FieldCrop.tsx';
import { TaskButtons } from './TaskButtons.tsx';
import { TaskForm } from './TaskForm.tsx';
import { StateTag, TaskList } from './TaskList.tsx';
import type { Commands } from './useCommands.ts';
import type { Review } from './useReview.ts';

type Props = {
  /** where the file itself is */
  url: string;
  document: Document;
  draft: Draft;
  review: Review;
  listed: readonly DraftTask[];
  numbers: ReadonlyMap<string, number>;
  task: DraftTask | undefined;
  select: (id: string) => void;
  order: ReviewOrder;
  setOrder: (order: ReviewOrder) => void;
  commands: Commands;
  readOnly: boolean;
  textBox: RefObject<HTMLTextAreaElement | null>;
  onShowDocument: () => void;
};

/** The list of tasks and the one being looked at. */
export function TaskDesk(props: Props) {
  const { draft, review, listed, numbers, task, select, order, setOrder, commands, readOnly, textBox } = props;
  const desk = useTopInSight(task?.id);
  if (!task) return <NoTasks commands={commands} readOnly={readOnly} />;
  return (
    <>
      <TaskList
        {...{ numbers, order, readOnly }}
        tasks={listed}
        selected={task.id}
        onSelect={select}
        onOrder={setOrder}
      />
      <section ref={desk} className="card task-desk" aria-label="Nhiệm vụ đang xem">
        <div className="task-desk-head">
          <h2>
            Nhiệm vụ {numbers.get(task.id)} / {draft.tasks.length}
          </h2>
          {!readOnly && <StateTag task={task} />}
          <span className="spacer" />
          {readOnly && (
            <Button className="btn small only-phone" onPress={props.onShowDocument}>
              Xem trong văn bản
            </Button>
          )}
          {!readOnly && <PlaceButtons commands={commands} />}
          <Button className="icon" aria-label="Nhiệm vụ trước" onPress={commands.previous}>
            ↑
          </Button>
          <Button className="icon" aria-label="Nhiệm vụ sau" onPress={commands.next}>
            ↓
          </Button>
        </div>
        <div className="task-desk-body">
          <TaskForm
            key={task.id}
            act={review.act}
            cropOf={(field) => <FieldCrop url={props.url} document={props.document} field={field} />}
            {...{ task, draft, readOnly, textBox }}
          />
        </div>
        {!readOnly && <TaskButtons task={task} commands={commands} onShowDocument={props.onShowDocument} />}
      </section>
    </>
  );
}

/** On a phone the page itself scrolls: the next task begins at its top, not where the last one was left. */
function useTopInSight(task: string | undefined): RefObject<HTMLElement | null> {
  const desk = useRef<HTMLElement>(null);
  const last = useRef(task);
  useEffect(() => {
    if (last.current === task) return;
    last.current = task;
    if ((desk.current?.getBoundingClientRect().top ?? 0) < 0) desk.current?.scrollIntoView({ block: 'start' });
  }, [task]);
  return desk;
}

/** Where the task stands in the plan, and a place for one more. */
function PlaceButtons({ commands }: { commands: Commands }) {
  return (
    <>
      <Button className="btn small hide-phone" onPress={commands.add}>
        Thêm
      </Button>
      <Button className="btn small hide-phone" aria-label="Chuyển lên (Alt ↑)" onPress={commands.moveUp}>
        ↥
      </Button>
      <Button className="btn small hide-phone" aria-label="Chuyển xuống (Alt ↓)" onPress={commands.moveDown}>
        ↧
      </Button>
    </>
  );
}

function NoTasks({ commands, readOnly }: { commands: Commands; readOnly: boolean }) {
  return (
    <div className="card">
      <EmptyState
        title="Không đọc được nhiệm vụ nào"
        text="Văn bản có thể không phải kế hoạch, hoặc trình bày theo cách Thang chưa biết. Văn bản vẫn được giữ; có thể tự thêm nhiệm vụ."
      >
        {!readOnly && (
          <Button className="btn" onPress={commands.add}>
            Thêm nhiệm vụ
          </Button>
        )}
      </EmptyState>
    </div>
  );
}
