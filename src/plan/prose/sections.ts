import { findOrder } from './order.ts';
import type { Prose } from './paragraphs.ts';

/** A clause with the clauses under it. An unlabelled paragraph hangs under the clause it follows. */
export type Clause = Prose & { children: Clause[] };

/** Formulas that end a document: they address everybody and belong to no clause. */
const closingFormula =
  /trân trọng|^(?:(?:cuộc họp|hội nghị|buổi làm việc|phiên họp) (?:kết thúc|bế mạc)|biên bản (?:này |được |lập )|(?:mọi )?thông tin (?:chi tiết|liên hệ|cần thiết)|(?:nghị quyết|chương trình|quyết định) này (?:đã )?được|(?:sở|phòng|ban|văn phòng|thanh tra)\s[^.:;]{0,50}\s(?:đề nghị|yêu cầu)\s|trên đây là|trong quá trình (?:tổ chức |triển khai )*(?:thực hiện|triển khai)|quá trình (?:tổ chức |triển khai )*thực hiện|yêu cầu (?:các|thủ trưởng|giám đốc|chủ tịch|trưởng (?:các|phòng|ban)|người đứng đầu|lãnh đạo)|(?:UBND|ủy ban nhân dân|uỷ ban nhân dân)[^.:]{0,40}(?:yêu cầu|đề nghị)|nhận được (?:kế hoạch|công văn|văn bản)|căn cứ (?:nội dung )?(?:kế hoạch|công văn) này,? (?:yêu cầu|đề nghị)|kế hoạch này (?:thay thế|có hiệu lực)|đề nghị (?:các|thủ trưởng)[^:]*(?:nghiêm túc|khẩn trương|quan tâm)[^:]*$|(?:thừa lệnh[^,]{0,60},\s*)?(?:UBND|ủy ban nhân dân|uỷ ban nhân dân|văn phòng|sở|phòng|ban)\s[^.:;]{0,60}(?:thông báo|trả lời|truyền đạt)[^.:;]{0,80}\s(?:để|đến|tới)\s[^.:;]*(?:biết|thực hiện)[^.:;]*[./]*$|định kỳ)/iu;

export const isClosingFormula = ({ label, text }: Prose): boolean => label === null && closingFormula.test(text);

/** Arranges paragraphs as a tree by the depth of their labels. */
export function growClauses(prose: Prose[]): Clause[] {
  const roots: Clause[] = [];
  const open: Open[] = [];
  for (const [at, one] of prose.entries()) {
    const clause: Clause = { ...one, children: [] };
    const numbered = open.some(({ clause: { label } }) => label !== null && label.depth < bulletDepth);
    const bulleted = open.some(({ clause: { label } }) => label !== null);
    const heads = !numbered && headsBullets(one, bulleted);
    const depth = one.label?.depth ?? aboveNumbers(one, prose[at + 1]) ?? (heads ? headingDepth : plainDepth);
    while (open.length > 0 && !holds(open.at(-1) as Open, one, depth)) open.pop();
    const parent = open.at(-1)?.clause;
    if (parent) parent.children.push(clause);
    else roots.push(clause);
    open.push({ clause, depth });
  }
  return roots;
}

type Open = { clause: Clause; depth: number };

/** An item further in than the item before it hangs under that one, whatever their labels are. */
const holds = ({ clause, depth }: Open, one: Prose, own: number): boolean => {
  const listed = one.label !== null && clause.label !== null;
  if (listed && one.indent > clause.indent + 1) return true;
  return depth < own && (!listed || one.indent >= clause.indent || one.indent === 0);
};

/** Deeper than any label, so that a plain paragraph never takes a labelled one under it. */
const plainDepth = 9;
const bulletDepth = 6;
/** Where clauses carry no number, a line of agencies alone heads the bullets below it. */
const headingDepth = 3.5;

/** Numbering that begins anew under a line of nothing but agencies is theirs: "Bộ Công an:" / "1. …". */
function aboveNumbers({ text }: Prose, next: Prose | undefined): number | undefined {
  if (next?.label?.value !== '1' && next?.label?.value !== 'a') return undefined;
  const order = findOrder(text);
  return order && (order.rest === '' || /:\s*$/u.test(text)) ? next.label.depth - 0.5 : undefined;
}

/** After the bullets of one heading the next agency begins its own, with or without bullets. */
function headsBullets({ text }: Prose, afterBullets: boolean): boolean {
  const order = findOrder(text);
  return order !== undefined && (afterBullets || order.rest === '' || /:\s*$/u.test(text));
}

const organisation =
  /^(?:công tác\s+)?(?:tổ chức (?:triển khai )?(?:và )?thực hiện|tổ chức triển khai|phân công (?:tổ chức |triển khai )?(?:nhiệm vụ|trách nhiệm|thực hiện)|trách nhiệm (?:thực hiện|tổ chức thực hiện|của các)|nhiệm vụ của các)(?:\s+(?:kế hoạch|chương trình|nhiệm vụ|công tác|cơ quan|sở|đơn vị|thực hiện|và|cụ thể|các|phòng|ban|ngành|địa phương|,)[^.:;]{0,80})?\s*[.:]?$/iu;

/** The parts headed "Tổ chức thực hiện" or alike: everything under the heading, up to its next equal. */
export function findOrganisation(main: Prose[]): Prose[][] {
  const parts: Prose[][] = [];
  for (let at = 0; at < main.length; at++) {
    const head = main[at];
    if (!head || !organisation.test(head.body) || (head.label?.depth ?? 0) > 3) continue;
    const depth = head.label?.depth ?? 0;
    const rest = main.slice(at + 1);
    const end = rest.findIndex(
      ({ label, text }) => (label !== null && label.depth <= depth) || /^nơi nhận/iu.test(text),
    );
    const part = end < 0 ? rest : rest.slice(0, end);
    parts.push(part);
    at += part.length;
  }
  return parts;
}

/** Cuts off the closing formula and what follows it: nothing labelled comes after it. */
export function cutClosing(part: Prose[]): Prose[] {
  const last = part.findLastIndex(({ label }) => label !== null);
  const at = part.findIndex((one, index) => index > last && isClosingFormula(one));
  // a part of nothing but formulas orders in them
  if (at === 0) return part.filter(({ text }) => !/^trên đây là/iu.test(text));
  return at < 0 ? part : part.slice(0, at);
}
