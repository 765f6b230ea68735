import { sayDay } from '../kernel/plain-date.ts';
import { allows } from '../people/permissions.ts';
import type { AnswerView, RoundCount, SendingLineView } from '../report/form/views.ts';
import { latenessOf } from '../report/late.ts';
import type { KnownAnswer, KnownSending } from '../store/form-world.ts';
import { answerForms, designForms } from './form-sentences.ts';
import type { Asking } from './present-reports.ts';

/** The way out of the API for forms. */

const labelOf = ({ period, due }: Pick<KnownAnswer, 'period' | 'due'>): string =>
  period ?? (due === null ? 'Chưa có hạn' : `Hạn ${sayDay(due)}`);

export function presentAnswer(known: KnownAnswer, { officer, today, calendar }: Asking): AnswerView {
  const { id, sendingId, itemId, assignmentId, agencyId, ownerId, title, round, due, moved, state, elsewhere } = known;
  const late = elsewhere ? 0 : latenessOf({ due, firstSentOn: state.firstSentOn }, today, calendar.work).late;
  return {
    ...{ id, sendingId, itemId, assignmentId, agencyId, ownerId, title, round, label: labelOf(known), due, moved },
    ...{ open: known.owed !== 'done', status: state.status, elsewhere, begun: known.begun, version: state.version },
    ...{ reason: state.reason, mendBy: state.mendBy, firstSentOn: state.firstSentOn, sentOn: state.sentOn },
    ...{ receivedOn: state.receivedOn, late },
    writes: allows(answerForms, officer, { agencyIds: [agencyId] }),
    receives: allows(designForms, officer, { agencyIds: [ownerId] }),
  };
}

/** Whether the lead has it: sent, and not given back. */
export const isIn = ({ status }: Pick<AnswerView, 'status'>): boolean => status === 'sent' || status === 'received';

/** What was sent, with how far each of its rounds is. */
export function presentSending(
  sending: KnownSending,
  answers: readonly KnownAnswer[],
  asking: Asking,
): SendingLineView {
  const { id, formId, ownerId, title, note, at, by } = sending;
  const rounds = Map.groupBy(answers, ({ round }) => round);
  return {
    ...{ id, formId, ownerId, title, note, at: at.toISOString(), by },
    rounds: [...rounds].map(([round, list]) => roundCount(round, list, asking)),
  };
}

function roundCount(round: string, list: readonly KnownAnswer[], asking: Asking): RoundCount {
  const views = list.map((one) => presentAnswer(one, asking));
  // One unit with more time does not move the day of the round.
  const dues = Map.groupBy(list, ({ due }) => due ?? '');
  const [usual] = [...dues].toSorted(([, a], [, b]) => b.length - a.length);
  return {
    ...{ round, label: labelOf({ period: list[0]?.period ?? null, due: usual?.[1][0]?.due ?? null }) },
    ...{ due: usual?.[1][0]?.due ?? null, expected: list.length, sent: views.filter(isIn).length },
    received: views.filter(({ status }) => status === 'received').length,
    late: views.filter((one) => one.late > 0 && !isIn(one)).length,
  };
}
