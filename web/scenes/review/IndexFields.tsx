import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { IndexName, TaskField, TaskFields } from '../../../src/plan/model.ts';
import type { DraftTask } from '../../../src/plan/review.ts';
import { EditText } from '../../components/EditText.tsx';
import { frameworks } from '../../queries.ts';
import { findFramework } from '../../words/framework.ts';
import { indexNames } from '../../words/index-names.ts';

/** The index and its dimension. PAPI's eight are chosen from a list; others are kept as printed ("III"). */
export function IndexFields({
  task,
  year,
  set,
  row,
  readOnly,
}: {
  task: DraftTask;
  year: number | null;
  set: <F extends TaskField>(field: F, value: TaskFields[F]) => void;
  row: (field: TaskField, label: string, content: ReactNode) => ReactNode;
  readOnly: boolean;
}) {
  const { data } = useQuery(frameworks());
  const framework = findFramework(data ?? [], task.index, year);
  const dimensions = framework?.nodes.filter(({ parent }) => parent === null) ?? [];
  const asNumber = task.index === 'PAPI';
  return (
    <>
      {row(
        'index',
        'Chỉ số',
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
        </select>,
      )}
      {row(
        'dimension',
        'Chỉ số nội dung',
        asNumber ? (
          <select
            className="field-control"
            aria-label="Chỉ số nội dung"
            disabled={readOnly}
            value={task.dimension ?? ''}
            onChange={(event) => set('dimension', event.target.value ? Number(event.target.value) : null)}
          >
            <option value="">không nêu</option>
            {Array.from({ length: 8 }, (_, i) => {
              const name = dimensions.find(({ code }) => code === String(i + 1))?.name;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the eight dimensions are their numbers
                <option key={i} value={i + 1}>
                  {name ? `${i + 1}. ${name}` : i + 1}
                </option>
              );
            })}
          </select>
        ) : (
          <EditText
            single
            label="Chỉ số nội dung"
            value={task.dimension === null ? '' : String(task.dimension)}
            placeholder="không nêu"
            readOnly={readOnly}
            onCommit={(typed) => set('dimension', typed.trim() || null)}
          />
        ),
      )}
    </>
  );
}
