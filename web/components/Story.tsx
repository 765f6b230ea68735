import { type ReactNode, useId } from 'react';
import { sayMoment } from '../words/time.ts';
import { nameAgencies } from '../words/work.ts';

type Entry = { id: string; at: string; by: string; agencyId: string | null };

/** What was done about one thing, oldest first: what, who, for whom, when. */
export function Story<E extends Entry>({
  history,
  agencies,
  none,
  children,
}: {
  history: readonly E[];
  agencies: readonly { id: string; name: string }[];
  /** said where nothing was done yet */
  none: string;
  children: (entry: E) => ReactNode;
}) {
  const names = nameAgencies(agencies);
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>Lịch sử</h3>
      {history.length === 0 && <p className="muted">{none}</p>}
      <ol className="history">
        {history.map((entry) => (
          <li key={entry.id}>
            {children(entry)}
            <p className="role">
              {[entry.by, entry.agencyId && names.get(entry.agencyId), sayMoment(entry.at)].filter(Boolean).join(', ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
