import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory, Succession } from '../model.ts';
import { findAgency, spanOn } from './on.ts';

/** Who carries an agency's work on a later day; `functions` are what each took over on the way, empty for the whole. */
export type Inheritor = { agency: Agency; functions: readonly string[] };

const bySource = new WeakMap<Directory, Map<string, Succession[]>>();

function successionsFrom(directory: Directory, id: string): readonly Succession[] {
  const made = bySource.get(directory) ?? Map.groupBy(directory.successions, ({ fromId }) => fromId);
  bySource.set(directory, made);
  return made.get(id) ?? [];
}

/**
 * Who carries an agency's work on a day: itself while it lasts, else those that took over, through as many reorganisations as
 * there were. Empty where nobody is known to.
 */
export function inheritorsOn(directory: Directory, id: string, on: PlainDate): Inheritor[] {
  const found = new Map<string, Inheritor>();
  const visit = (at: string, functions: readonly string[], seen: ReadonlySet<string>): void => {
    const agency = findAgency(directory, at);
    if (!agency || seen.has(at)) return;
    if (spanOn(agency, on)) {
      const known = found.get(at)?.functions ?? [];
      found.set(at, { agency, functions: [...new Set([...known, ...functions])] });
      return;
    }
    for (const { toId, effective, function: part } of successionsFrom(directory, at))
      if (effective <= on) visit(toId, part ? [...functions, part] : functions, new Set([...seen, at]));
  };
  visit(id, [], new Set());
  return [...found.values()];
}
