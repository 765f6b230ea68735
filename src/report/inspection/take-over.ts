import type { FollowingAct, InspectionState } from './model.ts';
import { isOpenToFinding } from './rules.ts';

type Handing = { earlier: FollowingAct; later: FollowingAct };

/**
 * What a re-inspection takes over as it begins: each finding the earlier inspection left open goes on under a new id, with the remedy
 * and the day it had, so that nothing is counted twice and nothing becomes less late by being looked at again.
 */
export function takeOver(earlier: InspectionState, { to, newId }: { to: string; newId: () => string }): Handing[] {
  return earlier.findings
    .filter((finding) => isOpenToFinding(earlier, finding, 'carry'))
    .map(({ id, text, component, place, itemId, remedy, agencyId, asked, due }): Handing => {
      const known = remedy !== null && agencyId !== null && asked !== null && due !== null;
      return {
        earlier: { kind: 'carry', findingId: id, to },
        later: {
          ...{ kind: 'take-over', findingId: newId(), from: id, text, component, place, itemId },
          remedy: known ? { text: remedy, agencyId, asked, due } : null,
        },
      };
    });
}
