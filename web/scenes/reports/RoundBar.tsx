import type { RoundLine } from '../../../src/report/views.ts';

/** How many of those who report have sent, as a bar; the words beside it say the same. */
export function RoundBar({ line: { expected, counts } }: { line: Pick<RoundLine, 'expected' | 'counts'> }) {
  const share = (count: number) => `${expected === 0 ? 0 : (100 * count) / expected}%`;
  return (
    <span className="bar round-bar" aria-hidden="true">
      <i className="done" style={{ width: share(counts.received + counts.elsewhere) }} />
      <i className="sent" style={{ width: share(counts.sent) }} />
      <i className="late" style={{ width: share(counts.returned) }} />
    </span>
  );
}
