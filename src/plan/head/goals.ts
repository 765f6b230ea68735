import type { Goal, IndexName, Target } from '../model.ts';
import type { Prose } from '../prose/paragraphs.ts';
import { splitSentences } from '../prose/sentences.ts';
import { readTargets } from '../targets.ts';
import { isCapitals } from './capitals.ts';
import { findIndices } from './indices.ts';

const wishes = /phấn đấu|mục tiêu/iu;
/** What can be reached: a number, or more than before. */
const reachable =
  /\d\s*%|tăng|cao hơn|nhóm\s+\d|nhóm\s+(?:các\s+)?(?:tỉnh|dẫn đầu|cao|khá|trung bình)|xếp|thứ hạng|cải thiện|nâng|đạt\s+(?:từ\s+)?\d|trên\s+\d|top/iu;
const measured = /chỉ số|điểm số|mức độ hài lòng|xếp hạng|thứ hạng/iu;

/** Sentences that set a goal for an index, wherever the document sets it. */
export function readGoals(main: Prose[], indices: IndexName[]): Goal[] {
  const aims = new Set(underAims(main));
  return main
    .flatMap((one) => splitSentences(one.body).map((sentence) => ({ sentence, aimed: aims.has(one) })))
    .filter(({ sentence, aimed }) => isGoal(sentence, indices) || (aimed && isAim(sentence, indices)))
    .map(({ sentence: quote }) => ({ index: goalIndex(quote, indices), quote, targets: goalTargets(quote) }));
}

/** "I. MỤC TIÊU", "2. Chỉ tiêu cụ thể", "I. MỤC ĐÍCH, MỤC TIÊU": what stands below need not say again that it is a goal. */
const aimHeading =
  /^(?:(?:mục đích|yêu cầu|quan điểm|các)[\s,và]*)*(?:mục tiêu|chỉ tiêu)(?![\p{L}])[^.;:\d]{0,60}[.:]?$/iu;

/** The paragraphs under headings of goals, up to the next heading of the same rank. */
function underAims(main: Prose[]): Prose[] {
  let under: number | null = null;
  return main.filter(({ label, body, display }) => {
    const depth = label?.depth ?? null;
    if (under !== null && (depth === null ? display && isCapitals(body) : depth <= under)) under = null;
    if (!aimHeading.test(body)) return under !== null;
    under ??= depth ?? 5;
    return false;
  });
}

/** An index or a measure, and how much of it: "Chỉ số SIPAS đạt trên 90%", "100% hồ sơ được giải quyết đúng hạn". */
function isAim(sentence: string, indices: IndexName[]): boolean {
  const named = findIndices(sentence).length > 0 || (measured.test(sentence) && indices.length > 0);
  return (named && reachable.test(sentence)) || readTargets(sentence).some(({ value }) => value !== null);
}

/** From the word that sets the goal on: a purpose may say much before it. */
function goalPart(sentence: string): string {
  const at = sentence.search(/phấn đấu/iu);
  const from = sentence.slice(at >= 0 ? at : Math.max(0, sentence.search(wishes)));
  return from.replace(/^(?:(?:phấn đấu|mục tiêu|chung:?|cụ thể:?|tổng quát:?|đạt|là|đến|:)\s+)+/iu, '');
}

function isGoal(sentence: string, indices: IndexName[]): boolean {
  if (!wishes.test(sentence) || !sentence.includes(' ')) return false;
  const part = goalPart(sentence);
  const named = findIndices(part).length > 0 || (measured.test(part) && indices.length > 0);
  return (named || (/phấn đấu/iu.test(sentence) && findIndices(sentence).length > 0)) && reachable.test(part);
}

function goalIndex(sentence: string, indices: IndexName[]): IndexName | null {
  const named = findIndices(goalPart(sentence))[0] ?? findIndices(sentence)[0];
  if (named) return named;
  // SIPAS is the measure of satisfaction with administrative services, also where only that is said; not in a plan for another index.
  if (/hài lòng/iu.test(sentence) && (indices.length !== 1 || indices[0] === 'SIPAS')) return 'SIPAS';
  return indices.length === 1 ? (indices[0] ?? null) : null;
}

function goalTargets(sentence: string): Target[] {
  const part = goalPart(sentence);
  const found = readTargets(part);
  if (found.some(({ value }) => value !== null)) return [...rankTargets(part), ...found];
  const compared = [...comparedTargets(part), ...rankTargets(part)];
  return compared.length > 0 ? compared : found;
}

/** "tăng điểm so với năm 2023", "có điểm số cao hơn năm 2022": more than before, by no stated amount. */
function comparedTargets(part: string): Target[] {
  const rise =
    /^(?:phấn đấu\s+|mục tiêu\s+)*(.*?)\s*((?:tăng|nâng)\s+(điểm số|điểm|bậc|thứ hạng|hạng)[^.;]*?so với\s+(năm\s+)?(\d{4}))/iu.exec(
      part,
    );
  if (rise) return [raised(rise[1], rise[3], rise[5], rise[2])];
  const higher =
    /^(?:phấn đấu\s+|mục tiêu\s+)*(.*?)\s*((?:có\s+)?(điểm số|điểm|thứ hạng|hạng)\s+cao hơn\s+(?:so với\s+)?(năm\s+)?(\d{4}))/iu.exec(
      part,
    );
  return higher ? [raised(higher[1], higher[3], higher[5], higher[2])] : [];
}

function raised(subject = '', unit = '', baseline = '', quote = ''): Target {
  const named = /^điểm/iu.test(unit) ? 'điểm' : /^bậc/iu.test(unit) ? 'bậc' : 'hạng';
  return { subject: subject || null, op: 'increase', value: null, unit: named, baseline: baseline || null, quote };
}

/** "trong nhóm 20 tỉnh, thành phố đạt thứ hạng cao": the twentieth place or better. */
function rankTargets(part: string): Target[] {
  const group = /(?:trong\s+)?(?:nhóm|top)\s+(\d{1,2})\s+(?:tỉnh|địa phương|đơn vị|huyện|xã)[^.;()]*/iu.exec(part);
  if (!group) return [];
  const before = part
    .slice(0, group.index)
    .replace(/[\s(]*(?:(?:được|tiếp tục|duy trì)\s+)*(?:xếp|nằm|đứng|thuộc)?\s*$/iu, '');
  const target = { subject: before || null, op: '<=', value: Number(group[1]), unit: 'hạng' } as const;
  return [{ ...target, baseline: null, quote: group[0].trim() }];
}
