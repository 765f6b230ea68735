import {
  emptyLine,
  type LineField,
  noFigure,
  type ReportContent,
  type ReportLine,
  statedValue,
  wholeFields,
} from './model.ts';
import type { Written } from './overlay.ts';

/**
 * What spares an officer from typing the same once more. Each tells what it would write and nothing else, so that the screen says
 * how much that is before, and can take back just that after.
 */

/** The fields of a line that are words. */
export const lineWords = ['result', 'difficulty', 'proposal'] as const satisfies readonly LineField[];
export type LineWords = (typeof lineWords)[number];

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** The words of the period before for each field that says nothing yet, never its figures or states: those are of their period. */
export function carryForward(content: ReportContent, previous: ReportContent, keys: readonly string[]): Written[] {
  const whole = wholeFields
    .filter((field) => isEmpty(content.whole[field]) && !isEmpty(previous.whole[field]))
    .map((field): Written => ({ place: { of: 'whole', field }, value: previous.whole[field] }));
  return [...whole, ...keys.flatMap((key) => carryLine(content, previous, key))];
}

/** The same for one task. */
export function carryLine(content: ReportContent, previous: ReportContent, key: string): Written[] {
  const [line, before] = [content.items[key] ?? emptyLine, previous.items[key]];
  if (before === undefined) return [];
  return lineWords
    .filter((field) => isEmpty(line[field]) && !isEmpty(before[field]))
    .map((field) => ({ place: { of: 'item', key, field }, value: before[field] }));
}

/**
 * Words of one task put to others. Where another says something already they are added below it; where it says them already nothing
 * is written.
 */
export function copyWords(
  content: ReportContent,
  from: string,
  to: readonly string[],
  fields: readonly LineWords[],
): Written[] {
  const source = content.items[from] ?? emptyLine;
  return to
    .filter((key) => key !== from)
    .flatMap((key) =>
      fields
        .filter((field) => !isEmpty(source[field]))
        .flatMap((field): Written[] => {
          const value = addWords((content.items[key] ?? emptyLine)[field], source[field]);
          return value === (content.items[key] ?? emptyLine)[field]
            ? []
            : [{ place: { of: 'item', key, field }, value }];
        }),
    );
}

/** One text below another, unless it stands in it. */
export function addWords(text: string, more: string): string {
  if (text.includes(more.trim())) return text;
  return isEmpty(text) ? more : `${text.trimEnd()}\n${more.trim()}`;
}

/** "Không phát sinh" for each of these tasks that says nothing at all; one with words or figures waits for its own answer. */
export const noneFor = (content: ReportContent, keys: readonly string[]): Written[] =>
  keys
    .filter((key) => isSilent(content.items[key] ?? emptyLine))
    .map((key) => ({ place: { of: 'item', key, field: 'state' }, value: 'none' }));

const isSilent = ({ state, figures, ...line }: ReportLine): boolean =>
  state === null &&
  lineWords.every((field) => isEmpty(line[field])) &&
  figures.every((figure) => statedValue(figure ?? noFigure) === null);

type Lines = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** What stands at a place of a report; null where nothing was ever said. */
export function valueAt(content: ReportContent, place: Written['place']): unknown {
  const { whole, items, components, paragraphs = {} } = content as ReportContent & { paragraphs?: Lines };
  if (place.of === 'whole') return whole[place.field];
  const lines: Lines = place.of === 'item' ? items : place.of === 'component' ? components : paragraphs;
  return lines[place.key]?.[place.field] ?? null;
}

/** What takes writes back: what stood at each place before, where it says what was written still. */
export function takeBack(before: ReportContent, written: readonly Written[], now: ReportContent): Written[] {
  return written
    .filter(({ place, value }) => JSON.stringify(valueAt(now, place)) === JSON.stringify(value))
    .map(({ place }) => ({ place, value: valueAt(before, place) ?? emptyAt(place) }));
}

const emptyAt = (place: Written['place']): unknown =>
  place.of === 'item' || place.of === 'component' ? emptyLine[place.field] : '';
