import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { PieceToRecognise, Recognise, RecognisedWord } from '../../document/tools.ts';
import { languageFolder } from './language.ts';
import { toPgm } from './pgm.ts';
import { parseTsv } from './tsv.ts';
import { openTurns } from './turns.ts';

const modes = { page: PSM.AUTO, block: PSM.SINGLE_BLOCK, line: PSM.SINGLE_LINE, word: PSM.SINGLE_WORD } as const;

/** Workers kept for the next pieces, and how many there may be at once. */
const atOnce = 2;
const spare: Worker[] = [];
const turn = openTurns(atOnce);

/** Idle workers end by themselves: they hold memory, and would keep the process alive. */
const idle = 3_000;
let ending: NodeJS.Timeout | undefined;

/** Recognition without any program installed: tesseract.js, with its language data from our own packages. */
export const recogniseByScript: Recognise = async (pieces, { signal }) => {
  const found: RecognisedWord[][] = pieces.map(() => []);
  const rest = [...pieces.entries()];
  const work = () =>
    turn(async () => {
      if (rest.length === 0) return;
      const worker = spare.pop() ?? (await openWorker());
      await recogniseAll(worker, rest, found, signal);
    });
  clearTimeout(ending);
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
};

async function openWorker(): Promise<Worker> {
  return createWorker('vie', OEM.LSTM_ONLY, {
    langPath: languageFolder,
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => {},
  });
}

/** Takes from what is left until nothing is; the worker is given back, or ended where it failed or nobody waits. */
async function recogniseAll(
  worker: Worker,
  rest: [number, PieceToRecognise][],
  found: RecognisedWord[][],
  signal: AbortSignal | undefined,
): Promise<void> {
  const stop = abortion(signal);
  try {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const [at, piece] = next;
      found[at] = await Promise.race([recogniseOne(worker, piece), stop.promise]);
    }
    giveBack(worker);
  } catch (error) {
    rest.length = 0;
    await worker.terminate();
    throw error;
  } finally {
    stop.release();
  }
}

async function recogniseOne(worker: Worker, { picture, layout }: PieceToRecognise): Promise<RecognisedWord[]> {
  await worker.setParameters({
    tessedit_pageseg_mode: modes[layout],
    user_defined_dpi: String(Math.round(picture.dpi)),
  });
  const { data } = await worker.recognize(toPgm(picture), {}, { text: false, tsv: true });
  return parseTsv(data.tsv ?? '', 1)[0] ?? [];
}

function abortion(signal: AbortSignal | undefined): { promise: Promise<never>; release: () => void } {
  let release = () => {};
  const promise = new Promise<never>((_, reject) => {
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    release = () => signal?.removeEventListener('abort', abort);
  });
  promise.catch(() => {});
  return { promise, release };
}

function giveBack(worker: Worker): void {
  spare.push(worker);
  clearTimeout(ending);
  ending = setTimeout(() => {
    for (const one of spare.splice(0)) void one.terminate();
  }, idle);
}
