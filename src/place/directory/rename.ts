import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Directory } from '../model.ts';
import { apply, continueAs, getChangeable, type Reorganised, refuse, requireFree } from './reorganise.ts';

type Renaming = { id: string; name: string; shortName?: string | null };

/** The same agency under another name from a day; it keeps its work. The former name stays findable on former days. */
export function rename(directory: Directory, { id, name, shortName = null }: Renaming, on: PlainDate): Reorganised {
  const { agency, span } = getChangeable(directory, id, on);
  if (span.name === name && span.shortName === shortName) refuse('same', name, on);
  requireFree(directory, { name, parentId: span.parentId }, on, id);
  return apply(directory, [continueAs(agency, span, { name, shortName }, on)], []);
}
