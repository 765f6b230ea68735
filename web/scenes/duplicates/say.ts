import { diffWordsWithSpace } from 'diff';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Pair, Side } from './api.ts';

/** Pairs of tasks that may be one, in words. */

type Counts = { undecided: number; same: number; different: number };

/** "7 cặp chưa xem, 3 cặp là một việc, 2 cặp không trùng" */
export function sayCounts({ undecided, same, different }: Counts): string {
  if (undecided + same + different === 0) return 'Chưa thấy nhiệm vụ nào trùng nhau.';
  const parts = [
    undecided > 0 ? `${sayNumber(undecided)} cặp chưa xem` : 'Đã xem hết',
    same > 0 && `${sayNumber(same)} cặp là một việc`,
    different > 0 && `${sayNumber(different)} cặp không trùng`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "Sở Nội vụ; Sở Tài chính và 3 cơ quan khác" */
export function sayAgencies(count: number, first: readonly string[], names: ReadonlyMap<string, string>): string {
  if (count === 0) return 'không nêu';
  const named = first.flatMap((id) => names.get(id) ?? []).join('; ');
  const more = count - first.length;
  return named + (more > 0 ? ` và ${sayNumber(more)} cơ quan khác` : '');
}

/** What is open of one of the two, and until when. */
export function sayOpen({ open, due, item }: Pick<Side, 'open' | 'due' | 'item'>): string {
  const printed = item.time ? ` (“${item.time}”)` : '';
  if (open === 0) return `không còn kỳ nào phải làm${printed}`;
  const next = due ? `hạn gần nhất ${sayDay(due)}` : 'chờ sự kiện';
  return `${next}; còn ${sayNumber(open)} lần${printed}`;
}

/** What saying that they are one means for those who owe both. */
export function sayBoth({ both, decision }: Pick<Pair, 'both' | 'decision'>): string {
  if (both === 0) return 'Không có cơ quan nào phải làm cả hai: gộp hay không đều không đổi việc của ai.';
  const who = `${sayNumber(both)} cơ quan phải làm cả hai`;
  if (decision === 'same') return `${who}: mỗi kỳ làm một lần, báo cáo một lần cho cả hai.`;
  if (decision === 'different') return `${who}: làm và báo cáo riêng từng nhiệm vụ.`;
  return `${who}. Nếu là một việc, các cơ quan này làm một lần, báo cáo một lần cho cả hai.`;
}

export type Piece = { text: string; marked: boolean };

/** Two wordings with what only one of them has marked in each. Vietnamese syllables count as words. */
export function markDifference(one: string, other: string): { one: Piece[]; other: Piece[] } {
  const parts = diffWordsWithSpace(one, other);
  return {
    one: joinMarked(parts.flatMap(({ value, added, removed }) => (added ? [] : [{ text: value, marked: removed }]))),
    other: joinMarked(parts.flatMap(({ value, added, removed }) => (removed ? [] : [{ text: value, marked: added }]))),
  };
}

/** A space between two marked words is marked with them: the eye reads one stretch, not words in a row. */
function joinMarked(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [at, { text, marked }] of pieces.entries()) {
    const between = text.trim() === '' && (pieces[at - 1]?.marked ?? false) && (pieces[at + 1]?.marked ?? false);
    const last = joined.at(-1);
    if (last && last.marked === (marked || between)) last.text += text;
    else joined.push({ text, marked: marked || between });
  }
  return joined;
}
