import { squish } from '../../kernel/text.ts';
import type { Prose } from '../prose/paragraphs.ts';
import { isAppendixHead, isAttachedLine, type Zones } from '../prose/zones.ts';
import { fromCapitals } from './capitals.ts';
import { findTypeLine } from './document-type.ts';
import { withoutMotto } from './motto.ts';
import { readPlaceAndDate } from './number-and-date.ts';

/** Words a body's name begins with in a letterhead. */
const bodyWord =
  /(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|PHÒNG|BAN|BỘ|CỤC|CHI CỤC|VĂN PHÒNG|THANH TRA|TRUNG TÂM|CÔNG AN|CHÍNH PHỦ|THỦ TƯỚNG|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|ĐẢNG ỦY|TỔNG CỤC|VIỆN|TRƯỜNG|BẢO HIỂM|KHO BẠC|ĐẢNG BỘ|CHỦ TỊCH)(?=\s|$)/u;
const numberOn = /\s*Số\s*[:.]?.*$/u;

const level = '(?:tỉnh|thành phố|TP\\.?|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu)';
const properName = "\\p{Lu}[\\p{L}’']*(?:[\\s-]+(?:-\\s+)?\\p{Lu}[\\p{L}’']*)*";
/** "UBND thành phố Hòa Bình", with the place's own name. */
const placedCommittee = new RegExp(`(?:[UuỦủ][yỷ] ban nhân dân|Uỷ ban nhân dân|UBND) ${level} ${properName}`, 'u');

/** Who issued the document, from the surest place that says it in full. */
export function findIssuer(zones: Zones, letterhead: Prose[], opening: Prose[]): string | null {
  const appendixAt = letterhead.findIndex(({ text }) => isAppendixHead(text));
  const own = letterheadBody(appendixAt < 0 ? letterhead : letterhead.slice(0, appendixAt));
  if (own && isPlaced(own)) return own;
  const candidates = [
    attachedBy([...letterhead.filter(({ text }) => isAttachedLine(text)), ...zones.appendix]),
    letterheadBody(attachedLetterhead(zones.appendix)),
    placedIn(opening.map(({ text }) => text).filter(orders)),
    own,
    onBehalf(zones, letterhead),
  ];
  const named = candidates.filter((name) => name !== null);
  return named.find(isPlaced) ?? named[0] ?? null;
}

const isPlaced = (name: string): boolean =>
  new RegExp(`${level} ${properName}`, 'u').test(name) ||
  /^Sở|^Bộ|^Phòng|^(?:Thủ tướng )?Chính phủ$|^Quốc hội$/u.test(name);
/** The sentence in which the issuer speaks: "UBND tỉnh … ban hành Kế hoạch", "… yêu cầu:". */
const orders = (text: string): boolean => /ban hành|xây dựng|yêu cầu|đề nghị/u.test(text);

/** What stands above the title of an attached paper; the title itself may name a body in capitals. */
function attachedLetterhead(appendix: Prose[]): Prose[] {
  const typed = appendix.findIndex(({ text }) => findTypeLine(text) !== undefined);
  return appendix.slice(0, typed < 0 ? 4 : Math.min(4, typed));
}

/** The letterhead names the superior body above and the issuing body last. */
function letterheadBody(lines: Prose[]): string | null {
  const text = lines.map(({ text }) => text.replace(numberOn, '')).filter((line) => !readPlaceAndDate(line));
  const joined = squish(
    withoutMotto(text.join(' '))
      .replace(/DỰ\s+THẢO/giu, ' ')
      .replace(/[-–_*=.]{2,}/gu, ' '),
  );
  const capitals = joined
    .split(' ')
    .filter((word) => !/\p{Ll}/u.test(word))
    .join(' ');
  const bodies = splitBodies(capitals);
  const last = bodies.at(-1);
  return last ? fromCapitals(last) : null;
}

/** A body's name runs on to the next line ("THỊ XÃ …"), a second body begins with its own word. */
function splitBodies(capitals: string): string[] {
  const words = capitals.split(' ');
  const bodies: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const rest = words.slice(at).join(' ');
    const inside = /(?:^|\s)(?:VÀ|-|–)$/u.test(words.slice(0, at).join(' '));
    const again = at > 0 && continuesName(words.slice(0, at).join(' '), rest);
    if (new RegExp(`^${bodyWord.source}`, 'u').test(rest) && !inside && !again) bodies.push('');
    if (bodies.length > 0) bodies[bodies.length - 1] = squish(`${bodies.at(-1)} ${words[at]}`);
  }
  return bodies;
}

/** "BAN" inside "ỦY BAN", "TRƯỜNG" inside "TÀI NGUYÊN VÀ MÔI TRƯỜNG": part of the name that is being read. */
function continuesName(before: string, rest: string): boolean {
  if (/(?:ỦY|UỶ)$/u.test(before) && /^BAN/u.test(rest)) return true;
  if (/MÔI$/u.test(before) && /^TRƯỜNG/u.test(rest)) return true;
  if (/(?:TỈNH|THÀNH|HUYỆN|ĐẢNG)$/u.test(before) && /^(?:ỦY|UỶ|BỘ)/u.test(rest)) return true;
  if (/(?:CÁN|NỘI|ĐỒNG|TIẾN|CHI)$/u.test(before) && /^(?:BỘ|CỤC)/u.test(rest)) return true;
  if (/VĂN$/u.test(before) && /^PHÒNG/u.test(rest)) return true;
  if (/(?:THỦ TƯỚNG|VĂN PHÒNG|THANH TRA)$/u.test(before) && /^(?:CHÍNH PHỦ|TỈNH ỦY|THÀNH ỦY|ĐẢNG ỦY)/u.test(rest))
    return true;
  return /VĂN PHÒNG$/u.test(before) && /^(?:ỦY|UỶ|UBND|HỘI|HĐND)/u.test(rest);
}

/** "(Kèm theo Kế hoạch số … của UBND tỉnh …)". */
function attachedBy(appendix: Prose[]): string | null {
  const line = appendix.find(({ text }) =>
    /kèm\s+(?:theo\s+)?(?:kế hoạch|công văn|quyết định|chương trình|nghị quyết|chỉ thị|văn bản)/iu.test(text),
  );
  const match =
    line && /\scủa\s+([^()]+?)\s*\)?$/iu.exec(line.text.slice(line.text.search(/kèm/iu)).replace(/\).*$/u, ''));
  return match?.[1] ? fromCapitals(squish(match[1])) : null;
}

function placedIn(texts: string[]): string | null {
  for (const text of texts.toReversed()) {
    const match = placedCommittee.exec(text);
    if (match) return match[0];
  }
  return null;
}

/** Last resort: the body signed for, at the place the date line names. */
function onBehalf(zones: Zones, letterhead: Prose[]): string | null {
  const signed = zones.closing.map(({ text }) => /^TM\.\s*(.+)$/u.exec(text)?.[1]).find(Boolean);
  if (!signed) return null;
  const place = letterhead.map(({ text }) => readPlaceAndDate(text)?.place).find(Boolean);
  const levelWord = /UBND (tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)(?![\p{L}])/u.exec(
    zones.main.map(({ text }) => text).join(' '),
  )?.[1];
  return place && levelWord ? `${fromCapitals(signed)} ${levelWord} ${place}` : fromCapitals(signed);
}
