import { constants } from 'node:os';

/** Thrown between two steps of starting when the user has asked to stop: no failure. */
export class Stopped extends Error {}

/**
 * Hears what asks the product to end, from now on. `asked` resolves with the first; pressing Ctrl-C again changes
 * nothing, so that closing is not cut short. `check` throws when asked already.
 */
export function untilStopped(): { asked: Promise<void>; check: () => void } {
  let stopped = false;
  const asked = new Promise<void>((resolve) => {
    const stop = (): void => {
      stopped = true;
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
    whenAlone(stop);
  });
  return {
    asked,
    check: () => {
      if (stopped) throw new Stopped();
    },
  };
}

/**
 * Calls when whoever started us is gone and nobody is left to pass signals on: bin/thang under an older Node, or npm,
 * whose shell dies of a signal without handing it to us.
 */
function whenAlone(stop: () => void): void {
  process.once('disconnect', stop);
  process.channel?.unref();
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 100);
  timer.unref();
}

/** Aborts when we are told to go; told twice, we go at once. The exit code says by what. */
export function untilTold(): { signal: AbortSignal; forget: () => void } {
  const told = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (name: (typeof names)[number]): void => {
    process.exitCode = 128 + constants.signals[name];
    if (told.signal.aborted) process.exit();
    told.abort();
  };
  for (const name of names) process.on(name, stop);
  const forget = (): void => {
    for (const name of names) process.off(name, stop);
  };
  return { signal: told.signal, forget };
}
