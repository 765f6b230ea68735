import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5';
import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Parses HTML as browsers do, but gives up on pages made to exhaust memory (nodes) or time (nesting). */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html, { treeAdapter: countingAdapter() });
}

function countingAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  const depth = new WeakMap<Parent, number>();
  let nodes = 0;
  const count = (parent: Parent, child: Node): void => {
    const level = (depth.get(parent) ?? 0) + 1;
    if (++nodes > limits.htmlNodes || level > limits.depth) throw new Refusal('document-too-complex');
    if ('childNodes' in child) depth.set(child, level);
  };
  return {
    ...defaultTreeAdapter,
    appendChild(parent, child) {
      count(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      count(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
}

export const isElement = (node: Node): node is Element => 'tagName' in node;

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** Elements among the children, in order. */
export const children = (parent: Parent): Element[] => parent.childNodes.filter(isElement);

/** A whole number in an attribute, as HTML reads one: leading digits count. */
export function readNumber(element: Element, name: string): number | null {
  const number = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isNaN(number) ? null : number;
}
