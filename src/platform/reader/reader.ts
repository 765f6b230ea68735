import { join } from 'node:path';
import type { DocumentFormat } from '../../document/model.ts';
import type { RowSheet } from '../../document/rows.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Lessons } from '../../plan/learned/model.ts';
import type { Reading } from '../../plan/model.ts';
import type { LintReport } from '../../publish/lint/model.ts';
import type { PaperKind } from '../../publish/template/kinds.ts';
import type { TemplateCheck } from '../../publish/template/model.ts';
import type { FileTypeName } from '../../report/evidence/file-types.ts';
import type { Sniffed } from '../../report/evidence/sniff.ts';
import type { CellRows } from '../../report/sheet/hidden.ts';
import type { DeclaredDictionary } from '../../survey/dictionary/declared.ts';
import type { ReadAnswer, ReadRequest } from './message.ts';
import { type Listen, type ReadingProcess, startProcess } from './reading-process.ts';

/**
 * Reads files in processes of their own: a file made to exhaust memory or time ends its process, never the server. A few
 * at a time; the others wait their turn.
 */
export type Reader = {
  /** `signal` gives up: what waits is dropped, what runs is ended. `progress` hears how far a long reading has come. */
  read: (file: FileToRead, signal?: AbortSignal, progress?: Listen['progress']) => Promise<ReadFile>;
  /** the plan of a document that was read before, with other lessons */
  readAgain: (document: DocumentToRead, signal?: AbortSignal) => Promise<ReadFile>;
  /** how a Word file is laid out, against Nghị định 30/2020/NĐ-CP */
  lint: (file: Pick<FileToRead, 'path' | 'name'>, signal?: AbortSignal) => Promise<LintReport>;
  /** whether a Word file may be the template of a kind of paper, tried with a sample on a day */
  checkTemplate: (
    file: Pick<FileToRead, 'path' | 'name'> & { of: PaperKind; day: PlainDate },
    signal?: AbortSignal,
  ) => Promise<TemplateCheck>;
  /** what a file is by its content */
  sniff: (file: Pick<FileToRead, 'path' | 'name'>, signal?: AbortSignal) => Promise<Sniffed>;
  /** the sheets of a workbook or a CSV file, row by row as their cells show */
  rows: (file: Pick<FileToRead, 'path' | 'name'>, signal?: AbortSignal) => Promise<RowSheet[]>;
  /** the sheets of a workbook as cells, numbers as numbers and days as officials write them */
  cells: (file: Pick<FileToRead, 'path' | 'name'>, signal?: AbortSignal) => Promise<CellRows[]>;
  /** what an SPSS file says of its variables; its answers are written as CSV to `into` */
  sav: (
    file: Pick<FileToRead, 'path' | 'name'> & { into: string },
    signal?: AbortSignal,
  ) => Promise<DeclaredDictionary>;
  /** a small JPEG of a picture or a PDF's first page; null where none can be made */
  preview: (file: Pick<FileToRead, 'path' | 'name'> & { type: FileTypeName }) => Promise<Buffer | null>;
  close: () => Promise<void>;
};

export type FileToRead = {
  path: string;
  name: string;
  as?: DocumentFormat | undefined;
  /** what the tenant has learned from corrections */
  lessons?: Lessons | undefined;
};
export type DocumentToRead = { name: string; document: string; lessons: Lessons };
/** `document` is the Document as JSON text: whoever keeps it need not make objects of it. */
export type ReadFile = { format: DocumentFormat; document: string; reading: Reading };

export type ReaderOptions = {
  /** files at the same time */
  atOnce?: number;
  /** milliseconds without any progress, from a file's turn on */
  time?: number;
  /** milliseconds for one file in all */
  longest?: number;
  /** megabytes for the JavaScript objects of one process */
  heap?: number;
  /** megabytes for all of one process and what it starts */
  memory?: number;
  /** megabytes for the one that recognises pictures */
  room?: number;
  /** milliseconds an idle process is kept for the next file */
  idle?: number;
  /** told what went wrong inside, for the log */
  report?: (message: string) => void;
  /** what the processes have as standard input; only one that reads the path "-" needs ours */
  stdin?: 'ignore' | 'inherit';
  /** the program that reads; another one in tests */
  program?: string;
};

const defaults = {
  atOnce: 2,
  time: 60_000,
  // A scan of some hundred pages; whoever waits for more has sent a book.
  longest: 1_800_000,
  heap: 288,
  // Two at once, of which one recognises pictures, stay under 1 GB together.
  memory: 400,
  room: 600,
  idle: 20_000,
  report: () => {},
  stdin: 'ignore' as const,
  program: join(import.meta.dirname, 'read-file.ts'),
};

