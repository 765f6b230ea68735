import { findAgencies, readAgencies } from '../../place/agencies.ts';
import type { Duty } from '../model.ts';
import { startsWithAct } from '../tasks/acts.ts';
import { startsWithActor } from './actor.ts';
import { actsIn, startsWithTime, startsWithVerb } from './verbs.ts';

/** A clause that says who must act: the agencies, and what they must do after them. */
export type Order = { modality: Duty['modality']; agencies: string[]; rest: string };

const opener =
  /^(?:(?:kính\s+|trân trọng\s+)?(đề nghị)|giao(?: cho)?|yêu cầu|phân công(?: cho)?|ủy quyền(?: cho)?|uỷ quyền(?: cho)?)\s+/iu;
/** Who orders is no agency of the order: "Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng …". */
const giver =
  /^(?:[Pp]hó )?(?:[Cc]hủ tịch|Ban Thường vụ|[Tt]hường trực|Giám đốc|Bộ trưởng|Thủ tướng|Chính phủ|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Bộ|Sở)(?:\s[^,:;.\s]+){0,9}?(?<!Ngoại)\s(?=(?:giao|yêu cầu|đề nghị)\s+(?:cho\s+)?(?:các\s|\p{Lu}))/u;
/** An order that begins inside a glued heading: "… hành chính công tỉnh Giao Thủ trưởng …". */
const gluedOrder = /(?<=[\p{L})]\s)(?:Giao|Yêu cầu|Đề nghị)\s+(?=\p{Lu}|các\s)/u;
/** "Đối với các địa phương được chọn (…): Chủ tịch …", "Căn cứ Kế hoạch này, các cơ quan …": the subject follows. */
const condition =
  /^(?:đối với|căn cứ|trên cơ sở|theo|trong quá trình|hằng năm|hàng năm|định kỳ|hằng quý|hàng quý)(?:\([^)]*\)|[^.;(])*?[,:]\s+(?=[\p{L}])/iu;

/** Party bodies and the Front are asked, never ordered, by a People's Committee. */
const asked =
  /^(?:ban thường trực |thường trực )?(?:ủy ban |uỷ ban |UB)?(?:mặt trận|MTTQ)|^(?:ban thường vụ )?(?:tỉnh|thành|huyện|thị|quận|đảng) (?:ủy|uỷ)|^ban (?:tuyên giáo|dân vận|tổ chức|nội chính)/iu;

const lastColon = /:\s*$/u;

/**
 * Reads a clause's text (without its label) as an order. undefined where no agency stands at its head, as in
 * "Chỉ đạo các cơ quan …", which is an act of whoever the section names.
 */
export function findOrder(text: string): Order | undefined {
  const headed = owned.exec(text)?.[0];
  const order = headed === undefined ? undefined : readOrder(text.slice(headed.length));
  return order && (order.rest === '' || /:\s/u.test(text)) ? order : readOrder(text);
}

/** "2. Trách nhiệm của Sở Y tế", "Đối với UBND các xã:" head what these must do. */
const owned =
  /^(?:(?:trách nhiệm|nhiệm vụ)(?:\s(?:cụ thể|chính|chủ yếu))?\s+(?:của|đối với|giao(?: cho)?)|đối với|về phía)\s+(?=(?:các\s+)?(?:sở|bộ|ban|phòng|UBND|ủy ban|uỷ ban|chủ tịch|thủ trưởng|giám đốc|cơ quan|đơn vị|văn phòng|công an|thanh tra|cục|chi cục|trung tâm|mặt trận|đảng|nhà trường|hiệu trưởng|khoa|tổ|doanh nghiệp|hội)\s)/iu;

function readOrder(text: string): Order | undefined {
  const glued = gluedOrder.exec(text);
  const whole = glued && startsWithActor(text) && lastColon.test(text) ? text.slice(glued.index) : text;
  const start = whole.replace(giver, '');
  const opened = opener.exec(start);
  const said = start.slice(opened?.[0].length ?? 0);
  if (!startsWithActor(said)) return undefined;
  const { named, rest } = listedAfterColon(said) ?? cutWhereActBegins(said, splitAtAct(said), opened !== null);
  const agencies = readNames(named);
  if (agencies.length === 0 || told.test(named)) return undefined;
  const request = opened?.[1] !== undefined || agencies.every((name) => asked.test(name));
  return { modality: request ? 'request' : 'assign', agencies, rest };
}

