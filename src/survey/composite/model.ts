import type { GroupRule } from '../compare/ranks.ts';
import type { DesignSummary, DomainValue } from '../model.ts';

/**
 * An index on microdata: a tree whose leaves are statistics of answers and whose nodes are linear in their parts, so the
 * interval of every node follows from the leaves' scores. The framework says what the index is, the mapping which column
 * of some responses is which leaf.
 */

/** lo + (hi − lo)·(x − min)/(max − min); a scale read backwards has min above max. */
export type Rescale = { lo: number; hi: number; min: number; max: number };

/** What stands at a node: its parts together, then on another scale. */
export type Rule = { combine: 'sum' | 'mean'; rescale: Rescale | null };

/** `share`: values of the answer that count as 1, all others as 0; null for the mean of the answers themselves. */
export type LeafRule = { share: readonly number[] | null; rescale: Rescale | null };

/** A node of the index. `weight`: how much it counts in what it is a part of. A leaf has no parts. */
export type IndexNode = {
  code: string;
  name: string | null;
  weight: number;
  rule: Rule;
  parts: readonly IndexNode[];
  /** Of a leaf that is not read as the method says. */
  leaf: LeafRule | null;
};

/** One way to read the answers; an index told by two methods is printed by both, each with its name. */
export type IndexMethod = LeafRule & { id: string; name: string; unit: string };

/** An index as its file says it. `root` is the whole; its code names the total. */
export type IndexFramework = {
  index: string;
  version: string;
  source: string;
  methods: readonly IndexMethod[];
  root: IndexNode;
  /** How ranks become groups, where the index has groups. */
  groups: GroupRule | null;
};

/** How a column of some responses is read as a leaf. `values`: what each code stands for; null where the answers are numbers. */
export type LeafSource = {
  column: string;
  values: Readonly<Record<string, number>> | null;
  missing: readonly string[];
};

/** Which column is which leaf, by the leaf's code. */
export type IndexMapping = { leaves: Readonly<Record<string, LeafSource>> };

/** Why a node has no figure: a leaf no column was given for, one nobody answered, one with too few behind it; `complement`: else
 * a small group would follow from the total. */
export type Lacking = { code: string; why: 'no-column' | 'nobody' | 'respondents' | 'psus' | 'complement' };

/**
 * A figure of one node in one group, in the unit of the method. `n`, `psus`, `df`: the least of its leaves', since a whole
 * is no surer than its weakest part. Where `lacking` is not empty there is no figure: what is missing is not zero.
 */
export type IndexRow = {
  method: string;
  code: string;
  name: string | null;
  depth: number;
  leaf: boolean;
  by: Readonly<Record<string, DomainValue>>;
  estimate: number | null;
  se: number | null;
  df: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  psus: number | null;
  lacking: readonly Lacking[];
};

export type IndexEstimates = {
  index: string;
  version: string;
  source: string;
  methods: readonly Pick<IndexMethod, 'id' | 'name' | 'unit'>[];
  level: number;
  design: DesignSummary;
  rows: readonly IndexRow[];
  ranks: readonly IndexRank[];
};

/**
 * Where a group stands by the whole of the index. `low`…`high`: the ranks that hold the level's share of draws; `group` by
 * the framework's rule, 1 the best, with how likely each is.
 */
export type IndexRank = {
  method: string;
  by: IndexRow['by'];
  of: number;
  rank: number;
  low: number;
  high: number;
  group: number | null;
  groupChance: readonly number[];
};
