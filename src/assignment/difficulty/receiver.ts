import { type AgencyKind, type Level, levels } from '../../place/model.ts';

/** An agency with what tells who stands beside it and who above. */
export type Party = { agencyId: string; kind: AgencyKind; level: Level; parentId: string | null };

/** What is known of a task and of the unit that is stuck with it; leads and monitors in the official order. */
export type Around = {
  asker: Party;
  leads: readonly Party[];
  monitors: readonly Party[];
  /** the office that keeps the plan, where it is known */
  focalId: string | null;
};

/** lead: leads alone · monitor · guide: leads with others · parent: the unit stands under it · focal */
export const receiverReasons = ['lead', 'monitor', 'guide', 'parent', 'focal'] as const;
export type Receiver = { agencyId: string; as: (typeof receiverReasons)[number] };

/**
 * Who can answer a difficulty, the first before all others: whoever leads the task alone; else who monitors it; else those of
 * several leads that stand no lower; else whom the unit stands under; else the focal office. Where a group leads ("UBND các
 * xã, phường") its members are as stuck as the unit itself: a peer is never asked.
 */
export function rankReceivers({ asker, leads, monitors, focalId }: Around): Receiver[] {
  const able = (parties: readonly Party[]) =>
    parties.filter((one) => one.agencyId !== asker.agencyId && !isPeer(one, asker));
  const notBelow = (parties: readonly Party[]) =>
    parties.filter((one) => levels.indexOf(one.level) <= levels.indexOf(asker.level));
  const leading = able(leads);
  const ranked = [
    ...(leading.length === 1 ? tell(leading, 'lead') : []),
    ...tell(notBelow(able(monitors)), 'monitor'),
    ...(leading.length > 1 ? tell(notBelow(leading), 'guide') : []),
    ...(asker.parentId === null ? [] : [{ agencyId: asker.parentId, as: 'parent' } as const]),
    ...(focalId === null ? [] : [{ agencyId: focalId, as: 'focal' } as const]),
  ];
  const first = new Map(ranked.toReversed().map((one) => [one.agencyId, one]));
  return ranked.filter((one) => first.get(one.agencyId) === one && one.agencyId !== asker.agencyId);
}

const tell = (parties: readonly Party[], as: Receiver['as']): Receiver[] =>
  parties.map(({ agencyId }) => ({ agencyId, as }));

/**
 * Two of one kind and level, neither of which guides the other: communes, or divisions of two communes. Departments under one
 * committee are none: whoever of them leads a task has the say in it.
 */
const isPeer = (one: Party, other: Party): boolean =>
  one.kind === other.kind &&
  one.level === other.level &&
  (one.kind === 'committee' || one.kind === 'council' || one.parentId !== other.parentId);
