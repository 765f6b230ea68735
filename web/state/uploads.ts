import type { PlanView } from '../../src/plan/views.ts';
import { uploadPlan } from '../api.ts';
import { type ApiProblem, toProblem } from '../problem.ts';
import { makeCell } from './store.ts';

/**
 * Files on their way in. They live outside the pages, so that going elsewhere stops nothing, and a file that failed
 * stays at hand to be tried again.
 */
export type Upload = {
  id: number;
  file: File;
  /** dropped alone: its review opens when it is read */
  alone: boolean;
  phase: 'waiting' | 'sending' | 'reading' | 'done' | 'failed';
  /** 0–1 of the bytes that have left */
  share: number;
  problem?: ApiProblem;
  view?: PlanView;
  stop: AbortController;
};

export const uploads = makeCell<Upload[]>([]);
let last = 0;

export function addFiles(files: readonly File[]): void {
  const alone = files.length === 1;
  const added = files.map((file): Upload => {
    last += 1;
    return { id: last, file, alone, phase: 'waiting', share: 0, stop: new AbortController() };
  });
  uploads.set((now) => [...now, ...added]);
  void work();
}

const change = (id: number, to: Partial<Upload>): void =>
  uploads.set((now) => now.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));

export function forget(id: number): void {
  uploads
    .get()
    .find((upload) => upload.id === id)
    ?.stop.abort();
  uploads.set((now) => now.filter((upload) => upload.id !== id));
}

export function retry(id: number): void {
  const restart = ({ problem: _, ...upload }: Upload): Upload => ({
    ...upload,
    phase: 'waiting',
    share: 0,
    stop: new AbortController(),
  });
  uploads.set((now) => now.map((upload) => (upload.id === id ? restart(upload) : upload)));
  void work();
}

let working = false;

/** One file at a time: an office line is slow, and the server reads one as fast as it can. */
async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let next = findWaiting(); next; next = findWaiting()) await sendOne(next);
  working = false;
}

const findWaiting = (): Upload | undefined => uploads.get().find(({ phase }) => phase === 'waiting');

async function sendOne({ id, file, stop }: Upload): Promise<void> {
  change(id, { phase: 'sending' });
  try {
    const onProgress = (share: number) => change(id, share < 1 ? { share } : { share, phase: 'reading' });
    change(id, { phase: 'done', view: await uploadPlan(file, { signal: stop.signal, onProgress }) });
  } catch (error) {
    change(id, { phase: 'failed', problem: toProblem(error) });
  }
}
