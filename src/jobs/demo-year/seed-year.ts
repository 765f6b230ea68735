import type { ConcreteChange } from '../../assignment/concrete/model.ts';
import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../../kernel/plain-date.ts';
import type { ReviewAction } from '../../plan/review.ts';
import { appendActs } from '../../store/assignment-actions.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import { confirmPlan } from '../../store/confirmations.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { loadDirectory } from '../../store/directory.ts';
import { fanOutByFor } from '../../store/fan-out-by.ts';
import { issuePlan } from '../../store/issues.ts';
import { findLinks } from '../../store/item-links.ts';
import { listIssued } from '../../store/items.ts';
import { nudge } from '../../store/notifications-nudge.ts';
import { getPlan, type PlanRow } from '../../store/plans.ts';
import { appendActions } from '../../store/reviews.ts';
import type { KeepBytes } from '../own-plan.ts';
import { ago, communeDeeds, communeWork, overdueOf } from './commune.ts';
import { consolidatePeriod, proveWork } from './consolidation.ts';
import { actOn, actorOf, type Deed, morningOf, type Year } from './deeds.ts';
import { askAndAnswer } from './difficulties.ts';
import { sendForms } from './forms.ts';
import { addedTargets, keepIndicators } from './indicators.ts';
import { inspect } from './inspections.ts';
import { oversee } from './oversight.ts';
import { ownPlans } from './own-plans.ts';
import { provinceDeeds } from './province.ts';
import { reportByRegime } from './regime.ts';
import { reportPeriods, withoutReports } from './reports.ts';

const { tenantId } = demoOfficer;
/** The sample that is lived through; the day it was sent out. */
const sample = 'minh-ha-2026.docx';
const sentOut = '2026-02-09' as PlainDate;

/**
 * Gives the demo province the year of one sample plan: reviewed, confirmed, given out, and done so far as it would be by
 * now. Only where nothing has been given out and nobody has touched that plan; all of it or nothing. Tells whether it did.
 */
export const seedYear = (db: Database, now: Date, keep?: KeepBytes): Promise<boolean> =>
  inTransaction(db, (trx) => seedYearIn(trx, dayInVietnam(now), keep));

/** The same in a transaction of the caller's. `keep`: where the files of units' own plans go; without it there are none. */
export async function seedYearIn(trx: Transaction, today: PlainDate, keep?: KeepBytes): Promise<boolean> {
  const planId = await findUntouched(trx);
  if (planId === undefined) return false;
  await liveThrough(trx, planId, today, keep);
  return true;
}

async function findUntouched(trx: Transaction): Promise<string | undefined> {
  const issued = await trx.selectFrom('issue').select('no').where('tenant_id', '=', tenantId).executeTakeFirst();
  if (issued) return undefined;
  const plan = await trx
    .selectFrom('plan')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('file_name', '=', sample)
    .where('status', '=', 'draft')
    .where('seq', '=', 0)
    .where('version', '=', 1)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return plan?.id;
}

async function liveThrough(trx: Transaction, planId: string, today: PlainDate, keep?: KeepBytes): Promise<void> {
  const plan = await getPlan(trx, tenantId, planId);
  await review(trx, plan);
  const day = today < sentOut ? today : sentOut;
  const options = { by: await fanOutByFor(trx, tenantId, planId), at: morningOf(day), today: day };
  await issuePlan(trx, demoOfficer, planId, options);
  await findLinks(trx, tenantId, planId);
  const { work } = await getCalendar(trx, tenantId);
  const issued = await listIssued(trx, tenantId, planId);
  const items = withoutReports(issued, today);
  const year: Year = { items, today, since: day, work, ...(await placesOf(trx)) };
  if (addDays(day, 1) >= today) return;
  const deeds = [...communeDeeds(year), ...provinceDeeds(year)];
  for (const deed of deeds.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) await take(trx, deed);
  await keepIndicators(trx, planId, year);
  await proveWork(trx, year);
  await reportPeriods(trx, planId, year);
  await consolidatePeriod(trx, planId, year);
  await reportByRegime(trx, today);
  await tickVillages(trx, year);
  await askAndAnswer(trx, year);
  await oversee(trx, year);
  await inspect(trx, year);
  await sendForms(trx, year);
  await urge(trx, year);
  if (keep) await ownPlans(trx, planId, year, keep);
}

