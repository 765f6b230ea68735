import { Problem } from '../../kernel/problem.ts';
import type { ScanAnswer, Variable } from '../model.ts';
import type { Declared } from './declared.ts';
import { quoteColumn, quoteText } from './expression.ts';

/**
 * What columns of texts are: CSV files and workbooks do not say. All cells of a column are looked at, and a column is a number
 * only when every cell is one; nothing is read as a number that might mean something else.
 */

const number = '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9][0-9]?[0-9]?)?';
const comma =
  '[+-]?[0-9]+,[0-9]+|[+-]?[0-9][0-9]?[0-9]?([.][0-9][0-9][0-9])*,[0-9]+|[+-]?[0-9][0-9]?[0-9]?(,[0-9][0-9][0-9])+([.][0-9]+)?';
/** Longer ones a double could not tell apart: they are names of things, not figures. */
const digits = 15;

const blanks = "' ' || chr(9) || chr(10) || chr(13) || chr(160)";

/** No column is named so: names of columns have no blank in front. */
const rawName = (i: number): string => `" raw${i}"`;
const isNumber = (i: number): string => `" n${i}"`;
const hasComma = (i: number): string => `" c${i}"`;

/** A cell without the blanks around it and with marks joined to their letters; one of blanks alone is empty. */
function clean(name: string): string {
  const text = `nfc_normalize(${quoteColumn(name)})`;
  // Looking for rare blanks first: trimming by a list of them takes eight times as long.
  const trimmed = `CASE WHEN regexp_matches(${text}, '[\\t\\n\\r\\x{a0}]') THEN trim(${text}, ${blanks}) ELSE trim(${text}) END`;
  return `nullif(${trimmed}, '')`;
}

/** One row of counts for columns of texts; a declared code of no answer that is no number is not counted. */
export function lookSql(names: readonly string[], declared: ReadonlyMap<string, Declared>, from: string): string {
  // FILTER takes room of its own for each count: ten times as long over hundreds of columns.
  const count = (what: string) => `count_if(${what})`;
  const counts = names.flatMap((name, i) => {
    const text = quoteColumn(name);
    const whole = `${isNumber(i)} AND ${text} NOT LIKE '%.%' AND ${text} NOT ILIKE '%e%'`;
    return [
      `count(${text}) AS filled${i}`,
      `${count(`${rawName(i)} IS DISTINCT FROM ${text}`)} AS unclean${i}`,
      `${count(isNumber(i))} AS number${i}`,
      `${count(`${whole} AND length(${text}) <= ${digits}`)} AS integer${i}`,
      // "01" is the code of Hà Nội and not the number 1.
      `${count(`${whole} AND (length(${text}) > ${digits} OR ${text} LIKE '0_%')`)} AS code${i}`,
      `${count(`CASE WHEN ${text} LIKE '____-__-__' THEN try_cast(${text} AS date) IS NOT NULL END`)} AS date${i}`,
      `${count(`lower(${text}) IN ('true', 'false')`)} AS boolean${i}`,
      `${count(hasComma(i))} AS comma${i}`,
      `min(CASE WHEN ${hasComma(i)} THEN ${text} END) AS with_comma${i}`,
      `min(CASE WHEN NOT ${isNumber(i)} THEN ${text} END) AS other${i}`,
    ];
  });
  // Each pattern is made ready once for a column.
  const like = (name: string, pattern: string) => `regexp_full_match(${quoteColumn(name)}, ${quoteText(pattern)})`;
  const looks = names.flatMap((name, i) => [
    ...[quoteColumn(name), rawName(i), `${like(name, number)} AS ${isNumber(i)}`],
    // CASE, for both sides of AND are looked at in every cell.
    `CASE WHEN contains(${quoteColumn(name)}, ',') THEN ${like(name, comma)} END AS ${hasComma(i)}`,
  ]);
  const answers = names.flatMap((name, i) => [
    rawName(i),
    `${answered(quoteColumn(name), declared.get(name))} AS ${quoteColumn(name)}`,
  ]);
  const cells = names.flatMap((name, i) => [
    `${quoteColumn(name)} AS ${rawName(i)}`,
    `${clean(name)} AS ${quoteColumn(name)}`,
  ]);
  return `SELECT ${counts.join(', ')} FROM (SELECT ${looks.join(', ')} FROM (SELECT ${answers.join(', ')} FROM (
    SELECT ${cells.join(', ')} FROM ${from} AS texts) AS cells) AS answers) AS looks`;
}

