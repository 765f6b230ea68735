import type { TargetOp } from '../model.ts';
import type { Quantity } from './quantity.ts';
import { bounds, opOf } from './words.ts';

/** Quantities not stated as a share or a count: places in a ranking, fractions, none at all. */

const places = '(?:tỉnh|thành phố|địa phương|đơn vị|huyện|xã|phường|sở|cơ quan|bộ)';
// "trong nhóm 10", "top 20", "nhóm 5 tỉnh dẫn đầu"; "thủ tục nhóm 2" is a class.
const group = new RegExp(
  `(?:(?:trong|thuộc|vào|giữ|vị trí)\\s+(?:số\\s+|tốp\\s+)?(?:nhóm|top|tốp)|(?<!\\p{L})(?:top|tốp))\\s+(?:đầu\\s+)?(\\d{1,2})(?![\\d.,%])(?=\\s*(?:/\\s*\\d+)?\\s*(${places})?)`,
  'giu',
);
// "xếp hạng từ 15 trở lên", "thứ hạng 15/34 trở lên", "xếp thứ 10 trở lên".
const rank =
  /(?:xếp|hạng|vị trí)(?:\s+(?:hạng|thứ|vị thứ|bậc))?\s+(?:từ\s+)?(?:thứ\s+)?(\d{1,2})(?:\s*\/\s*\d{1,3})?\s+trở lên/giu;
// Classes of things are few; a ranking's best are at least this many, unless places are named.
const smallestGroup = 5;

function ranksOf(clause: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of clause.matchAll(group)) {
    if (Number(match[1]) < smallestGroup && !match[2]) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      op: '<=',
      value: Number(match[1]),
      unit: 'hạng',
    });
  }
  for (const match of clause.matchAll(rank))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      op: '<=',
      value: Number(match[1]),
      unit: 'hạng',
    });
  return found;
}

const anyBound = bounds.map(([, pattern]) => pattern).join('|');
const fraction = new RegExp(
  `(?:(?<worded>${anyBound})|(?<moved>giảm|tăng))\\s+([1-4])/([2-5])(?![\\d/])(?=\\s+\\p{L})`,
  'giu',
);

/** "ít nhất 2/3 số thôn": a share, told in percent so that it can be compared. */
function fractionsOf(clause: string): Quantity[] {
  return [...clause.matchAll(fraction)].flatMap((match) => {
    const share = Number(match[3]) / Number(match[4]);
    const moved: TargetOp = match.groups?.moved?.toLowerCase() === 'tăng' ? 'increase' : 'decrease';
    const op = opOf(match.groups?.worded ?? '') ?? moved;
    const value = Math.round(share * 10_000) / 100;
    return share < 1 ? [{ start: match.index, end: match.index + match[0].length, op, value, unit: '%' }] : [];
  });
}

const noCase =
  /không (?:để|có|còn)(?: xảy ra| phát sinh)?\s+(?:bất (?:kỳ|cứ)\s+)?(trường hợp|vụ việc|vụ|hồ sơ|cán bộ|đơn vị)\s+(?:[^,.;]{0,60}?\s)?nào(?!\p{L})/giu;
const noLate =
  /không (?:để|có|còn)(?: xảy ra| phát sinh)?\s+(hồ sơ)\s+(?=[^,.;]{0,40}?(?:trễ|quá|chậm)\s+(?:hạn|hẹn))/giu;

/** "không để xảy ra trường hợp nào": none at all. "không để xảy ra điểm nóng" counts nothing. */
const noneOf = (clause: string): Quantity[] =>
  [...clause.matchAll(noCase), ...clause.matchAll(noLate)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    op: '=',
    value: 0,
    unit: (match[1] ?? '').toLowerCase(),
  }));

export const statedOtherwise = (clause: string): Quantity[] => {
  const found = [...ranksOf(clause), ...fractionsOf(clause), ...noneOf(clause)];
  return found.filter((one, index) => found.findIndex((other) => other.start === one.start) === index);
};
