import { type Label, readLabelLine } from './label.ts';
import { agencyFields, type Field, type Row, type Slot } from './row.ts';

/**
 * Cells that carry labels of their own: "Phân công thực hiện" with "Chủ trì: …" and "Phối hợp: …" inside, or a task that
 * ends with "Cơ quan chủ trì: …". The label is nearer than the header of the column, so it decides.
 */
export function spreadLabels(row: Row): Row {
  return agencyFields.reduce((one, field) => spreadAgencies(one, field), spreadText(row));
}

type Parts = { rest: string[]; labels: Label[] };

/** The lines without labels, and what the labels say; a line under a label that names nobody yet belongs to it. */
function partsOf(text: string, under: boolean): Parts {
  const parts: Parts = { rest: [], labels: [] };
  for (const line of text.split('\n')) {
    const found = readLabelLine({ text: line });
    const last = parts.labels.at(-1);
    if (found) {
      if (found.told !== '') parts.rest.push(found.told);
      parts.labels.push(...found.labels);
    } else if (last && (under || last.value === '')) last.value = last.value === '' ? line : `${last.value}\n${line}`;
    else parts.rest.push(line);
  }
  return parts;
}

const isAgency = (field: Field): boolean => (agencyFields as readonly string[]).includes(field);

/** A task whose own words end with who is to do it, where no column says so. */
function spreadText(row: Row): Row {
  const slot = row.slots.text;
  if (!slot?.begins || !slot.text.includes(':')) return row;
  const { rest, labels } = partsOf(slot.text, false);
  const named = labels.filter(({ field, sure }) => sure && isAgency(field));
  const told = rest.join('\n').trim();
  if (named.length === 0 || told === '' || named.some(({ field }) => row.slots[field])) return row;
  const text = { ...slot, text: told.replace(/[\s(]+$/u, '') };
  return withLabels({ ...row, slots: { ...row.slots, text } }, labels, slot);
}

/** A column of agencies with the roles printed inside. */
function spreadAgencies(row: Row, field: Field): Row {
  const slot = row.slots[field];
  if (!slot?.text.includes(':')) return row;
  const { rest, labels } = partsOf(slot.text, true);
  if (!labels.some((label) => isAgency(label.field))) return row;
  const { [field]: _, ...others } = row.slots;
  const slots = rest.length > 0 ? { ...others, [field]: { ...slot, text: rest.join('\n') } } : others;
  return withLabels({ ...row, slots }, labels, slot);
}

function withLabels(row: Row, labels: Label[], { strongTo: _, ...slot }: Slot): Row {
  const slots = { ...row.slots };
  for (const { field, value } of labels) {
    const before = slots[field];
    if (value === '' || (before && before.cell !== slot.cell)) continue;
    slots[field] = { ...slot, strongTo: 0, text: before ? `${before.text}\n${value}` : value };
  }
  return { ...row, slots };
}
