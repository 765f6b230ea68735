import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { OwnEdit } from '../../publish/own-plan/model.ts';
import { letterheadOf } from '../../publish/report/letterhead.ts';
import { appendActs } from '../../store/assignment-actions.ts';
import type { Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { listIssued } from '../../store/items.ts';
import { findOwnRegister } from '../../store/own-plan-register.ts';
import { appendEdits, listOwnPlans, setOwnDay, type WhichOwn } from '../../store/own-plans.ts';
import { noteOwnPlan } from '../../store/own-plans-noted.ts';
import { getIssuer } from '../../store/report-papers.ts';
import { issueDraft, type KeepBytes } from '../own-plan.ts';
import { ago } from './commune.ts';
import { actOn, actorOf, completed, daysOf, morningOf, type Year } from './deeds.ts';

/**
 * Units' own plans as a province has them: two issued in the product, one of them late; most sent in on paper, a few of those
 * late; Tân Lập's and a department's still being drafted; a few not begun.
 */

const { tenantId } = demoOfficer;
const days = 5;

/** The focal office asked for them by letter, and notes what comes on paper. */
export async function ownPlans(trx: Transaction, planId: string, year: Year, keep: KeepBytes): Promise<void> {
  const [first, asked, due, late] = [ago(year, 21), ago(year, 24), ago(year, 4), ago(year, 1)];
  if (first <= year.since || late <= due) return;
  const ground = 'công văn đôn đốc của Sở Nội vụ';
  await setOwnDay(trx, actorOf('focal'), planId, { due, ground }, morningOf(asked));
  const { units } = await findOwnRegister(trx, tenantId, {
    ...{ planId, reach: 'all', today: year.today, mayEdit: () => false },
  });
  const communes = units.filter(
    ({ name, agencyId }) => /^(?:UBND|Ủy ban nhân dân) xã /u.test(name) && agencyId !== demoAgencies.commune,
  );
  const [inTime, behind] = communes;
  if (!inTime || !behind) return;
  const division = 'Phòng Văn hóa - Xã hội';
  const named = (head: string) => [
    ...dividing(year, inTime.agencyId, division),
    { kind: 'head', value: head } as const,
  ];
  await issueOne(
    trx,
    { planId, agencyId: inTime.agencyId, number: '34/KH-UBND', on: first, edits: named('Trần Văn Bình') },
    year,
    keep,
  );
  // No head is named and no work divided: the register says so.
  await issueOne(trx, { planId, agencyId: behind.agencyId, number: '19/KH-UBND', on: late, edits: [] }, year, keep);
  await draftCommune(trx, planId, year);
  const mine = [inTime.agencyId, behind.agencyId, demoAgencies.commune];
  const others = units.filter(({ agencyId }) => !mine.includes(agencyId));
  for (const [at, unit] of others.entries()) await onPaper(trx, { planId, agencyId: unit.agencyId }, at, year);
}

/** Of ten units eight sent their plan in, one of them late, and two have not begun. */
async function onPaper(trx: Transaction, which: WhichOwn, at: number, year: Year): Promise<void> {
  const turn = at % 10;
  if (which.agencyId === demoAgencies.environment) {
    const begun = { days, today: ago(year, 8), at: morningOf(ago(year, 2)) };
    return appendEdits(trx, actorOf('lead'), which, sent([{ kind: 'head', value: 'Lê Văn Thành' }]), begun);
  }
  if (turn === 3 || turn === 7) return;
  const unit = await getIssuer(trx, tenantId, which.agencyId, year.today);
  const date = ago(year, turn === 8 ? 2 : 6 + (at % 14));
  const number = `${15 + ((at * 7) % 60)}/${letterheadOf(unit, 'KH').symbol}`;
  await noteOwnPlan(trx, actorOf('focal'), { ...which, today: year.today }, { number, date }, morningOf(date));
}

type One = { planId: string; agencyId: string; number: string; on: PlainDate; edits: OwnEdit[] };

async function issueOne(trx: Transaction, one: One, year: Year, keep: KeepBytes): Promise<void> {
  const { planId, agencyId, number, on, edits } = one;
  const actor = actorOf('focal');
  const [which, at] = [{ planId, agencyId }, morningOf(on)];
  if (edits.length > 0) await appendEdits(trx, actor, which, sent(edits), { days, today: on, at });
  const issuance = { ...which, number, date: on, at, today: on, seq: edits.length };
  await issueDraft(trx, keep, actor, issuance);
  const { child_id } = (await listOwnPlans(trx, tenantId, planId)).get(agencyId) ?? {};
  if (child_id) await doSome(trx, child_id, on, year);
}

/** What of it was due by now is mostly done. */
async function doSome(trx: Transaction, childId: string, since: PlainDate, year: Year): Promise<void> {
  const items = await listIssued(trx, tenantId, childId);
  const day = ago(year, 1);
  const acts = items.flatMap(({ position, assignments }) =>
    assignments
      .filter(({ owes }) => owes)
      .flatMap((one) =>
        daysOf(one)
          .slice(0, 1)
          .flatMap((owed) => (position % 3 === 0 ? [] : [actOn(one, owed, completed(day))])),
      ),
  );
  if (day <= since || acts.length === 0) return;
  await appendActs(
    trx,
    actorOf('focal'),
    acts.map((act) => ({ ...act, agencyId: null })),
    { source: 'web', at: morningOf(day), day, skipRefused: true },
  );
}

/** Tân Lập is not done yet: half of the work is divided, one day is later than the province's, one task is its own. */
async function draftCommune(trx: Transaction, planId: string, year: Year): Promise<void> {
  const which = { planId, agencyId: demoAgencies.commune };
  const begun = { days, today: ago(year, 6), at: morningOf(ago(year, 2)) };
  const keys = tasksOf(year, demoAgencies.commune);
  const [first, second] = keys;
  const own = 'Văn phòng HĐND và UBND xã Tân Lập';
  const edits: OwnEdit[] = [
    { kind: 'head', value: 'Nguyễn Thị Hoa' },
    ...keys
      .slice(0, Math.ceil(keys.length / 2))
      .map((task): OwnEdit => ({ kind: 'task', task, field: 'division', value: own })),
    ...(second
      ? [
          {
            kind: 'task',
            task: second,
            field: 'time',
            value: `Chậm nhất ngày 31/12/${year.today.slice(0, 4)}`,
          } as const,
        ]
      : []),
    ...(first
      ? [
          {
            kind: 'add',
            task: newId(),
            after: first,
            value: 'Lắp bảng tin công khai tại nhà văn hóa của 12 thôn',
          } as const,
        ]
      : []),
  ];
  await appendEdits(trx, actorOf('officer'), which, sent(edits), begun);
}

const sent = (edits: readonly OwnEdit[]) => edits.map((act) => ({ id: newId(), act }));

const tasksOf = ({ items }: Year, agencyId: string): string[] =>
  items
    .filter(
      ({ kind, assignments }) => kind === 'task' && assignments.some((one) => one.owes && one.agencyId === agencyId),
    )
    .map(({ key }) => key);

const dividing = (year: Year, agencyId: string, value: string): OwnEdit[] =>
  tasksOf(year, agencyId).map((task) => ({ kind: 'task', task, field: 'division', value }));
