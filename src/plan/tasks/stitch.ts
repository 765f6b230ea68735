import { fold } from '../../kernel/text.ts';
import { joinDoubts } from './doubted.ts';
import type { Facts } from './facts.ts';
import { findHeading, type NamesDimension } from './heading.ts';
import { splitNumber } from './number.ts';
import { agencyFields, type Field, own, type Row, type Slot, workFields } from './row.ts';
import {
  isBrokenOff,
  isCapitals,
  isFinished,
  isNameBrokenOff,
  isTimeBrokenOff,
  startsLower,
  startsWithBullet,
} from './wording.ts';

/** Rows with those torn by a page joined again. A stitched row stands where it begins. */
export function stitch(rows: Row[], facts: Facts, namesDimension: NamesDimension): Row[] {
  const whole: Row[] = [];
  for (const [at, row] of rows.entries()) {
    const before = whole.at(-1);
    if (before && continuesRow(before, row, rows[at + 1], facts, namesDimension))
      whole[whole.length - 1] = join(before, row);
    else whole.push(row);
  }
  return whole;
}

const ditto = /^["“”'\s.\-–]*(?:nt|n\/t|như trên|-|\/\/)["“”'\s.\-–]*$|^["“”']+$/iu;

/** "nt", "Như trên", "//": the cell says what the one above says. */
export function fillDittos(rows: Row[]): Row[] {
  let above: Row['slots'] = {};
  return rows.map((row) => {
    const slots = { ...row.slots };
    for (const field of workFields) {
      const [slot, before] = [slots[field], above[field]];
      if (slot && before && ditto.test(slot.text))
        slots[field] = { ...slot, text: before.text, confidence: Math.min(before.confidence, 0.8) };
    }
    above = { ...above, ...slots };
    return { ...row, slots };
  });
}

function continuesRow(
  before: Row,
  row: Row,
  next: Row | undefined,
  facts: Facts,
  namesDimension: NamesDimension,
): boolean {
  if (row.slots.text && !row.slots.text.begins) return sharesText(before, row);
  const number = own(row, 'number');
  if (number !== '') return row.atCut && continuesNumbered(before, row, number, facts);
  if (before.wide) return row.wide && row.atCut && startsLower(own(row, 'text') || own(row, 'component'));
  if (isBareRest(before, row, facts)) return true;
  if (findHeading(row, next, facts, namesDimension)) return continuesHeading(before, row, facts, namesDimension);
  if (own(row, 'dimension') !== '' && !startsLower(own(row, 'dimension'))) return false;
  const component = own(row, 'component');
  if (component !== '') return continuesComponent(before, row, component, facts);
  if (own(row, 'text') === '') return true;
  return continuesText(before, row, own(row, 'text'), facts);
}

/** At a cut, words alone under a task, where headings carry numbers: the rest of the task, whatever they name. */
function isBareRest(before: Row, row: Row, facts: Facts): boolean {
  if (!row.atCut || row.wide || !facts.headingsNumbered || hasWork(row) || !hasWork(before)) return false;
  const text = own(row, 'dimension') || own(row, 'component') || own(row, 'text');
  return text !== '' && splitNumber(text).label === '' && !isCapitals(text);
}

/** The second half of a heading printed in capitals or bold: without the number that headings of this table have. */
function continuesHeading(before: Row, row: Row, facts: Facts, namesDimension: NamesDimension): boolean {
  const heading = findHeading(before, row, facts, namesDimension);
  if (!row.atCut || !heading || own(before, 'number') === '') return false;
  const second = own(row, 'component') || own(row, 'text');
  return splitNumber(second).label === '' && !namesDimension(second);
}

/** A row numbered like the one above, or numbered by Word as every row of its column, that goes on in mid-sentence. */
function continuesNumbered(before: Row, row: Row, number: string, facts: Facts): boolean {
  const text = own(row, 'component') || own(row, 'text');
  if (!startsLower(text)) return false;
  const above = own(row, 'component') === '' ? before.slots.text?.text : before.slots.component?.text;
  return number === own(before, 'number') || (!facts.lowerStarts && above !== undefined && !isFinished(above));
}

/** One task's cell merged over several rows: they add agencies or times to it. */
function sharesText(before: Row, row: Row): boolean {
  return before.slots.text?.cell === row.slots.text?.cell;
}

function continuesComponent(before: Row, row: Row, component: string, facts: Facts): boolean {
  if (row.atCut && own(row, 'text') !== '' && lacksWork(before, row, facts)) return true;
  const torn = startsLower(component) || isBrokenOff(before.slots.component?.text ?? '');
  if (own(row, 'text') === '') return torn || (row.atCut && !hasWork(row));
  return torn && (row.atCut || startsLower(own(row, 'text')));
}

