import { mergeTexts } from '../content/merge.ts';
import type { FieldPlace, ReportContent } from '../content/model.ts';
import { isText } from '../content/overlay.ts';
import { placesOf, saidAt, targetsAt } from './base.ts';
import {
  type BaseField,
  type CellRows,
  figureColumns,
  firstField,
  itemColumns,
  itemFields,
  type SheetChange,
  type SheetFault,
  type SheetItem,
  sheetNames,
  type TakenIn,
  wholeColumns,
  wholeNames,
} from './model.ts';
import { cellText, readCells } from './read-cells.ts';

/**
 * What a filled-in workbook changes of a report as it stands now. Three sides are compared: what the report said when the workbook
 * was made, what it says now, what the workbook says. What the workbook left alone changes nothing; what it says already is
 * there changes nothing, so that taking it in again does nothing.
 */
export function takeIn(
  sheets: readonly CellRows[],
  base: readonly BaseField[],
  report: { items: readonly SheetItem[]; content: ReportContent },
): TakenIn {
  const known = new Map(report.items.map(({ id, targets }) => [id, targets.length]));
  const { said, faults, rows } = readCells(sheets, known);
  const began = new Map(base.map((one) => [nameOf(one.place), one.was]));
  const asked = new Set(placesOf(report).map(nameOf));
  const changes: SheetChange[] = [];
  for (const { place, value } of said) {
    if (!asked.has(nameOf(place))) continue;
    const now = saidAt(report.content, place, targetsAt(report, place));
    const change = settle(place, { was: began.get(nameOf(place)) ?? now, now, value });
    if (change) changes.push({ ...change, ...labelOf(report.items, place) });
  }
  const all = [...faults, ...missingRows(report.items, rows)];
  return { changes, faults: all, same: said.length - changes.length };
}

const nameOf = (place: FieldPlace): string => JSON.stringify(Object.entries(place).toSorted());

type Sides = { was: unknown; now: unknown; value: unknown };

function settle(place: FieldPlace, { was, now, value }: Sides): Omit<SheetChange, 'of' | 'column'> | undefined {
  if (same(value, was) || same(value, now)) return undefined;
  if (same(was, now)) return { place, was, now, value, how: 'new' };
  if (!isText(place)) return { place, was, now, value, how: 'met' };
  const [before, there, ours] = [String(was ?? ''), String(now ?? ''), String(value ?? '')];
  // Both wordings were taken in before, or what stands there says it already.
  if (ours !== '' && cellText(there).includes(ours)) return undefined;
  const { text, clean } = mergeTexts(cellText(before), cellText(there), ours);
  if (!clean) return { place, was, now, value, how: 'met' };
  return same(text, now) ? undefined : { place, was, now, value: text, how: 'merged' };
}

/** A cell keeps no spaces at its ends: texts that differ in those alone say the same. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));
const plain = (value: unknown): unknown => (typeof value === 'string' ? cellText(value) : (value ?? ''));

function labelOf(items: readonly SheetItem[], place: FieldPlace): Pick<SheetChange, 'of' | 'column'> {
  if (place.of === 'whole') return { of: wholeNames[place.field], column: wholeColumns[2] ?? '' };
  const of = items.find(({ id }) => id === place.key)?.text ?? '';
  const at = (itemFields as readonly string[]).indexOf(place.field);
  return { of, column: at < 0 ? (figureColumns[5] ?? '') : (itemColumns[firstField + at] ?? '') };
}

/** A row somebody took out says nothing of its task: that stays as it is. */
function missingRows(items: readonly SheetItem[], rows: ReadonlySet<string>): SheetFault[] {
  return items
    .filter(({ id }) => !rows.has(id))
    .map(({ text }) => ({
      where: `Trang “${sheetNames.items}”`,
      message: `Thiếu dòng của nhiệm vụ “${text.slice(0, 120)}”; nội dung của nhiệm vụ này giữ như trên màn hình.`,
    }));
}
