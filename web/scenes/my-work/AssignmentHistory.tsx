import { undoneActions } from '../../../src/assignment/fold.ts';
import type { Act, Action } from '../../../src/assignment/model.ts';
import { newId } from '../../../src/kernel/ids.ts';
import type { AssignmentDetail, HistoryEntry } from '../../api-work.ts';
import { sayMoment } from '../../words/time.ts';
import { nameAgencies, sayAct, saySource } from '../../words/work.ts';
import { useActs } from './useActs.ts';

/** Acts of whoever has the work; what others did is theirs to take back. */
const own: readonly string[] = [
  'accept',
  'hand-on',
  'progress',
  'evidence',
  'complete',
  'date',
  'ask-extension',
  'concrete',
] satisfies Act['kind'][];

/** Who did what, when and from where, the latest first; the last own act can be taken back. */
export function AssignmentHistory({
  detail: { history, agencies, assignment },
  occurrenceId,
  may,
}: {
  detail: AssignmentDetail;
  /** only what concerns this day, or all of it */
  occurrenceId?: string;
  may: boolean;
}) {
  const acts = useActs();
  const names = nameAgencies(agencies);
  const undone = undoneActions(history as readonly Pick<HistoryEntry, 'id'>[] as readonly Action[]);
  const shown = history
    .filter((entry) => occurrenceId === undefined || [null, occurrenceId].includes(entry.occurrenceId))
    .toReversed();
  // What somebody has answered to since (work that was returned) is not taken back from under them.
  const newest = shown.find(({ id, act }) => act.kind !== 'undo' && !undone.has(id));
  // A piece of evidence is taken away where it is listed, with its file.
  const isPiece = newest !== undefined && 'evidenceId' in newest.act;
  const last = newest?.source === 'web' && own.includes(newest.act.kind) && !isPiece ? newest : undefined;
  const undo = ({ id }: HistoryEntry) =>
    acts.mutate({
      acts: [{ id: newId(), assignmentId: assignment.id, occurrenceId: null, act: { kind: 'undo', of: id } }],
      told: 'Đã hoàn tác.',
    });
  return (
    <section aria-labelledby="work-history">
      <h3 id="work-history">Lịch sử</h3>
      {shown.length === 0 && <p className="muted">Chưa có thao tác nào.</p>}
      <ol className="history">
        {shown.map((entry) => (
          <li key={entry.id} data-undone={undone.has(entry.id) || undefined}>
            <p>
              {sayAct(entry, history, names)}
              {undone.has(entry.id) && <span className="muted"> (đã hoàn tác)</span>}{' '}
              {may && entry === last && (
                <button type="button" className="link" disabled={acts.isPending} onClick={() => undo(entry)}>
                  Hoàn tác
                </button>
              )}
            </p>
            <p className="role">
              {[entry.by, entry.agencyId && names.get(entry.agencyId), sayMoment(entry.at), saySource(entry.source)]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
