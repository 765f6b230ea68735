import { squish } from '../../kernel/text.ts';
import { readAgencies } from '../agencies.ts';
import type { Column } from './columns.ts';
import { splitNumber } from './number.ts';
import { own, type Row } from './row.ts';

/**
 * The agencies a heading names and nothing else: "I. SỞ NỘI VỤ", "2. Nhiệm vụ của Công an tỉnh:". All below it is theirs,
 * where the table has no column that says who leads.
 */
export function chargeOf(heading: string): string[] {
  const { rest } = splitNumber(squish(heading));
  const named = rest
    .replace(/^(?:các )?nhiệm vụ (?:giao(?: cho)?|của|do)\s+|^(?:giao|đối với)\s+/iu, '')
    .replace(/\s+(?:chủ trì(?: thực hiện)?|thực hiện)\s*[:.]?$|[\s:.;]+$/giu, '');
  if (named === '' || named.split(' ').length > 20) return [];
  const { names, cooperate, confidence } = readAgencies(named);
  return confidence >= KNOWN && cooperate.length === 0 && names.join('').length >= named.length * 0.8 ? names : [];
}

/**
 * A column of those who lead that stands before the tasks says whose they are: where a format lost its merged cells, an
 * empty one is the one above, until a number or a heading begins something else.
 */
export function fillCharges(rows: Row[], columns: Column[]): Row[] {
  const text = columns.findIndex(({ role }) => role === 'text');
  const before = (['lead', 'implement'] as const).filter((field) => {
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

/** Every piece is a form the lexicon knows: a theme ("Ban hành văn bản") is none. */
const KNOWN = 0.95;
