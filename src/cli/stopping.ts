/** Thrown between two steps of starting when the user has asked to stop: no failure. */
export class Stopped extends Error {}

/**
 * Hears the signals that ask the product to end, from now on. `asked` resolves with the first; pressing Ctrl-C again
 * changes nothing, so that closing is not cut short. `check` throws when asked already.
 */
export function untilStopped(): { asked: Promise<void>; check: () => void } {
  let stopped = false;
  const asked = new Promise<void>((resolve) => {
    const stop = (): void => {
      stopped = true;
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
    // bin/thang under an older Node is our parent; when it is killed, nobody is left to pass signals on.
    process.once('disconnect', stop);
    process.channel?.unref();
  });
  return {
    asked,
    check: () => {
      if (stopped) throw new Stopped();
    },
  };
}
