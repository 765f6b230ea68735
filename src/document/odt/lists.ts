import { type Label, type ListUse, type Numbering, openNumbering } from '../numbering.ts';
import { whole } from '../package/xml.ts';
import type { ListStyle } from './list-styles.ts';
import type { OdtStyles } from './styles.ts';

/** The lists that are open where we read, and the numbers they have come to. */
export type Lists = {
  open(attributes: Record<string, string>): void;
  close(): void;
  /** an item begins; `numbered` is false for a list's heading */
  item(attributes: Record<string, string>, numbered: boolean): void;
  /** the label of a paragraph: that of the item it is the first of */
  label(): Label | undefined;
  /** the label of a heading that stands in no list */
  heading(level: number): Label | undefined;
  /** lists outside a table or a text box have nothing to do with those in it */
  enter(): void;
  leave(): void;
};

type OpenList = { use: number | undefined; pending: boolean; start: number | undefined };

export function openLists(styles: OdtStyles): Lists {
  const uses = new Map<number, ListUse>();
  const levelsOf = new Map<string, ListStyle>();
  const numbering: Numbering = openNumbering(uses, (use) => {
    const id = uses.get(use)?.family ?? '';
    return { id, levels: levelsOf.get(id) ?? [] };
  });
  const begin = (levels: ListStyle): number => {
    const use = uses.size + 1;
    levelsOf.set(String(use), levels);
    uses.set(use, { family: String(use), starts: new Map(), levels: new Map() });
    return use;
  };
  const latest = new Map<string, number>();
  const named = new Map<string, number>();
  let stack: OpenList[] = [];
  const outer: OpenList[][] = [];
  let outline: number | undefined;

  const findUse = (attributes: Record<string, string>): number | undefined => {
    const style = attributes['text:style-name'];
    const above = stack.at(-1);
    if (above && (style === undefined || latest.get(style) === above.use)) return above.use;
    const levels = styles.list(style);
    if (style === undefined || !levels) return undefined;
    const continued = named.get(attributes['text:continue-list'] ?? '');
    const before = attributes['text:continue-numbering'] === 'true' ? latest.get(style) : undefined;
    const use = continued ?? before ?? begin(levels);
    latest.set(style, use);
    return use;
  };
  return {
    open(attributes) {
      const use = findUse(attributes);
      const id = attributes['xml:id'];
      if (id !== undefined && use !== undefined) named.set(id, use);
      stack.push({ use, pending: false, start: undefined });
    },
    close: () => void stack.pop(),
    item(attributes, numbered) {
      const list = stack.at(-1);
      if (list) Object.assign(list, { pending: numbered, start: whole(attributes['text:start-value']) });
    },
    label() {
      const list = stack.at(-1);
      if (!list?.pending) return undefined;
      list.pending = false;
      return list.use === undefined ? undefined : numbering.next(list.use, stack.length - 1, undefined, list.start);
    },
    heading(level) {
      const levels = styles.outline();
      if (stack.length > 0 || !levels) return undefined;
      outline ??= begin(levels);
      return numbering.next(outline, level - 1, undefined);
    },
    enter() {
      outer.push(stack);
      stack = [];
    },
    leave() {
      stack = outer.pop() ?? [];
    },
  };
}
