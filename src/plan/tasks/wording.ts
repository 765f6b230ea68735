import { squish } from '../../kernel/text.ts';
import { startsWithAct } from './acts.ts';

/** How printed text begins and ends: what tells a torn row from a whole one. */

const bullet = /^(?:[-–—+•*]\s*\S|\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[.)]\s)/iu;

export function startsWithBullet(text: string): boolean {
  return bullet.test(text);
}

/** Begins in lower case: the middle of a sentence. */
export function startsLower(text: string): boolean {
  return /^["“'(]?\p{Ll}/u.test(text) && !/^[a-zđ][.)]\s/u.test(text);
}

/** Words after which a sentence cannot end. */
const connective =
  /(?:^|[\s,;(/])(?:và|với|của|các|cho|về|theo|tại|trong|(?<!cấp )trên|từ|đến|là|để|do|bằng|hoặc|thuộc|những)$/iu;

/** Words that want their second half in the name of an agency: "UBND cấp" / "huyện", "Bảo hiểm xã hội thành" / "phố". */
const openName =
  /(?:^|[\s,;(/])(?:(?<!các |cùng )cấp|ủy ban|uỷ ban|thành|thị|mặt trận|phòng|(?<!cơ )sở|ban|trung tâm|(?<!xã )hội|đài|công an|ubnd|văn phòng|thanh tra)$/iu;

/** Words that want a day or a period after them: "Trước ngày" / "31/12". */
const openTime = /(?:ngày|tháng|quý|năm|trước|sau|trong|từ|đến|định|thường|hằng|hàng|kỳ|và|[,-])$/iu;

/** A period that needs no number: "Hằng năm", "Thường xuyên trong năm". */
const wholeTime = /(?:(?:hằng|hàng|cả|mỗi|từng)|thường xuyên(?: trong)?)\s(?:tháng|quý|năm)$/iu;

/** Plainly broken off: a comma, a connective, an open bracket. */
export function isBrokenOff(text: string): boolean {
  const end = text.trim();
  if (end === '') return false;
  return /[,\-–—&/(“]$/u.test(end) || connective.test(end) || open(end);
}

export function isNameBrokenOff(text: string): boolean {
  return isBrokenOff(text) || openName.test(text.trim());
}

export function isTimeBrokenOff(text: string): boolean {
  return isBrokenOff(text) || (openTime.test(text.trim()) && !wholeTime.test(text.trim()));
}

function open(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) > (text.match(/\)/g)?.length ?? 0);
}

/** Ends as a sentence or an item of a list does. */
export function isFinished(text: string): boolean {
  return /[.;:!?…)”"]$/u.test(text.trim());
}

/** A line of its own, whatever the one before ends with: "Cơ quan chủ trì: …". */
const label = /^(?:cơ quan|đơn vị)[^:;.]{0,20}\s(?:chủ trì|phối hợp|thực hiện)[^:;.]{0,20}:/iu;

/**
 * A cell's lines as they were meant: a line that neither is a bullet nor follows the end of a sentence is the same
 * sentence, broken by the width of the column. Bullets are "- ".
 */
export function flow(text: string): string {
  const lines: string[] = [];
  for (const raw of text.split('\n')) {
    const line = squish(raw)
      .replace(/^(?:[-–—•*+]\s+)+(?=[-–•*+]\s)/u, '')
      .replace(/\(\s+/g, '(')
      .replace(/\s+\)/g, ')')
      .replace(/^[–—•*]\s*(?=\S)|^-(?=[^\s\d-])/u, '- ');
    if (line === '' || /^[-–+•*]$/.test(line)) continue;
    const before = lines.at(-1);
    if (
      before === undefined ||
      startsWithBullet(line) ||
      label.test(line) ||
      (isFinished(before) && !startsLower(line))
    )
      lines.push(line);
    else lines[lines.length - 1] = `${before} ${line}`;
  }
  return lines.flatMap(splitBullets).join('\n');
}

/** A cell of agencies: each line is another one, unless a name is broken over it. */
export function flowNames(text: string): string {
  const lines: string[] = [];
  for (const line of text
    .split('\n')
    .map(squish)
    .filter((one) => one !== '')) {
    const before = lines.at(-1);
    if (before !== undefined && (startsLower(line) || isNameBrokenOff(before)))
      lines[lines.length - 1] = `${before} ${line}`;
    else lines.push(line);
  }
  return lines.join('\n');
}

/** Bullets run together on one line ("- Ban hành kế hoạch; - Kiểm tra …"). "Tài chính - Kế hoạch" is none. */
function splitBullets(line: string): string[] {
  if (!/\s[-–]\s/.test(line)) return [line];
  const items: string[] = [];
  const [first = '', ...rest] = line.split(/\s([-–])\s/);
  const pieces = [{ dash: '-', piece: first }, ...pairs(rest)];
  for (const { dash, piece } of pieces) {
    const before = items.at(-1);
    const listed = line.startsWith('- ') || items.length > 1;
    const ended = before !== undefined && /[.;:…]$/.test(before) && /^[\p{Lu}\d]/u.test(piece);
    const item =
      before !== undefined &&
      listed &&
      (/^\d+\s?%/.test(piece) || (/^\p{Lu}/u.test(piece) && startsWithAct(piece) && !namesField(before)));
    if (before === undefined) items.push(piece);
    else if (ended || item) items.push(`- ${piece}`);
    else items[items.length - 1] = `${before} ${dash} ${piece}`;
  }
  return items;
}

/** Each dash with what stands behind it. */
const pairs = (parts: string[]): { dash: string; piece: string }[] =>
  parts.flatMap((dash, at) => (at % 2 === 0 ? [{ dash, piece: parts[at + 1] ?? '' }] : []));

/** First halves of names written with a dash: "Văn hóa - Thông tin", "Phát thanh - Truyền hình". */
function namesField(text: string): boolean {
  return /(?:văn h[oó][áa]?|lao động|tài chính|phát thanh|thể thao|kinh tế|tài nguyên|dân số|khoa học|chính trị)$/iu.test(
    text,
  );
}

/** All capitals, as titles of parts are printed. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
