import type { AgencyLine, AskedReorganisation } from '../../../src/place/views.ts';
import { foundingOf, type Made, newMade, type Proposed, proposedBeside, proposedUnder } from './founding.ts';
import type { AskedKind } from './words.ts';

/**
 * What has been filled in so far, whatever kind of reorganisation it is for. `under`: whom an agency is moved under, null for
 * nobody; `made`: the agencies that begin, of which a split may have several.
 */
export type Filled = {
  ids: string[];
  to: string;
  under: string | null | undefined;
  name: string;
  part: string;
  keeps: boolean;
  makes: boolean;
  made: Made[];
};

export const nothingFilled = (): Filled => ({
  ...{ ids: [], to: '', under: undefined, name: '', part: '', keeps: true, makes: false, made: [newMade()] },
});

/** What is proposed for an agency that begins, by what has been filled in. */
export function proposedFor(kind: AskedKind, { ids, made }: Filled, lines: readonly AgencyLine[]): Proposed {
  if (kind === 'create') return proposedUnder(made[0]?.under, lines);
  return proposedBeside(lines.find(({ id }) => id === ids[0]));
}

/** What is asked, as soon as it is whole; else null. */
export function askedOf(kind: AskedKind, filled: Filled, lines: readonly AgencyLine[]): AskedReorganisation | null {
  const { ids, to, under, keeps, makes, made } = filled;
  const [name, part] = [filled.name.trim(), filled.part.trim()];
  const [id] = ids;
  const proposed = proposedFor(kind, filled, lines);
  const [founding] = made.map((one) => foundingOf(one, proposed, lines));
  switch (kind) {
    case 'merge':
      if (!id || (makes ? !founding : to === '')) return null;
      return { kind, ids, into: makes && founding ? { founding } : { id: to } };
    case 'split': {
      const parts = made.flatMap((one) => {
        const begun = foundingOf(one, proposed, lines);
        return begun && one.part.trim() ? [{ founding: begun, function: one.part.trim() }] : [];
      });
      return id && parts.length === made.length ? { kind, id, parts, keeps } : null;
    }
    case 'rename':
      return id && name ? { kind, id, name, shortName: null } : null;
    case 'abolish':
      return id && to ? { kind, id, takeovers: [{ toId: to, function: null }] } : null;
    case 'create':
      return founding ? { kind, founding } : null;
    case 'move-function':
      return id && to && part ? { kind, fromId: id, toId: to, function: part } : null;
    case 'move-parent':
      return id && under !== undefined ? { kind, id, parentId: under } : null;
  }
}
