import type { PlainDate } from '../kernel/plain-date.ts';
import { onwardFrom } from '../place/directory/heirs.ts';
import { findAgency, spanOn } from '../place/directory/on.ts';
import type { Directory } from '../place/model.ts';
import type { AssignmentChange } from './compare.ts';

/** Days a plan gives to an agency that is no more today, with who has them instead; null: a person has to choose. */
export type Inherited = {
  agencyId: string;
  name: string;
  endedOn: PlainDate;
  occurrences: number;
  to: string | null;
  choices: readonly string[];
};

/** What of the new days belongs to who took over, agency by agency; those that wait for a person first. */
export function findInherited(
  changes: readonly AssignmentChange[],
  directory: Directory,
  today: PlainDate,
): Inherited[] {
  const counts = new Map<string, number>();
  for (const { assignment, occurrences } of changes) {
    const made = occurrences.filter(({ what }) => what === 'create').length;
    counts.set(assignment.agencyId, (counts.get(assignment.agencyId) ?? 0) + made);
  }
  const found = [...counts].flatMap(([agencyId, occurrences]): Inherited[] => {
    const onward = occurrences > 0 ? onwardFrom(directory, agencyId, today) : undefined;
    if (!onward) return [];
    const last = onward.steps.at(-1);
    const choices = onward.choices.map(({ agency }) => nameOn(directory, agency.id, today));
    const line = { agencyId, name: nameOn(directory, agencyId, onward.endedOn), endedOn: onward.endedOn, occurrences };
    return [{ ...line, to: last ? nameOn(directory, last.toId, today) : null, choices }];
  });
  return found.sort((a, b) => Number(a.to !== null) - Number(b.to !== null));
}

function nameOn(directory: Directory, id: string, on: PlainDate): string {
  const agency = findAgency(directory, id);
  return (agency && spanOn(agency, on)?.name) ?? '';
}