function continuesText(before: Row, row: Row, text: string, facts: Facts): boolean {
  const above = before.slots.text?.text ?? '';
  if (above === '') return false;
  const complete = [...facts.usual].every((field) => own(row, field) !== '');
  if (startsLower(text)) return row.atCut || !complete || !isFinished(above);
  // Lines of one task laid out as rows: no number, no agency, no time, in a table that numbers every task.
  const bare = facts.numberedAlways && workFields.every((field) => row.slots[field] === undefined);
  if (!row.atCut) return (isBrokenOff(above) && !complete) || bare;
  return !hasWork(row) || isTornWork(before, row, facts);
}

/**
 * At a cut, a row that starts like a task of its own: whether its agencies and time are the rest of those above. A second
 * task under the same component has a time of its own where the row above has one already.
 */
function isTornWork(before: Row, row: Row, facts: Facts): boolean {
  const time = own(row, 'time');
  const timeAbove = before.slots.time?.text ?? '';
  if (time !== '' && timeAbove !== '' && !startsLower(time) && !isTimeBrokenOff(timeAbove)) return false;
  if (facts.numberedAlways) return true;
  if (facts.usual.has('time') && time === '' && timeAbove !== '') return true;
  const above = before.slots.text?.text ?? '';
  const fragment = workFields.some(
    (field) => own(row, field) !== '' && isFragment(before.slots[field]?.text ?? '', own(row, field), field),
  );
  return fragment || (isBrokenOff(above) && !startsWithBullet(own(row, 'text')));
}

/** A row of its own has what rows of this table have; the rest of a torn one lacks the time and most of the agencies. */
function lacksWork(before: Row, row: Row, facts: Facts): boolean {
  const usual = [...facts.usual];
  const lacking = usual.filter((field) => own(row, field) === '' && (before.slots[field]?.text ?? '') !== '');
  const time = facts.usual.has('time') ? own(row, 'time') === '' : true;
  return usual.length > 0 && time && lacking.length * 2 >= usual.length;
}

function isFragment(above: string, below: string, field: Field): boolean {
  const open =
    field === 'time' ? isTimeBrokenOff(above) : isAgency(field) ? isNameBrokenOff(above) : isBrokenOff(above);
  const middle = isAgency(field) && /^[-–&,)]/u.test(below);
  return above !== '' && (startsLower(below) || open || middle);
}

function isAgency(field: Field): boolean {
  return (agencyFields as readonly string[]).includes(field);
}

function hasWork(row: Row): boolean {
  return workFields.some((field) => own(row, field) !== '');
}

function join(before: Row, row: Row): Row {
  const slots = { ...before.slots };
  for (const [field, slot] of Object.entries(row.slots) as [Field, Slot][]) {
    if (!slot.begins) continue;
    const above = slots[field];
    const text = above ? joinText(above.text, slot.text, field) : slot.text;
    slots[field] = { ...(above ?? slot), text, torn: true, begins: above?.begins ?? true, ...joinDoubts(above, slot) };
  }
  return { ...before, slots, unknown: joinUnknown(before.unknown, row.unknown) };
}

function joinUnknown(above: Row['unknown'], below: Row['unknown']): Row['unknown'] {
  const added = below.filter(({ header }) => !above.some((one) => one.header === header));
  return [
    ...above.map(({ header, text }) => ({
      header,
      text: [text, ...below.filter((one) => one.header === header && one.text !== text).map((one) => one.text)].join(
        ' ',
      ),
    })),
    ...added,
  ];
}

/** The first word of an agency's name; where it opens the second half, the first half's last name is whole. */
const opensAgency =
  /^(?:sở|phòng|văn phòng|ubnd|ủy ban|uỷ ban|công an|thanh tra|ban|chủ tịch|thủ trưởng|trung tâm|các|hội|đài|báo|bảo hiểm|cục|chi cục|trường)(?!\p{L})/iu;

/** Two halves of a cell. A new bullet keeps its line; a new agency is kept apart from the one above. */
export function joinText(above: string, below: string, field: Field): string {
  if (startsWithBullet(below) && !/^[a-zđ]\)/u.test(below) && isList(above)) return `${above}\n${below}`;
  if (above.endsWith('(')) return `${above}${below}`;
  const apart =
    isAgency(field) &&
    /^\p{Lu}/u.test(below) &&
    opensAgency.test(below) &&
    !/[,;]$/.test(above.trim()) &&
    !isOpenName(above);
  return apart ? `${above}; ${below}` : `${above} ${below}`;
}

/** A dash after what is neither a list nor finished is the dash of a name: "Phòng Tài chính" / "- Kế hoạch". */
function isList(text: string): boolean {
  return /(?:^|\n)[-+]\s/.test(text) || isFinished(text) || /,$/.test(text.trim());
}

/** A name that wants its second half: "Thanh tra" / "Sở Y tế", "cơ quan chuyên môn thuộc" / "UBND cấp huyện". */
function isOpenName(text: string): boolean {
  if (isBrokenOff(text)) return true;
  const last = fold(text.split(/[,;\n]/).at(-1) ?? '').trim();
  return /^(?:thanh tra|van phong|chu tich|thu truong|giam doc|lanh dao|cong an|truong|chanh thanh tra)$/.test(last);
}
