import { memo, useEffect, useRef, useState } from 'react';
import { type DraftTask, doubtfulFields } from '../../../src/plan/review.ts';
import { Tag } from '../../components/Tag.tsx';
import { usePhone } from '../../state/use.ts';
import { type ReviewOrder, reviewState } from './order.ts';

/** All tasks of the draft. One of them is the one being looked at; the arrows move through them. */
export function TaskList({
  tasks,
  numbers,
  selected,
  onSelect,
  order,
  onOrder,
  readOnly,
}: {
  tasks: readonly DraftTask[];
  /** place of each task in the document, from 1 */
  numbers: ReadonlyMap<string, number>;
  selected: string | undefined;
  onSelect: (id: string) => void;
  order: ReviewOrder;
  onOrder: (order: ReviewOrder) => void;
  readOnly: boolean;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [open, toggle] = useOpenList();
  const at = tasks.findIndex(({ id }) => id === selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that is opened or put in another order shows the task at hand
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'nearest' });
    // The focus follows the choice while it is in the list, so that arrows keep working.
    if (selected && list.current?.contains(document.activeElement)) current?.focus({ preventScroll: true });
  }, [selected, at, open]);
  return (
    <section className="card task-list" data-open={open} aria-label="Danh sách nhiệm vụ">
      <div className="task-list-head">
        <h2>
          <button type="button" className="list-toggle" aria-expanded={open} onClick={toggle}>
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> Danh sách
          </button>
        </h2>
        {!readOnly && (
          <fieldset className="chips">
            <legend className="sr-only">Thứ tự</legend>
            <OrderChip now={order} value="doubtful" label="Cần xem trước" onOrder={onOrder} />
            <OrderChip now={order} value="document" label="Theo văn bản" onOrder={onOrder} />
          </fieldset>
        )}
      </div>
      <ol ref={list} hidden={!open}>
        {tasks.map((task) => (
          <TaskItem
            key={task.id}
            task={task}
            number={numbers.get(task.id)}
            current={task.id === selected}
            reachable={task.id === selected || (!selected && task === tasks[0])}
            onSelect={onSelect}
            readOnly={readOnly}
          />
        ))}
      </ol>
    </section>
  );
}

const place = 'thang.review.list';

/** Open on a wide screen, closed on a phone, until the officer says otherwise; their choice is kept. */
function useOpenList(): [boolean, () => void] {
  const phone = usePhone();
  const [said, setSaid] = useState(() => localStorage.getItem(place));
  const open = said === null ? !phone : said === 'open';
  const toggle = () => {
    const next = open ? 'closed' : 'open';
    localStorage.setItem(place, next);
    setSaid(next);
  };
  return [open, toggle];
}

/** Drawn anew only when it changes, so that walking through hundreds of tasks keeps its pace. */
const TaskItem = memo(
  ({
    task,
    number,
    current,
    reachable,
    onSelect,
    readOnly,
  }: {
    task: DraftTask;
    number: number | undefined;
    current: boolean;
    reachable: boolean;
    onSelect: (id: string) => void;
    readOnly: boolean;
  }) => (
    <li>
      <button
        type="button"
        className="task-item"
        data-task={task.id}
        aria-current={current ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        onClick={() => onSelect(task.id)}
      >
        <span className="num task-number">{number}</span>
        <span className="task-words">{task.text || <em className="muted">chưa có nội dung</em>}</span>
        {!readOnly && <StateTag task={task} />}
      </button>
    </li>
  ),
);

function OrderChip({
  now,
  value,
  label,
  onOrder,
}: {
  now: ReviewOrder;
  value: ReviewOrder;
  label: string;
  onOrder: (order: ReviewOrder) => void;
}) {
  return (
    <button
      type="button"
      className={now === value ? 'chip on' : 'chip'}
      aria-pressed={now === value}
      onClick={() => onOrder(value)}
    >
      {label}
    </button>
  );
}

export function StateTag({ task }: { task: DraftTask }) {
  const state = reviewState(task);
  if (state === 'accepted') return <Tag tone="ok">đã nhận</Tag>;
  if (state === 'ready') return <Tag tone="idle">chắc chắn</Tag>;
  const count = doubtfulFields(task).length;
  return <Tag tone="due">{count > 1 ? `${count} chỗ cần xem` : 'cần xem'}</Tag>;
}
