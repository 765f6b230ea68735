import { fold } from '../../kernel/text.ts';
import { readSchedule } from '../schedule.ts';
import type { Column } from './columns.ts';
import type { Row } from './row.ts';

const product = '(?:san pham|ket qua|dau ra)';
const time = '(?:thoi (?:gian|han)|tien do|han hoan thanh)';
const joined = '[a-z ]*?(?:\\s(?:va|kem)|\\s*[,;/&+()-])\\s*';
const both = new RegExp(`${product}${joined}${time}|${time}${joined}${product}`);

/**
 * One column for the product and its time ("Sản phẩm, thời gian hoàn thành"): what reads as a time is the time, the rest
 * the product. A table with a column of its own for products has no such column.
 */
export function spreadProduct(row: Row, columns: Column[]): Row {
  const slot = row.slots.time;
  if (!slot?.begins || row.slots.result || columns.some(({ role }) => role === 'result')) return row;
  if (!columns.some(({ role, header }) => role === 'time' && both.test(fold(header)))) return row;
  const parts = partsOf(slot.text);
  const { time: _, ...others } = row.slots;
  return {
    ...row,
    slots: {
      ...others,
      ...(parts.time !== '' && { time: { ...slot, text: parts.time } }),
      ...(parts.product !== '' && { result: { ...slot, text: parts.product } }),
    },
  };
}

type Parts = { product: string; time: string };

/** By lines and semicolons where one of them is a time; else by the words a line ends with. */
function partsOf(text: string): Parts {
  const pieces = text.split(/\n|;\s/).map((piece) => piece.trim());
  const times = pieces.filter(isTime);
  if (times.length > 0) {
    const rest = pieces.filter((piece) => !times.includes(piece)).map((piece) => piece.replace(/[,;]+$/u, ''));
    return { product: rest.join('\n'), time: times.join('; ').replace(/[.;,]+$/u, '') };
  }
  const words = [...text.matchAll(opens)].map(({ index }) => index);
  const from = words.find((at) => isTime(text.slice(at)));
  if (from === undefined) return { product: text, time: '' };
  return { product: text.slice(0, from).replace(/[\s,;:(–-]+$/u, ''), time: text.slice(from).replace(/[\s.)]+$/u, '') };
}

/** Words a time begins with; "báo cáo quý II" is one only from "quý" on. */
const opener =
  '(?:trước|chậm nhất|trong|quý|tháng|năm|ngày|hằng|hàng|định kỳ|thường xuyên|từ|đến|xong|hoàn thành|cả năm|giai đoạn|\\d{1,2}/\\d)';
const opens = new RegExp(`(?<![\\p{L}\\d/])${opener}`, 'giu');
const opensWith = new RegExp(`^(?:[-+•]\\s*)?${opener}`, 'iu');

function isTime(text: string): boolean {
  const bare = text.replace(/^[-+•(\s]+|[\s.);,]+$/gu, '');
  if (!opensWith.test(bare)) return false;
  const { schedule, confidence } = readSchedule(bare, null);
  return schedule !== null && schedule.kind !== 'event' && confidence >= 0.95;
}
