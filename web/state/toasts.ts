import { makeCell } from './store.ts';

/** A short message at the foot of the screen, read aloud, with at most one way back. */
export type Toast = { id: number; text: string; tone: 'plain' | 'late'; action?: { label: string; run: () => void } };

export const toasts = makeCell<Toast[]>([]);
let last = 0;

export function say(text: string, more: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  last += 1;
  // One at a time: a pile of messages hides the buttons under it, and only the last way back is sure to fit.
  toasts.set([{ id: last, text, tone: 'plain', ...more }]);
}

export const dismiss = (id: number): void => toasts.set((now) => now.filter((toast) => toast.id !== id));
