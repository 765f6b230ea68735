import { contentWords } from '../../../src/publish/cascade/model.ts';
import type { Check, OwnDraft } from '../../../src/publish/own-plan/model.ts';
import { Tag } from '../../components/Tag.tsx';

export const taskAnchor = (id: string): string => `viec-${id.replace(/\s+/gu, '-')}`;

/** What the mother plan asks of the unit's own plan, and what of it is still missing, each line leading to its task. */
export function Checks({ checks, draft }: { checks: readonly Check[]; draft: OwnDraft | null }) {
  const there = new Set(draft?.tasks.map(({ id }) => id));
  return (
    <section className="card own-part" aria-live="polite">
      <h2>Nội dung kế hoạch cấp trên yêu cầu</h2>
      <ul className="own-checks">
        {checks.map(({ what, ok, missing }) => (
          <li key={what}>
            <Tag tone={ok ? 'ok' : 'late'}>{contentWords[what]}</Tag> {ok && <span className="muted">đủ</span>}
            {missing.length > 0 && (
              <details open={missing.length <= 3}>
                <summary>{missing.length} điểm cần xem lại</summary>
                <ul>
                  {missing.map(({ task, said }) => (
                    <li key={`${task} ${said}`}>
                      {task !== null && there.has(task) ? <a href={`#${taskAnchor(task)}`}>{said}</a> : said}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
