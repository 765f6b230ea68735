import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory, UnitId } from '../model.ts';
import { abolish, type Takeover } from './abolish.ts';
import { create } from './create.ts';
import { merge } from './merge.ts';
import { moveFunction } from './move-function.ts';
import { moveParent } from './move-parent.ts';
import { findAgency } from './on.ts';
import { rename } from './rename.ts';
import { type Founding, type Reorganised, refuse } from './reorganise.ts';
import { split } from './split.ts';

/**
 * An agency to be made, as it is asked for. Its id is given when it is made, or by who asks: work can be handed to it in the
 * preview only by a name that holds when it is entered, too.
 */
export type AskedFounding = Pick<Agency, 'kind' | 'level'> & {
  id?: string;
  name: string;
  shortName: string | null;
  parentId: string | null;
  unit?: UnitId | null;
};

/** A reorganisation as it is asked for. */
export type Asked =
  | { kind: 'create'; founding: AskedFounding }
  | { kind: 'merge'; ids: readonly string[]; into: { id: string } | { founding: AskedFounding } }
  | { kind: 'split'; id: string; parts: readonly { founding: AskedFounding; function: string }[]; keeps: boolean }
  | { kind: 'rename'; id: string; name: string; shortName: string | null }
  | { kind: 'abolish'; id: string; takeovers: readonly Takeover[] }
  | { kind: 'move-function'; fromId: string; toId: string; function: string }
  | { kind: 'move-parent'; id: string; parentId: string | null };

/** Does what is asked on a day; `ids` gives the agencies it makes their ids. */
export function perform(directory: Directory, asked: Asked, on: PlainDate, ids: () => string): Reorganised {
  const found = (founding: AskedFounding): Founding => {
    const id = founding.id ?? ids();
    if (findAgency(directory, id)) refuse('taken', founding.name, on);
    return { ...founding, id, position: 1_000 };
  };
  switch (asked.kind) {
    case 'create':
      return create(directory, found(asked.founding), on);
    case 'merge': {
      const into = 'id' in asked.into ? asked.into : { founding: found(asked.into.founding) };
      return merge(directory, { ids: asked.ids, into, newId: ids }, on);
    }
    case 'split': {
      const parts = asked.parts.map((part) => ({ founding: found(part.founding), function: part.function }));
      return split(directory, { id: asked.id, parts, keeps: asked.keeps }, on);
    }
    case 'rename':
      return rename(directory, asked, on);
    case 'abolish':
      return abolish(directory, asked, on);
    case 'move-function':
      return moveFunction(directory, asked, on);
    case 'move-parent':
      return moveParent(directory, asked, on);
  }
}
