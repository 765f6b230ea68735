import { findAgencies } from '../../place/agencies.ts';
import { startsWithActor } from './actor.ts';
import { actsIn, startsWithTime, startsWithVerb } from './verbs.ts';

/** Who must act, and what is said of them. */
export type Split = { named: string; rest: string };

/** No clause that orders is longer; what is must not cost more than its head. */
const LONGEST = 4000;

/**
 * Where the names at the head of a clause end: at its colon, at the first verb a list knows, or before it where a name the
 * lexicon knows is whole. `opened`: a word of giving stands before them.
 */
export function splitNames(said: string, opened: boolean): Split {
  const split = listedAfterColon(said) ?? splitAtAct(said);
  return said.length > LONGEST ? split : cutAfterKnown(said, split, opened);
}

/** "UBND các phường: Gia Phú, Đông Hà hoàn thành …", "Các Bộ: Tài chính, Nội vụ chủ trì …": the colon is inside the list. */
function listedAfterColon(said: string): Split | undefined {
  const colon = findColon(said);
  if (colon < 0 || colon > 60 || !/^:\s+\p{Lu}/u.test(said.slice(colon))) return undefined;
  const { names, cooperate, end } = findAgencies(said.slice(0, LONGEST));
  const several = names.length > 1 || names[0]?.includes(': ');
  const listed = several && cooperate.length === 0 && end > colon && !names.includes(said.slice(0, colon));
  const verb = actsIn(said).find((at) => at > colon) ?? end;
  const cut = Math.min(end, verb);
  return listed && /^\s*:?\s*(?:\p{Ll}|$)/u.test(said.slice(cut)) ? cutList(said, cut) : undefined;
}

const cutList = (said: string, end: number): Split => ({
  named: said.slice(0, end).trim(),
  rest: said.slice(end).replace(/^\s*:?\s*(?:có trách nhiệm\s*:?\s*)?/u, ''),
});

/**
 * Between a name the lexicon knows and the first verb the list knows stand words that are neither: the rest of the name
 * ("các đơn vị dự toán cấp tỉnh"), or a verb the list does not know ("Giao Thanh tra tỉnh thanh tra đột xuất …").
 */
function cutAfterKnown(said: string, split: Split, opened: boolean): Split {
  if (split.rest === '' && lastColon.test(said)) return split;
  const { names, cooperate, confidence, end } = findAgencies(split.named);
  const gap = split.named.slice(end).trim();
  const last = names.at(-1);
  if (last === undefined || cooperate.length > 0) return split;
  const known = { name: last, whole: isWhole(last, confidence), confidence };
  const skipped = /^,\s+(?=\p{Ll})/u.exec(gap)?.[0].length ?? 0;
  if (skipped > 0 && saysAct(gap.slice(skipped), known)) return cutAt(said, said.indexOf(gap, end) + skipped);
  if (!/^\p{Ll}/u.test(gap) || relative.test(gap) || obliges(last, split.rest)) return split;
  const unit = actAfterUnit(gap);
  if (unit > 0) return cutAt(said, said.indexOf(gap, end) + unit);
  const glued = lastWord(said.slice(0, end));
  if (glued > 0 && saysAct(`${said.slice(glued, end)} ${gap}`, { ...known, whole: false })) return cutAt(said, glued);
  const follows = split.rest !== '' ? 'verb' : opened || /[.;/]$/u.test(said) ? 'stop' : 'nothing';
  return !atColon(said, split) && isAct(gap, known, follows) ? cutAt(said, end) : split;
}

/** Where the last word of an open name begins that may be a verb: "Văn phòng Ban lập …"; no half of "Đào tạo". 0 where none may. */
function lastWord(name: string): number {
  const found = /(?:^|\s)(\S+)\s(\p{Ll}+)$/u.exec(name);
  const half = !found || startsWithVerb(`${found[1]} ${found[2]}`.toLowerCase()) || !/^\p{Lu}/u.test(found[1] ?? '');
  return half ? 0 : name.length - (found[2] ?? '').length;
}

type Known = { name: string; whole: boolean; confidence: number };

/** Verbs that may as well name what a body is there for say nothing of a name that may go on. */
const saysAct = (text: string, { whole }: Known): boolean =>
  text.includes(' ') && startsWithVerb(text) && (whole || !nounlike.test(text));

