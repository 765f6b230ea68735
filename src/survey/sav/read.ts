import { Problem } from '../../kernel/problem.ts';
import type { Declared, DeclaredDictionary } from '../dictionary/declared.ts';
import { readCases } from './cases.ts';
import { Torn } from './cursor.ts';
import { readHead, type SavHead } from './header.ts';
import { type Decode, decoderOf, type SavVariable, variablesOf } from './variables.ts';

/** Codes between two numbers that are no answer and are found among the answers: more are no codes. */
const mostInRange = 1_000;

/**
 * An SPSS file (.sav, .zsav) as lines of CSV, the first with names, and what it says of its variables: labels, choices, codes of
 * no answer. Days become `2026-05-01`, missing by the system an empty cell; missing by the user stays, as a code declared.
 *
 * @returns what it says, once the last line is written
 */
export function* readSav(bytes: Uint8Array, name: string): Generator<string, DeclaredDictionary> {
  try {
    const head = readHead(bytes);
    const decode = decoderOf(head);
    if (decode === undefined) throw new Problem('survey-encoding', { name });
    const variables = variablesOf(head, decode);
    yield `${variables.map((one) => quoted(one.name)).join(',')}\n`;
    const found = new Map(variables.map((one) => [one, new Set<string>()]));
    for (const view of readCases(bytes, head))
      yield `${variables.map((one) => cellOf(one, view, head, decode, found)).join(',')}\n`;
    return {
      title: null,
      variables: variables.map((one) => declaredOf(one, [...(found.get(one) ?? [])])),
      loose: true,
    };
  } catch (error) {
    if (!(error instanceof Torn)) throw error;
    const code = error.message === 'encoding' ? 'survey-encoding' : 'survey-file-damaged';
    throw new Problem(code, { name }, { cause: error });
  }
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`);

function cellOf(
  variable: SavVariable,
  view: DataView,
  { little }: SavHead,
  decode: Decode,
  found: Map<SavVariable, Set<string>>,
): string {
  const { kind, pieces, range } = variable;
  if (kind === 'text') return quoted(decode(textBytes(pieces, view)).trimEnd());
  const value = view.getFloat64((pieces[0]?.element ?? 0) * 8, little);
  if (value === -Number.MAX_VALUE || Number.isNaN(value)) return '';
  if (kind === 'date' || kind === 'moment') return dayOf(value, kind);
  const code = String(value);
  if (range && value >= range[0] && value <= range[1]) {
    const codes = found.get(variable);
    if (codes && codes.size < mostInRange) codes.add(code);
  }
  return code;
}

/** The bytes of a string; of a very long one each piece but the last holds 255 of its 256. */
function textBytes(pieces: SavVariable['pieces'], view: DataView): Uint8Array {
  const parts = pieces.map(({ element, bytes }) => {
    if (element * 8 + bytes > view.byteLength) throw new Torn('string');
    return new Uint8Array(view.buffer, view.byteOffset + element * 8, bytes);
  });
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** SPSS counts seconds from the first day of the Gregorian calendar. */
const firstDay = Date.UTC(1582, 9, 14);

function dayOf(seconds: number, kind: 'date' | 'moment'): string {
  const moment = new Date(firstDay + seconds * 1000);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return '';
  const text = moment.toISOString();
  return kind === 'date' ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

const types = { number: 'number', text: 'text', date: 'date', moment: 'text' } as const;

function declaredOf({ name, label, kind, choices, missing }: SavVariable, inRange: string[]): Declared {
  const labels = new Map(choices.map(({ code, label: said }) => [code, said]));
  const codes = [...new Set([...missing, ...inRange])];
  return {
    ...{ name, label, type: types[kind], choices },
    missing: codes.map((code) => ({ code, label: labels.get(code) ?? code })),
  };
}