/** A column of texts as understood; `unclean` where some cell has blanks around it. */
export type Understood = Variable & { unclean: boolean };

/** A column of texts as values of its type, for the statement that writes the Parquet file. */
export function typedSql({ name, type, unclean }: Understood, declared: Declared | undefined): string {
  // Cleaning thousands of columns again takes more memory than reading them: only those that need it.
  const cell = unclean ? clean(name) : quoteColumn(name);
  const types = { integer: 'BIGINT', number: 'DOUBLE', date: 'DATE', boolean: 'BOOLEAN' } as const;
  const typed = type === 'text' ? cell : `CAST(${answered(cell, declared)} AS ${types[type]})`;
  return `${typed} AS ${quoteColumn(name)}`;
}

/** Words among numbers that are declared to be no answer are no reason to take the column for words. */
function answered(cell: string, declared: Declared | undefined): string {
  const words = declared?.missing
    ?.map((one) => one.code)
    .filter((one) => one.trim() === '' || Number.isNaN(Number(one)));
  return words?.length ? `CASE WHEN ${cell} IN (${words.map(quoteText).join(', ')}) THEN NULL ELSE ${cell} END` : cell;
}

/** The type of each column, from the counts; a declared type that the cells contradict is refused. */
export function inferTypes(
  names: readonly string[],
  declared: ReadonlyMap<string, Declared>,
  looked: ScanAnswer,
): Understood[] {
  return names.map((name, i) => {
    const at = (what: string) => Number(looked.column(`${what}${i}`)[0]);
    const said = declared.get(name)?.type;
    const type = said === undefined ? guess(name, i, at, looked) : agree(name, i, said, at, looked);
    return { name, label: null, type, choices: [], missing: [], unclean: at('unclean') > 0 };
  });
}

type Count = (what: string) => number;

function guess(name: string, i: number, at: Count, looked: ScanAnswer): Variable['type'] {
  const filled = at('filled');
  // Nobody answered: a mean of it says so, where a text would be said to be no number.
  if (filled === 0) return 'number';
  if (at('code') > 0) return 'text';
  if (at('integer') === filled) return 'integer';
  if (at('number') === filled) return 'number';
  if (at('date') === filled) return 'date';
  if (at('boolean') === filled) return 'boolean';
  if (at('comma') > 0 && at('number') + at('comma') === filled) throw withComma(name, i, at, looked);
  return 'text';
}

function agree(name: string, i: number, said: Variable['type'], at: Count, looked: ScanAnswer): Variable['type'] {
  const filled = at('filled');
  if (said === 'number' || said === 'integer') {
    if (at('number') === filled) return at('integer') === filled ? said : 'number';
    if (at('number') + at('comma') === filled) throw withComma(name, i, at, looked);
    throw new Problem('survey-column-not-number', { column: name, example: String(looked.column(`other${i}`)[0]) });
  }
  // Days and truths written in another way stay the texts they are.
  if (said === 'date') return at('date') === filled ? said : 'text';
  if (said === 'boolean') return at('boolean') === filled ? said : 'text';
  return said;
}

const withComma = (column: string, i: number, at: Count, looked: ScanAnswer): Problem =>
  new Problem('survey-decimal-comma', {
    ...{ column, example: String(looked.column(`with_comma${i}`)[0]), rows: at('comma') },
  });
