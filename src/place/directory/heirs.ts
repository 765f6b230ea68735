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

/** One step of work on its way from agency to agency. */
export type Step = { toId: string; effective: PlainDate; whole: boolean };

/**
 * What becomes of work an agency still holds after its end: the steps to who is there that day, where each time one alone took
 * over; else those among whom a person has to choose, none where nobody is known.
 */
export type Onward = { endedOn: PlainDate; steps: readonly Step[]; choices: readonly Inheritor[] };

/** Undefined of an agency that is there that day, or that is yet to begin. */
export function onwardFrom(directory: Directory, id: string, on: PlainDate): Onward | undefined {
  const endedOn = endBefore(directory, id, on);
  if (endedOn === undefined) return undefined;
  const steps: Step[] = [];
  for (let at = id, ended: PlainDate | undefined = endedOn; ended !== undefined; ended = endBefore(directory, at, on)) {
    const step = stepFrom(directory, at, ended, on);
    if (!step || steps.some(({ toId }) => toId === step.toId))
      return { endedOn, steps: [], choices: inheritorsOn(directory, id, on) };
    steps.push(step);
    at = step.toId;
  }
  return { endedOn, steps, choices: [] };
}

function endBefore(directory: Directory, id: string, on: PlainDate): PlainDate | undefined {
  const last = findAgency(directory, id)?.spans.at(-1)?.to;
  return last && last < on ? last : undefined;
}

/** Who alone took over at the end; what went elsewhere while the agency was still there counts only where nothing did then. */
function stepFrom(directory: Directory, id: string, ended: PlainDate, on: PlainDate): Step | undefined {
  const known = successionsFrom(directory, id).filter(({ effective }) => effective <= on);
  const atEnd = known.filter(({ effective }) => effective > ended);
  const meant = atEnd.length > 0 ? atEnd : known;
  const [only] = meant;
  if (!only || meant.some(({ toId }) => toId !== only.toId)) return undefined;
  return { toId: only.toId, effective: only.effective, whole: only.function === null };
}

/** Who carries on what an agency did: itself while it is there, and where nobody alone took over. */
export const heirOn = (directory: Directory, id: string, on: PlainDate): string =>
  onwardFrom(directory, id, on)?.steps.at(-1)?.toId ?? id;
