import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Directory } from '../model.ts';
import { apply, getChangeable, type Reorganised, refuse } from './reorganise.ts';

/** A single function goes to another agency on a day; both go on. */
export function moveFunction(
  directory: Directory,
  { fromId, toId, function: part }: { fromId: string; toId: string; function: string },
  on: PlainDate,
): Reorganised {
  const { span } = getChangeable(directory, fromId, on);
  getChangeable(directory, toId, on);
  const already = directory.successions.some(
    (one) => one.fromId === fromId && one.toId === toId && one.function === part && one.effective === on,
  );
  if (fromId === toId) refuse('self', span.name, on);
  if (already) refuse('same', span.name, on);
  return apply(directory, [], [{ fromId, toId, effective: on, function: part }]);
}
