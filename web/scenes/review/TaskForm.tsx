import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type Ref, useId, useMemo, useState } from 'react';
import { type FieldReading, type IndexName, roles, type TaskField, type TaskFields } from '../../../src/plan/model.ts';
import { type Draft, type DraftTask, doubtfulFields, type ReviewAct } from '../../../src/plan/review.ts';
import { EditText } from '../../components/EditText.tsx';
import { frameworks } from '../../queries.ts';
import { fieldWords } from '../../words/fields.ts';
import { findFramework, sayNode } from '../../words/framework.ts';
import { sayNote } from '../../words/notes.ts';
import { ChipList } from './ChipList.tsx';
import { DimensionField, IndexField } from './IndexFields.tsx';
import { ScheduleField } from './ScheduleField.tsx';
import { TargetsField } from './TargetsField.tsx';

type Props = {
  task: DraftTask;
  draft: Draft;
  act: (...acts: ReviewAct[]) => void;
  readOnly: boolean;
  textBox: Ref<HTMLTextAreaElement>;
  /** the picture a field of a scan was read from, shown beside the field while it waits for an eye */
  cropOf: (field: FieldReading) => ReactNode;
};

const usual: TaskField[] = [
  ...(['text', 'result'] as const),
  ...roles,
  ...(['time', 'schedule', 'targets', 'index', 'dimension', 'component', 'codes'] as const),
];

/** Everything that was understood of one task, each field editable where it stands, those that wait for an eye first. */
export function TaskForm({ task, draft, act, readOnly, textBox, cropOf }: Props) {
  // A confirmed plan has been looked at: nothing waits any more.
  const doubtful = readOnly ? [] : doubtfulFields(task);
  // Kept while the task is open: a field must not run away from the hand that corrects it.
  const [order] = useState(() => orderFields(task, doubtful));
  const set: SetField = (field, value) => act({ kind: 'set', task: task.id, field, value } as ReviewAct);
  const year = draft.head.year ?? Number(draft.head.date?.slice(0, 4) ?? new Date().getFullYear());
  const agencies = useAgencies(draft);
  return (
    <div className="task-form">
      {order.map((field) => (
        <FieldRow
          key={field}
          label={fieldWords[field] ?? field}
          doubtful={doubtful.includes(field)}
          unstated={isUnstated(task, field)}
          corrected={!readOnly && task.corrected.includes(field)}
          onRight={readOnly ? undefined : () => set(field, task[field])}
        >
          {doubtful.includes(field) && task.fields[field] && cropOf(task.fields[field])}
          <FieldControl
            {...{ field, task, set, readOnly, textBox, agencies, year }}
            planYear={draft.head.year}
            doubtful={doubtful.includes(field)}
          />
        </FieldRow>
      ))}
      <Notes notes={task.notes} />
    </div>
  );
}

const isUnstated = (task: DraftTask, field: TaskField): boolean => {
  const value = task[field];
  return field !== 'text' && (value === null || value === '' || (Array.isArray(value) && value.length === 0));
};

/** What waits for an eye first, then what is stated, then what is not: those lines are short and stand in pairs. */
function orderFields(task: DraftTask, doubtful: readonly TaskField[]): TaskField[] {
  const rank = (field: TaskField) => (doubtful.includes(field) ? 0 : isUnstated(task, field) ? 2 : 1);
  return [0, 1, 2].flatMap((wanted) => usual.filter((field) => rank(field) === wanted));
}

type SetField = <F extends TaskField>(field: F, value: TaskFields[F]) => void;

type ControlProps = {
  field: TaskField;
  task: DraftTask;
  set: SetField;
  readOnly: boolean;
  textBox: Ref<HTMLTextAreaElement>;
  agencies: string[];
  /** the year proposed for a day */
  year: number;
  planYear: number | null;
  doubtful: boolean;
};

function FieldControl({ field, task, set, readOnly, textBox, agencies, year, planYear, doubtful }: ControlProps) {
  const label = fieldWords[field] ?? field;
  switch (field) {
    case 'index':
      return <IndexField task={task} set={set} readOnly={readOnly} />;
    case 'dimension':
      return <DimensionField task={task} year={planYear} set={set} readOnly={readOnly} />;
    case 'codes':
      return <Codes {...{ task, set, doubtful, readOnly }} year={planYear} />;
    case 'text':
      return (
        <EditText
          ref={textBox}
          label={label}
          className="task-text"
          value={task.text}
          placeholder="Ghi nội dung nhiệm vụ"
          readOnly={readOnly}
          onCommit={(typed) => set('text', typed.trimEnd())}
        />
      );
    case 'component':
    case 'result':
    case 'time':
      return (
        <EditText
          label={label}
          value={task[field] ?? ''}
          placeholder="không nêu"
          readOnly={readOnly}
          onCommit={(typed) => set(field, typed.trim() || null)}
        />
      );
    case 'schedule':
      return (
        <ScheduleField
          schedule={task.schedule}
          year={year}
          printed={task.time ?? ''}
          readOnly={readOnly}
          onChange={(schedule) => set('schedule', schedule)}
        />
      );
    case 'targets':
      return (
        <TargetsField targets={task.targets} readOnly={readOnly} onChange={(targets) => set('targets', targets)} />
      );
    default:
      return (
        <ChipList
          label={label}
          values={task[field]}
          suggestions={agencies}
          doubtful={doubtful}
          readOnly={readOnly}
          onChange={(names) => set(field, names)}
        />
      );
  }
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
  doubtful: boolean;
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
      doubtful={doubtful}
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
  unstated = false,
  corrected = false,
  onRight,
  children,
}: {
  label: string;
  doubtful?: boolean;
  /** nothing stands there: half a line is enough */
  unstated?: boolean;
  corrected?: boolean;
  /** says the doubtful reading is right as it stands */
  onRight?: (() => void) | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset per line would be read as a form of its own
    <div className={`field${doubtful ? ' low' : unstated ? ' unstated' : ''}`} role="group" aria-labelledby={id}>
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
