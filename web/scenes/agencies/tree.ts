import { fold } from '../../../src/kernel/text.ts';
import type { AgencyLine } from '../../../src/place/views.ts';

/** The tree of a day, from the flat list the server sends. */

export type Node = AgencyLine & { children: Node[] };

/** What stands under nobody of the day is at the top. */
export function growTree(lines: readonly AgencyLine[]): Node[] {
  const nodes = new Map(lines.map((line): [string, Node] => [line.id, { ...line, children: [] }]));
  const roots: Node[] = [];
  for (const node of nodes.values()) (nodes.get(node.parentId ?? '')?.children ?? roots).push(node);
  return roots;
}

/** The tree with only those whose name has the words, and those above them. */
export function searchTree(roots: readonly Node[], words: string): Node[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...roots];
  const fits = ({ name, shortName }: Node): boolean => {
    const text = fold(`${name} ${shortName ?? ''}`);
    return wanted.every((word) => text.includes(word));
  };
  const keep = (node: Node): Node[] => {
    const children = node.children.flatMap(keep);
    return children.length > 0 || fits(node) ? [{ ...node, children }] : [];
  };
  return roots.flatMap(keep);
}

/** Divisions of communes are alike by name: told with whose they are. */
export function labelsOf(lines: readonly AgencyLine[]): Map<string, string> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const counts = new Map<string, number>();
  for (const { name } of lines) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    lines.map(({ id, name, parentId }) => {
      const parent = byId.get(parentId ?? '');
      const label = (counts.get(name) ?? 0) > 1 && parent ? `${name}, ${parent.shortName ?? parent.name}` : name;
      return [id, label];
    }),
  );
}

/** The last day of change that is not after a day: where the slider stands. */
export function stopOf(days: readonly string[], on: string): number {
  const after = days.findIndex((day) => day > on);
  return Math.max(0, after < 0 ? days.length - 1 : after - 1);
}
