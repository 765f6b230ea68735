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
  if (filled.length !== 1 || only === undefined || workFields.some((field) => own(row, field) !== '')) return undefined;
  const slot = row.slots[only] as Slot;
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

function labelled(slot: Slot, facts: Facts): Slot | undefined {
  const { label } = splitNumber(slot.text);
  return label !== '' && !facts.workLabels.has(readNumber(label).style) ? slot : undefined;
}

/** Numbered otherwise than the tasks, or followed by its own first part ("1" by "1.1"). */
function numbered(number: string, slot: Slot, next: Row | undefined, facts: Facts): Slot | undefined {
  const { style, label } = readNumber(number);
  if (!facts.workStyles.has(style)) return slot;
  const following = next ? own(next, 'number') : '';
  return following.startsWith(`${label}.`) && /\d/.test(following.slice(label.length)) ? slot : undefined;
}
