import { findAgency } from '../place/directory/on.ts';
import type { Directory } from '../place/model.ts';
import { sayGroup } from '../place/resolve/say.ts';
import type { AnsweredName, WaitingName } from '../place/views.ts';
import type { Answered } from '../store/directory-answers.ts';
import type { Waiting } from '../store/directory-queue.ts';
import { fullName } from './present-agencies.ts';

/** Printed names that wait for a person, and those that were answered, as the API shows them. */

const named = (directory: Directory, id: string): string => {
  const agency = findAgency(directory, id);
  return agency ? fullName(directory, agency) : '';
};

export function presentWaiting(directory: Directory, { found, ...waiting }: Waiting): WaitingName {
  return {
    ...waiting,
    issuer: named(directory, waiting.issuerId),
    reason: found.reason,
    candidates: found.candidates.map(({ score, why = null, ...one }) =>
      'agencyId' in one
        ? {
            ...{ score, why },
            name: named(directory, one.agencyId),
            meaning: { to: 'agencies', agencyIds: [one.agencyId] },
          }
        : { ...{ score, why }, name: sayGroup(one.group), meaning: { to: 'group', group: one.group } },
    ),
  };
}

export function presentAnswered(directory: Directory, { issuerId, printed, meaning, at, by }: Answered): AnsweredName {
  const means =
    meaning.to === 'agencies'
      ? meaning.agencyIds.map((id) => named(directory, id))
      : meaning.to === 'group'
        ? [sayGroup(meaning.group)]
        : ['không giao cho đơn vị cụ thể nào'];
  return { issuerId, printed, meaning, means, issuer: named(directory, issuerId), at: at.toISOString(), by };
}
