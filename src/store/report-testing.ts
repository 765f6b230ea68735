import { owedFrom } from '../assignment/owed.ts';
import { quarterly } from '../assignment/testing.ts';
import { defaultSettings } from '../calendar/model.ts';
import { occurrences } from '../calendar/occurrences.ts';
import { buildCalendar } from '../calendar/work-calendar.ts';
import { toJson } from '../kernel/storable.ts';
import type { Reading } from '../plan/model.ts';
import { confirmed, issue, type Province } from './assignment-testing.ts';

/** A plan whose units report each quarter, issued with the days of the real calendar, for tests of reports. */

const calendar = buildCalendar();
const question = (year: number) => ({ year, settings: defaultSettings, calendar });

const reporting: Reading['reporting'] = [
  {
    ...{ who: ['UBND các xã, phường'], what: 'kết quả thực hiện', to: 'UBND tỉnh', via: 'Sở Nội vụ' },
    ...{ schedule: quarterly, quote: 'UBND các xã, phường báo cáo kết quả thực hiện trước ngày 15 tháng cuối quý' },
  },
  {
    ...{ who: ['Sở Nội vụ'], what: null, to: 'UBND tỉnh', via: null },
    ...{
      schedule: { ...quarterly, day: 20 },
      quote: 'Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 20 tháng cuối quý',
    },
  },
];

const target = { subject: null, op: '=', value: 100, unit: '%', baseline: null, quote: '100% thôn' } as const;
const tasks = [
  {
    id: 't1',
    text: 'Niêm yết tại các thôn',
    lead: ['Sở Tài chính'],
    implement: ['UBND các xã, phường'],
    schedule: quarterly,
    targets: [target],
  },
  { id: 't2', text: 'Tập huấn', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
];

/** Issues the plan in a province for 2026; its id. */
export async function issueReported(there: Province): Promise<string> {
  const planId = await confirmed(there, tasks);
  const reading = { document: {}, duties: [], groups: [], tasks: [], warnings: [], reporting };
  await there.db
    .updateTable('plan')
    .set({ reading: toJson(reading) })
    .where('id', '=', planId)
    .execute();
  const by = {
    ...there.by,
    owedOf: (schedule: unknown, year: number) => owedFrom(occurrences(schedule as never, question(year))),
  };
  await issue({ ...there, by }, planId);
  return planId;
}
