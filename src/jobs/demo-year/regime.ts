import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import type { Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { actOnReport } from '../../store/report-log.ts';
import { saveRegime } from '../../store/report-regime.ts';
import { findRegime } from '../../store/report-regime-by.ts';
import { listReports } from '../../store/report-world.ts';
import { actorOf, morningOf } from './deeds.ts';

const { tenantId } = demoOfficer;

/** Beside the quarters of its plan the province reports of the whole year by the general regime; one unit is excused from it. */
export async function reportByRegime(trx: Transaction, today: PlainDate): Promise<void> {
  const day = addDays(today, -1);
  const year = Number(day.slice(0, 4));
  const at = morningOf(day);
  const choice = {
    ...{ periods: ['half-year' as const, 'nine-months' as const, 'year' as const], day: 15, focalDay: 20 },
    ...{ groups: ['departments' as const, 'communes' as const], agencyIds: [] },
  };
  await saveRegime(trx, actorOf('focal'), { year, choice }, { at, today: day });
  const planId = (await findRegime(trx, tenantId, year))?.planId;
  if (planId === undefined) return;
  const calendar = await getCalendar(trx, tenantId);
  const owed = await listReports(trx, tenantId, { planId }, { calendar, today: day });
  const one = owed.findLast(({ asked, agencyId }) => asked === 'report' && agencyId !== demoAgencies.commune);
  if (one === undefined) return;
  const reason = 'Vừa sắp xếp bộ máy, báo cáo cùng đơn vị tiếp nhận trong kỳ này.';
  const sent = { id: newId(), act: { kind: 'excuse', reason } as const, agencyId: null };
  await actOnReport(trx, actorOf('focal'), one, sent, { at, day });
}
