import { findAgencies, readAgencies } from '../../place/agencies.ts';
import type { Duty } from '../model.ts';
import { startsWithAct } from '../tasks/acts.ts';
import { verbAt } from './verbs.ts';

/** A clause that says who must act: the agencies, and what they must do after them. */
export type Order = { modality: Duty['modality']; agencies: string[]; rest: string };

const after = '(?![\\p{L}\\d])';

/** Words an agency, an office or a collective of agencies begins with. */
const agencyWord =
  'ủy ban|uỷ ban|UBND|UB|HĐND|hội đồng nhân dân|thường trực|chủ tịch|phó chủ tịch|thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|trưởng|chánh|hiệu trưởng|tổng biên tập|sở|ban|bộ|ngành|phòng|văn phòng|VP|thanh tra|công an|quân sự|cơ quan|đơn vị|địa phương|báo|đài|cổng|trung tâm|mặt trận|MTTQ|UBMTTQ|UBMT|hội|đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|thị đoàn|liên đoàn|liên minh|hiệp hội|bảo hiểm|BHXH|cục|chi cục|kho bạc|ngân hàng|trường|viện|tòa án|toà án|tổ công tác|tổ chức chính trị|tổ chức đoàn thể|đảng ủy|đảng uỷ|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|huyện uỷ|thị ủy|cấp ủy|cấp uỷ|chi ủy|chi uỷ|chi bộ|đảng bộ|đồng chí|đ\\/c|bí thư|đặc khu|thị trấn|thuế (?:tỉnh|thành|khu vực|cơ sở|huyện)|thống kê (?:tỉnh|thành|cơ sở)|bưu điện|viễn thông|điện lực|công ty|bệnh viện|trạm|bộ phận|doanh nghiệp|thông tấn xã|tập đoàn|tổng công ty|tổng cục|kiểm toán|chủ (?:đầu tư|rừng|dự án|hồ)|vụ(?! việc| án| mùa)|tổ (?!chức)(?=\\p{L})|đội (?!ngũ)(?=\\p{L})|học viện|liên hiệp|nhà thầu|thành viên|phó thủ tướng|thủ tướng|thống đốc|tổng (?:giám đốc|thanh tra)|thứ trưởng|xã|phường|huyện|quận|chính quyền|công chức|cán bộ|thôn|tổ dân phố|khu phố|khối phố|ấp|khóm|buôn|nhà trường|hạt kiểm lâm|quỹ';
const agencyStart = new RegExp(`^(?:tất cả\\s+)?(?:các|những|từng|mỗi)?\\s*(?:${agencyWord})${after}`, 'iu');
/** The same words beginning an act: "Ban hành", "Báo cáo kết quả", "Phòng, chống", "Thanh tra, kiểm tra việc". */
const actStart =
  /^(?:ban hành|kiểm toán (?!nhà nước)|báo cáo|lãnh đạo(?:,?\s+chỉ đạo|\s+(?:ban hành|xây dựng|thực hiện|triển khai|tổ chức|việc|công tác|toàn))|hội nghị|trường hợp|phòng,?\s+(?:chống|ngừa)|thanh tra,\s*kiểm tra|thanh tra (?:công vụ|việc)|bộ chỉ số|bộ tiêu chí|bảo hiểm y tế|đoàn kiểm tra|xã hội hóa|cơ quan hành chính nhà nước các cấp phải)/iu;

const opener =
  /^(?:(?:kính\s+|trân trọng\s+)?(đề nghị)|giao(?: cho)?|yêu cầu|phân công(?: cho)?|ủy quyền(?: cho)?|uỷ quyền(?: cho)?)\s+/iu;
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
  const glued = gluedOrder.exec(text);
  const start = glued && agencyStart.test(text) && lastColon.test(text) ? text.slice(glued.index) : text;
  const opened = opener.exec(start);
  const said = start.slice(opened?.[0].length ?? 0);
  if (!agencyStart.test(said) || actStart.test(said)) return undefined;
  const { named, rest } = listedAfterColon(said) ?? cutWhereActBegins(said, splitAtAct(said), opened !== null);
  const agencies = readNames(named);
  if (agencies.length === 0 || told.test(named)) return undefined;
  const request = opened?.[1] !== undefined || agencies.every((name) => asked.test(name));
  return { modality: request ? 'request' : 'assign', agencies, rest };
}

/** "Sở Nội vụ đã tham mưu …" tells what was done. */
const told = /\s(?:đã|đang|vừa|cũng|chưa)\s*$/iu;

type Split = { named: string; rest: string };

