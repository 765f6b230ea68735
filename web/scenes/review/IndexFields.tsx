import { useQuery } from '@tanstack/react-query';
import type { IndexName, TaskField, TaskFields } from '../../../src/plan/model.ts';
import type { DraftTask } from '../../../src/plan/review.ts';
import { EditText } from '../../components/EditText.tsx';
import { Pick } from '../../components/Pick.tsx';
import { frameworks } from '../../queries.ts';
import { findFramework, sayNode } from '../../words/framework.ts';
import { indexNames } from '../../words/index-names.ts';

type Props = {
  task: DraftTask;
  set: <F extends TaskField>(field: F, value: TaskFields[F]) => void;
  readOnly: boolean;
};

const indices = indexNames.map((name) => ({ value: name, label: name }));

export function IndexField({ task, set, readOnly }: Props) {
  return (
    <Pick
      label="Chỉ số"
      value={task.index}
      choices={indices}
      readOnly={readOnly}
      onChange={(index) => set('index', index as IndexName | null)}
    />
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
    <Pick
      label="Chỉ số nội dung"
      value={task.dimension === null ? null : String(task.dimension)}
      choices={papiDimensions.map((number) => ({ value: String(number), label: sayNode(framework, String(number)) }))}
      readOnly={readOnly}
      onChange={(dimension) => set('dimension', dimension === null ? null : Number(dimension))}
    />
  );
}
