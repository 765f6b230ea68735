import { emptyLine, type FieldPlace, noFigure, type ReportContent, wholeFields } from '../content/model.ts';
import { valueAt } from '../content/quick.ts';
import {
  type BaseField,
  type Cell,
  type CellRows,
  itemFields,
  type SheetReport,
  sheetMark,
  sheetNames,
} from './model.ts';

/** What the workbook began from, kept in a hidden sheet of it: so that it can be merged with what was typed on the screen since. */

/** All places a workbook has a cell for. */
export const placesOf = ({ items }: Pick<SheetReport, 'items'>): FieldPlace[] => [
  ...items.flatMap(({ id, owes, targets }) => [
    ...itemFields.map((field): FieldPlace => ({ of: 'item', key: id, field })),
    ...(owes && targets.length > 0 ? [{ of: 'item', key: id, field: 'figures' } as const] : []),
  ]),
  ...wholeFields.map((field): FieldPlace => ({ of: 'whole', field })),
];

/** What a place says, as cells can: a figure for each target, and never nothing where words are. */
export function saidAt(content: ReportContent, place: FieldPlace, targets = 0): unknown {
  if (place.of !== 'item' || place.field !== 'figures') return valueAt(content, place) ?? emptyAt(place);
  const figures = content.items[place.key]?.figures ?? [];
  return Array.from({ length: Math.max(targets, figures.length) }, (_, at) => {
    const { value, part, whole } = figures[at] ?? noFigure;
    return { value, part, whole };
  });
}

const emptyAt = (place: FieldPlace): unknown =>
  place.of === 'item' || place.of === 'component' ? emptyLine[place.field] : '';

export const targetsAt = ({ items }: Pick<SheetReport, 'items'>, place: FieldPlace): number =>
  place.of === 'item' ? (items.find(({ id }) => id === place.key)?.targets.length ?? 0) : 0;

const portion = 30_000;

/** The hidden sheet: the mark, the report, and the base in as many cells as it takes. */
export function baseRows(report: SheetReport): Cell[][] {
  const base = placesOf(report).map((place): BaseField => {
    return { place, was: saidAt(report.content, place, targetsAt(report, place)) };
  });
  const text = JSON.stringify(base);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += portion) parts.push(text.slice(at, at + portion));
  return [[sheetMark], [report.reportId], [String(parts.length)], ...parts.map((one) => [one])];
}

/** `foreign`: no workbook of ours; `damaged`: its hidden sheet was changed. */
export type FoundBase = { reportId: string; base: BaseField[] } | 'foreign' | 'damaged';

export function readBase(sheets: readonly CellRows[]): FoundBase {
  const rows = sheets.find(({ sheet }) => sheet === sheetNames.base)?.rows;
  if (rows === undefined || rows[0]?.[0] !== sheetMark) return 'foreign';
  const [, id, count, ...parts] = rows.map(([first]) => String(first ?? ''));
  if (id === undefined || parts.length !== Number(count)) return 'damaged';
  try {
    const base = JSON.parse(parts.join('')) as BaseField[];
    return Array.isArray(base) && base.every((one) => typeof one?.place?.of === 'string')
      ? { reportId: id, base }
      : 'damaged';
  } catch {
    return 'damaged';
  }
}
