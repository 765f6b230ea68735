import { allFrameworks, frameworkFor } from './catalogue.ts';
import { cutsOf, findNumber, findRoman, nameOf, splitLabel, splitList } from './labels.ts';
import { findBest, lexiconOf, mentions, type Place } from './lexicon.ts';
import type { Likeness } from './likeness.ts';
import type { Framework } from './model.ts';

/** A group row's dimension: a number for PAPI, as printed for the others ("III"), null where the text names none. */
export type FoundDimension = { dimension: number | string | null; confidence: number };

/** Below this likeness a name is another name. */
const NAMED = 0.5;
/** Without that number all of the name must be alike: the rest of a torn cell may begin or sound like a dimension. */
const NAMED_ALONE = 0.7;
/** Enough where the printed number says the same. */
const NAMED_WITH_NUMBER = 0.36;

/**
 * The dimension a group row names, in spite of other wording, a directive after the name, and slips. The printed number
 * only supports a name: offices renumber what they leave out.
 */
export function findDimension(index: string | null, year: number | null, text: string): FoundDimension {
  const { label, rest } = splitLabel(text);
  const framework = frameworkFor(index, year);
  const printed = label !== null && findNumber(label) !== undefined ? label : null;
  if (!framework) return { dimension: printed, confidence: printed === null ? 0 : 0.4 };
  const { dimensions, parts } = lexiconOf(framework);
  const number = printed === null ? undefined : findNumber(printed);
  const [best, second] = dimensions.startingWith(rest);
  if (!best) return { dimension: null, confidence: 0 };
  if (namesPart(nameOf(rest), dimensions, parts(null))) return { dimension: null, confidence: 0 };
  const agrees = number === Number(best.code);
  const whole = dimensions.of(nameOf(rest)).find(({ code }) => code === best.code)?.score ?? 0;
  const named = agrees ? best.score >= NAMED_WITH_NUMBER : best.score >= NAMED_ALONE + 0.08 && whole >= NAMED_ALONE;
  if (!named) return { dimension: null, confidence: 0 };
  const confidence = confidenceOf(best.score, best.score - (second?.score ?? 0), agrees);
  return { dimension: asPrinted(framework.index, best.code, printed), confidence };
}

/** "Kiểm soát tham nhũng trong chính quyền" begins like a dimension and is one of its parts. */
function namesPart(name: string, dimensions: Place, parts: Place): boolean {
  const [part] = parts.of(name);
  const whole = dimensions.of(name)[0]?.score ?? 0;
  return part !== undefined && !dimensions.has(part.code) && part.score > 0.8 && part.score > whole + 0.1;
}

function asPrinted(index: string, code: string, printed: string | null): number | string {
  if (index === 'PAPI') return Number(code);
  return printed ?? findRoman(Number(code)) ?? code;
}

/** What is known of a row. `group` is the name of its group row, which says more than a renumbered dimension. */
export type Row = {
  index: string | null;
  year: number | null;
  dimension: number | string | null;
  component: string | null;
  text: string;
  group?: string | null;
};
export type FoundCodes = { dimension: number | string | null; codes: string[]; confidence: number };

/**
 * The framework's nodes a row is about. PAPI: sub-dimensions, several where several are named, none where the row is
 * about the whole dimension. SIPAS: the statement. PAR INDEX: the field.
 */
export function findCodes(row: Row): FoundCodes {
  const none = { dimension: row.dimension, codes: [], confidence: 0 };
  const framework = frameworkFor(row.index, row.year);
  if (!framework) return none;
  const places = lexiconOf(framework);
  if (framework.index === 'PAR INDEX') return fieldOf(row, framework);
  const dimension = dimensionCode(row, places.dimensions);
  if (framework.index === 'SIPAS') return statement(row, dimension, places.parts(dimension));
  return subDimensions(row, dimension, places.parts(dimension), places.parts(null));
}

function dimensionCode({ dimension, group }: Row, dimensions: Place): string | null {
  const named = group ? dimensions.startingWith(splitLabel(group).rest)[0] : undefined;
  if (named && named.score >= NAMED) return named.code;
  if (dimension === null) return null;
  const number = typeof dimension === 'number' ? dimension : findNumber(dimension);
  return number !== undefined && dimensions.has(String(number)) ? String(number) : null;
}

function subDimensions(row: Row, dimension: string | null, inside: Place, everywhere: Place): FoundCodes {
  const name = row.component ?? nameOf(splitLabel(row.text).rest);
  // The first words of a task are a name only where they look like one; a phrase among them proves nothing.
  const found = row.component === null ? atLeast(0.75, named(name, inside, inside.of)) : named(name, inside);
  if (found.codes.length > 0) return withDimension(row, found);
  if (found.whole) return withDimension(row, { codes: mentions(row.text, inside, dimension !== null), score: 0.6 });
  if (row.component === null)
    return withDimension(row, { codes: mentions(row.text, inside, dimension !== null), score: 0.55 });
  // A group row lost between two pages leaves a row under the dimension before: its own name is the better witness.
  const elsewhere = dimension === null ? undefined : named(name, everywhere);
  if (elsewhere && elsewhere.score >= 0.9) return withDimension(row, { codes: elsewhere.codes, score: 0.6 });
  return withDimension(row, { codes: [], score: 0.5 });
}

function atLeast(score: number, found: Names): Names {
  return found.score >= score ? found : { ...found, codes: [] };
}

