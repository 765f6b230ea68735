import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import { Problem } from '../../kernel/problem.ts';
import { quoteText } from '../../survey/dictionary/expression.ts';

export type DuckDbOptions = {
  /** megabytes for all of the column store's work; what needs more goes to a folder of its own, or is refused */
  memoryMegabytes?: number | undefined;
  threads?: number | undefined;
  /** ends the running statement, and lets none begin after it */
  signal?: AbortSignal | undefined;
};

/** Where tables stand that are made on the way; in memory where nothing is said. */
type Place = { tables?: string };

/** A column store in memory that reads and writes the named files and nothing else of the machine. */
export type DuckDb = {
  connection: DuckDBConnection;
  run: (sql: string) => Promise<DuckDBResult>;
  /** Keeps to the files and folders named from here on; this can't be taken back. */
  allowOnly: (files: readonly string[], folders?: readonly string[]) => Promise<void>;
  /** No setting can be changed any more. */
  lock: () => Promise<void>;
  close: () => Promise<void>;
};

/** Opens a column store. Extensions are neither fetched nor loaded: what is needed is built in. */
export async function openDuckDb(options: DuckDbOptions & Place = {}): Promise<DuckDb> {
  const { memoryMegabytes = 600, threads, tables = ':memory:', signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'thang-microdata-'));
  const instance = await DuckDBInstance.create(tables, {
    memory_limit: `${memoryMegabytes}MB`,
    // A block for each of thousands of columns is held at once.
    ...(tables !== ':memory:' && { default_block_size: '16384' }),
    threads: String(threads ?? Math.min(4, availableParallelism())),
    temp_directory: folder,
    max_temp_directory_size: '8GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  // Progress is reckoned only where it might be printed; we ask for it and print ourselves.
  await connection.run('set enable_progress_bar = true');
  await connection.run('set enable_progress_bar_print = false');
  await connection.run('set progress_bar_time = 100');
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  return {
    connection,
    run: async (sql) => {
      signal?.throwIfAborted();
      return connection.run(sql);
    },
    allowOnly: async (files, folders = []) => {
      if (folders.length > 0) await connection.run(`set allowed_directories = [${folders.map(quoteText).join(', ')}]`);
      await connection.run(`set allowed_paths = [${files.map(quoteText).join(', ')}]`);
      await connection.run('set enable_external_access = false');
    },
    lock: async () => void (await connection.run('set lock_configuration = true')),
    close: async () => {
      signal?.removeEventListener('abort', interrupt);
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What went wrong in the column store, as the user can understand it; a bug of ours stays what it is. */
export function problemOf(error: unknown, name: string, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  const message = error instanceof Error ? error.message : '';
  if (/^Out of Memory Error/i.test(message)) return new Problem('survey-too-large', { name }, { cause: error });
  // The message says which value it was: DuckDB shows it in quotes.
  const [, value] =
    /^Conversion Error: Could not convert string '(.*?)' to/s.exec(message) ??
    /^Conversion Error: (?:Type \w+ with value|Failed to cast decimal value) (\S+) .*INT64/s.exec(message) ??
    [];
  if (value !== undefined) return new Problem('survey-text-in-numbers', { example: value }, { cause: error });
  if (/^(IO|Invalid Input|Invalid|Serialization|Corrupted?|Not implemented) (Error|Exception)/i.test(message))
    return new Problem('survey-file-damaged', { name }, { cause: error });
  return error;
}
