import { findDimension } from '../../framework/codes.ts';
import { squish } from '../../kernel/text.ts';
import { readAgencies } from '../../place/agencies.ts';
import { findIndices } from '../head/indices.ts';
import type { Group, IndexName, Task } from '../model.ts';
import { chargeOf } from './charge.ts';
import { splitDirective } from './directive.ts';
import { type Numbered, readNumber, romanToNumber, splitNumber } from './number.ts';
import { agencyFields, own, type Row, type Slot } from './row.ts';

/** A group row as the rows under it see it. */
export type OpenGroup = {
  group: Group;
  /** "III. CẢI CÁCH …": label and name, as the framework wants them */
  printed: string;
  numbered: Numbered;
  slot: Slot;
  confidence: number;
  /** names an index, not a part of one */
  ofIndex: boolean;
};

/** What stands above a row: index, groups from outer to inner, and the component of a merged cell. */
export type Context = {
  index: IndexName | null;
  indexConfidence: number;
  year: number | null;
  groups: OpenGroup[];
  component: Slot | null;
  /** the agencies the table's caption or a group row names as those whose tasks these are */
  charge?: string[];
};

/** Opens the group a heading row names, closing those of its rank and below. */
export function openGroup(context: Context, row: Row, slot: Slot): Context {
  const { label, kind, name, printed } = nameOfHeading(row, slot);
  const before = context.groups.at(-1)?.numbered.label;
  const numbered = readNumber(label, before);
  const above = context.groups.filter((one) => isOuter(one.numbered, numbered));
  const { title, directive, agencies } = splitDirective(name);
  const [index] = findIndices(title);
  const names =
    index !== undefined &&
    findIndices(title).length === 1 &&
    (context.index === null || index !== context.index || above.length === 0);
  const ofIndex = names && findDimension(index, context.year, printed).dimension === null;
  const placed: Context = ofIndex ? { ...context, index, indexConfidence: 0.95 } : context;
  const found = ofIndex ? { dimension: null, confidence: 0.95 } : dimensionOf(placed, above, numbered, printed);
  const inCharge =
    slot === row.slots.dimension ? [] : agencyFields.flatMap((field) => readAgencies(own(row, field)).names);
  const named = { index: placed.index, dimension: found.dimension, name: `${kind}${title}` };
  const charge = chargeOf(title);
  const group: Group = { ...named, directive, agencies: [...new Set([...agencies, ...inCharge])] };
  const open = { group, printed, numbered, slot, confidence: found.confidence, ofIndex };
  // Another heading of the same rank ends what one agency was charged with.
  const ended =
    charge.length === 0 &&
    context.groups.length > above.length &&
    context.groups.some(({ group: { name } }) => chargeOf(name).length > 0);
  return { ...placed, groups: [...above, open], component: null, ...((ended || charge.length > 0) && { charge }) };
}

/** "Chỉ số nội dung số 2: Công khai": what kind of thing the group is, and perhaps its number. */
const kindOfGroup =
  /^(?:chỉ số nội dung|trục nội dung|nội dung|lĩnh vực|nhóm)(?:\s+(?:số\s+)?(\d|[IVX]+)\s*[:.–-]?)?\s+(?=["“]?\p{Lu})/iu;

function nameOfHeading(row: Row, slot: Slot): { label: string; kind: string; name: string; printed: string } {
  const inText = splitNumber(slot.text);
  const rest = squish(inText.label === '' ? slot.text : inText.rest);
  const kind = kindOfGroup.exec(rest);
  const label = readNumber(own(row, 'number') || inText.label || (kind?.[1] ?? '')).label;
  const name = rest.slice(kind?.[0].length ?? 0);
  return { label, kind: kind?.[0] ?? '', name, printed: label === '' ? name : `${label}. ${name}` };
}

function isOuter(open: Numbered, numbered: Numbered): boolean {
  if (open.style === 'none' || numbered.style === 'none')
    return open.style !== 'none' && open.depth < 2 && numbered.style === 'none';
  return open.depth < numbered.depth;
}

/** The outermost group names the dimension, by its name, else by its number; a group within one belongs to it. */
function dimensionOf(
  context: Context,
  above: OpenGroup[],
  numbered: Numbered,
  printed: string,
): { dimension: Task['dimension']; confidence: number } {
  const outer = above.find(({ group }) => group.dimension !== null);
  if (outer) return { dimension: outer.group.dimension, confidence: outer.confidence };
  const found = findDimension(context.index, context.year, printed);
  if (context.index === 'PAPI') return found.dimension === null ? byNumber(numbered) : found;
  if (context.index !== 'PAR INDEX' && context.index !== 'SIPAS') return { dimension: null, confidence: 0.95 };
  if (numbered.style === 'none') return found;
  return { dimension: numbered.label, confidence: Math.max(0.95, found.confidence) };
}

function byNumber({ style, label }: Numbered): { dimension: number | null; confidence: number } {
  const number = style === 'roman' ? romanToNumber(label) : style === 'decimal' ? Number(label) : 0;
  return number >= 1 && number <= 8 ? { dimension: number, confidence: 0.7 } : { dimension: null, confidence: 0.6 };
}

/** The group that gives the dimension, and the one just above the row. */
export function innermost(context: Context): OpenGroup | undefined {
  return context.groups.findLast(({ ofIndex }) => !ofIndex);
}

export function outermost(context: Context): OpenGroup | undefined {
  return context.groups.find(({ ofIndex }) => !ofIndex);
}
