import { squish } from '../../kernel/text.ts';
import type { Choice } from '../model.ts';
import { Cursor, Torn } from './cursor.ts';
import type { SavElement, SavHead } from './header.ts';

/** A variable of an SPSS file: where its answers stand in a case, and what they mean. */
export type SavVariable = {
  name: string;
  label: string | null;
  kind: 'number' | 'text' | 'date' | 'moment';
  /** The pieces of a case it is made of: each a first element and the bytes taken of it. */
  pieces: { element: number; bytes: number }[];
  choices: Choice[];
  /** Codes of no answer that are listed; `range` of those that are between two. */
  missing: string[];
  range: [number, number] | null;
};

export type Decode = (bytes: Uint8Array) => string;

/** What decodes the texts of the file; undefined where it names an encoding nobody knows. */
export function decoderOf({ extensions, little }: SavHead): Decode | undefined {
  const named = extensions.get(20);
  const info = extensions.get(3);
  const code = info && info.length >= 32 ? codeOf(info, little) : undefined;
  const name = named ? String.fromCharCode(...named).trim() : pages[code ?? 0];
  try {
    const decoder = new TextDecoder(aliases(name ?? 'ascii'), { fatal: true });
    return (bytes) => {
      try {
        return decoder.decode(bytes).normalize('NFC');
      } catch {
        throw new Torn('encoding');
      }
    };
  } catch {
    return undefined;
  }
}

const pages: Readonly<Record<number, string>> = { 2: 'ascii', 3: 'ascii', 65001: 'utf-8' };

function codeOf(info: Uint8Array, little: boolean): number {
  const cursor = new Cursor(info, 28);
  cursor.little = little;
  return cursor.int();
}

/** Names of code pages as SPSS and PSPP write them, as the web calls them. */
const aliases = (name: string): string => name.toLowerCase().replace(/^(?:cp|windows)[-_]?(125\d)$/, 'windows-$1');

export function variablesOf(head: SavHead, decode: Decode): SavVariable[] {
  const plain = (bytes: Uint8Array): string => decode(bytes).trimEnd();
  const names = pairs(head.extensions.get(13), /\t/, plain);
  const lengths = pairs(head.extensions.get(14), /\0\t?/, plain);
  const variables = new Map<number, SavVariable>();
  let segments = 0;
  for (const [element, said] of head.elements.entries()) {
    if (said.width === -1) continue;
    const short = plain(said.name);
    // What follows of a very long string are variables only of the file.
    if (segments > 0) {
      segments -= 1;
      [...variables.values()].at(-1)?.pieces.push({ element, bytes: said.width });
      continue;
    }
    const long = Number(lengths.get(short) ?? 0);
    segments = long > 255 ? Math.ceil(long / 252) - 1 : 0;
    variables.set(element, variableOf(names.get(short) ?? short, said, element, { plain, little: head.little }));
  }
  for (const { values, elements } of head.labels)
    for (const element of elements) variables.get(element)?.choices.push(...choicesOf(values, head, element, plain));
  addLongLabels(head, variables, plain);
  addLongMissing(head, variables, plain);
  return [...variables.values()];
}

const days = [20, 23, 24, 38, 39];
const moments = [22, 41];

type Reading = { plain: Decode; little: boolean };

function variableOf(name: string, said: SavElement, element: number, reading: Reading): SavVariable {
  const { width, label, missing, format } = said;
  const kind = width > 0 ? 'text' : days.includes(format) ? 'date' : moments.includes(format) ? 'moment' : 'number';
  return {
    ...{ name: squish(name), label: label === null ? null : squish(reading.plain(label)) || null, kind },
    pieces: [{ element, bytes: width }],
    choices: [],
    missing: missing.values.map((value) => codeText(value, width, reading)),
    range: missing.range,
  };
}

/** A code as the answers have it: eight bytes are a number, or a word. */
function codeText(value: Uint8Array, width: number, { plain, little }: Reading): string {
  if (width > 0) return plain(value);
  const cursor = new Cursor(value);
  cursor.little = little;
  return String(cursor.double());
}

function choicesOf(
  values: SavHead['labels'][number]['values'],
  { elements, little }: SavHead,
  element: number,
  plain: Decode,
): Choice[] {
  return values.map(({ value, label }) => {
    const code = codeText(value, elements[element]?.width ?? 0, { plain, little });
    return { code, label: squish(plain(label)) || code };
  });
}

/** Labels of strings of more than eight bytes (record 21). */
function addLongLabels({ extensions, little }: SavHead, variables: Map<number, SavVariable>, plain: Decode): void {
  const record = extensions.get(21);
  if (!record) return;
  const cursor = new Cursor(record);
  cursor.little = little;
  while (cursor.left > 0) {
    const name = squish(plain(cursor.bytes(cursor.count(1))));
    cursor.skip(4);
    const variable = [...variables.values()].find((one) => one.name === name);
    for (let left = cursor.count(8); left > 0; left--) {
      const code = plain(cursor.bytes(cursor.count(1)));
      const label = squish(plain(cursor.bytes(cursor.count(1))));
      variable?.choices.push({ code, label: label || code });
    }
  }
}

/** Codes of no answer of strings of more than eight bytes (record 22). */
function addLongMissing({ extensions, little }: SavHead, variables: Map<number, SavVariable>, plain: Decode): void {
  const record = extensions.get(22);
  if (!record) return;
  const cursor = new Cursor(record);
  cursor.little = little;
  while (cursor.left > 0) {
    const name = squish(plain(cursor.bytes(cursor.count(1))));
    const variable = [...variables.values()].find((one) => one.name === name);
    const count = cursor.byte();
    const length = cursor.count(1);
    for (let left = count; left > 0; left--) variable?.missing.push(plain(cursor.bytes(length)));
  }
}

/** "SHORT=Long name" and "NAME=LENGTH", split as their records are. */
function pairs(record: Uint8Array | undefined, between: RegExp, plain: Decode): Map<string, string> {
  const text = record ? plain(record) : '';
  return new Map(
    text.split(between).flatMap((pair) => {
      const at = pair.indexOf('=');
      return at === -1 ? [] : [[pair.slice(0, at), pair.slice(at + 1).replaceAll('\0', '')] as const];
    }),
  );
}
