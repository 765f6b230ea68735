import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory } from '../model.ts';
import { spanOn } from './on.ts';
import {
  apply,
  continueAs,
  endOn,
  type Founding,
  found,
  getChangeable,
  type Reorganised,
  refuse,
} from './reorganise.ts';

/** Who the merged go into: one that begins that day, or one that is already there (among the merged or not). */
export type MergeInto = { founding: Founding } | { id: string };

/** Agencies end and one goes on with the whole of their work; what stood under them stands under it. */
export function merge(
  directory: Directory,
  { ids, into }: { ids: readonly string[]; into: MergeInto },
  on: PlainDate,
): Reorganised {
  const ended = ids.filter((id) => !('id' in into && id === into.id)).map((id) => getChangeable(directory, id, on));
  const [first] = ended;
  const target = 'id' in into ? getChangeable(directory, into.id, on).agency.id : into.founding.id;
  if (!first) refuse('same', target, on);
  const gone = ended.map(({ agency, span }) => endOn(agency, span, on));
  const without: Directory = apply(directory, gone, []).directory;
  const made = 'founding' in into ? [found(without, into.founding, on)] : [];
  const leaving = new Set(ended.map(({ agency }) => agency.id));
  const moved = directory.agencies.flatMap((agency): Agency[] => {
    const span = leaving.has(agency.id) || agency.id === target ? undefined : spanOn(agency, on);
    if (!span?.parentId || !leaving.has(span.parentId)) return [];
    return [continueAs(agency, getChangeable(directory, agency.id, on).span, { parentId: target }, on)];
  });
  const added = [...leaving].map((fromId) => ({ fromId, toId: target, effective: on, function: null }));
  return apply(directory, [...gone, ...made, ...moved], added);
}