/** "Sở Nội vụ đã tham mưu …" tells what was done, "Chủ tịch UBND xã kết luận:" who speaks. */
const told = /\s(?:(?:đã|đang|vừa|cũng|chưa)|(?:kết luận|phát biểu|có ý kiến|chỉ thị|quyết nghị)(?:\s[^,;]*)?)\s*$/iu;

type Split = { named: string; rest: string };

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
 * Where a name the lexicon knows ends before the first verb the list knows: at a verb it does not know ("Giao Thanh tra tỉnh
 * thanh tra đột xuất …"), or in words that are the rest of the name ("các đơn vị dự toán cấp tỉnh").
 */
function cutWhereActBegins(said: string, split: Split, opened: boolean): Split {
  if ((split.rest === '' && lastColon.test(said)) || said.length > LONGEST) return split;
  const { names, cooperate, confidence, end } = findAgencies(split.named);
  const last = names.at(-1);
  const tail = split.named.slice(end).trim();
  if (last === undefined || cooperate.length > 0) return split;
  const apart = /^,\s+(?=\p{Ll})/u.exec(tail)?.[0] ?? '';
  if (apart !== '' && startsWithVerb(tail.slice(apart.length)))
    return cutAt(said, said.indexOf(tail, end) + apart.length);
  if (!/^\p{Ll}/u.test(tail) || /^(?:được|có)\s/u.test(tail) || obliges(last, split.rest)) return split;
  const at = actAfterUnit(tail);
  if (at > 0) return cutAt(said, said.indexOf(tail, end) + at);
  // "Phòng Công tác chính trị và Quản lý sinh viên tổ chức …"
  const joined =
    (/\s(?:và|[-–])\s\p{Lu}/u.test(tail) && !startsWithVerb(tail)) ||
    /công nghệ thông tin/iu.test(`${last} ${tail}`.slice(last.length - 9, last.length + 10));
  const whole = isWhole(last, confidence);
  if (joined || ((whole ? ownWords : nameGoesOn).test(tail) && !startsWithTime(tail))) return split;
  if (whole || endsProper(last, confidence, tail) || (tail.includes(' ') && startsWithVerb(tail)))
    return cutAt(said, end);
  if (split.rest !== '') return tail.split(' ').length <= REST_OF_NAME ? split : cutAt(said, end);
  const told = (opened || /[.;/]$/u.test(said)) && tail.includes(' ');
  return told && confidence >= (isOpen(last) ? 0.95 : 0.9) ? cutAt(said, end) : split;
}

/** Between a name and the verb no more words than these belong to the name. */
const REST_OF_NAME = 6;

/** A body of its own name, to which small letters add nothing; "các đơn vị …", "Ban Chỉ đạo …" may well go on. */
const isWhole = (name: string, confidence: number): boolean =>
  confidence >= 0.95 &&
  !isOpen(name) &&
  !/^(?:công chức|viên chức|cán bộ|giáo viên|nhân viên|kế toán|thành viên|đại diện)$/iu.test(name) &&
  !/^(?:các|những|từng|mỗi|một số|thủ trưởng|người đứng đầu|lãnh đạo|chủ)\s/iu.test(name);
/** "Tổng công ty Bưu điện Việt Nam nhập liệu …": no small letters go on after the name of a place or person. */
const endsProper = (name: string, confidence: number, tail: string): boolean =>
  confidence >= 0.9 &&
  !isOpen(name) &&
  !/^các\s/iu.test(name) &&
  /\s(?:\p{Lu}\S*\s\p{Lu}\S*|\p{Lu}{2,})$/u.test(name) &&
  !/\p{Lu}/u.test(tail);
/** "Các sở chậm trả lời … phải giải trình": what stands before "phải" says which of them. */
const obliges = (name: string, rest: string): boolean => /^các\s/iu.test(name) && /^phải\s/iu.test(rest);
const isOpen = (name: string): boolean => /^(?:các )?(?:ban|tổ|hội đồng|trung tâm)\s/iu.test(name);

/** No clause that orders is longer; what is must not cost more than its head. */
const LONGEST = 4000;

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

/**
 * The agencies a sentence inside a section names as its own subject, and what it says of them. What follows the agencies of
 * an order says what they do: "thanh tra đột xuất …", "mỗi đơn vị cử …" name nobody.
 */
export function findSubject(text: string): Pick<Order, 'agencies' | 'rest'> {
  const nobody = { agencies: [], rest: text };
  if (predicate.test(text)) return nobody;
  const order = findOrder(text);
  if (order && order.rest !== '') return order;
  const skipped = condition.exec(text);
  if (!skipped) return nobody;
  const next = findOrder(text.slice(skipped[0].length));
  return next && next.rest !== '' ? { agencies: next.agencies, rest: text } : nobody;
}
const predicate = /^(?:mỗi|từng)\s|^(?!các\s|những\s|giao\s|đề nghị\s|yêu cầu\s)\p{Ll}/u;

/** When, on what ground or in which case: what an order may say before it names who acts. */
const circumstance =
  /^(?:trước|chậm nhất|trong|đến|từ|khi|để|nhằm|sau|ngay sau|vào|định kỳ|hằng|hàng|căn cứ|trên cơ sở|theo|đối với|đồng thời|riêng|hết)\s[^.;:]{2,160}?,\s+(?=(?:các|những|tất cả)?\s*\p{L})/iu;
const backward = /(?:thời gian|những năm|vừa|trong năm)\s+qua|(?:^|\s)năm\s+(20\d\d)(?=[,\s])/iu;

/** "Trước ngày 31/3/2026, các bộ, cơ quan ban hành kế hoạch …": the whole clause, and whose it is. */
export function findLateOrder(text: string, year: number | null): Order | undefined {
  const skipped = circumstance.exec(text)?.[0];
  const late = skipped === undefined ? undefined : orderAfter(text, skipped.length);
  if (skipped === undefined || !late) return undefined;
  const past = backward.exec(skipped);
  const looksBack = past !== null && (past[1] === undefined || (year !== null && Number(past[1]) < year));
  return looksBack ? undefined : { ...late, rest: text };
}

/** The order behind an opening phrase; grounds may be several: "Trên cơ sở Nghị quyết …, Chương trình …, các bộ …". */
function orderAfter(text: string, from: number): Order | undefined {
  const found = findOrder(text.slice(from));
  if (found || !grounds.test(text)) return found?.rest === '' ? undefined : found;
  const next = /^[^.;:,]{2,160},\s+/u.exec(text.slice(from))?.[0];
  if (next === undefined || startsWithAct(next) || /^(?:nếu|khi|mà|để)\s/iu.test(next)) return undefined;
  return from + next.length > GROUNDS ? undefined : orderAfter(text, from + next.length);
}
const grounds = /^(?:căn cứ|trên cơ sở)\s/iu;
/** No opening phrase is longer. */
const GROUNDS = 500;

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
  const verb = actsIn(said).find((at) => at > 0);
  if (verb !== undefined && (colon < 0 || verb < colon)) return atVerb(said, verb, colon);
  if (colon < 0) return { named: said, rest: '' };
  const rest = said.slice(colon + 1).trim();
  // "Thủ trưởng các cơ quan chuyên môn: Phòng Nội vụ, phòng Y tế, …": the list says which
  if (startsWithActor(rest) && splitsNowhere(rest)) return { named: rest, rest: '' };
  return { named: said.slice(0, colon), rest };
}

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

