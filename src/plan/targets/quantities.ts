import type { TargetOp } from '../model.ts';
import type { Quantity } from './quantity.ts';
import { statedOtherwise } from './stated.ts';
import { bounds, opOf, spelled, units } from './words.ts';

const figure = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[,.]\\d+)?';

/** "42,49" and "1.500": the comma is the decimal sign; a point before exactly three digits groups thousands. */
function readNumber(text: string): number {
  const word = spelled[text.toLowerCase()];
  if (word !== undefined) return word;
  const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text);
  return Number((grouped ? text.replaceAll('.', '') : text).replace(',', '.'));
}

const per =
  '(?:\\s*/\\s*(?:\\d+\\s*)?(?:năm|quý|tháng|tuần|ngày|lần|người|xã|phường|đơn vị|cơ quan|lớp|buổi)(?!\\p{L})){0,2}';
const percent = `(?:%|phần trăm(?!\\p{L}))${per}`;
const counted = `(?:(?:${units.join('|')})(?!\\p{L})${per})`;
// Whatever it is, "ít nhất 03 …" can be missed; ages, years and levels are still none.
const bounded = `(?!(?:tuổi|năm|tháng|cấp|mức|lĩnh|phần|trong|so|và|đến|của)(?!\\p{L}))\\p{Ll}{2,}(?!\\p{L})${per}`;
const listed = new RegExp(`^${counted}$`, 'iu');

const anyBound = bounds.map(([, pattern]) => pattern).join('|');
const change =
  '(?:(?<moved>tăng hạng|tăng|giảm|cắt giảm|nâng hạng|nâng|thăng hạng|thăng|cải thiện|rút ngắn|tiết kiệm)(?:\\s+(?:thêm|bình quân|trung bình))*\\s+)?';
const bound = `(?:(?<worded>${anyBound})\\s*)?(?<from>từ\\s+)?(?:khoảng\\s+)?(?<![\\p{L}\\d/,.])`;
// "từ 90% đến dưới 95%": the second number may carry a bound of its own.
const range = `(?:\\s*(?:%\\s*)?(?:-|–|đến)\\s*(?:dưới\\s+)?(?<second>${figure}))?`;

const percentages = new RegExp(`${change}${bound}(?<first>${figure})${range}\\s*(?<unit>${percent})`, 'giu');
const counts = new RegExp(
  `${change}${bound}(?<first>${figure}|${Object.keys(spelled).join('|')})${range}(?:/\\d+)?(?:\\s*\\([^)]*\\))?\\s+(?<unit>${counted}|${bounded})`,
  'giu',
);

/** A count without a bound is a target only as the object of an act: "tổ chức 02 hội nghị", or as the product itself. */
const act =
  /(?:^|:\s*|(?:tổ chức|mở|xây dựng|thực hiện|đăng tải|phát sóng|biên soạn|phát hành|in ấn|ban hành|hoàn thành|đạt|có|được|giao|phấn đấu|duy trì|thành lập|kiểm tra|tập huấn|bồi dưỡng|đối thoại|công bố|cung cấp|sơ kết|họp|triển khai|tuyên truyền|thu hút|số lượng|gấp|xuống còn|giảm còn|mỗi (?:năm|quý|tháng|tuần|đơn vị|xã|phường|cơ quan)[^.;]{0,40})\s+)$/iu;
// "trên 3 lĩnh vực" says where, "tốt hơn 3 năm trước" says since when: only points, money and large numbers are above or below.
const measured = /^(?:điểm|bậc|tỷ đồng|triệu đồng|%)/iu;
const large = 20;
// "trở lên" belongs to the number, not to a schooling, an age ("từ 15 tuổi trở lên") or a level ("từ cấp xã trở lên").
const upwards = /^\s*(?![^.;\n]{0,40}(?:trình độ|từ cấp|từ mức|từ \d|tuổi))(?:[^\s.;\n]+\s+){0,5}?trở (lên|xuống)/iu;

type Found = { match: RegExpMatchArray; start: number; end: number; groups: Record<string, string | undefined> };

const findAll = (pattern: RegExp, clause: string): Found[] =>
  [...clause.matchAll(pattern)].map((match) => {
    const start = match.index;
    return { match, start, end: start + match[0].length, groups: match.groups ?? {} };
  });

function opFor({ groups, end }: Found, unit: string, value: number, clause: string): TargetOp {
  const moved = groups.moved?.toLowerCase();
  if (moved) return /^(?:tăng|nâng|thăng|cải thiện)/.test(moved) ? 'increase' : 'decrease';
  const worded = opOf(groups.worded ?? '');
  if (worded) return worded;
  const open = unit === '%' && value >= 100 ? null : upwards.exec(clause.slice(end));
  return open ? (open[1]?.toLowerCase() === 'lên' ? '>=' : '<=') : '=';
}

