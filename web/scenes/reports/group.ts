import { componentKey, emptyLine, type ReportLine, saysAnything } from '../../../src/report/content/model.ts';
import type { ReportDetailView, ReportItemView } from '../../../src/report/views.ts';
import { sayComponent } from '../../words/work.ts';
import type { Content } from './drafting.ts';

/** The items of a report by component, as units answer them. */
export type Group = { key: string; name: string; index: string | null; items: ReportItemView[] };

export function groupItems(items: readonly ReportItemView[]): Group[] {
  const groups = Map.groupBy(items, ({ item }) => `${componentKey(item)}|${item.kind}`);
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    return [{ key: componentKey(first.item), name: sayComponent(first.item), index: first.item.index, items: list }];
  });
}

export const lineOf = (content: Content, id: string): ReportLine => content.items[id] ?? emptyLine;
export const componentLine = (content: Content, key: string): ReportLine => content.components[key] ?? emptyLine;

/** Whether the unit has said where a task stands: by itself, or with its component. */
export const isAnswered = (content: Content, { item }: ReportItemView, key: string): boolean =>
  lineOf(content, item.id).state !== null || componentLine(content, key).state !== null;

/** How many of the tasks the unit answers for say where they stand. */
export function countAnswered(content: Content, items: readonly ReportItemView[]): { owed: number; answered: number } {
  const owed = items.filter(({ owes }) => owes);
  return { owed: owed.length, answered: owed.filter((one) => isAnswered(content, one, componentKey(one.item))).length };
}

type Written = ReportDetailView['fields'];

/**
 * Whether somebody has written of a task, or the product knows of work on it. That nothing was begun is what a report opens with where
 * nobody said anything: it waits for somebody's word.
 */
export function isFilled(content: Content, fields: Written, one: ReportItemView): boolean {
  const { id } = one.item;
  const key = componentKey(one.item);
  const isOf = ({ place }: Written[number]): boolean =>
    (place.of === 'item' && place.key === id) || (place.of === 'component' && place.key === key);
  const { state, result } = lineOf(content, id);
  return (state !== null && state !== 'not-begun') || result.trim() !== '' || fields.some(isOf);
}

/** How many of the tasks the unit answers for somebody has filled in. */
export function countFilled(content: Content, fields: Written, items: readonly ReportItemView[]) {
  const owed = items.filter(({ owes }) => owes);
  return { owed: owed.length, filled: owed.filter((one) => isFilled(content, fields, one)).length };
}

/** What the period before says of a task, where it says anything in words. */
export function wordsBefore(previous: Content | null, id: string): ReportLine | undefined {
  const line = previous?.items[id];
  return line !== undefined && saysAnything(line) ? line : undefined;
}

export const componentKeyOf = ({ item }: ReportItemView): string => componentKey(item);
