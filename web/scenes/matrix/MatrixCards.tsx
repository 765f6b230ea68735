import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { roles } from '../../../src/plan/model.ts';
import type { TaskView } from '../../../src/plan/views.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import { sayTime } from './columns.tsx';
import type { Entry } from './matrix.ts';
import { usePrinting } from './usePrinting.ts';

/** The matrix on a phone: the same lines as cards. */
export function MatrixCards({ entries, onToggle }: { entries: readonly Entry[]; onToggle: (group: string) => void }) {
  const list = useRef<HTMLUListElement>(null);
  const printing = usePrinting();
  const virtual = useWindowVirtualizer({
    count: entries.length,
    estimateSize: (at) => (entries[at]?.kind === 'group' ? 48 : 170),
    getItemKey: (at) => entries[at]?.key ?? at,
    scrollMargin: list.current?.offsetTop ?? 0,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const margin = virtual.options.scrollMargin;
  const drawn = printing ? entries.map((_, index) => ({ index })) : items;
  return (
    <ul
      ref={list}
      className="matrix-cards"
      aria-label="Ma trận nhiệm vụ"
      style={
        printing
          ? undefined
          : {
              paddingTop: (items[0]?.start ?? margin) - margin,
              paddingBottom: virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin),
            }
      }
    >
      {drawn.map(({ index }) => {
        const entry = entries[index];
        if (!entry) return null;
        return (
          <li key={entry.key} data-index={index} ref={virtual.measureElement} className="matrix-card-slot">
            {entry.kind === 'group' ? (
              <button
                type="button"
                className={`group-line level-${entry.level}`}
                aria-expanded={entry.open}
                onClick={() => onToggle(entry.key)}
              >
                <span aria-hidden="true">{entry.open ? '▾' : '▸'}</span> {entry.title}{' '}
                <span className="muted num">({sayNumber(entry.count)})</span>
              </button>
            ) : (
              <TaskCard task={entry.task} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TaskCard({ task }: { task: TaskView }) {
  return (
    <article className="card matrix-card">
      <Link to="/nhiem-vu/$id" params={{ id: task.id }} className="task-link pre">
        {task.text}
      </Link>
      {task.result && <p className="role pre">Kết quả: {task.result}</p>}
      <dl>
        {roles
          .filter((role) => task[role].length > 0)
          .map((role) => (
            <div key={role}>
              <dt>{roleWords[role]}</dt>
              <dd>{task[role].join('; ')}</dd>
            </div>
          ))}
        <div>
          <dt>Thời gian</dt>
          <dd>{sayTime(task) || 'không nêu'}</dd>
        </div>
      </dl>
    </article>
  );
}