/** "… trong phạm vi chức năng, nhiệm vụ của mình", "… theo thẩm quyền": how they act, not who. */
const within =
  /,?\s+(?:trong phạm vi|trong lĩnh vực|theo|căn cứ|tùy theo|trên cơ sở)\s[^:;]{0,40}(?:chức năng|nhiệm vụ|thẩm quyền|trách nhiệm|quyền hạn|phạm vi|quản lý)[^:;]*$/iu;

/** A relative clause makes one name of its own; a plain list is read name by name. */
function readNames(named: string): string[] {
  // "đơn vị chủ trì, là đầu mối theo dõi … (tại Biểu …)": what explains a name is no part of it
  const plain = named
    .replace(/(?:,\s+là\s|\s*[-–(,]\s*(?:là\s+)?(?:cơ quan|đơn vị) (?:thường trực|đầu mối)).*$/iu, '')
    .replace(/\s*\((?:cơ quan|là|đơn vị|qua|gọi|sau đây)[^)]*\)/giu, '')
    .replace(within, '')
    .replace(/[,;.:\s]+$/u, '')
    .trim();
  if (plain === '' || plain.length > 600) return [];
  if (/\sđược\s/u.test(plain)) return [plain];
  const { names, cooperate } = readAgencies(plain);
  const [only] = names;
  // one name with words of its own: "Thủ trưởng các cơ quan, đơn vị chủ trì tham mưu"
  const bare = plain.replace(/\s*\([^)]*\)/gu, '');
  if (only !== undefined && names.length + cooperate.length === 1 && bare.startsWith(only) && bare.length < 100)
    return [bare];
  return names.length + cooperate.length > 0 ? [...names, ...cooperate] : [plain];
}
