import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Directory } from '../model.ts';
import {
  apply,
  endOn,
  type Founding,
  found,
  getChangeable,
  type Reorganised,
  requireNoChildren,
} from './reorganise.ts';

/** One of those a unit is split into, with what it takes over. */
export type SplitPart = { founding: Founding; function: string };

/** A unit gives work to units that begin that day; it ends, or goes on with the rest where `keeps`. */
export function split(
  directory: Directory,
  { id, parts, keeps }: { id: string; parts: readonly SplitPart[]; keeps: boolean },
  on: PlainDate,
): Reorganised {
  const { agency, span } = getChangeable(directory, id, on);
  if (!keeps) requireNoChildren(directory, id, on);
  const gone = keeps ? [] : [endOn(agency, span, on)];
  let grown: Directory = apply(directory, gone, []).directory;
  const made = parts.map(({ founding }) => {
    const agencyMade = found(grown, founding, on);
    grown = apply(grown, [agencyMade], []).directory;
    return agencyMade;
  });
  const added = parts.map(({ founding, function: part }) => ({
    fromId: id,
    toId: founding.id,
    effective: on,
    function: part,
  }));
  return apply(directory, [...gone, ...made], added);
}
