import type { PlainDate } from '../kernel/plain-date.ts';
import { findDoubt } from '../place/directory/doubts.ts';
import { endedBy } from '../place/directory/handing.ts';
import { agenciesOn, findAgency, spanOn } from '../place/directory/on.ts';
import type { Agency, Directory } from '../place/model.ts';
import type {
  AgencyLine,
  AgencyPage,
  AgencyTree,
  EnteredReorganisation,
  ReorganisationPreview,
  WaitingHolder,
} from '../place/views.ts';
import type { Outcome } from '../store/directory-reorganise.ts';
import type { Entered } from '../store/directory-undo.ts';
import type { WaitingHolder as Held } from '../store/directory-waiting.ts';

/** Agencies as the API shows them. */

export function presentTree(directory: Directory, on: PlainDate): AgencyTree {
  const days = new Set(directory.agencies.flatMap(({ spans }) => spans.map(({ from }) => from)));
  const agencies = agenciesOn(directory, on).map(
    ({ agency: { id, kind, level }, span: { name, shortName, parentId } }): AgencyLine => ({
      ...{ id, name, shortName, kind, level, parentId },
    }),
  );
  return { on, agencies, days: [...days].sort() };
}

/** A division by whose it is: "Phòng Kinh tế, UBND xã Tân Lập". */
export function fullName(directory: Directory, agency: Agency): string {
  const span = agency.spans.at(-1);
  const above = span?.parentId ? findAgency(directory, span.parentId) : undefined;
  const division = agency.unit === null && agency.kind !== 'committee' && agency.level !== 'province';
  const own = division && above?.kind === 'committee';
  const place = above?.spans.at(-1);
  return `${span?.name ?? ''}${own ? `, ${place?.shortName ?? place?.name}` : ''}`;
}

export function presentAgency(directory: Directory, agency: Agency): AgencyPage {
  const { id, kind, level, unit, aliases, spans } = agency;
  const link = (other: string, { effective, function: part }: { effective: PlainDate; function: string | null }) => {
    const one = findAgency(directory, other);
    return { id: other, name: one ? fullName(directory, one) : '', effective, function: part };
  };
  return {
    ...{ id, kind, level, unit, aliases: [...aliases], doubt: findDoubt(agency) ?? null },
    spans: spans.map(({ from, to, name, shortName, parentId }) => {
      const parent = parentId === null ? undefined : findAgency(directory, parentId);
      return { from, to, name, shortName, parent: (parent && spanOn(parent, from)?.name) ?? null };
    }),
    predecessors: directory.successions.filter(({ toId }) => toId === id).map((one) => link(one.fromId, one)),
    successors: directory.successions.filter(({ fromId }) => fromId === id).map((one) => link(one.toId, one)),
  };
}

type Changed = Outcome['done']['changed'][number];

function sayChange({ before, after }: Changed): string {
  if (!before) return 'thành lập';
  const [was, is] = [before.spans.at(-1), after?.spans.at(-1)];
  if (is?.to && !was?.to) return 'kết thúc';
  if (was?.name !== is?.name) return 'đổi tên';
  return 'chuyển trực thuộc';
}

export function presentOutcome({
  directory,
  done,
  work,
  difficulties,
  grants,
  movesOn,
}: Outcome): ReorganisationPreview {
  const name = (id: string): string => {
    const agency = findAgency(directory, id);
    return agency ? fullName(directory, agency) : '';
  };
  return {
    changed: done.changed.map((one) => ({
      id: one.id,
      before: one.before && fullName(directory, one.before),
      after: one.after && !one.after.spans.at(-1)?.to ? fullName(directory, one.after) : null,
      what: sayChange(one),
    })),
    successions: done.added.map(({ fromId, toId, function: part }) => ({
      ...{ fromId, toId, from: name(fromId), to: name(toId), function: part },
    })),
    work: work.map(({ fromId, work: one, toId }) => ({
      ...{ assignmentId: one.assignmentId, fromId, toId, from: name(fromId), to: toId === null ? null : name(toId) },
      ...{ component: one.component, text: one.text },
    })),
    ended: endedBy(done),
    stranded: work.filter(({ toId }) => toId === null).length,
    difficulties: difficulties.map(({ id, text, fromId, toId }) => ({ id, text, from: name(fromId), to: name(toId) })),
    accounts: grants.map(({ id, officer, role, fromId, toId, delegated }) => {
      return { id, officer, role, from: name(fromId), to: name(toId), delegated: delegated !== null };
    }),
    movesOn,
  };
}

export const presentWaitingWork = (directory: Directory, { agencyId, onward, work }: Held): WaitingHolder => {
  const name = (id: string): string => {
    const agency = findAgency(directory, id);
    return agency ? fullName(directory, agency) : '';
  };
  const choices = onward.choices.map(({ agency: { id }, functions }) => {
    return { id, name: name(id), functions: [...functions] };
  });
  return { agencyId, name: name(agencyId), endedOn: onward.endedOn, choices, work };
};

export const presentEntered = ({ at, ...rest }: Entered): EnteredReorganisation => ({ ...rest, at: at.toISOString() });