/** Whether what follows a known name is what it must do; `follows`: what stands behind it. */
function isAct(gap: string, known: Known, follows: 'verb' | 'stop' | 'nothing'): boolean {
  const { name, whole, confidence } = known;
  if (isCompound(name, gap) || listGoesOn(gap) || (follows === 'verb' && anybody.test(name))) return false;
  if ((whole ? ownWords : nameGoesOn).test(gap) && !startsWithTime(gap)) return false;
  if (whole || endsProper(name, confidence, gap) || saysAct(gap, known)) return true;
  if (follows === 'nothing' || !gap.includes(' ')) return false;
  if (follows === 'stop') return confidence >= (isOpen(name) ? 0.95 : 0.9);
  return (
    /^[\p{Ll}\s]{1,40},$|^(?:\p{Ll}+\s)+\p{Ll}+,\s\p{Ll}|;|\d\/\d/u.test(gap) || gap.split(' ').length > REST_OF_NAME
  );
}

/** No name goes on for more words after what the lexicon knows of it. */
const REST_OF_NAME = 9;

const lastColon = /:\s*$/u;
const atColon = (said: string, { named }: Split): boolean => /^\s*:/u.test(said.slice(named.length));
/** "Các đơn vị được giao …", "các trường có tổ chức …": which of them is meant. */
const relative = /^(?:được|có)\s/u;
/** "Đơn vị thu gom rác bố trí …": such a word alone is nobody's name. */
const anybody = /^(?:các )?(?:đơn vị|cơ quan|lực lượng|cơ sở|doanh nghiệp|người|tổ chức)$/iu;
/** "Phòng Công tác chính trị và Quản lý sinh viên", "Tổ Công nghệ thông tin", "Công chức tiếp công dân". */
const isCompound = (name: string, gap: string): boolean =>
  (/\s(?:và|[-–])\s\p{Lu}/u.test(gap) && !startsWithVerb(gap)) ||
  (/công nghệ$/iu.test(name) && /^thông tin/u.test(gap)) ||
  (/^(?:công chức|cán bộ)$/iu.test(name) && /^tiếp (?:công )?dân(?![\p{L}])/u.test(gap));
/** "Ban Công nghệ, chuyển đổi số …": behind a comma such a verb may be the rest of a name. */
const maybeName = (said: string, at: number): boolean =>
  /,\s$/u.test(said.slice(0, at)) && nounlike.test(said.slice(at));
/** "Đảng ủy Quân sự tỉnh, Đảng ủy Công an tỉnh lãnh đạo …": before the verb the next one is named. */
const listGoesOn = (gap: string): boolean =>
  [...gap.matchAll(/,\s+(?=\p{Lu})/gu)].some(({ index, 0: sign }) => startsWithActor(gap.slice(index + sign.length)));
/** Verbs that name what a body is there for as often as what it must do. */
const nounlike =
  /^(?:giao|thông tin|bảo vệ|phát triển|đầu tư|quản lý|kiểm soát|thống kê|đào tạo|bồi dưỡng|tuyển dụng|đánh giá|phòng|thi hành|hòa giải|khám|xây dựng|tiếp dân|nghiên cứu|học tập|điều tra|thiết kế|cấp phép|thẩm định|vận hành|chuyển đổi|tích hợp|giới thiệu)(?![\p{L}])/iu;

/** A body of its own name, to which small letters add nothing; "các đơn vị …", "Ban Chỉ đạo …" may well go on. */
const isWhole = (name: string, confidence: number): boolean =>
  confidence >= 0.95 &&
  !isOpen(name) &&
  !/các\s(?:xã|phường|tỉnh|thôn|huyện)$/iu.test(name) &&
  !/^(?:công chức|viên chức|cán bộ|giáo viên|nhân viên|kế toán|thành viên|đại diện)$/iu.test(name) &&
  !/^(?:các|những|từng|mỗi|một số|thủ trưởng|người đứng đầu|lãnh đạo|chủ)\s/iu.test(name);
/** Bodies named by what they do. */
const isOpen = (name: string): boolean =>
  /^(?:các )?(?:ban(?! thường)|tổ|hội đồng|trung tâm|phòng|khoa|viện(?! kiểm)|cục|chi cục|vụ|trường|công ty|hội(?! đồng nhân)|đội|đoàn|trạm|nhóm|văn phòng(?!\s+(?:HĐND|UBND|Hội đồng|Ủy ban|Chính phủ|Tỉnh|Thành|Huyện|Đảng|Sở|Bộ)))\s/iu.test(
    name,
  );
/** "Tổng công ty Bưu điện Việt Nam nhập liệu …": no small letters go on after the name of a place or person. */
const endsProper = (name: string, confidence: number, tail: string): boolean =>
  confidence >= 0.9 &&
  !/^(?:các|ban|tổ|trung tâm)\s/iu.test(name) &&
  /\s(?:\p{Lu}\S*\s\p{Lu}\S*|\p{Lu}{2,})$/u.test(name) &&
  !/\p{Lu}/u.test(tail);
