import type { IntakeView, PlanView } from '../../src/plan/views.ts';
import { api, uploadPlan } from '../api.ts';
import { ApiProblem, toProblem } from '../problem.ts';
import { makeCell } from './store.ts';

/**
 * Files on their way in. They live outside the pages, so that going elsewhere stops nothing, and a file that failed
 * stays at hand to be tried again. A long reading goes on at the server: it is followed here, also one that was begun
 * before a reload or on another computer.
 */
export type Upload = {
  id: number;
  name: string;
  /** null for a reading begun elsewhere: the server has the file */
  file: File | null;
  /** dropped alone: its review opens when it is read */
  alone: boolean;
  phase: 'waiting' | 'sending' | 'reading' | 'done' | 'failed';
  /** 0–1 of the bytes that have left */
  share: number;
  /** the reading at the server, once it takes longer than a moment */
  intake?: IntakeView;
  problem?: ApiProblem;
  view?: PlanView;
  stop: AbortController;
};

export const uploads = makeCell<Upload[]>([]);
let last = 0;

const start = (name: string, more: Partial<Upload>): Upload => {
  last += 1;
  const stop = new AbortController();
  return { id: last, name, file: null, alone: false, phase: 'waiting', share: 0, stop, ...more };
};

export function addFiles(files: readonly File[]): void {
  const alone = files.length === 1;
  uploads.set((now) => [...now, ...files.map((file) => start(file.name, { file, alone }))]);
  void work();
}

/** Follows a reading the server has taken in. One that is followed already is left alone. */
export function follow(intake: IntakeView, alone = false): void {
  if (stopped.has(intake.id) || uploads.get().some((upload) => upload.intake?.id === intake.id)) return;
  const upload = start(intake.fileName, { intake, alone, phase: 'reading', share: 1 });
  uploads.set((now) => [...now, upload]);
  void followIntake(upload.id, intake, upload.stop.signal);
}

/** Readings begun before a reload or elsewhere that still run, or failed and wait for somebody. */
export async function adoptIntakes(): Promise<void> {
  const intakes = await api.listIntakes().catch(() => []);
  for (const intake of intakes) if (['waiting', 'reading', 'failed'].includes(intake.state)) follow(intake);
}

const change = (id: number, to: Partial<Upload>): void =>
  uploads.set((now) => now.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));

/** Takes a file off the list: what runs is stopped, here and at the server. */
export function forget(id: number): void {
  const upload = uploads.get().find((one) => one.id === id);
  upload?.stop.abort();
  if (upload?.intake) drop(upload.intake.id);
  uploads.set((now) => now.filter((one) => one.id !== id));
}

/** Readings stopped here: a list asked for meanwhile may still hold them. */
const stopped = new Set<string>();

/** What the server did not hear of goes on there, and may be taken up again. */
function drop(intake: string): void {
  stopped.add(intake);
  api.dropIntake(intake).catch(() => stopped.delete(intake));
}

export function retry(id: number): void {
  const { intake } = uploads.get().find((upload) => upload.id === id) ?? {};
  const stop = new AbortController();
  const restart = ({ problem: _, intake: __, ...upload }: Upload): Upload => ({
    ...upload,
    ...(intake ? { intake, phase: 'reading', share: 1 } : { phase: 'waiting', share: 0 }),
    stop,
  });
  uploads.set((now) => now.map((upload) => (upload.id === id ? restart(upload) : upload)));
  if (intake) void retryIntake(id, intake, stop.signal);
  else void work();
}

async function retryIntake(id: number, { id: intake }: IntakeView, signal: AbortSignal): Promise<void> {
  try {
    await followIntake(id, await api.retryIntake(intake), signal);
  } catch (error) {
    change(id, { phase: 'failed', problem: toProblem(error) });
  }
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

async function sendOne({ id, file, stop: { signal } }: Upload): Promise<void> {
  if (!file) return;
  change(id, { phase: 'sending' });
  try {
    const onProgress = (share: number) => change(id, share < 1 ? { share } : { share, phase: 'reading' });
    const answer = await uploadPlan(file, { signal, onProgress });
    // The next file need not wait for a long reading: it goes on at the server.
    if ('state' in answer) void followIntake(id, answer, signal);
    else change(id, { phase: 'done', view: answer });
  } catch (error) {
    change(id, { phase: 'failed', problem: toProblem(error) });
  }
}

/** Until the reading is done: each answer comes when there is something new. A lost line is tried again. */
async function followIntake(id: number, first: IntakeView, signal: AbortSignal): Promise<void> {
  let intake = first;
  change(id, { phase: 'reading', intake });
  while (intake.state === 'waiting' || intake.state === 'reading') {
    try {
      intake = await api.watchIntake(intake.id, intake.rev, signal);
      change(id, { intake });
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      if (problem.status !== 0 && problem.status < 500) return change(id, { phase: 'failed', problem });
      await new Promise((go) => setTimeout(go, 3_000));
    }
  }
  await settle(id, intake);
}

async function settle(id: number, intake: IntakeView): Promise<void> {
  if (intake.state === 'done' && intake.planId !== null) {
    try {
      return change(id, { phase: 'done', view: await api.getPlan(intake.planId) });
    } catch (error) {
      return change(id, { phase: 'failed', problem: toProblem(error) });
    }
  }
  const { code, title, detail } = intake.problem ?? {
    code: 'cancelled',
    title: 'Đã dừng',
    detail: 'Việc đọc tệp đã được dừng; không có gì được giữ lại.',
  };
  change(id, { phase: 'failed', problem: new ApiProblem({ code, title, detail, status: 422 }) });
}
