import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { toProblem } from '../problem.ts';

/** What went wrong, that nothing was lost, and the next step. */
export function ErrorState({
  error,
  onRetry,
  children,
}: {
  error: unknown;
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const { title, message } = toProblem(error);
  return (
    <div className="state" role="alert">
      <p className="state-mark late" aria-hidden="true">
        ▲
      </p>
      <h2>{title}</h2>
      <p>{message}</p>
      <div className="row">
        {onRetry && (
          <Button className="btn" onPress={onRetry}>
            Thử lại
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}

export function EmptyState({ title, text, children }: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-mark" aria-hidden="true">
        ○
      </p>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="row">{children}</div>}
    </div>
  );
}

/** Grey lines where content will stand. */
export function Skeleton({ lines = 6, label = 'Đang tải…' }: { lines?: number; label?: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <i key={i} style={{ width: `${94 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** What went wrong with what was sent, read aloud when it comes. */
export function Refusal({ error }: { error: Error | null }) {
  return (
    <div role="alert" className="refusal">
      {error && (
        <>
          <span aria-hidden="true">▲ </span>
          {error.message}
        </>
      )}
    </div>
  );
}
