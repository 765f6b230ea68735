import { fold } from '../../kernel/text.ts';
import type { Day, Listed } from './day.ts';
import type { Candidate } from './model.ts';

// Words of names of every kind: what is alike in them alone is not alike.
const common =
  /\b(?:cac|so|phong|ban|va|cua|thuoc|uy ban|hoi dong|nhan dan|ubnd|hdnd|tinh|thanh pho|tp|huyen|quan|thi xa|tx|xa|phuong|thi tran|dac khu)\b/g;

const piecesOf = (words: string): Set<string> => {
  const padded = ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
};

/** The three-letter pieces of a name, whole and without the words many names share. */
type Pieces = { whole: Set<string>; own: Set<string> };

function readPieces(text: string): Pieces {
  const low = fold(text);
  const whole = piecesOf(low);
  const own = piecesOf(low.replace(common, ' '));
  return { whole, own: own.size > 0 ? own : whole };
}

/** How alike two names are, 0–1: the share of pieces they have in common. */
function overlap(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Mostly by what is a name's own: "Sở Dân tộc và Tôn giáo" is not like "Sở Giáo dục và Đào tạo". */
const likeness = (a: Pieces, b: Pieces): number => 0.75 * overlap(a.own, b.own) + 0.25 * overlap(a.whole, b.whole);

// What a person is shown to choose from: more would be a list to search, not an answer to pick.
const shown = 5;
const worthShowing = 0.4;

/** Agencies of the day whose names are most like the printed one; those of the issuer's own unit before equals. */
export function rank(day: Day, printed: string, issuerId: string): Candidate[] {
  const wanted = readPieces(printed);
  const scored = day.all.map((one: Listed) => {
    const names = [one.span.name, one.span.shortName ?? ''].filter((name) => name !== '');
    const best = Math.max(...names.map((name) => likeness(wanted, readPieces(name))));
    return { one, score: best * 0.8 + (one.owner?.id === issuerId ? 0.08 : 0) };
  });
  return scored
    .filter(({ score }) => score >= worthShowing)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ one, score }) => ({ agencyId: one.agency.id, name: one.span.name, score: Math.round(score * 100) / 100 }));
}
