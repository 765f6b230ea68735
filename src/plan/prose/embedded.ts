import { findOrder, type Order } from './order.ts';

/** Where an order may begin inside a clause: at its start, after a title's colon, after a stop or a semicolon. */
const begins =
  /(?:^|[.:;]\s+|,\s+đồng thời\s+)(?=(?:giao|đề nghị|yêu cầu|phân công)(?:\s+(?:cho|nhiệm vụ cho|trách nhiệm cho))?\s+\p{L})/giu;

/** "Đề nghị Sở Y tế …, đề nghị Sở Nội vụ …": the word that opens the clause, said again after a comma. */
function repeated(text: string): RegExpExecArray[] {
  const word = /^(?:giao|đề nghị|yêu cầu)(?=\s)/iu.exec(text)?.[0].toLowerCase();
  return word ? [...text.matchAll(new RegExp(`,\\s+(?=${word}\\s)`, 'gu'))] : [];
}

/** Enough of a sentence to tell whom it names, and enough sentences. */
const HEAD = 600;
const MOST = 100;

/** Where a word of giving begins an order, and after it where the next sentence or half of one names another agency. */
function startsOf(text: string): number[] {
  const given = [...text.matchAll(begins), ...repeated(text)].map((match) => match.index + match[0].length);
  const titled = /^[^.;:]{4,160}:\s+(?=\p{Lu})/u.exec(text)?.[0].length ?? 0;
  const headed = findOrder(text) || agrees.test(text) || (titled > 0 && findOrder(text.slice(titled)));
  const first = Math.min(...given, headed ? 0 : text.length);
  const further = [...text.matchAll(/[.;]\s+(?=\p{Lu})|;\s+(?=các\s)/gu)]
    .slice(0, MOST)
    .map((match) => match.index + match[0].length)
    .filter((at) => at > first && !given.includes(at) && namesAnother(text.slice(at, at + HEAD)));
  const own = further.length > 0 && first === 0 ? [0] : [];
  return [...new Set([...own, ...given, ...further])].sort((one, other) => one - other);
}

/** "Về chuyển đổi số: Thống nhất đề xuất …": the sentences after it say who acts on it. */
const agrees =
  /^(?:về\s[^:.;]{3,80}:\s*)?(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí|ghi nhận|biểu dương|phê bình|hoan nghênh|chấp thuận|cho phép|đánh giá cao)\s/iu;

/** Who answers for it is no order of its own: "…; Chủ tịch tỉnh chịu trách nhiệm nếu …". */
const namesAnother = (said: string): boolean =>
  !/^(?:chịu trách nhiệm|$)/u.test(findOrder(said)?.rest ?? '') && !answers.test(said);
const answers = /^[^.;]{0,80}\schịu trách nhiệm\s/iu;

/** What is asked of those above is a proposal, no order: "…; đề nghị UBND tỉnh khen thưởng". */
const proposal =
  /^(?:đề nghị|kiến nghị)\s+(?:cấp (?:có thẩm quyền|trên)|(?:chủ tịch )?(?:UBND|ủy ban nhân dân|uỷ ban nhân dân) (?:tỉnh|thành phố)|chính phủ|thủ tướng|quốc hội)(?![\p{L}])/iu;

/**
 * The orders said inside a clause that begins otherwise: "Về giải phóng mặt bằng: Biểu dương … Giao UBND xã Tân Lập …".
 * Each goes on to the next one; `before` is what stands ahead of the first.
 */
export function findEmbedded(text: string): { before: string; orders: Order[] } {
  const starts = startsOf(text);
  // "Giao Báo Minh Hà; đề nghị các cơ quan báo chí tuyên truyền": both do what the last is told
  const shared = starts[0] === 0 && findOrder(text.slice(0, starts[1]).replace(/[\s,;]+$/u, ''))?.rest === '';
  if (shared) return { before: text, orders: [] };
  const found = starts.flatMap((start, index) => {
    const said = text.slice(start, starts[index + 1] ?? text.length).replace(/(?<![\s,;])[\s,;]+$/u, '');
    const order = proposal.test(said) ? undefined : findOrder(said);
    return order && order.rest !== '' ? [{ start, order }] : [];
  });
  const before = text.slice(0, found[0]?.start ?? text.length).replace(/(?<![\s;])[\s;]+$/u, '');
  return { before, orders: found.map(({ order }) => order) };
}
