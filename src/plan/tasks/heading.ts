import type { Facts } from './facts.ts';
import { readNumber, splitNumber } from './number.ts';
import { own, type Row, type Slot, workFields } from './row.ts';
import { isCapitals, startsLower } from './wording.ts';

/** Asks the framework whether a text names a dimension or field of the index at hand. */
export type NamesDimension = (text: string) => boolean;

/** The slot of a group row's heading; undefined where the row is a task or a part of one. */
export function findHeading(
  row: Row,
  next: Row | undefined,
  facts: Facts,
  namesDimension: NamesDimension,
): Slot | undefined {
  const filled = (['dimension', 'component', 'text'] as const).filter((field) => own(row, field) !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return undefined;
  const slot = row.slots[only] as Slot;
  if (workFields.some((field) => own(row, field) !== ''))
    return leads(row, slot, next, facts, namesDimension) ? slot : undefined;
  if (row.wide) return slot;
  // A merged component or group hangs down beside the text: then the text is a task whose other cells are empty.
  if (only === 'text' && row.slots.component && !row.slots.component.begins) return undefined;
  if (startsLower(slot.text) || /^[-–+•]\s/u.test(slot.text)) return undefined;
  const number = own(row, 'number');
  const looks =
    isCapitals(slot.text) ||
    (slot.bold && !facts.workBold) ||
    namesDimension(`${number === '' ? '' : `${number}. `}${slot.text}`);
  if (looks) return slot;
  return number === '' ? labelled(slot, facts) : numbered(number, slot, next, facts);
}

/** A heading may name who is in charge of all below it: no time of its own, and the rows below numbered under it. */
function leads(row: Row, slot: Slot, next: Row | undefined, facts: Facts, namesDimension: NamesDimension): boolean {
  if (own(row, 'time') !== '' || own(row, 'result') !== '' || !next) return false;
  const [mine, below] = [readNumber(own(row, 'number')), readNumber(own(next, 'number'))];
  if (mine.style === 'none' || below.style === 'none' || below.depth <= mine.depth) return false;
  const timed = facts.usual.has('time') && own(next, 'time') !== '';
  return (
    isCapitals(slot.text) ||
    namesDimension(`${mine.label}. ${slot.text}`) ||
    (timed && below.label.startsWith(`${mine.label}.`))
  );
}

function labelled(slot: Slot, facts: Facts): Slot | undefined {
  const { label } = splitNumber(slot.text);
  return label !== '' && !facts.workLabels.has(readNumber(label).style) ? slot : undefined;
}

/** Numbered otherwise than the tasks, or followed by its own first part ("1" by "1.1", or by "-"). */
function numbered(number: string, slot: Slot, next: Row | undefined, facts: Facts): Slot | undefined {
  const { style, label } = readNumber(number);
  if (!facts.workStyles.has(style)) return slot;
  if (!next) return undefined;
  const following = readNumber(own(next, 'number'));
  if (following.style === 'dotted') return following.label.startsWith(`${label}.`) ? slot : undefined;
  const deeper = following.style !== 'none' && following.depth > readNumber(number).depth;
  return deeper && workFields.some((field) => own(next, field) !== '') ? slot : undefined;
}
