import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { WholeField } from '../../report/content/model.ts';
import type { ReportAct } from '../../report/model.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import type { Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { saveFields } from '../../store/report-fields.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { actOnReport } from '../../store/report-log.ts';
import { type KnownReport, listReports } from '../../store/report-world.ts';
import { actorOf, daysOf, morningOf, type Year } from './deeds.ts';

/** The reports of the last period that is over: most came in time, some late, one was returned, some have not come. */

const { tenantId } = demoOfficer;

/** How a unit reports: in time, late, returned, or not at all. The demo's commune is as it should be. */
type Manner = { late: number; returned: boolean; missing: boolean };
const inTime: Manner = { late: 0, returned: false, missing: false };

const overviews = [
  'Đơn vị đã ban hành kế hoạch, phân công cán bộ phụ trách từng nội dung và họp kiểm điểm tiến độ hằng tháng.',
  'Công tác tuyên truyền về các nội dung thành phần được thực hiện trên loa truyền thanh và tại các cuộc họp thôn, tổ dân phố.',
  'Đơn vị đã rà soát, niêm yết lại các nội dung phải công khai sau khi sắp xếp và công bố số điện thoại tiếp nhận phản ánh.',
];
const difficulties = [
  'Một số thôn chưa có bảng tin nên việc niêm yết còn phụ thuộc nhà văn hóa.',
  'Đường truyền ở vùng xa không ổn định, việc cập nhật trang thông tin điện tử còn chậm.',
  '',
];
const proposals = ['Đề nghị tập huấn nghiệp vụ công khai cho công chức cấp xã mới nhận nhiệm vụ.', ''];

/** So many days after the last day the reports of a period are in. */
const after = 9;

/** The last day of the reports that are over by a day; undefined where none is yet. */
function lastOver(items: Year['items'], today: PlainDate): PlainDate | undefined {
  const days = items.flatMap(({ kind, assignments }) =>
    // What one office alone owes is the sum of the others'.
    kind === 'reporting' && assignments.length > 1
      ? assignments.flatMap((one) => daysOf(one).map(({ due }) => due))
      : [],
  );
  return days
    .filter((due) => due < addDays(today, -after))
    .sort()
    .at(-1);
}

/**
 * What is given out without the reports that are written here: those of the last period that is over, and what comes after. Older
 * ones were on paper, as everything was before the product came.
 */
export function withoutReports(items: Year['items'], today: PlainDate): Year['items'] {
  const from = lastOver(items, today);
  return items.map((item) => {
    if (item.kind !== 'reporting') return item;
    const assignments = item.assignments.map((one) => ({
      ...one,
      occurrences: one.occurrences.filter(({ due }) => from !== undefined && due !== null && due < from),
    }));
    return { ...item, assignments };
  });
}

/** Writes, sends, receives and returns the reports of the last period that is over; the commune's, as soon as one is due. */
export async function reportPeriods(trx: Transaction, planId: string, { today }: Year): Promise<void> {
  const calendar = await getCalendar(trx, tenantId);
  const known = await listReports(trx, tenantId, { planId }, { calendar, today });
  const open = known.filter(
    ({ asked, due, owed }) => asked === 'report' && due !== null && due < today && owed !== 'done',
  );
  const over = open.filter(
    ({ agencyId, due }) => agencyId === demoAgencies.commune || (due ?? '') < addDays(today, -after),
  );
  for (const [rank, report] of over.entries()) await tell(trx, report, mannerOf(report, rank), rank, today);
}

function mannerOf({ agencyId }: KnownReport, rank: number): Manner {
  if (agencyId === demoAgencies.commune) return inTime;
  return { late: rank % 9 === 4 ? 3 : 0, returned: rank % 16 === 7, missing: rank % 13 === 6 };
}

async function tell(
  trx: Transaction,
  report: KnownReport,
  manner: Manner,
  rank: number,
  today: PlainDate,
): Promise<void> {
  if (manner.missing || report.due === null) return;
  const own = report.agencyId === demoAgencies.commune;
  const sentOn = addDays(report.due, manner.late - (manner.late === 0 ? rank % 3 : 0));
  const write = actorOf(own ? 'officer' : 'focal');
  await writeWords(trx, report, write, rank, morningOf(sentOn));
  const { content } = await openReportContent(trx, tenantId, report);
  const acts: [PlainDate, ReportAct, 'head' | 'focal'][] = [
    [sentOn, { kind: 'send', note: null }, own ? 'head' : 'focal'],
  ];
  const answeredOn = addDays(report.due, 5) < today ? addDays(report.due, 5) : addDays(today, -1);
  if (manner.returned) {
    const due = addDays(today, 5);
    acts.push([
      answeredOn,
      { kind: 'return', reason: 'Bổ sung kết quả từng thôn và nguyên nhân việc chưa làm.', due },
      'focal',
    ]);
  } else acts.push([answeredOn, { kind: 'receive', note: null }, 'focal']);
  for (const [day, act, by] of acts) {
    const sent = {
      id: newId(),
      act,
      agencyId: by === 'head' ? report.agencyId : null,
      ...(act.kind === 'send' && { content }),
    };
    await actOnReport(trx, actorOf(by), { ...report, closed: false }, sent, { at: morningOf(day), day });
  }
}

async function writeWords(
  trx: Transaction,
  report: KnownReport,
  by: ReturnType<typeof actorOf>,
  rank: number,
  at: Date,
): Promise<void> {
  const words: Partial<Record<WholeField, string>> = {
    overview: overviews[rank % overviews.length] ?? '',
    difficulties: difficulties[rank % difficulties.length] ?? '',
    proposals: proposals[rank % proposals.length] ?? '',
    next: 'Tiếp tục thực hiện các nhiệm vụ được giao, tập trung những việc đến hạn trong kỳ sau.',
  };
  const fields = Object.entries(words).map(([field, value]) => ({
    ...{ place: { of: 'whole' as const, field: field as WholeField }, base: 0, was: '', value },
  }));
  await saveFields(trx, by, report.id, fields, at);
}
