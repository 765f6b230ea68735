import { roleWords } from '../../../src/plan/words/roles.ts';
import type { UnitOwed, UnitWork } from '../../api-follow.ts';
import { findsWords } from '../../words/find.ts';
import { sayComponent } from '../../words/work.ts';
import { addSums, noSum, type Sum } from '../follow/sum.ts';
import type { Line } from '../follow/useCellWork.ts';
import type { StandingName, UnitSearch } from './search.ts';

export type Group = { name: string; sum: Sum; lines: readonly Line[] };

/** Where one thing stands on a day; undefined where it was given up and counts no more. */
export function standingOf(
  { status, due, completedOn }: Pick<UnitOwed, 'status' | 'due' | 'completedOn'>,
  today: string,
): StandingName | undefined {
  if (status === 'cancelled' || status === 'superseded') return undefined;
  if (status === 'done') return completedOn !== null && due !== null && completedOn > due ? 'xong-tre' : 'xong';
  if (due === null) return 'cho';
  return due < today ? 'qua-han' : 'trong-han';
}

const figureOf: Record<StandingName, keyof Sum> = {
  'qua-han': 'late',
  'trong-han': 'open',
  cho: 'waiting',
  xong: 'done',
  'xong-tre': 'doneLate',
};

/** All a unit owes in a period, as one sum. */
export const sumUp = (owed: readonly Line['owed'][], today: string): Sum =>
  owed.reduce<Sum>((sum, one) => {
    const standing = standingOf(one, today);
    return standing ? addSums(sum, { ...noSum, [figureOf[standing]]: 1 }) : sum;
  }, noSum);

/** What a unit owes by component, role or reporting period, the parts with most overdue first. */
export function layOutUnit({ items, owed, agency }: UnitWork, search: UnitSearch, today: string): Group[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const finds = findsWords(search.tim);
  const lines = owed.flatMap((one): Line[] => {
    const item = byId.get(one.itemId);
    const standing = standingOf(one, today);
    if (!item || !standing || (search.muc && standing !== search.muc)) return [];
    if (!finds(item.text, sayComponent(item))) return [];
    return [{ owed: one, item, agency: agency.name, role: one.role, request: one.request }];
  });
  const nameOf = ({ owed: { period }, item, role }: Line): string => {
    if (search.nhom === 'vai-tro') return roleWords[role];
    if (search.nhom === 'ky') return period ?? 'Không theo kỳ';
    return [item.index, sayComponent(item)].filter(Boolean).join(' · ');
  };
  const groups = [...Map.groupBy(lines, nameOf)].map(([name, group]) => ({
    ...{ name, lines: group.toSorted(urgentFirst) },
    sum: sumUp(
      group.map((line) => line.owed),
      today,
    ),
  }));
  return search.nhom === 'ky' ? groups : groups.toSorted((a, b) => b.sum.late - a.sum.late);
}

const urgentFirst = (a: Line, b: Line): number =>
  Number(a.owed.status === 'done') - Number(b.owed.status === 'done') ||
  (a.owed.due ?? '9').localeCompare(b.owed.due ?? '9');
