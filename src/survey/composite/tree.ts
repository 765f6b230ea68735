import type { IndexFramework, IndexMethod, IndexNode, LeafRule, Rescale } from './model.ts';

/** A node as it stands in the tree, with what it comes to: constant + Σ coefficient · statistic of a leaf. */
export type Form = {
  node: IndexNode;
  depth: number;
  constant: number;
  coefficients: ReadonlyMap<IndexNode, number>;
};

/** Every node, the whole first, each before its parts. */
export function nodesOf(root: IndexNode): IndexNode[] {
  return [root, ...root.parts.flatMap(nodesOf)];
}

export const leavesOf = (root: IndexNode): IndexNode[] => nodesOf(root).filter(({ parts }) => parts.length === 0);

/** How a leaf is read under a method. */
export const leafRule = ({ leaf }: Pick<IndexNode, 'leaf'>, method: LeafRule): LeafRule => leaf ?? method;

/** What every node comes to as a linear function of the leaves' statistics, in the order of `nodesOf`. */
export function formsOf({ root }: Pick<IndexFramework, 'root'>, method: LeafRule): Form[] {
  return formsBelow(root, method, 0);
}

function formsBelow(node: IndexNode, method: LeafRule, depth: number): Form[] {
  if (node.parts.length === 0) {
    const { rescale } = leafRule(node, method);
    return [{ node, depth, ...moved({ constant: 0, coefficients: new Map([[node, 1]]) }, rescale) }];
  }
  const below = node.parts.map((part) => formsBelow(part, method, depth + 1));
  const own = joined(
    below.map(([form]) => form as Form),
    node,
  );
  return [{ node, depth, ...own }, ...below.flat()];
}

type Linear = Pick<Form, 'constant' | 'coefficients'>;

function joined(parts: readonly Form[], { rule }: IndexNode): Linear {
  const all = rule.combine === 'sum' ? 1 : parts.reduce((sum, { node }) => sum + node.weight, 0);
  const coefficients = new Map<IndexNode, number>();
  let constant = 0;
  for (const part of parts) {
    const weight = part.node.weight / all;
    constant += weight * part.constant;
    for (const [leaf, by] of part.coefficients) coefficients.set(leaf, (coefficients.get(leaf) ?? 0) + weight * by);
  }
  return moved({ constant, coefficients }, rule.rescale);
}

function moved({ constant, coefficients }: Linear, rescale: Rescale | null): Linear {
  if (rescale === null) return { constant, coefficients };
  const { lo, hi, min, max } = rescale;
  const slope = (hi - lo) / (max - min);
  return {
    constant: lo + slope * (constant - min),
    coefficients: new Map([...coefficients].map(([leaf, by]) => [leaf, slope * by])),
  };
}

/**
 * What the index comes to where the leaves' statistics are known: by code of the node; null where a leaf of it is not
 * known.
 */
export function scoreIndex(
  framework: Pick<IndexFramework, 'root'>,
  method: Pick<IndexMethod, 'share' | 'rescale'>,
  statisticOf: (code: string) => number | null,
): Map<string, number | null> {
  return new Map(
    formsOf(framework, method).map(({ node, constant, coefficients }) => {
      let value: number | null = constant;
      for (const [leaf, by] of coefficients) {
        const known = statisticOf(leaf.code);
        value = value === null || known === null ? null : value + by * known;
      }
      return [node.code, value];
    }),
  );
}
