import type { ReactNode } from 'react';

/** One line of a list of facts; what is not known is said to be so. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <span className="muted">không nêu</span>}</dd>
    </div>
  );
}
