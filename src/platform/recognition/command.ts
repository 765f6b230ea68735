import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { PieceToRecognise, Recognise, RecognisedWord } from '../../document/tools.ts';
import { readLanguage } from './language.ts';
import { toPgm } from './pgm.ts';
import { parseTsv } from './tsv.ts';
import { openTurns } from './turns.ts';

/** The `tesseract` command on PATH; undefined where there is none. */
export function findCommand(path = process.env.PATH ?? ''): string | undefined {
  const names = process.platform === 'win32' ? ['tesseract.exe'] : ['tesseract'];
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Tesseract's numbers for the layouts. */
const modes = { page: '3', block: '6', line: '7', word: '8' } as const;

/** Two processes of one thread each: more threads in one are slower than one. */
const turn = openTurns(2);

/** Recognition by the command: all pieces of one layout in one process, in a folder that goes with it. */
export const recogniseByCommand =
  (command: string): Recognise =>
  async (pieces, { signal }) => {
    const folder = await mkdtemp(join(tmpdir(), `thang-recognition-${process.pid}-`));
    try {
      await writeFile(join(folder, 'vie.traineddata'), await readLanguage());
      const found: RecognisedWord[][] = pieces.map(() => []);
      const layouts = [...Map.groupBy(pieces.entries(), ([, { layout }]) => layout)];
      const runs = layouts.map(async ([layout, entries]) => {
        const words = await turn(() =>
          run(
            command,
            folder,
            layout,
            entries.map(([, piece]) => piece),
            signal,
          ),
        );
        for (const [at, [index]] of entries.entries()) found[index] = words[at] ?? [];
      });
      await settleAll(runs);
      return found;
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };

/** All have ended before the first failure is told: their folder is taken away then. */
async function settleAll(runs: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(runs)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

async function run(
  command: string,
  folder: string,
  layout: keyof typeof modes,
  pieces: PieceToRecognise[],
  signal: AbortSignal | undefined,
): Promise<RecognisedWord[][]> {
  const paths = pieces.map((_, at) => join(folder, `${layout}-${at + 1}.pgm`));
  await Promise.all(pieces.map(({ picture }, at) => writeFile(paths[at] as string, toPgm(picture))));
  const [list, output] = [join(folder, `${layout}.txt`), join(folder, layout)];
  await writeFile(list, `${paths.join('\n')}\n`);
  const dpi = String(Math.round(pieces[0]?.picture.dpi ?? 200));
  const options = ['--tessdata-dir', folder, '-l', 'vie', '--oem', '1', '--psm', modes[layout], '--dpi', dpi];
  await start(command, [list, output, ...options, '-c', 'tessedit_create_tsv=1'], folder, signal);
  return parseTsv(await readFile(`${output}.tsv`, 'utf8'), pieces.length);
}

function start(command: string, args: string[], folder: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? '', TMPDIR: folder, OMP_THREAD_LIMIT: '1', LANG: 'C.UTF-8' };
    const options = { cwd: folder, env, killSignal: 'SIGKILL' as const, ...(signal ? { signal } : {}) };
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tesseract ended with ${code}: ${said}`))));
  });
}
