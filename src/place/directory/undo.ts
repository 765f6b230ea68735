import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory, Succession } from '../model.ts';
import { findAgency } from './on.ts';
import { type Changed, type Reorganised, refuse } from './reorganise.ts';

/** By value: what has been stored comes back with its keys in another order. */
const same = (a: unknown, b: unknown): boolean => written(a) === written(b);

const written = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );

/**
 * Takes a reorganisation back: every agency as it was, its successions gone. Refused where one of the agencies has changed
 * again since, or something new stands under one that would vanish.
 */
export function undo(
  directory: Directory,
  { changed, added }: { changed: readonly Changed[]; added: readonly Succession[] },
  on: PlainDate,
): Reorganised {
  for (const { id, after } of changed)
    if (!same(findAgency(directory, id)?.spans, after?.spans)) refuse('changed-since', after?.spans[0]?.name ?? id, on);
  const vanish = new Set(changed.filter(({ before }) => before === null).map(({ id }) => id));
  const restored = new Map(changed.flatMap(({ id, before }): [string, Agency][] => (before ? [[id, before]] : [])));
  const agencies = directory.agencies
    .filter(({ id }) => !vanish.has(id))
    .map((agency) => restored.get(agency.id) ?? agency);
  const orphan = agencies.find(({ spans }) => spans.some(({ parentId }) => parentId !== null && vanish.has(parentId)));
  if (orphan) refuse('changed-since', orphan.spans.at(-1)?.name ?? orphan.id, on);
  const gone = [...added];
  const successions = directory.successions.filter((one) => {
    const at = gone.findIndex((other) => same(other, one));
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
  if (successions.some(({ fromId, toId }) => vanish.has(fromId) || vanish.has(toId))) {
    refuse('changed-since', changed.find(({ id }) => vanish.has(id))?.after?.spans[0]?.name ?? '', on);
  }
  const back = changed.map(({ id, before, after }) => ({ id, before: after, after: before }));
  return { directory: { agencies, successions }, changed: back, added: [] };
}
