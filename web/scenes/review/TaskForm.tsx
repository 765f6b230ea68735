import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type Ref, useId, useMemo } from 'react';
import { type IndexName, type Role, roles, type TaskField, type TaskFields } from '../../../src/plan/model.ts';
import { type Draft, type DraftTask, doubtfulFields, type ReviewAct } from '../../../src/plan/review.ts';
import { EditText } from '../../components/EditText.tsx';
import { frameworks } from '../../queries.ts';
import { findFramework, sayNode } from '../../words/framework.ts';
import { sayNote } from '../../words/notes.ts';
import { roleWords } from '../../words/roles.ts';
import { ChipList } from './ChipList.tsx';
import { IndexFields } from './IndexFields.tsx';
import { ScheduleField } from './ScheduleField.tsx';
import { TargetsField } from './TargetsField.tsx';

/** Everything that was understood of one task, each field editable where it stands. */
export function TaskForm({
  task,
  draft,
  act,
  readOnly,
  textBox,
}: {
  task: DraftTask;
  draft: Draft;
  act: (...acts: ReviewAct[]) => void;
  readOnly: boolean;
  textBox: Ref<HTMLTextAreaElement>;
}) {
  const doubtful = doubtfulFields(task);
  const set = <F extends TaskField>(field: F, value: TaskFields[F]) =>
    act({ kind: 'set', task: task.id, field, value } as ReviewAct);
  const row = (field: TaskField, label: string, content: ReactNode) => (
    <FieldRow
      label={label}
      doubtful={doubtful.includes(field)}
      corrected={task.corrected.includes(field)}
      onRight={readOnly ? undefined : () => set(field, task[field])}
    >
      {content}
    </FieldRow>
  );
  const agencies = useAgencies(draft);
  const text = (field: 'component' | 'result' | 'time', label: string) => (
    <EditText
      label={label}
      value={task[field] ?? ''}
      placeholder="không nêu"
      readOnly={readOnly}
      onCommit={(typed) => set(field, typed.trim() || null)}
    />
  );
  const year = draft.head.year ?? Number(draft.head.date?.slice(0, 4) ?? Number.NaN);
  return (
    <div className="task-form">
      <IndexFields task={task} year={draft.head.year} set={set} row={row} readOnly={readOnly} />
      {row('component', 'Nội dung thành phần', text('component', 'Nội dung thành phần'))}
      {row(
        'codes',
        'Mã nội dung',
        <Codes task={task} year={draft.head.year} set={set} doubtful={doubtful} readOnly={readOnly} />,
      )}
      {row(
        'text',
        'Nhiệm vụ',
        <EditText
          ref={textBox}
          label="Nhiệm vụ"
          className="task-text"
          value={task.text}
          placeholder="Ghi nội dung nhiệm vụ"
          readOnly={readOnly}
          onCommit={(typed) => set('text', typed.trimEnd())}
        />,
      )}
      {row('result', 'Kết quả', text('result', 'Kết quả'))}
      {roles.map((role: Role) => (
        <div key={role} className="contents">
          {row(
            role,
            roleWords[role],
            <ChipList
              label={roleWords[role]}
              values={task[role]}
              suggestions={agencies}
              doubtful={doubtful.includes(role)}
              readOnly={readOnly}
              onChange={(names) => set(role, names)}
            />,
          )}
        </div>
      ))}
      {row('time', 'Thời gian', text('time', 'Thời gian'))}
      {row(
        'schedule',
        'Hiểu là',
        <ScheduleField
          schedule={task.schedule}
          year={Number.isNaN(year) ? new Date().getFullYear() : year}
          printed={task.time ?? ''}
          readOnly={readOnly}
          onChange={(schedule) => set('schedule', schedule)}
        />,
      )}
      {row(
        'targets',
        'Chỉ tiêu',
        <TargetsField targets={task.targets} readOnly={readOnly} onChange={(targets) => set('targets', targets)} />,
      )}
      <Notes notes={task.notes} />
    </div>
  );
}

/** Names already used in the plan, to choose from. */
function useAgencies(draft: Draft): string[] {
  return useMemo(
    () =>
      [...new Set(draft.tasks.flatMap((task) => roles.flatMap((role) => task[role])))].sort((a, b) =>
        a.localeCompare(b, 'vi'),
      ),
    [draft],
  );
}

type SetField = <F extends TaskField>(field: F, value: TaskFields[F]) => void;

function Codes({
  task,
  year,
  set,
  doubtful,
  readOnly,
}: {
  task: DraftTask;
  year: number | null;
  set: SetField;
  doubtful: TaskField[];
  readOnly: boolean;
}) {
  const { data } = useQuery(frameworks());
  const framework = findFramework(data ?? [], task.index as IndexName | null, year);
  const suggestions = useMemo(() => framework?.nodes.map(({ code }) => code) ?? [], [framework]);
  return (
    <ChipList
      label="Mã nội dung"
      values={task.codes}
      suggestions={suggestions}
      doubtful={doubtful.includes('codes')}
      readOnly={readOnly}
      // Typed as "6.3 Hạ tầng" or chosen: the code alone is kept.
      onChange={(codes) =>
        set('codes', [...new Set(codes.map((code) => code.trim().split(/\s/)[0]?.replace(/\.$/, '') ?? ''))])
      }
      say={(code) => sayNode(framework, code)}
    />
  );
}

export function FieldRow({
  label,
  doubtful = false,
  corrected = false,
  onRight,
  children,
}: {
  label: string;
  doubtful?: boolean;
  corrected?: boolean;
  /** says the doubtful reading is right as it stands */
  onRight?: (() => void) | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset per line would be read as a form of its own
    <div className={doubtful ? 'field low' : 'field'} role="group" aria-labelledby={id}>
      <span className="field-label" id={id}>
        {label}
        {doubtful && (
          <span className="field-mark due-ink">
            <span aria-hidden="true">◐</span> cần xem
          </span>
        )}
        {corrected && !doubtful && (
          <span className="field-mark">
            <span aria-hidden="true">✎</span> đã xem
          </span>
        )}
      </span>
      <div className="field-value">
        {children}
        {doubtful && onRight && (
          <button type="button" className="btn small right-button" onClick={onRight} aria-label={`${label} đúng rồi`}>
            ✓ Đúng
          </button>
        )}
      </div>
    </div>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="notes role">
      {notes.map((note) => (
        <li key={note}>{sayNote(note)}.</li>
      ))}
    </ul>
  );
}
