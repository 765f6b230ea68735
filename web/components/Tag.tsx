import type { ReactNode } from 'react';

export type Tone = 'ok' | 'due' | 'late' | 'idle' | 'back';
const shapes: Record<Tone, string> = { ok: '●', due: '◐', late: '▲', idle: '○', back: '↩' };

/** A status: shape, word and colour together. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`tag ${tone}`}>
      <span aria-hidden="true">{shapes[tone]}</span> {children}
    </span>
  );
}