function quantitiesOf(found: Found, clause: string): Quantity[] {
  const { first = '', second, moved, unit: printed = '' } = found.groups;
  const unit = printed
    .toLowerCase()
    .replace('phần trăm', '%')
    .replace(/\s*\/\s*/g, '/');
  const value = readNumber(first);
  const base = { start: found.start, end: found.end, unit };
  const op = opFor(found, unit, value, clause);
  if (!second || moved) return [{ ...base, op, value }];
  const upper = readNumber(second);
  // Two bullets on one line read alike: "80% - 50% …".
  if (upper <= value)
    return [
      { ...base, op, value },
      { ...base, op, value: upper },
    ];
  // A range is met from its lower bound on, and one that must not be passed up to its upper.
  return op === '<=' || op === '<'
    ? [{ ...base, op, value: upper }]
    : [{ ...base, op: op === '>' ? '>' : '>=', value }];
}

function countsAsTarget({ groups, start, end }: Found, clause: string): boolean {
  const { first = '', moved, unit = '', worded } = groups;
  if (/^\s*tuổi/iu.test(clause.slice(end)) || (/^(?:tháng|năm)(?:\s*\/|$)/iu.test(unit) && !worded)) return false;
  const op = opOf(worded ?? '');
  if (spelled[first.toLowerCase()] !== undefined && op !== '>=') return false;
  if (!listed.test(unit)) return op === '>=' || op === '<=';
  if (op === '>' || op === '<') return measured.test(unit) || readNumber(first) >= large;
  if (op || (moved && measured.test(unit))) return true;
  // "hỗ trợ 500.000 đồng/tháng" is what is paid.
  if (/đồng\s*\//iu.test(unit)) return false;
  return /\//.test(unit) || upwards.test(clause.slice(end)) || act.test(clause.slice(0, start));
}

/** Counts that are targets; one that follows another after a comma is one too: "02 hội nghị, 03 lớp tập huấn". */
function targetCounts(clause: string): Found[] {
  const kept: Found[] = [];
  for (const count of findAll(counts, clause)) {
    const last = kept.at(-1);
    const between = last ? clause.slice(last.end, count.start) : '';
    const follows = last !== undefined && between.length < 40 && /(?:,|và)\s*$/u.test(between);
    if (countsAsTarget(count, clause) || (follows && listed.test(count.groups.unit ?? ''))) kept.push(count);
  }
  return kept;
}

/** "Cắt giảm 30% thời gian, 20% chi phí": the word of change is said once for both. */
function inherit(quantities: readonly Quantity[], clause: string): Quantity[] {
  const done: Quantity[] = [];
  for (const quantity of quantities) {
    const last = done.at(-1);
    const moved = last && /crease/.test(last.op) && quantity.op === '=' && quantity.value < 100;
    const joined = moved && /^[^.;]*(?:,|và)\s*$/u.test(clause.slice(last.end, quantity.start));
    done.push(joined ? { ...quantity, op: last.op } : quantity);
  }
  return done;
}

const movedFrom =
  /từ\s+(\d[\d.,]*\s*(?:%|\p{L}+(?:\s+làm việc)?)(?:\s+(?:năm|vào năm)\s+20\d\d)?)\s+(?:lên|xuống|còn)(?:\s+còn|\s+đến)?(?=\s)/iu;

/** "giảm từ 3% xuống dưới 1%": the first is where it stands, the second where it must go. */
function movedTo(quantities: readonly Quantity[], clause: string): Quantity[] {
  const match = movedFrom.exec(clause);
  if (!match) return [...quantities];
  const end = match.index + match[0].length;
  const left = quantities.filter((one) => one.end <= match.index || one.start >= end - 1);
  return left.map((one) =>
    one.start >= end - 1 && one.start <= end + 3 ? { ...one, baseline: (match[1] ?? '').trim() } : one,
  );
}

const apart = (one: Quantity, others: readonly Quantity[]): boolean =>
  !others.some((other) => other.start < one.end && one.start < other.end);

/** Every quantity of one clause that can be met or missed, in the order printed. */
export function findQuantities(clause: string): Quantity[] {
  const stated = statedOtherwise(clause);
  const shares = findAll(percentages, clause)
    .flatMap((found) => quantitiesOf(found, clause))
    .filter((share) => apart(share, stated));
  const others = targetCounts(clause)
    .flatMap((found) => quantitiesOf(found, clause))
    .filter((count) => apart(count, [...shares, ...stated]));
  const all = [...stated, ...shares, ...others].sort((a, b) => a.start - b.start);
  return movedTo(inherit(all, clause), clause);
}
