import { useState } from 'react';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { EvidencePlace, EvidenceView } from '../../../src/report/evidence/views.ts';
import { findsWords } from '../../words/find.ts';
import { useRemoving } from './useRemoving.ts';

/** Rows shown at a time; who looks for another types a few letters. */
const most = 40;

/** The work a piece proves: ticked where it counts; the same paper often proves several tasks. */
export function UsesOf({ one, places }: { one: EvidenceView; places: readonly EvidencePlace[] }) {
  const [typed, setTyped] = useState('');
  const { use, isPending } = useRemoving();
  // A tick stands as soon as it is set; one the server refuses goes back.
  const [ticked, setTicked] = useState<Record<string, boolean>>({});
  const used = new Set(one.uses.map(({ occurrenceId }) => occurrenceId));
  const tick = (occurrenceId: string, on: boolean) => {
    setTicked((now) => ({ ...now, [occurrenceId]: on }));
    use(one.id, occurrenceId, on, () => setTicked({}));
  };
  const finds = findsWords(typed);
  const found = places.filter(({ text, period }) => finds(text, period));
  const shown = [
    ...found.filter(({ occurrenceId }) => used.has(occurrenceId)),
    ...found.filter(({ occurrenceId }) => !used.has(occurrenceId)),
  ].slice(0, most);
  return (
    <div className="evidence-uses">
      {places.length > 8 && (
        <input
          type="search"
          className="input"
          aria-label="Tìm nhiệm vụ"
          placeholder="Tìm nhiệm vụ"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <ul aria-label="Dùng cho những việc nào">
        {shown.map(({ occurrenceId, text, period, due }) => (
          <li key={occurrenceId}>
            <label>
              <input
                type="checkbox"
                checked={ticked[occurrenceId] ?? used.has(occurrenceId)}
                // A piece proves something: who wants it nowhere takes it away.
                disabled={isPending || (used.size === 1 && used.has(occurrenceId))}
                onChange={({ target }) => tick(occurrenceId, target.checked)}
              />
              <span>
                {text}
                <span className="role"> {[period, due && `hạn ${sayDay(due)}`].filter(Boolean).join(', ')}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <p className="muted">Còn {found.length - most} việc nữa; gõ vài chữ của nhiệm vụ để tìm.</p>
      )}
    </div>
  );
}
