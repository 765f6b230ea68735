import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { DraftTask } from '../../../src/plan/review.ts';
import type { PlanView } from '../../../src/plan/views.ts';
import { api } from '../../api.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { type ColumnRole, columnRoles, sayColumnRole } from '../../words/columns.ts';
import type { Review } from './useReview.ts';

const ask = /^unknown-column:([^:]+):\s*(.*)$/s;

type Unknown = { header: string; example: string };

/** Columns of the plan nobody has said the meaning of, each with something that stands in it. */
function unknownColumns(tasks: readonly DraftTask[]): Unknown[] {
  const found = new Map<string, string>();
  for (const note of tasks.flatMap(({ notes }) => notes)) {
    const [, header, example = ''] = ask.exec(note) ?? [];
    if (header !== undefined && !found.has(header)) found.set(header, example);
  }
  return [...found].map(([header, example]) => ({ header, example }));
}

/** Asks what an unknown column holds; the answer is used at once, and for later plans once this one is confirmed. */
export function ColumnsAsk({
  view,
  review,
  onView,
}: {
  view: PlanView;
  review: Review;
  onView: (view: PlanView) => void;
}) {
  const [kept, keep] = useKept(view.plan.id);
  const columns = unknownColumns(review.draft.tasks).filter(({ header }) => !kept.includes(header));
  const send = useMutation({
    mutationFn: async ({ header, role }: { header: string; role: ColumnRole }) => {
      await review.sync.flush();
      return await api.setColumn(view.plan.id, header, role, review.sync.state.get().seq);
    },
    onSuccess: (next, { header, role }) => {
      onView(next);
      say(`Đã đọc lại bảng: cột “${header}” là ${sayColumnRole(role).toLowerCase()}.`);
    },
    onError: (error) => {
      say(toProblem(error).message, { tone: 'late' });
      void review.sync.pull().catch(() => undefined);
    },
  });
  const [column, ...more] = columns;
  if (!column) return null;
  // One at a time: a poor scan may have a whole header nobody knows, and the document should stay in sight.
  return (
    <ColumnAsk
      key={column.header}
      column={column}
      more={more.length}
      busy={send.isPending}
      onKeep={() => keep(column.header)}
      onRole={(role) => send.mutate({ header: column.header, role })}
    />
  );
}

function ColumnAsk({
  column: { header, example },
  more,
  busy,
  onKeep,
  onRole,
}: {
  column: Unknown;
  /** how many wait behind it */
  more: number;
  busy: boolean;
  /** it stays in the notes of its tasks, and nobody is asked again */
  onKeep: () => void;
  onRole: (role: ColumnRole) => void;
}) {
  const [role, setRole] = useState<ColumnRole | ''>('');
  const id = useId();
  return (
    <form
      className="columns-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (role === '') onKeep();
        else onRole(role);
      }}
    >
      <label htmlFor={id}>
        Cột <b>“{header}”</b> chứa gì?
        {example && <span className="role">Ví dụ: “{shorten(example)}”</span>}
      </label>
      <select
        id={id}
        className="input"
        value={role}
        onChange={({ target }) => setRole(target.value as ColumnRole | '')}
      >
        <option value="">Chưa rõ</option>
        {columnRoles.map((one) => (
          <option key={one} value={one}>
            {sayColumnRole(one)}
          </option>
        ))}
      </select>
      <Button type="submit" className="btn small" isDisabled={busy}>
        {role === '' ? 'Để trong ghi chú' : busy ? 'Đang đọc lại…' : 'Đọc lại bảng'}
      </Button>
      {more > 0 && <span className="role">còn {sayNumber(more)} cột nữa</span>}
    </form>
  );
}

/** Columns of this plan that are left in the notes, remembered on this computer. */
function useKept(plan: string): [string[], (header: string) => void] {
  const place = `thang.review.kept.${plan}`;
  const [kept, setKept] = useState<string[]>(() => JSON.parse(localStorage.getItem(place) ?? '[]') as string[]);
  const keep = (header: string) => {
    const next = [...kept, header];
    localStorage.setItem(place, JSON.stringify(next));
    setKept(next);
  };
  return [kept, keep];
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)}…` : text);
