import type { OversightDetailView, OversightView } from '../assignment/oversight/views.ts';
import { daysBetween } from '../calendar/days.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import type { OversightHistory, OversightRow } from '../store/oversight-list.ts';

/** The way out of the API for oversight. `Mine` says what of an entry waits for the asker. */
export type Mine = Pick<OversightView, 'answers' | 'follows'>;

export function presentOversight(row: OversightRow, today: PlainDate, mine: Mine): OversightView {
  const until = row.answered_on ?? today;
  const open = row.status !== 'withdrawn' && row.wished_by !== null;
  return {
    ...{ id: row.id, agencyId: row.agency_id, heldBy: row.heldBy, about: row.about, itemId: row.item_id },
    ...{ itemText: row.itemText, index: row.index_name ?? row.itemIndex },
    ...{ dimension: row.dimension ?? row.itemDimension, component: row.component ?? row.itemComponent },
    ...{ day: row.day, form: row.form, participants: row.participants, seen: row.seen },
    ...{ recommendation: row.recommendation, wishedBy: row.wished_by, references: [...row.refs] },
    ...{ recordedAt: row.recorded_at.toISOString(), recordedBy: row.recordedBy, recordedByUnit: row.recordedByUnit },
    ...{ status: row.status, answeredOn: row.answered_on, ...mine },
    days: Math.max(0, daysBetween(dayInVietnam(row.recorded_at), until)),
    late: open && row.wished_by !== null && until > row.wished_by,
  };
}

export const presentOversightHistory = (history: readonly OversightHistory[]): OversightDetailView['history'] =>
  history.map(({ id, at, by, agency_id, act }) => ({ id, at: at.toISOString(), by, agencyId: agency_id, act }));

/** Every agency a list of entries tells of. */
export const agenciesOfOversight = (rows: readonly OversightRow[]): string[] =>
  rows.flatMap(({ agency_id, heldBy }) => [agency_id, heldBy]);
