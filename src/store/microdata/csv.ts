import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Problem } from '../../kernel/problem.ts';
import { squish } from '../../kernel/text.ts';
import { checkNames } from '../../survey/dictionary/columns.ts';
import { quoteText } from '../../survey/dictionary/expression.ts';
import type { DuckDb } from './duckdb.ts';

const largestFile = 20 * 1024 ** 3;
/** Bytes of one line; the first names up to 3,000 columns. */
const longestLine = 4 * 1024 ** 2;

/** With so many columns a part of them for each processor would take all memory. */
const manyColumns = 1_000;

type CsvFile = { path: string; name: string; signal: AbortSignal | undefined };

/**
 * A CSV file with a line of names as a table of texts, an empty cell none. The column store does
 * the reading; what it must not guess (encoding, delimiter, names) is settled here first.
 */
export async function stageCsv({ run }: DuckDb, file: CsvFile, table: string): Promise<void> {
  const { path, name } = file;
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new Problem('file-not-there', { name }, { cause });
  });
  if (size > largestFile) throw new Problem('file-too-large', { name, size, limit: largestFile });
  const first = await readHead(file);
  const delimiter = findDelimiter(first);
  const names = splitLine(first, delimiter).map(squish);
  checkNames(names);
  const columns = names.map((column) => `${quoteText(column)}: 'VARCHAR'`).join(', ');
  const options = [
    `delim = ${quoteText(delimiter)}, quote = '"', escape = '"', header = true, auto_detect = false`,
    `columns = {${columns}}, strict_mode = true, null_padding = false, max_line_size = ${longestLine}`,
    `nullstr = '', buffer_size = ${4 * longestLine}`,
  ];
  try {
    if (names.length > manyColumns) await run('set threads = 1');
    await run(`create table ${table} as select * from read_csv(${quoteText(path)}, ${options.join(', ')})`);
  } catch (error) {
    throw csvProblem(error, name, names.length);
  }
}

function csvProblem(error: unknown, name: string, columns: number): unknown {
  const message = error instanceof Error ? error.message : '';
  if (/unicode|utf-?8|byte sequence/i.test(message)) return new Problem('survey-encoding', { name }, { cause: error });
  const [, line] = /CSV Error on Line: (\d+)/.exec(message) ?? [];
  if (line === undefined && !/CSV/.test(message)) return error;
  return new Problem('survey-csv-wrong', { name, line: line ? Number(line) : null, columns }, { cause: error });
}

/** The first line, once the whole file is known to be UTF-8. */
async function readHead({ path, name, signal }: CsvFile): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head = '';
  let done = false;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      if (text.includes('\0')) throw new Problem('survey-encoding', { name });
      if (!done) head += text;
      const end = endOfLine(head);
      if (!done && end !== -1) {
        head = head.slice(0, end);
        done = true;
      }
      if (!done && head.length > longestLine) throw new Problem('survey-csv-wrong', { name, line: 1, columns: null });
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new Problem('survey-encoding', { name }, { cause: error });
    throw error;
  }
  if (head.trim() === '') throw new Problem('survey-no-rows', {});
  return head;
}

/** Where the first line ends: a line end within quotes belongs to a name. */
function endOfLine(text: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (!quoted && (text[i] === '\n' || text[i] === '\r')) return i;
  }
  return -1;
}

/** The one of the usual delimiters that the first line has most of, outside quotes. */
function findDelimiter(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const [best = ','] = [',', ';', '\t', '|'].sort((a, b) => bare.split(b).length - bare.split(a).length);
  return best;
}

function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string;
    if (c === '"' && quoted && line[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (c === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  return [...cells, cell];
}
