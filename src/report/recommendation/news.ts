import type { RemedyNews } from '../../assignment/remind/model.ts';
import type { ToldRemedy } from '../inspection/news.ts';
import type { Asked, RecommendationAct } from './model.ts';

/** What an act tells of a recommendation as it was asked before: how far a unit is concerns others only once it is whole. */
export function newsOfRecommendation(act: RecommendationAct, remedyId: string, before: Asked): ToldRemedy[] {
  const { agencyId, due } = before;
  const told = (kind: RemedyNews, note: string | null, more: Partial<ToldRemedy> = {}): ToldRemedy[] => [
    { kind, remedyId, agencyId, due, note, ...more },
  ];
  switch (act.kind) {
    case 'change': {
      const now = { agencyId: act.agencyId, due: act.due };
      if (act.agencyId === agencyId) return told('remedy-moved', act.reason, now);
      return [...told('remedy-withdrawn', act.reason), ...told('remedy-asked', act.reason, now)];
    }
    case 'progress':
      return act.percent === 100 ? told('remedy-reported', act.text) : [];
    case 'close':
      return told('remedy-ended', act.note);
    case 'reopen':
      return told('remedy-returned', act.reason);
    case 'withdraw':
      return told('remedy-withdrawn', act.reason);
    default:
      return [];
  }
}
