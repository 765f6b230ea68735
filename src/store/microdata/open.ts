import { basename } from 'node:path';
import { StatementType } from '@duckdb/node-api';
import { quoteText } from '../../survey/dictionary/expression.ts';
import type { Scan } from '../../survey/model.ts';
import { readAnswer } from './answer.ts';
import { type Column, describeColumns, requireSameColumns } from './columns.ts';
import { type DuckDb, type DuckDbOptions, openDuckDb, problemOf } from './duckdb.ts';

/**
 * The responses of a survey, as the relation `responses` of one Parquet file or of several with the same columns. What stands
 * in a row never leaves the server: callers hand on estimates only, and scans are made by `src/survey`, not by users.
 */
export type Microdata = {
  /** Runs one SELECT; scans wait for each other. Throws the signal's reason once it is told to stop. */
  scan: Scan;
  /** Columns in the order of the file, with the type each has in the column store. */
  columns: readonly Column[];
  /** Part of the running scan that is done, 0 to 1; undefined where the column store cannot tell. */
  progress: () => number | undefined;
  /** Ends the running scan, and those that wait. */
  cancel: () => void;
  close: () => Promise<void>;
};

export type MicrodataOptions = DuckDbOptions & { file: string | readonly string[]; signal?: AbortSignal | undefined };

/** Opens Parquet files for scanning. After that the column store can read these files and nothing else. */
export async function openMicrodata({ file, signal, ...options }: MicrodataOptions): Promise<Microdata> {
  const files = typeof file === 'string' ? [file] : file;
  const name = basename(files[0] ?? '');
  const stopping = new AbortController();
  const until = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  const duck = await openDuckDb({ ...options, signal: until });
  try {
    await duck.allowOnly(files);
    await duck.lock();
    if (files.length > 1) await requireParts(duck, files);
    const list = files.map(quoteText).join(', ');
    await duck.run(
      `create view responses as select * from read_parquet([${list}], union_by_name = ${files.length > 1})`,
    );
    const columns = await describeColumns(duck, 'responses');
    return {
      scan: inTurn((sql) => scan(duck, sql, name, until)),
      columns,
      progress: () => {
        const { percentage } = duck.connection.progress;
        return percentage >= 0 ? percentage / 100 : undefined;
      },
      cancel: () => stopping.abort(),
      close: duck.close,
    };
  } catch (error) {
    await duck.close();
    throw problemOf(error, name, until);
  }
}

async function requireParts(duck: DuckDb, files: readonly string[]): Promise<void> {
  let first: Column[] | undefined;
  for (const file of files) {
    const columns = await describeColumns(duck, `read_parquet(${quoteText(file)})`);
    first ??= columns;
    requireSameColumns(first, columns, basename(file));
  }
}

async function scan({ connection }: DuckDb, sql: string, name: string, signal: AbortSignal) {
  signal.throwIfAborted();
  try {
    const statement = await connection.prepare(sql);
    if (statement.statementType !== StatementType.SELECT) throw new Error(`only SELECT is run, not: ${sql}`);
    const answer = await readAnswer(await statement.stream());
    statement.destroySync();
    signal.throwIfAborted();
    return answer;
  } catch (error) {
    throw problemOf(error, name, signal);
  }
}

/** One statement at a time: a second on the same connection would end the answer of the first. */
function inTurn(run: Scan): Scan {
  let last: Promise<unknown> = Promise.resolve();
  return (sql) => {
    const mine = last.then(() => run(sql));
    last = mine.catch(() => {});
    return mine;
  };
}
