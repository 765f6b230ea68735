import { newId } from '../../../src/kernel/ids.ts';
import type { AgencyLine, AskedReorganisation } from '../../../src/place/views.ts';

/** An agency to be made, while it is being filled in. */

export type Founding = Extract<AskedReorganisation, { kind: 'create' }>['founding'];

/** `kind` and `under` undefined: as proposed; `under` null: at the top, under nobody. `part`: what it takes over, in a split. */
export type Made = {
  id: string;
  name: string;
  kind: AgencyLine['kind'] | undefined;
  under: string | null | undefined;
  part: string;
};

/** Its id is made here, so that work can be handed to it before it is there. */
export const newMade = (): Made => ({ id: newId(), name: '', kind: undefined, under: undefined, part: '' });

/** What is proposed for an agency that is made of another: of its kind, beside it. */
export const proposedBeside = (model: AgencyLine | undefined): Proposed => ({
  kind: model?.kind ?? 'other',
  under: model?.parentId ?? null,
});

export type Proposed = { kind: AgencyLine['kind']; under: string | null | undefined };

/** A department under the province, else a division; under whom has to be said. */
export function proposedUnder(under: string | null | undefined, lines: readonly AgencyLine[]): Proposed {
  const parent = lines.find(({ id }) => id === under);
  if (parent === undefined) return { kind: 'department', under };
  return { kind: parent.kind === 'committee' && parent.level === 'province' ? 'department' : 'division', under };
}

/** What is asked for, or undefined while a name or whom it stands under is missing. */
export function foundingOf(made: Made, proposed: Proposed, lines: readonly AgencyLine[]): Founding | undefined {
  const name = made.name.trim();
  const kind = made.kind ?? proposed.kind;
  const parentId = made.under === undefined ? proposed.under : made.under;
  if (name === '' || parentId === undefined) return undefined;
  return { id: made.id, kind, level: levelOf(kind, parentId, lines), name, shortName: null, parentId };
}

/**
 * An agency is of the level of whom it stands under; a people's committee or council of the next one that is there that day, a
 * village of its own. At the top it is the province's.
 */
export function levelOf(
  kind: AgencyLine['kind'],
  parentId: string | null,
  lines: readonly AgencyLine[],
): AgencyLine['level'] {
  if (kind === 'village') return 'village';
  const parent = lines.find(({ id }) => id === parentId);
  if (!parent) return 'province';
  if ((kind !== 'committee' && kind !== 'council') || parent.kind !== 'committee') return parent.level;
  const districts = lines.some((line) => line.kind === 'committee' && line.level === 'district');
  return parent.level === 'province' && districts ? 'district' : 'commune';
}