function withDimension(row: Row, { codes, score }: { codes: string[]; score: number }): FoundCodes {
  const dimensions = new Set(codes.map((code) => code.split('.')[0]));
  const [only] = dimensions.size === 1 ? dimensions : [];
  const dimension = row.dimension ?? (only === undefined ? null : Number(only));
  return { dimension, codes, confidence: round(codes.length === 0 ? Math.min(score, 0.5) : score) };
}

type Names = { codes: string[]; score: number; whole: boolean };

/** How alike a text is to each part. */
type Likely = (text: string) => Likeness[];

/** Every node a component names. `whole` where it names the dimension itself. */
function named(component: string, place: Place, likely: Likely = (text) => findBest(text, place)): Names {
  const pieces = splitList(component).map((piece) => namedOnce(piece, likely));
  const codes = [...new Set(pieces.flatMap((piece) => piece.codes))].sort();
  const scores = pieces.filter((piece) => piece.codes.length > 0).map((piece) => piece.score);
  return { codes, score: scores.length ? Math.min(...scores) : 0, whole: pieces.some((piece) => piece.whole) };
}

/** As one name, or as several joined by commas and "và" where the pieces are better names than the whole. */
function namedOnce(piece: string, likely: Likely): Names {
  const whole = one(piece, likely);
  if (whole.score > 0.97) return whole;
  const cuts = cutsOf(piece).map((pieces) => together(pieces.map((half) => one(half, likely))));
  return cuts.reduce((best, cut) => (cut.codes.length > 1 && cut.score > best.score ? cut : best), whole);
}

/** Named together only where each piece names a part. */
function together(pieces: Names[]): Names {
  const codes = [...new Set(pieces.flatMap((piece) => piece.codes))];
  const all = pieces.every((piece) => piece.codes.length > 0);
  return { codes: all ? codes : [], score: Math.min(...pieces.map((piece) => piece.score)), whole: false };
}

function one(piece: string, likely: Likely): Names {
  const [best, second] = likely(piece);
  if (!best || best.score < NAMED) return { codes: [], score: 0, whole: false };
  const score = confidenceOf(best.score, best.score - (second?.score ?? 0), false);
  const whole = !best.code.includes('.');
  return { codes: whole ? [] : [best.code], score, whole };
}

/** The statement the task prints; where it prints an act instead, the statement of its component. */
function statement(row: Row, dimension: string | null, place: Place): FoundCodes {
  const printed = findBest(splitLabel(row.text).rest, place);
  const component = row.component === null ? [] : findBest(splitLabel(row.component).rest, place);
  const [best, second] = [printed, component].find((found) => isStatement(found[0])) ?? [];
  if (!best) return { dimension: row.dimension, codes: [], confidence: 0.5 };
  const roman = findRoman(Number(dimension ?? best.code.split('.')[0]));
  const confidence = confidenceOf(best.score, best.score - (second?.score ?? 0), false);
  return { dimension: row.dimension ?? roman ?? null, codes: [best.code], confidence };
}

/** Statements are sentences that offices shorten, so less of one must stand; a factor's own name is none. */
function isStatement(found: Likeness | undefined): boolean {
  return found?.code.includes('.') === true && found.score >= NAMED - 0.1;
}

/**
 * Before 2022 only a district's nine fields are known here; a plan whose number of the field says that it counts eight,
 * as a province does, is read by the oldest version that does.
 */
function fieldOf(row: Row, framework: Framework): FoundCodes {
  const read = (version: Framework) => field(row, lexiconOf(version).dimensions, lexiconOf(version).criteria);
  const found = read(framework);
  const printed = findNumber(String(row.dimension ?? ''));
  if (framework.level === 'province' || printed === undefined || found.codes[0] === String(printed)) return found;
  const provincial = allFrameworks().find(({ index, level }) => index === framework.index && level === 'province');
  const other = provincial === undefined ? found : read(provincial);
  return other.codes[0] === String(printed) ? other : found;
}

/** The group's name decides; where there is none, the criterion's name, then the printed number. */
function field(row: Row, dimensions: Place, criteria: Place): FoundCodes {
  const group = row.group ? dimensions.startingWith(splitLabel(row.group).rest)[0] : undefined;
  if (group && group.score >= NAMED) return inField(row, group.code, confidenceOf(group.score, 1, true));
  const name = splitLabel(row.component ?? nameOf(row.text)).rest;
  const best = criteria.of(name)[0] ?? { code: '', score: 0 };
  const printed = dimensionCode(row, dimensions);
  if (best.code === printed) return inField(row, printed, 0.95);
  if (best.score >= (printed === null ? NAMED : 0.85))
    return inField(row, best.code, confidenceOf(best.score, 1, false));
  return printed === null ? { dimension: row.dimension, codes: [], confidence: 0.4 } : inField(row, printed, 0.7);
}

function inField(row: Row, code: string, confidence: number): FoundCodes {
  return { dimension: row.dimension ?? findRoman(Number(code)) ?? code, codes: [code], confidence };
}

/** 0.98 for a name as printed by the index's makers, falling with the likeness and with a rival close behind. */
function confidenceOf(score: number, margin: number, agrees: boolean): number {
  const clear = 0.75 + 0.25 * Math.min(1, Math.max(0, margin) / 0.25);
  const sure = Math.min(0.98, (0.4 + 0.6 * score) * clear);
  return round(agrees ? Math.max(sure, (sure + 1) / 2) : sure);
}

function round(value: number): number {
  return Math.round(Math.min(0.98, value) * 100) / 100;
}
