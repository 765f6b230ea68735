/** Milliseconds before a wait counts as long, and between two lines where they cannot be written over. */
const patience = 1_000;
const rest = 5_000;

/** What a person at a terminal sees of one long step: nothing in the first second, then a bar on standard error. */
export type Waiting = { end: () => void };

/** Shows how far something is; `look` tells the words and the part that is done, where it is known. */
export function showWaiting(look: () => { doing: string; share: number | undefined }): Waiting {
  const { stderr } = process;
  const begun = performance.now();
  let told = begun;
  let shown = false;
  const show = (): void => {
    const now = performance.now();
    const { doing, share } = look();
    const text = share === undefined ? `${doing}…` : `${bar(share)} ${Math.floor(100 * share)}% · ${doing}`;
    if (now - begun < patience) return;
    if (stderr.isTTY) {
      stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns || 80) - 1)}`);
      shown = true;
    } else if (now - told >= rest) {
      told = now;
      stderr.write(`${text}\n`);
    }
  };
  const timer = setInterval(show, 200);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}

const width = 24;
const bar = (share: number): string => {
  const done = Math.round(width * Math.min(1, Math.max(0, share)));
  return '█'.repeat(done) + '░'.repeat(width - done);
};