/** "Các sở chậm trả lời … phải giải trình": what stands before "phải" says which of them. */
const obliges = (name: string, rest: string): boolean => /^các\s/iu.test(name) && /^phải\s/iu.test(rest);
const cutAt = (said: string, at: number): Split => ({ named: said.slice(0, at).trim(), rest: said.slice(at).trim() });

/** "… công trình giao thông tỉnh lập lại tiến độ": after the unit a name ends in. */
function actAfterUnit(tail: string): number {
  const ends = [
    ...tail.matchAll(/(?<![\p{L}])(?:tỉnh|xã|phường|thành phố|đặc khu|trung ương|liên quan|trực thuộc)\s+(?=\p{Ll})/gu),
  ];
  const found = ends.find(({ index, 0: unit }) => startsWithVerb(tail.slice(index + unit.length)));
  return found ? found.index + found[0].length : 0;
}
/** After a name of its own these go on too, as does nothing else. */
const ownWords =
  /^(?:và|của|thuộc|trực thuộc|phụ trách|được|có|trên|tại|trong|ở|là|gồm|nêu trên|nói trên|các|cấp|khác|còn lại)(?![\p{L}])/iu;
const nameGoesOn =
  /^(?:và|của|thuộc|được|có|trên|tại|trong|ven|phụ trách|đứng chân|khác|nêu trên|nói trên|còn lại|đóng|liên quan|trực thuộc|là|gồm|về|cho|theo|các|cấp|thực hiện theo|giao thông|thông tin (?!đến|cho|tới|về|kịp thời)|đầu tư|xây dựng|phát triển|công trình)(?![\p{L}])/iu;

/** "Các doanh nghiệp sử dụng nhiều năng lượng phải …": which of them is meant, before what they must do. */
const obliged =
  /^(?:các|những|mọi)\s[^.;:]{3,60}?\s(?:sử dụng|chậm|tham gia|kinh doanh|sản xuất|khai thác|quản lý|vi phạm|chưa|không)\s[^.,;:]{3,80}?\s(?=phải\s)/iu;

/** Where the names end: at a colon, or at the first verb that is no part of a name. */
function splitAtAct(said: string): { named: string; rest: string } {
  const must = obliged.exec(said)?.[0].length;
  if (must !== undefined) return { named: said.slice(0, must).trim(), rest: said.slice(must) };
  const charged = /\s+có trách nhiệm(?:\s+sau)?\s*:\s*/iu.exec(said);
  if (charged && charged.index < 260 && !/[.:]/u.test(said.slice(0, charged.index)))
    return splitAt(said, charged.index, charged[0].length);
  const colon = findColon(said);
  const acts = actsIn(said).filter((at) => at > 0);
  const verb = acts.find((at) => !maybeName(said, at)) ?? acts[0];
  if (verb !== undefined && (colon < 0 || verb < colon)) return atVerb(said, verb, colon);
  if (colon < 0) return { named: said, rest: '' };
  const rest = said.slice(colon + 1).trim();
  // "Thủ trưởng các cơ quan chuyên môn: Phòng Nội vụ, phòng Y tế, …": the list says which
  if (startsWithActor(rest) && splitsNowhere(rest)) return { named: rest, rest: '' };
  return { named: said.slice(0, colon).replace(announces, ''), rest };
}
/** "Các đơn vị thực hiện tốt một số nội dung sau:" announces what they must do. */
const announces = /\s(?:thực hiện|triển khai|tập trung|khẩn trương)\s[^.;:]{0,120}\ssau(?: đây)?\s*$/iu;

/** "Các đơn vị được UBND tỉnh giao làm đầu mối …": a relative clause is part of the name up to its colon or end. */
function atVerb(said: string, at: number, colon: number): { named: string; rest: string } {
  if (/^được\s/iu.test(said.slice(at)))
    return { named: colon < 0 ? said : said.slice(0, colon), rest: colon < 0 ? '' : said.slice(colon + 1).trim() };
  const rest = said.slice(at).replace(/^có trách nhiệm(?:\s*:|\s)\s*/iu, '');
  return { named: said.slice(0, at), rest };
}

function splitAt(said: string, at: number, length: number): { named: string; rest: string } {
  return { named: said.slice(0, at), rest: said.slice(at + length).trim() };
}

const splitsNowhere = (text: string): boolean => actsIn(text).every((at) => at === 0);

/** The first colon outside brackets. */
function findColon(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (text[at] === ':' && depth <= 0) return at;
  }
  return -1;
}
