import type { Column } from './columns.ts';
import { own, type Row } from './row.ts';

/**
 * A column of those who lead, or of months, that stands before the tasks says whose and when they are: where a format lost its merged cells, an
 * empty one is the one above, until a number or a heading begins something else.
 */
export function fillCharges(rows: Row[], columns: Column[]): Row[] {
  const text = columns.findIndex(({ role }) => role === 'text');
  const before = (['lead', 'implement', 'time'] as const).filter((field) => {
    const at = columns.findIndex(({ role }) => role === field);
    return at >= 0 && at < text;
  });
  if (before.length === 0) return rows;
  let above: Row['slots'] = {};
  return rows.map((row) => {
    if (!row.slots.text || row.wide) above = {};
    const slots = { ...row.slots };
    for (const field of before) {
      const slot = above[field];
      if (slot && !slots[field] && own(row, 'number') === '')
        slots[field] = { ...slot, begins: false, confidence: Math.min(slot.confidence, 0.85) };
    }
    above = slots;
    return { ...row, slots };
  });
}
