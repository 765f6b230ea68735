import type { Agency, AgencySpan } from '../model.ts';
import type { UnitLevel } from '../units/model.ts';
import { reformed } from '../units/parse.ts';
import { type Entry, knownOf, template } from './template.ts';

const patterns = new Map<Entry, RegExp>();

/** "Báo {name}" as any of the names it gives; not "Báo" alone. */
function patternOf(entry: Entry): RegExp {
  const known = patterns.get(entry);
  if (known) return known;
  const made = new RegExp(`^${entry.name.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')}$`, 'u');
  patterns.set(entry, made);
  return made;
}

const isLevel = (level: string): level is UnitLevel => level in template.entries;

/**
 * What nothing at hand proves of an agency the template gave: its days, what it stands under, or that it is so everywhere. Undefined
 * once somebody has given it other days than the template's.
 */
export function findDoubt({ kind, level, spans }: Pick<Agency, 'kind' | 'level' | 'spans'>): string | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last || !isLevel(level)) return undefined;
  const entry = template.entries[level].find(
    (one) =>
      one.doubt !== null && one.kind === kind && patternOf(one).test(first.name) && isAsGiven(one, level, first, last),
  );
  return entry?.doubt ?? undefined;
}

/** A body of a province that began with the merger of 2025 began with it, whatever the day of the entry. */
function isAsGiven(entry: Entry, level: UnitLevel, first: AgencySpan, last: AgencySpan): boolean {
  const { from, to } = knownOf(entry, { level, type: '' });
  const begins = from === null || first.from === from || (from < reformed && first.from === reformed);
  return begins && (to === null || last.to === to);
}
