import type { ConcreteDayView as ConcreteDay } from '../../../src/assignment/concrete/views.ts';
import { fold } from '../../../src/kernel/text.ts';
import type { Item, Owed } from '../../api-work.ts';
import { sayComponent } from '../../words/work.ts';
import { type BucketName, bucketNames, bucketOf, type MyWorkSearch } from './search.ts';

/**
 * A day something is owed with its task. `again`: other days of the same assignment in the same part of time, which one card
 * tells together; `more`: how many of them it only counts. `concrete`: what the unit will do under it and when, under the first
 * card of its assignment.
 */
export type Line = { owed: Owed; item: Item; again: readonly Owed[]; more: number; concrete: readonly ConcreteDay[] };
export type Group = { name: string; lines: Line[] };
export type Section = { bucket: BucketName; count: number; groups: Group[] };

/** Sections by urgency, in each the work of one component together, in the order it came. */
export function layOutWork(
  owed: readonly Owed[],
  items: readonly Item[],
  search: MyWorkSearch,
  concrete: readonly ConcreteDay[] = [],
): Section[] {
  const lines = withConcrete(filterLines(owed, items, search), concrete);
  return bucketNames.flatMap((bucket) => {
    if (search.muc && search.muc !== bucket) return [];
    const ours = lines.filter((line) => line.owed.bucket === bucketOf[bucket]);
    if (ours.length === 0) return [];
    const shown = gather(ours, bucket === 'sau' && search.muc !== 'sau');
    const groups = Map.groupBy(shown, ({ item }) => `${item.index ?? ''} ${sayComponent(item)}`);
    return [
      {
        ...{ bucket, count: ours.length },
        groups: [...groups.values()].map((lines) => ({ name: nameOf(lines), lines })),
      },
    ];
  });
}

/** The most urgent day of an assignment carries its concrete acts: they are told once. */
function withConcrete(lines: readonly Line[], concrete: readonly ConcreteDay[]): Line[] {
  const ofEach = Map.groupBy(concrete, ({ assignmentId }) => assignmentId);
  return lines.map((line) => {
    const { assignmentId } = line.owed;
    const mine = ofEach.get(assignmentId) ?? [];
    ofEach.delete(assignmentId);
    return { ...line, concrete: mine };
  });
}

const nameOf = (lines: readonly Line[]): string => {
  const [first] = lines;
  return first ? [first.item.index, sayComponent(first.item)].filter(Boolean).join(' · ') : '';
};

/** One line for each assignment. Of what is owed later the next day is enough: the others come in their time. */
function gather(lines: readonly Line[], nextOnly: boolean): Line[] {
  const ofEach = Map.groupBy(lines, ({ owed }) => owed.assignmentId);
  return [...ofEach.values()].flatMap(([next, ...rest]) => {
    if (!next) return [];
    return nextOnly ? [{ ...next, more: rest.length }] : [{ ...next, again: rest.map(({ owed }) => owed) }];
  });
}

function filterLines(owed: readonly Owed[], items: readonly Item[], search: MyWorkSearch): Line[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const words = fold(search.tim ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return owed.flatMap((one) => {
    const item = byId.get(one.itemId);
    if (!item || (search['noi-dung'] && sayComponent(item) !== search['noi-dung'])) return [];
    const text = fold([item.text, item.component, item.result, one.period].filter(Boolean).join(' '));
    return words.every((word) => text.includes(word)) ? [{ owed: one, item, again: [], more: 0, concrete: [] }] : [];
  });
}
