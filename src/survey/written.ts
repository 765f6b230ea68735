import { LineCounter, parseDocument } from 'yaml';
import { Problem } from '../kernel/problem.ts';
import { nearNames } from './dictionary/near.ts';

/** Files that people write by hand: YAML (which JSON is too), read strictly, every fault said with its place. */

/** A fault in a file that somebody wrote; said to them with the name of the file. */
export class WrittenWrong extends Error {}

export type Written = Record<string, unknown>;

/** The mapping a YAML text holds. Numbers and words are as written; anchors may not multiply it. */
export function parseYaml(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new WrittenWrong(`Dòng ${lines.linePos(error.pos[0]).line} viết chưa đúng cú pháp YAML.`);
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new WrittenWrong('Tệp dùng quá nhiều tham chiếu (&, *).');
  }
}

/** A mapping with no keys beside the known ones. */
export function asMapping(value: unknown, where: string, known: readonly string[]): Written {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrittenWrong(`${where} phải gồm các dòng “tên: giá trị”; các tên dùng được: ${known.join(', ')}.`);
  for (const key of Object.keys(value))
    if (!known.includes(key)) {
      const near = nearNames(key, known);
      const meant = near.length > 0 ? ` Có phải là ${near.map((name) => `“${name}”`).join(', ')}?` : '';
      throw new WrittenWrong(`${where} có mục lạ “${key}”.${meant} Các mục dùng được: ${known.join(', ')}.`);
    }
  return value as Written;
}

export const asList = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The name of a column; one written as a number is a name too. */
export function asName(value: unknown, where: string): string {
  if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return String(value);
  throw new WrittenWrong(`${where} phải là tên một cột.`);
}

export const asNames = (value: unknown, where: string): string[] => asList(value).map((one) => asName(one, where));

export function asNumber(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new WrittenWrong(`${where} phải là một số (dùng dấu chấm thập phân).`);
}

export function asBoolean(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new WrittenWrong(`${where} phải là true hoặc false.`);
}

export function asOneOf<T extends string>(value: unknown, names: readonly T[], where: string): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new WrittenWrong(`${where} phải là một trong: ${names.join(', ')}.`);
}

/** Runs what reads a file and says its faults as a Problem that names the file. */
export function readWritten<T>(
  code: 'survey-design-wrong' | 'survey-dictionary-wrong' | 'survey-index-wrong' | 'sampling-plan-wrong',
  name: string,
  read: () => T,
): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WrittenWrong) throw new Problem(code, { name, what: error.message }, { cause: error });
    throw error;
  }
}
