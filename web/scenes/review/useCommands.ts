import { type RefObject, useMemo } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import type { DraftTask } from '../../../src/plan/review.ts';
import { say } from '../../state/toasts.ts';
import { certainTasks, findNextDoubtful } from './order.ts';
import type { Review } from './useReview.ts';

/** Everything an officer can do to the draft, by button or by key. */
export type Commands = {
  next: () => void;
  previous: () => void;
  nextDoubtful: () => void;
  accept: () => void;
  reopen: () => void;
  acceptCertain: () => void;
  edit: () => void;
  split: () => void;
  merge: () => void;
  add: () => void;
  remove: () => void;
  moveUp: () => void;
  moveDown: () => void;
};

type Given = {
  review: Review;
  /** as the list shows them */
  listed: readonly DraftTask[];
  task: DraftTask | undefined;
  select: (id: string) => void;
  textBox: RefObject<HTMLTextAreaElement | null>;
};

export function useCommands(given: Given): Commands {
  const { review, listed, task, select, textBox } = given;
  return useMemo(
    () => ({
      ...walking({ review, listed, task, select, textBox }),
      ...editing({ review, listed, task, select, textBox }),
    }),
    [review, listed, task, select, textBox],
  );
}

type Walking = Pick<Commands, 'next' | 'previous' | 'nextDoubtful' | 'accept' | 'reopen' | 'acceptCertain' | 'edit'>;

function walking({ review, listed, task, select, textBox }: Given): Walking {
  const at = listed.findIndex(({ id }) => id === task?.id);
  const go = (to: DraftTask | undefined) => to && select(to.id);
  return {
    next: () => go(listed[at + 1]),
    previous: () => go(listed[at - 1]),
    nextDoubtful: () => {
      const next = findNextDoubtful(listed, task?.id);
      if (next) select(next.id);
      else say('Không còn chỗ nào cần xem.');
    },
    accept: () => {
      if (!task) return;
      const next = findNextDoubtful(listed, task.id) ?? listed[at + 1];
      if (task.text.trim() === '')
        return say('Nhiệm vụ chưa có nội dung. Hãy ghi nội dung rồi nhận.', { tone: 'late' });
      if (!task.accepted) review.act({ kind: 'accept', tasks: [task.id] });
      go(next);
    },
    reopen: () => task && void review.act({ kind: 'reopen', tasks: [task.id] }),
    acceptCertain: () => {
      const tasks = certainTasks(review.draft.tasks);
      if (tasks.length === 0) return say('Không còn nhiệm vụ chắc chắn nào chờ nhận.');
      const [id = ''] = review.act({ kind: 'accept', tasks });
      say(`Đã nhận ${tasks.length} nhiệm vụ chắc chắn.`, { action: takeBack(review, id) });
    },
    edit: () => {
      textBox.current?.focus();
    },
  };
}

type Editing = Pick<Commands, 'split' | 'merge' | 'add' | 'remove' | 'moveUp' | 'moveDown'>;

function editing({ review, task, select, textBox }: Given): Editing {
  const { tasks } = review.draft;
  const at = tasks.findIndex(({ id }) => id === task?.id);
  const above = tasks[at - 1];
  return {
    split: () => task && splitAtCursor(review, task, textBox.current, select),
    merge: () => {
      if (!task || !above) return say('Đây là nhiệm vụ đầu tiên, không có nhiệm vụ trên để gộp.');
      const [id = ''] = review.act({ kind: 'merge', task: task.id, into: above.id });
      select(above.id);
      say('Đã gộp vào nhiệm vụ trên.', { action: takeBack(review, id) });
    },
    add: () => {
      const id = newId();
      review.act({ kind: 'add', task: id, after: task?.id ?? null });
      select(id);
      requestAnimationFrame(() => textBox.current?.focus());
    },
    remove: () => {
      if (!task) return;
      const [id = ''] = review.act({ kind: 'remove', task: task.id });
      const neighbour = tasks[at + 1] ?? above;
      if (neighbour) select(neighbour.id);
      say('Đã bỏ nhiệm vụ.', { action: takeBack(review, id) });
    },
    moveUp: () => task && above && void review.act({ kind: 'move', task: task.id, after: tasks[at - 2]?.id ?? null }),
    moveDown: () => {
      const below = tasks[at + 1];
      if (task && below) review.act({ kind: 'move', task: task.id, after: below.id });
    },
  };
}

const takeBack = (review: Review, id: string) => ({
  label: 'Hoàn tác',
  run: () => void review.act({ kind: 'undo', of: id }),
});

function splitAtCursor(
  review: Review,
  task: DraftTask,
  box: HTMLTextAreaElement | null,
  select: (id: string) => void,
): void {
  if (!box) return;
  const at = box.selectionStart;
  const text = box.value;
  if (text.slice(0, at).trim() === '' || text.slice(at).trim() === '') {
    box.focus();
    say('Đặt con trỏ vào chỗ cần tách trong ô Nhiệm vụ, rồi bấm Tách.');
    return;
  }
  // Leaving the box hands over what was typed; the split must come after it.
  box.blur();
  const into = newId();
  const [id = ''] = review.act({ kind: 'split', task: task.id, into, at });
  select(into);
  say('Đã tách thành hai nhiệm vụ.', { action: takeBack(review, id) });
}
