import type { RefObject } from 'react';
import { Button } from 'react-aria-components';
import type { Draft, DraftTask } from '../../../src/plan/review.ts';
import { EmptyState } from '../../components/Notice.tsx';
import type { ReviewOrder } from './order.ts';
import { TaskForm } from './TaskForm.tsx';
import { StateTag, TaskList } from './TaskList.tsx';
import type { Commands } from './useCommands.ts';
import type { Review } from './useReview.ts';

type Props = {
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
      <section className="card task-desk" aria-label="Nhiệm vụ đang xem">
        <div className="task-desk-head">
          <h2>
            Nhiệm vụ {numbers.get(task.id)} / {draft.tasks.length}
          </h2>
          {!readOnly && <StateTag task={task} />}
          <span className="spacer" />
          <Button className="btn small only-phone" onPress={props.onShowDocument}>
            Xem trong văn bản
          </Button>
          {!readOnly && <PlaceButtons commands={commands} />}
          <Button className="icon" aria-label="Nhiệm vụ trước" onPress={commands.previous}>
            ↑
          </Button>
          <Button className="icon" aria-label="Nhiệm vụ sau" onPress={commands.next}>
            ↓
          </Button>
        </div>
        <div className="task-desk-body">
          <TaskForm key={task.id} task={task} draft={draft} act={review.act} readOnly={readOnly} textBox={textBox} />
        </div>
        {!readOnly && <TaskButtons task={task} commands={commands} />}
      </section>
    </>
  );
}

/** Where the task stands in the plan, and a place for one more. */
function PlaceButtons({ commands }: { commands: Commands }) {
  return (
    <>
      <Button className="btn small" onPress={commands.add}>
        Thêm
      </Button>
      <Button className="btn small" aria-label="Chuyển lên (Alt ↑)" onPress={commands.moveUp}>
        ↥
      </Button>
      <Button className="btn small" aria-label="Chuyển xuống (Alt ↓)" onPress={commands.moveDown}>
        ↧
      </Button>
    </>
  );
}

function TaskButtons({ task, commands }: { task: DraftTask; commands: Commands }) {
  return (
    <div className="task-buttons">
      {task.accepted ? (
        <Button className="btn" onPress={commands.reopen}>
          Xem lại
        </Button>
      ) : (
        <Button className="btn accept" onPress={commands.accept}>
          Nhận <kbd>Enter</kbd>
        </Button>
      )}
      <Button className="btn" onPress={commands.nextDoubtful}>
        Cần xem tiếp <kbd>N</kbd>
      </Button>
      <Button className="btn" onPress={commands.split} preventFocusOnPress>
        Tách
      </Button>
      <Button className="btn" onPress={commands.merge}>
        Gộp với trên
      </Button>
      <Button className="btn" onPress={commands.remove}>
        Bỏ
      </Button>
    </div>
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