/** "UBND các phường: Gia Phú, Đông Hà hoàn thành …", "Các Bộ: Tài chính, Nội vụ chủ trì …": the colon is inside the list. */
function listedAfterColon(said: string): Split | undefined {
  const colon = findColon(said);
  if (colon < 0 || colon > 60 || !/^:\s+\p{Lu}/u.test(said.slice(colon))) return undefined;
  const { names, cooperate, end } = findAgencies(said.slice(0, LONGEST));
  const listed = names.length > 1 && cooperate.length === 0 && end > colon && !names.includes(said.slice(0, colon));
  const verb = [...said.matchAll(verbAt)].find(({ index }) => index > colon)?.index ?? end;
  const cut = Math.min(end, verb);
  return listed && /^\s*:?\s*(?:\p{Ll}|$)/u.test(said.slice(cut)) ? cutList(said, cut) : undefined;
}

const cutList = (said: string, end: number): Split => ({
  named: said.slice(0, end).trim(),
  rest: said.slice(end).replace(/^\s*:?\s*(?:có trách nhiệm\s*:?\s*)?/u, ''),
});

/**
 * A verb no list has, after a name the lexicon knows: "Giao Thanh tra tỉnh thanh tra đột xuất …". Words that are neither
 * may be the rest of a name ("các đơn vị dự toán cấp tỉnh"), so more than a guess is asked for.
 */
function cutWhereActBegins(said: string, split: Split, opened: boolean): Split {
  if ((split.rest === '' && lastColon.test(said)) || said.length > LONGEST) return split;
  const { names, cooperate, confidence, end } = findAgencies(split.named);
  const tail = split.named.slice(end).trim();
  if (names.length === 0 || cooperate.length > 0 || !/^\p{Ll}/u.test(tail)) return split;
  if (nameGoesOn.test(tail)) return split;
  if (isWhole(names.at(-1) ?? '', confidence) && actAfterUnit(tail) === 0) return cutAt(said, end);
  if (!tail.includes(' ')) return split;
  const at = actAfterUnit(tail);
  if (at > 0) return cutAt(said, said.indexOf(tail, end) + at);
  const sentence = split.rest === '' ? opened || /[.;/]$/u.test(said) : /[,;]/u.test(tail);
  const begins = startsWithAct(tail) || (sentence && confidence >= (isOpen(names.at(-1) ?? '') ? 0.95 : 0.9));
  return begins ? cutAt(said, end) : split;
}

/** A body of its own name, to which small letters add nothing; "các đơn vị …", "Ban Chỉ đạo …" may well go on. */
const isWhole = (name: string, confidence: number): boolean =>
  !isOpen(name) &&
  !/^(?:các|những|từng|mỗi|một số|thủ trưởng|người đứng đầu|lãnh đạo|chủ)\s/iu.test(name) &&
  (confidence >= 0.95 || (confidence >= 0.9 && /\s\p{Lu}\S*$/u.test(name)));
const isOpen = (name: string): boolean => /^(?:các )?(?:ban|tổ|hội đồng|trung tâm)\s/iu.test(name);

/** No clause that orders is longer; what is must not cost more than its head. */
const LONGEST = 4000;

const cutAt = (said: string, at: number): Split => ({ named: said.slice(0, at).trim(), rest: said.slice(at).trim() });

/** "… công trình giao thông tỉnh lập lại tiến độ": after the unit a name ends in. */
function actAfterUnit(tail: string): number {
  const ends = [
    ...tail.matchAll(/(?<![\p{L}])(?:tỉnh|xã|phường|thành phố|đặc khu|trung ương|liên quan|trực thuộc)\s+(?=\p{Ll})/gu),
  ];
  const found = ends.find(({ index, 0: unit }) => startsWithAct(tail.slice(index + unit.length)));
  return found ? found.index + found[0].length : 0;
}
const nameGoesOn =
  /^(?:và|của|thuộc|được|có|trên|tại|trong|ven|phụ trách|đứng chân|khác|nêu trên|nói trên|còn lại|đóng|liên quan|trực thuộc|là|gồm|về|cho|theo|các|cấp|thực hiện theo)(?![\p{L}])/iu;

/** The agencies a sentence inside a section names as its own subject. */
export function findSubject(text: string): string[] {
  const order = findOrder(text);
  if (order && order.rest !== '') return order.agencies;
  const skipped = condition.exec(text);
  if (!skipped) return [];
  const next = findOrder(text.slice(skipped[0].length));
  return next && next.rest !== '' ? next.agencies : [];
}

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
  const verb = [...said.matchAll(verbAt)].find((match) => match.index > 0);
  if (verb && (colon < 0 || verb.index < colon)) return atVerb(said, verb.index, colon);
  if (colon < 0) return { named: said, rest: '' };
  const rest = said.slice(colon + 1).trim();
  // "Thủ trưởng các cơ quan chuyên môn: Phòng Nội vụ, phòng Y tế, …": the list says which
  if (agencyStart.test(rest) && !actStart.test(rest) && splitsNowhere(rest)) return { named: rest, rest: '' };
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

const splitsNowhere = (text: string): boolean => [...text.matchAll(verbAt)].every((match) => match.index === 0);

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
