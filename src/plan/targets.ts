import { normalize, squish } from '../kernel/text.ts';
import type { Target, TargetOp } from './model.ts';
import { findQuantities } from './targets/quantities.ts';
import type { Quantity } from './targets/quantity.ts';
import { comparedSubject, subjectOf } from './targets/subject.ts';

// A point between digits is part of a number. A dash inside a line is a bullet only before a capital or a figure: "chính trị - xã hội" is not.
const clauseEnd =
  /\n+\s*(?:[-–+•*]\s+)?|^\s*[-–+•*]\s+|;|(?<!\d)\.(?=\s|$)|\.(?=\s+[\p{Lu}\d-])|(?<=\s)(?<!\d\s)(?<!\d\s?%\s)[-–+•*](?=\s+[\p{Lu}\d])|(?<=%\s)[-–](?=\s+[\p{Lu}])/u;

// No clause of a plan is longer; a whole document in one must not cost more than its head.
const longest = 2000;

const clausesOf = (text: string): string[] =>
  normalize(text)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .split(clauseEnd)
    .map((clause) => squish(clause.slice(0, longest)))
    .filter((clause) => clause !== '');

const baselinePattern =
  /(?:so với|cao hơn|thấp hơn|nhiều hơn)\s+(?:so với\s+)?((?:cùng kỳ\s+)?(?:năm\s+)?(20\d\d|trước|trước đó)|kết quả năm (20\d\d)|kế hoạch|giai đoạn (20\d\d\s*-\s*20\d\d))/iu;

/** The year or state a change counts from: "so với năm 2021" → "2021". */
function baselineOf(text: string): string | null {
  const match = baselinePattern.exec(text);
  if (!match) return null;
  const year = [match[2], match[3]].find((found) => found && /\d/.test(found));
  return year ?? match[4] ?? squish(match[1] ?? '');
}

/** "giảm chi … so với năm 2021 đạt 10%": the share is that of the fall. */
function changeOf(clause: string, quantity: Quantity): TargetOp {
  const ahead = clause.slice(0, quantity.start);
  if (quantity.op !== '=' || quantity.unit !== '%' || !/so với[^,;]{0,30}đạt\s*$/iu.test(ahead)) return quantity.op;
  const moved = [...ahead.matchAll(/(?<!\p{L})(giảm|tăng)(?!\p{L})/giu)].at(-1)?.[1]?.toLowerCase();
  return moved === 'giảm' ? 'decrease' : moved === 'tăng' ? 'increase' : quantity.op;
}

const comparison =
  /(?<!\p{L})(tăng|giảm|cao hơn|thấp hơn)(?!\p{L})(?:[^\d,;.]{0,60}?(?:so với|hơn)\s|\s(?=năm\s))(?:so với\s)?(?:cùng kỳ\s)?(?:kết quả\s)?(?:năm\s)?(?:20\d\d|trước)/iu;

/** "tăng so với năm 2023": a direction that can be missed, though no figure is printed. */
function direction(clause: string, known: readonly Quantity[]): Target[] {
  const match = comparison.exec(clause);
  const figured = (quantity: Quantity) =>
    match !== null && quantity.start >= match.index - 25 && quantity.start <= match.index + match[0].length + 8;
  if (!match || known.some(figured)) return [];
  const inside = match[0].slice(match[1]?.length ?? 0).replace(/(?:so với|cao hơn|thấp hơn|hơn).*$/iu, '');
  const op: TargetOp = /^(?:tăng|cao)/iu.test(match[0]) ? 'increase' : 'decrease';
  return [
    {
      subject: comparedSubject(clause.slice(0, match.index), inside),
      op,
      value: null,
      unit: null,
      baseline: baselineOf(clause.slice(match.index)),
      quote: clause,
    },
  ];
}

function targetsOf(clause: string): Target[] {
  const quantities = findQuantities(clause);
  const found = quantities.map((quantity, index): Target => {
    const last = quantities.findLast((other) => other.end <= quantity.start)?.end ?? 0;
    const next = quantities.find((other) => other.start >= quantity.end)?.start ?? clause.length;
    const own = clause.slice(last, quantities[index + 1] ? next : clause.length);
    return {
      subject: subjectOf(clause, quantity, last, next),
      op: changeOf(clause, quantity),
      value: quantity.value,
      unit: quantity.unit,
      baseline: quantity.baseline ?? baselineOf(own),
      quote: clause,
    };
  });
  return [...found, ...direction(clause, quantities)];
}

/**
 * The stated quantities of a task, a result or a goal, one each, in the order printed. A range ("80% - 90%") is one: it is
 * met from its lower bound on. A place in a ranking counts down: "trong nhóm 10" is <= 10. Ages, law numbers, dates, levels of service
 * and counts that only describe ("02 cấp chính quyền") are none.
 */
export const readTargets = (text: string): Target[] => clausesOf(text).flatMap(targetsOf);
