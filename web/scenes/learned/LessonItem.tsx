import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { LessonView } from '../../../src/plan/views.ts';
import { api } from '../../api.ts';
import { focusHeading } from '../../components/Scene.tsx';
import { toProblem } from '../../problem.ts';
import { useMay } from '../../state/may.ts';
import { say } from '../../state/toasts.ts';
import { columnRoles, sayColumnRole } from '../../words/columns.ts';
import { sayMoment } from '../../words/time.ts';
import { ChipList } from '../review/ChipList.tsx';

/** One lesson: what is printed, what it means, where it comes from. */
export function LessonItem({ lesson }: { lesson: LessonView }) {
  const change = useLesson(lesson);
  const mayChange = useMay()('Cơ quan thường trực sửa, bỏ và khôi phục được điều phần mềm đã học');
  const { printed, index, planId, planTitle, planNumber, learnedAt, by, removedAt, changes } = lesson;
  const name = planNumber ? `kế hoạch số ${planNumber}` : (planTitle ?? 'một kế hoạch');
  return (
    <li className="lesson">
      <div className="lesson-words">
        <b>“{printed}”</b>
        {index && <span className="role"> trong {index}</span>}
        <span aria-hidden="true"> → </span>
        <span className="sr-only">nghĩa là</span>
      </div>
      <LessonValue lesson={lesson} readOnly={!mayChange} onChange={(value) => change.mutate({ value })} />
      <p className="role lesson-from">
        Học từ{' '}
        {planId ? (
          <Link to="/ke-hoach/$id/ra-soat" params={{ id: planId }}>
            {name}
          </Link>
        ) : (
          name
        )}
        , {by}, {sayMoment(learnedAt)}
        {changes.length > 1 && <Changes lesson={lesson} />}
      </p>
      {mayChange && (
        <Button
          className="btn small"
          isDisabled={change.isPending}
          aria-label={`${removedAt ? 'Dùng lại' : 'Bỏ'} điều đã học “${printed}”`}
          onPress={() => change.mutate(removedAt ? 'restore' : 'remove')}
        >
          {removedAt ? 'Dùng lại' : 'Bỏ'}
        </Button>
      )}
    </li>
  );
}

function LessonValue({
  lesson,
  readOnly,
  onChange,
}: {
  lesson: LessonView;
  readOnly: boolean;
  onChange: (value: string[]) => void;
}) {
  const { kind, value, printed } = lesson;
  const fixed = readOnly || lesson.removedAt !== null;
  if (kind !== 'header') {
    return (
      <ChipList
        label={`“${printed}” nghĩa là`}
        values={value}
        suggestions={[]}
        doubtful={false}
        readOnly={fixed}
        // A lesson that says nothing is removed by its own button.
        onChange={(next) => next.length > 0 && onChange(next)}
      />
    );
  }
  if (fixed) return <span>{sayColumnRole(value[0] ?? '')}</span>;
  return (
    <select
      className="input"
      aria-label={`Cột “${printed}” chứa`}
      value={value[0]}
      onChange={({ target }) => onChange([target.value])}
    >
      {columnRoles.map((role) => (
        <option key={role} value={role}>
          {sayColumnRole(role)}
        </option>
      ))}
    </select>
  );
}

const happenings = { learned: 'học', edited: 'sửa', removed: 'bỏ', restored: 'dùng lại' } as const;

/** What happened to it before: the latest counts. */
function Changes({ lesson }: { lesson: LessonView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {' · '}
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Ẩn lịch sử' : `${lesson.changes.length} lần thay đổi`}
      </button>
      {open && (
        <ol className="lesson-changes">
          {lesson.changes.map(({ at, by, what, value }) => (
            <li key={at}>
              {sayMoment(at)}: {by} {happenings[what]}{' '}
              {lesson.kind === 'header' ? value.map(sayColumnRole).join(', ') : value.join('; ')}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

type LessonStep = { value: string[] } | 'remove' | 'restore';

function useLesson({ id, printed }: LessonView) {
  const client = useQueryClient();
  const send = (step: LessonStep): Promise<unknown> => {
    if (step === 'remove') return api.removeLesson(id);
    return step === 'restore' ? api.restoreLesson(id) : api.changeLesson(id, step.value);
  };
  return useMutation({
    mutationFn: send,
    onSuccess: (_, step) => {
      void client.invalidateQueries({ queryKey: ['lessons'] });
      if (step === 'remove' || step === 'restore') focusHeading();
      if (step !== 'remove') return say(step === 'restore' ? `Dùng lại “${printed}”.` : `Đã sửa “${printed}”.`);
      const undo = () => void api.restoreLesson(id).then(() => client.invalidateQueries({ queryKey: ['lessons'] }));
      say(`Đã bỏ “${printed}”: kế hoạch sau sẽ không dùng nữa.`, { action: { label: 'Hoàn tác', run: undo } });
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
}
