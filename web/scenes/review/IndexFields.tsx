import { useQuery } from '@tanstack/react-query';
import type { IndexName, TaskField, TaskFields } from '../../../src/plan/model.ts';
import type { DraftTask } from '../../../src/plan/review.ts';
import { EditText } from '../../components/EditText.tsx';
import { frameworks } from '../../queries.ts';
import { findFramework, sayNode } from '../../words/framework.ts';
import { indexNames } from '../../words/index-names.ts';

type Props = {
  task: DraftTask;
  set: <F extends TaskField>(field: F, value: TaskFields[F]) => void;
  readOnly: boolean;
};

export function IndexField({ task, set, readOnly }: Props) {
  return (
    <select
      className="field-control"
      aria-label="Chỉ số"
      disabled={readOnly}
      value={task.index ?? ''}
      onChange={(event) => set('index', (event.target.value || null) as IndexName | null)}
    >
      <option value="">không nêu</option>
      {indexNames.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}

const papiDimensions = [1, 2, 3, 4, 5, 6, 7, 8];

/** PAPI's eight dimensions are chosen from a list; those of other indices are kept as printed ("III"). */
export function DimensionField({ task, year, set, readOnly }: Props & { year: number | null }) {
  const { data } = useQuery(frameworks());
  const framework = findFramework(data ?? [], task.index, year);
  if (task.index !== 'PAPI')
    return (
      <EditText
        single
        label="Chỉ số nội dung"
        value={task.dimension === null ? '' : String(task.dimension)}
        placeholder="không nêu"
        readOnly={readOnly}
        onCommit={(typed) => set('dimension', typed.trim() || null)}
      />
    );
  return (
    <select
      className="field-control"
      aria-label="Chỉ số nội dung"
      disabled={readOnly}
      value={task.dimension ?? ''}
      onChange={(event) => set('dimension', event.target.value ? Number(event.target.value) : null)}
    >
      <option value="">không nêu</option>
      {papiDimensions.map((number) => (
        <option key={number} value={number}>
          {sayNode(framework, String(number))}
        </option>
      ))}
    </select>
  );
}
