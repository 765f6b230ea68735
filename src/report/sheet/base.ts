import { emptyLine, type FieldPlace, noFigure, type ReportContent, wholeFields } from '../content/model.ts';
import { valueAt } from '../content/quick.ts';
import { hiddenRows, readHidden } from './hidden.ts';
import { type BaseField, type Cell, type CellRows, itemFields, type SheetReport, sheetMark } from './model.ts';

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

/** The hidden sheet: the mark, the report, and the base in as many cells as it takes. */
export const baseRows = (report: SheetReport): Cell[][] =>
  hiddenRows(
    sheetMark,
    report.reportId,
    placesOf(report).map((place): BaseField => {
      return { place, was: saidAt(report.content, place, targetsAt(report, place)) };
    }),
  );

/** `foreign`: no workbook of ours; `damaged`: its hidden sheet was changed. */
export type FoundBase = { reportId: string; base: BaseField[] } | 'foreign' | 'damaged';

export function readBase(sheets: readonly CellRows[]): FoundBase {
  const found = readHidden(sheets, sheetMark);
  if (typeof found === 'string') return found;
  const base = found.base as BaseField[];
  return Array.isArray(base) && base.every((one) => typeof one?.place?.of === 'string')
    ? { reportId: found.id, base }
    : 'damaged';
}
