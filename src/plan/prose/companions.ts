import { findAgencies } from '../../place/agencies.ts';
import { actsIn, startsWithVerb } from './verbs.ts';

/** No list of agencies in a sentence is longer. */
const LONGEST = 800;
/** And none names others beside the one it orders more often. */
const MOST = 20;
/** A name the lexicon knows only the beginning of goes on for no more words: "Phòng Điều" + "dưỡng". */
const REST_OF_NAME = 3;

const withWhom = /phối hợp(?:\s+(?:chặt chẽ|đồng bộ|kịp thời|thường xuyên|tốt))?(?:\s+(?:với|cùng))?\s+/giu;
/** What follows whom one works with: what for, when, how. */
const ends = /\s(?:trong|để|nhằm|khi|tại|theo|về|đối với|từ|trước|sau|và|được|có|do|bằng|thuộc|của|là)(?![\p{L}])/iu;

/** "chủ trì, phối hợp với Sở Nội vụ, …": whom a sentence names beside the one it orders. */
export function findCompanions(text: string): string[] {
  const calls = [...text.matchAll(withWhom)].slice(0, MOST);
  return [...new Set(calls.flatMap(({ index, 0: words }) => readCompanions(text.slice(index + words.length))))];
}

function readCompanions(text: string): string[] {
  const said = text.slice(0, LONGEST);
  const { names, end } = findAgencies(said);
  const last = names.at(-1);
  const act = actsIn(said).find((at) => at >= end);
  if (last === undefined || act === undefined) return names;
  const gap = said.slice(end, act).trimEnd();
  const goesOn = !startsWithVerb(gap.trim()) && /^\s\p{Ll}/u.test(gap) && !/[,;.:()]/u.test(gap) && !ends.test(gap);
  return goesOn && gap.trim().split(' ').length <= REST_OF_NAME ? [...names.slice(0, -1), last + gap] : names;
}