/** The document leaves open who follows the work of two dimensions: the focal office says so. */
async function review(trx: Transaction, { id, reading }: Pick<PlanRow, 'id' | 'reading'>): Promise<void> {
  const followed = reading.tasks.flatMap(({ dimension }, i) =>
    dimension === 2 || dimension === 5 ? [`t${i + 1}`] : [],
  );
  const actions = followed.map((task): ReviewAction => {
    return { id: newId(), act: { kind: 'set', task, field: 'monitor', value: ['Văn phòng UBND tỉnh'] } };
  });
  actions.push(...addedTargets(reading.tasks));
  await appendActions(trx, demoOfficer, id, actions);
  await confirmPlan(trx, demoOfficer, id, actions.length);
}

async function take(trx: Transaction, { day, by, agencyId, source, acts }: Deed): Promise<void> {
  const sent = acts.map((act) => ({ ...act, agencyId }));
  await appendActs(trx, actorOf(by), sent, { source, at: morningOf(day), day });
}

/** The directory as it stands today: what stands under the commune. */
async function placesOf(trx: Transaction): Promise<Pick<Year, 'under'>> {
  const { agencies } = await loadDirectory(trx, tenantId);
  const now = agencies.flatMap(({ id, spans }) => spans.flatMap((one) => (one.to === null ? [{ ...one, id }] : [])));
  const under = now.filter(({ parentId }) => parentId === demoAgencies.commune);
  return { under: new Map(under.map(({ id, name }) => [name, id])) };
}

/** The list of poor households: what the commune does for it, and in which villages it is done. */
async function tickVillages(trx: Transaction, year: Year): Promise<void> {
  const one = communeWork(year).of('poor');
  if (!one) return;
  const names = [...year.under.keys()].filter((name) => name.startsWith('Thôn '));
  const [meeting, posting] = [newId(), newId()];
  const say = (concreteId: string, change: ConcreteChange) =>
    actOn(one, null, { kind: 'concrete', concreteId, change });
  const deed = { by: 'officer', agencyId: demoAgencies.commune, source: 'web' } as const;
  const meets = { text: 'Họp thôn bình xét hộ nghèo, hộ cận nghèo', product: 'Biên bản họp thôn', villages: names };
  const posts = { text: 'Niêm yết danh sách tại trụ sở và nhà văn hóa thôn', product: 'Ảnh niêm yết, sổ theo dõi' };
  await take(trx, {
    ...{ ...deed, day: ago(year, 6) },
    acts: [
      say(meeting, { kind: 'add', due: null, ...meets }),
      say(posting, { kind: 'add', due: null, villages: [], ...posts }),
    ],
  });
  const on = ago(year, 3);
  const ticks = names.slice(0, 4).map((village) => say(meeting, { kind: 'tick', village, on }));
  await take(trx, { ...deed, day: on, acts: ticks });
}

/** Who monitors reminds of what is overdue, with a word of guidance. */
async function urge(trx: Transaction, year: Year): Promise<void> {
  const occurrences = overdueOf(communeWork(year), year);
  if (occurrences.length === 0) return;
  const note =
    'Xã gửi kết quả trong tuần này. Chỗ nào chưa làm được thì nêu vướng mắc ngay trên việc, không để trong báo cáo quý.';
  const day = ago(year, 1);
  const sending = { today: day, at: morningOf(day), mailing: false };
  await nudge(trx, actorOf('monitor'), { occurrences, note, agencyId: null }, sending);
}
