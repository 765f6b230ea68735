import type { RemedyNews } from '../../assignment/remind/model.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Finding, InspectionAct } from './model.ts';

/** What is told of a remedy: to the unit that owes it, or of a report to whoever asked for it. */
export type ToldRemedy = {
  kind: RemedyNews;
  remedyId: string;
  agencyId: string | null;
  due: PlainDate | null;
  note: string | null;
};

/** What an act tells of a finding as it stood before: nothing where it concerns nobody else. */
export function newsOfInspection(act: InspectionAct, before: Finding | undefined): ToldRemedy[] {
  if (!before) return [];
  const { id: remedyId, agencyId, due } = before;
  const told = (kind: RemedyNews, note: string | null, more: Partial<ToldRemedy> = {}): ToldRemedy[] => [
    { kind, remedyId, agencyId, due, note, ...more },
  ];
  switch (act.kind) {
    case 'assign':
      return [
        ...(agencyId !== null && agencyId !== act.agencyId ? told('remedy-withdrawn', null) : []),
        ...told('remedy-asked', null, { agencyId: act.agencyId, due: act.due }),
      ];
    case 'remedy':
      return told('remedy-reported', act.text);
    case 'accept':
      return told('remedy-ended', act.note);
    case 'close':
      return told('remedy-ended', act.reason);
    case 'return':
      return told('remedy-returned', act.reason, { due: act.due ?? due });
    case 'extend':
      return told('remedy-moved', act.reason, { due: act.due });
    case 'withdraw':
      return told('remedy-withdrawn', act.reason);
    default:
      return [];
  }
}