export function openReader(options: ReaderOptions = {}): Reader {
  const settings = { ...defaults, ...options };
  const pool = openPool(settings.idle, () => startProcess(settings.program, settings, settings.report));
  const turns = openTurns(settings.atOnce);
  // Somebody sits before the screen and waits for a plan that is read again; scans in front of it may take half an hour.
  const again = openTurns(1);
  const rooms = openTurns(1);
  const askFor = async <K extends Told['kind']>(kind: K, request: ReadRequest, listen: Listen = {}) => {
    const told = await ask(request, listen);
    if (told.kind !== kind) throw new Error(`${kind} was asked for and ${told.kind} answered`);
    return told as Extract<Told, { kind: K }>;
  };
  const ask = async (request: ReadRequest, listen: Listen): Promise<Told> => {
    const { name, kind } = request;
    const leave = await (kind === 'read' ? turns : again).wait(listen.signal).catch(() => {
      throw new Problem('reading-failed', { name, why: 'cancelled' });
    });
    const process = pool.take();
    try {
      return toldBy(await process.ask(request, { ...listen, room: rooms.wait }), name, settings.report);
    } finally {
      pool.giveBack(process);
      leave();
    }
  };
  return {
    read: async ({ path, name, as, lessons }, signal, progress) =>
      readingOf(await askFor('read', { kind: 'read', path, name, as, lessons }, { signal, progress })),
    readAgain: async (document, signal) =>
      readingOf(await askFor('read', { kind: 'read-again', ...document }, { signal })),
    lint: async (file, signal) => (await askFor('linted', { kind: 'lint', ...file }, { signal })).report,
    checkTemplate: async (file, signal) =>
      (await askFor('template-checked', { kind: 'template', ...file }, { signal })).check,
    sniff: async (file, signal) => (await askFor('sniffed', { kind: 'sniff', ...file }, { signal })).sniffed,
    rows: async (file, signal) => (await askFor('rows-read', { kind: 'rows', ...file }, { signal })).sheets,
    cells: async (file, signal) => (await askFor('cells-read', { kind: 'cells', ...file }, { signal })).sheets,
    sav: async (file, signal) => (await askFor('sav-read', { kind: 'sav', ...file }, { signal })).declared,
    preview: async (file) => {
      const { picture } = await askFor('previewed', { kind: 'preview', ...file });
      return picture === null ? null : Buffer.from(picture, 'base64');
    },
    close: async () => {
      turns.close();
      again.close();
      rooms.close();
      pool.close();
    },
  };
}

/** What was found; whatever else is answered is a Problem. */
type Told = Extract<
  ReadAnswer,
  { kind: 'read' | 'linted' | 'template-checked' | 'sniffed' | 'rows-read' | 'cells-read' | 'sav-read' | 'previewed' }
>;

function toldBy(answer: ReadAnswer, name: string, report: (message: string) => void): Told {
  if (answer.kind === 'problem') throw new Problem(answer.code, answer.details);
  if (answer.kind === 'failed') report(answer.message);
  if (answer.kind === 'failed' || answer.kind === 'cancelled')
    throw new Problem('reading-failed', { name, why: 'crashed' });
  return answer;
}

const readingOf = ({ format, document, reading }: Extract<Told, { kind: 'read' }>): ReadFile => ({
  ...{ format, document, reading },
});

/** Lets in so many at a time, in the order of asking. Waiting fails when the signal or the end comes first. */
function openTurns(atOnce: number) {
  const waiting = new Set<{ go: () => void; drop: () => void }>();
  let inside = 0;
  let closed = false;
  const leave = () => {
    inside -= 1;
    const [next] = waiting;
    next?.go();
  };
  return {
    wait: (signal?: AbortSignal): Promise<() => void> =>
      new Promise((resolve, reject) => {
        const turn = {
          go: () => {
            waiting.delete(turn);
            signal?.removeEventListener('abort', turn.drop);
            inside += 1;
            resolve(leave);
          },
          drop: () => {
            waiting.delete(turn);
            reject();
          },
        };
        if (closed || signal?.aborted) return turn.drop();
        if (inside < atOnce) return turn.go();
        waiting.add(turn);
        signal?.addEventListener('abort', turn.drop);
      }),
    close: () => {
      closed = true;
      for (const turn of waiting) turn.drop();
    },
  };
}

/** Keeps idle processes for a while: starting one takes longer than reading most plans. */
function openPool(idle: number, start: () => ReadingProcess) {
  const spare = new Map<ReadingProcess, NodeJS.Timeout>();
  const working = new Set<ReadingProcess>();
  let closed = false;
  const take = (): ReadingProcess => {
    const [found] = [...spare].find(([process]) => process.isFit()) ?? [start()];
    clearTimeout(spare.get(found));
    spare.delete(found);
    working.add(found);
    return found;
  };
  const keep = (process: ReadingProcess): void => {
    const timer = setTimeout(() => {
      spare.delete(process);
      process.end();
    }, idle);
    spare.set(process, timer.unref());
  };
  const giveBack = (process: ReadingProcess): void => {
    working.delete(process);
    if (!closed && process.isFit()) keep(process);
    else process.end();
  };
  const close = (): void => {
    closed = true;
    for (const process of [...spare.keys(), ...working]) process.end();
    for (const timer of spare.values()) clearTimeout(timer);
  };
  return { take, giveBack, close };
}
