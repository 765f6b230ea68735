import { findTypeLine } from '../head/document-type.ts';
import type { Prose } from './paragraphs.ts';

/** The parts every official document has, in Nghị định 30/2020/NĐ-CP's order. */
export type Zones = {
  /** from the letterhead to the last sentence before the recipients or the signature */
  main: Prose[];
  /** recipients and signature */
  closing: Prose[];
  /** appendices, with an attached plan's own prose */
  appendix: Prose[];
};

const recipientsHead = /^nơi\s+nhận\s*:?/iu;
/**
 * "TM." for a collective body, "KT." for a deputy, "TL."/"TUQ." by order or authority, "Q." acting; the Party writes
 * "T/M".
 */
export const signedFor = /^(?:(?:TM|KT|TL|TUQ|Q)\s*\.|T\/M|K\/T|T\/L)\s*(?=\p{Lu}|$)/u;
const offices =
  'CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG|TRƯỞNG BAN|PHÓ TRƯỞNG BAN|CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|PHÓ CHÁNH THANH TRA|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|PHÓ CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|PHÓ VỤ TRƯỞNG|BÍ THƯ|PHÓ BÍ THƯ|HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHỈ HUY TRƯỞNG|CHÍNH ỦY|TƯ LỆNH|TRẠM TRƯỞNG|CHỦ NHIỆM|THỐNG ĐỐC|CHÁNH ÁN|TRƯỞNG ĐOÀN|THƯ KÝ|TỔNG BIÊN TẬP|ỦY VIÊN|UỶ VIÊN';
/** An office alone on its line, in capitals: the line above the signer's name. */
export const officeLine = new RegExp(
  `^(?:QUYỀN\\s+|Q\\.\\s*)?(?:${offices})(?:\\s+THƯỜNG TRỰC|\\s+PHỤ TRÁCH)?(?:\\s+(?:ỦY BAN|UỶ BAN|UBND|SỞ|PHÒNG|BAN|BỘ)\\b[\\p{Lu}\\s,-]*)?$`,
  'u',
);

const appendixHead =
  /^(?:phụ\s+lục|phụ\s+biểu|biểu\s+(?:mẫu|tổng hợp|số|chi tiết|phân công)|bảng\s+(?:phân|tổng hợp|chi tiết)|danh\s+mục)(?![\p{Ll}])/iu;
const attached =
  /^\(?\s*(?:ban hành\s+)?(?:đính\s+)?kèm\s+(?:theo\s+)?(?:kế hoạch|công văn|quyết định|chương trình|văn bản|chỉ thị|tờ trình|nghị quyết)/iu;

export const isAppendixHead = (text: string): boolean => appendixHead.test(text);
export const isAttachedLine = (text: string): boolean => attached.test(text);

/** The closing comes after the type line or the address: the letterhead may name an office too. */
function closingStart(prose: Prose[]): number {
  const begun = prose.findIndex(({ text, label }) => !label && (findTypeLine(text) || /^kính\s+gửi/iu.test(text)));
  return prose.findIndex(({ text }, index) => {
    if (index <= Math.max(2, begun)) return false;
    return recipientsHead.test(text) || signedFor.test(text) || (officeLine.test(text) && endsThere(prose, index));
  });
}

/** A decision names the deciding office in capitals before its grounds; a signature has only short lines after it. */
function endsThere(prose: Prose[], index: number): boolean {
  const next = prose.slice(index + 1, index + 3);
  if (next[0] && personName.test(next[0].text)) return true;
  return next.every(({ text }) => text.length < 60 && !/^(?:căn cứ|theo|xét)\s/iu.test(text));
}

/** "Lâm Quốc Hưng": whatever a web page prints below it. */
const personName = /^(?:\p{Lu}\p{Ll}+\s){1,5}\p{Lu}\p{Ll}+$/u;

/** The heading of an appendix is short or in capitals; a sentence may well begin "Phụ lục kèm theo nêu …". */
function startsAppendix({ text, afterTable, layout }: Prose): boolean {
  if (afterTable || isAttachedLine(text)) return true;
  if (layout) return /cộng\s+h(?:òa|oà)\s+xã\s+hội/iu.test(text);
  // a decision is followed by the plan it issues, which begins with its own type line
  if (findTypeLine(text)) return true;
  return appendixHead.test(text) || /^CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI/u.test(text);
}

/** Splits clean paragraphs into the document itself, its closing, and what is attached. */
export function splitZones(prose: Prose[]): Zones {
  const from = closingStart(prose);
  if (from < 0) {
    const appendix = prose.findIndex((piece, index) => index > 2 && appendixHead.test(piece.text) && piece.display);
    const end = appendix < 0 ? prose.length : appendix;
    return { main: prose.slice(0, end), closing: [], appendix: prose.slice(end) };
  }
  const offset = prose.slice(from + 1).findIndex(startsAppendix);
  const end = offset < 0 ? prose.length : from + 1 + offset;
  return { main: prose.slice(0, from), closing: prose.slice(from, end), appendix: prose.slice(end) };
}
