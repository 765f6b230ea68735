import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, AgencySpan, Directory } from '../model.ts';

/** An agency as it was on a day. */
export type AgencyOnDay = { agency: Agency; span: AgencySpan };

/** What an agency was called and under whom it stood on a day; undefined before it began and after it ended. */
export const spanOn = ({ spans }: Agency, on: PlainDate): AgencySpan | undefined =>
  spans.find(({ from, to }) => from <= on && (to === null || on <= to));

const days = new WeakMap<Directory, Map<PlainDate, readonly AgencyOnDay[]>>();

/** All agencies there were on a day, in the official order. A directory is never changed, so each day is sorted once. */
export function agenciesOn(directory: Directory, on: PlainDate): readonly AgencyOnDay[] {
  const known = days.get(directory) ?? new Map<PlainDate, readonly AgencyOnDay[]>();
  days.set(directory, known);
  const made = known.get(on) ?? sortDay(directory, on);
  known.set(on, made);
  return made;
}

function sortDay({ agencies }: Directory, on: PlainDate): AgencyOnDay[] {
  return agencies
    .flatMap((agency) => {
      const span = spanOn(agency, on);
      return span ? [{ agency, span }] : [];
    })
    .sort(officialOrder);
}

const levelOrder = { central: 0, province: 1, district: 2, commune: 3, village: 4 };

const vietnamese = new Intl.Collator('vi', { numeric: true });

const officialOrder = (a: AgencyOnDay, b: AgencyOnDay): number =>
  levelOrder[a.agency.level] - levelOrder[b.agency.level] ||
  a.agency.position - b.agency.position ||
  vietnamese.compare(a.span.name, b.span.name);

const byId = new WeakMap<Directory, Map<string, Agency>>();

/** An agency by its id; undefined where the directory has none. */
export function findAgency(directory: Directory, id: string): Agency | undefined {
  const made = byId.get(directory) ?? new Map(directory.agencies.map((agency) => [agency.id, agency]));
  byId.set(directory, made);
  return made.get(id);
}

/** Those an agency stood under on a day, nearest first. */
export function ancestorsOf(directory: Directory, id: string, on: PlainDate): AgencyOnDay[] {
  const found: AgencyOnDay[] = [];
  const seen = new Set([id]);
  for (let at = findAgency(directory, id); at; ) {
    const parentId = spanOn(at, on)?.parentId ?? null;
    const parent = parentId === null || seen.has(parentId) ? undefined : findAgency(directory, parentId);
    const span = parent && spanOn(parent, on);
    if (parent && span) found.push({ agency: parent, span });
    if (parent) seen.add(parent.id);
    at = span ? parent : undefined;
  }
  return found;
}

/** One agency of the tree, with those right under it. */
export type TreeNode = AgencyOnDay & { children: TreeNode[] };

/** The tree of a day. What stood under an agency that is no more that day is shown at the top, never dropped. */
export function treeOn(directory: Directory, on: PlainDate): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  for (const one of agenciesOn(directory, on)) nodes.set(one.agency.id, { ...one, children: [] });
  const roots: TreeNode[] = [];
  for (const node of nodes.values()) (nodes.get(node.span.parentId ?? '')?.children ?? roots).push(node);
  return roots;
}

const families = new WeakMap<readonly AgencyOnDay[], Map<string | null, AgencyOnDay[]>>();

function childrenOn(directory: Directory, on: PlainDate): Map<string | null, AgencyOnDay[]> {
  const there = agenciesOn(directory, on);
  const made = families.get(there) ?? Map.groupBy(there, ({ span }) => span.parentId);
  families.set(there, made);
  return made;
}

/** All agencies under one on a day, at any depth, itself left out. */
export function descendantsOf(directory: Directory, id: string, on: PlainDate): AgencyOnDay[] {
  const children = childrenOn(directory, on);
  const found: AgencyOnDay[] = [];
  const seen = new Set([id]);
  const visit = (parent: string): void => {
    for (const child of children.get(parent) ?? []) {
      if (seen.has(child.agency.id)) continue;
      seen.add(child.agency.id);
      found.push(child);
      visit(child.agency.id);
    }
  };
  visit(id);
  return found;
}
