import { readAgencies } from '../../place/agencies.ts';
import type { Duty } from '../model.ts';
import { startsWithAct } from '../tasks/acts.ts';
import { startsWithActor } from './actor.ts';
import { splitNames } from './split-names.ts';

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
  /^(?:(?:trách nhiệm|nhiệm vụ)(?:\s(?:cụ thể|chính|chủ yếu))?\s+(?:của|đối với|giao(?: cho)?)|đối với|về phía)\s+(?:(?:các\s+)?(?:ông|bà)[\s,()bà]*\s)?(?=(?:các\s+)?(?:sở|bộ|ban|phòng|UBND|ủy ban|uỷ ban|chủ tịch|thủ trưởng|giám đốc|cơ quan|đơn vị|văn phòng|công an|thanh tra|cục|chi cục|trung tâm|mặt trận|đảng|nhà trường|trường|trạm|bệnh viện|hiệu trưởng|khoa|tổ|thôn|trưởng|doanh nghiệp|công ty|hợp tác xã|hội)[\s:])/iu;

function readOrder(text: string): Order | undefined {
  const glued = gluedOrder.exec(text);
  const whole = glued && startsWithActor(text) && lastColon.test(text) ? text.slice(glued.index) : text;
  const start = whole.replace(giver, '');
  const opened = opener.exec(start);
  const said = start.slice(opened?.[0].length ?? 0);
  if (!startsWithActor(said)) return undefined;
  const { named, rest } = splitNames(said, opened !== null);
  const agencies = readNames(named);
  if (agencies.length === 0 || told.test(named) || /^(?:đã|vừa)\s/u.test(rest)) return undefined;
  const request = opened?.[1] !== undefined || agencies.every((name) => asked.test(name));
  return { modality: request ? 'request' : 'assign', agencies, rest };
}

/** "Sở Nội vụ đã tham mưu …" tells what was done, "Chủ tịch UBND xã kết luận:" who speaks. */
const told = /\s(?:(?:đã|đang|vừa|cũng|chưa)|(?:kết luận|phát biểu|có ý kiến|chỉ thị|quyết nghị)(?:\s[^,;]*)?)\s*$/iu;

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
  if (/\sđược\s/u.test(plain) || person.test(plain)) return [plain];
  const { names: parts, cooperate } = readAgencies(plain);
  const names = joinInside(parts, plain);
  const [only] = names;
  // one name with words of its own: "Thủ trưởng các cơ quan, đơn vị chủ trì tham mưu"
  const bare = plain.replace(/\s*\([^)]*\)/gu, '');
  if (only !== undefined && names.length + cooperate.length === 1 && bare.startsWith(only) && bare.length < 100)
    return [bare];
  return names.length + cooperate.length > 0 ? [...names, ...cooperate] : [plain];
}

/** "ThS. Lê Minh, Trưởng phòng Hành chính": one person and the office held. */
const person = /^(?:ThS|TS|PGS|GS|BS|CN|KS)\./u;

/** What stands behind a comma and is nobody belongs to the name before it: "Ban Công nghệ, chuyển đổi số". */
function joinInside(parts: string[], printed: string): string[] {
  const names: string[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    const joint = [', ', ' và ', ' - '].find((sign) => last !== undefined && printed.includes(`${last}${sign}${part}`));
    if (joint !== undefined && part.includes(' ') && !startsWithActor(part))
      names[names.length - 1] += `${joint}${part}`;
    else names.push(part);
  }
  return names;
}
