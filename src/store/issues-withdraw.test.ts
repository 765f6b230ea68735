import { beforeEach, describe, expect, it } from 'vitest';
import { foldAssignment } from '../assignment/fold.ts';
import type { Act } from '../assignment/model.ts';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs } from './assignment-actions.ts';
import { issuedOf, readAssignments } from './assignment-log.ts';
import {
  type AgencyName,
  confirmed,
  day,
  issue,
  owedBy,
  type Province,
  province,
  today,
} from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { raiseDifficulty } from './difficulties.ts';
import type { IssueOptions } from './issues.ts';
import { getWithdrawalState, withdrawIssue } from './issues-withdraw.ts';
import { databaseForThisTest } from './testing.ts';

const toCommunes = { lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly };
let there: Province;
let plan: string;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  plan = await confirmed(there, [
    { id: 't1', ...toCommunes },
    { id: 't2', ...toCommunes },
  ]);
  await give();
});

const give = (options: Partial<IssueOptions> = {}) => issue(there, plan, { owedFrom: 'all', ...options });
const withdraw = (planId = plan) =>
  inTransaction(there.db, (trx) =>
    withdrawIssue(trx, there.actor, planId, { reason: ' Chọn nhầm kế hoạch ', at: new Date(), day: today }),
  );
const state = (planId = plan) => getWithdrawalState(there.db, there.actor.tenantId, planId);
const standing = async (name: AgencyName = 'tan-lap') =>
  (await owedBy(there, name)).map(({ item, key, status }) => `${item} ${key} ${status}`);
const statuses = async () => [...new Set((await owedBy(there, 'tan-lap')).map(({ status }) => status))];
const send = async (act: Act, occurrence = true, id = newId()) => {
  const [one] = await owedBy(there, 'tan-lap');
  const sent = { id, assignmentId: one?.assignment_id ?? '', occurrenceId: occurrence ? (one?.id ?? '') : null, act };
  await inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, [sent], { source: 'web', at: new Date(), day: today }),
  );
  return id;
};
/** The columns say what the histories say. */
async function assertFolded(): Promise<void> {
  const ids = await there.db.selectFrom('assignment').select('id').execute();
  const logged = await readAssignments(
    there.db,
    there.actor.tenantId,
    ids.map(({ id }) => id),
  );
  for (const { row, occurrences, log } of logged) {
    const folded = foldAssignment(issuedOf({ row, occurrences }), log);
    expect([row.closed, row.seq]).toEqual([folded.closed, log.length]);
    expect(occurrences.map(({ id, status, due }) => [id, status, due])).toEqual(
      folded.occurrences.map(({ id, status, due }) => [id, status, due]),
    );
  }
}

describe('what was issued by mistake', () => {
  it('is taken back as a whole, with its reason in each history and one entry of the audit', async () => {
    expect(await state()).toMatchObject({ items: 2, agencies: 4, begun: { assignments: 0 }, withdrawals: [] });
    await withdraw();
    expect(await statuses()).toEqual(['superseded']);
    await assertFolded();
    const acts = await there.db.selectFrom('assignment_action').select('act').execute();
    expect(acts).toHaveLength(8);
    expect(acts[0]?.act).toEqual({ kind: 'supersede', reason: 'Thu hồi việc giao: Chọn nhầm kế hoạch' });
    expect(await state()).toMatchObject({
      ...{ items: 0, agencies: 0 },
      withdrawals: [{ no: 1, by: 'Mai', reason: 'Chọn nhầm kế hoạch', counts: { items: 2, occurrences: 24 } }],
    });
    const entry = await there.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(entry).toMatchObject({ action: 'plan.issue-withdrawn', details: { no: 1, assignments: 8 } });
  });

  it('cannot be taken back twice, nor what was never issued', async () => {
    await withdraw();
    await expect(withdraw()).rejects.toMatchObject({ code: 'issue-not-there' });
    const other = await confirmed(there, [{ id: 't9', ...toCommunes }]);
    await expect(withdraw(other)).rejects.toMatchObject({ code: 'issue-not-there' });
  });

  it('comes back when the plan is issued again, from the same day or another, as often as it takes', async () => {
    const before = await standing();
    await withdraw();
    await give();
    expect(await standing()).toEqual(before);
    await assertFolded();
    for (let turn = 0; turn < 2; turn++) {
      await withdraw();
      await give({ owedFrom: day('2026-06-01') });
      expect(await standing()).toEqual(before.map((one) => one.replace('2026-03-13 open', '2026-03-13 superseded')));
      await assertFolded();
    }
    expect((await state()).withdrawals.map(({ no }) => no)).toEqual([3, 2, 1]);
  });

  it('stays where a calendar or a reorganisation alone has touched it, which can be taken back too', async () => {
    const [one] = await owedBy(there, 'tan-lap');
    const sent = { id: newId(), assignmentId: one?.assignment_id ?? '', occurrenceId: one?.id ?? '' };
    await inTransaction(there.db, (trx) =>
      appendActs(trx, there.actor, [{ ...sent, act: { kind: 'move', due: day('2026-03-12'), why: 'Nghỉ' } }], {
        ...{ source: 'calendar', at: new Date(), day: today },
      }),
    );
    await withdraw();
    expect(await statuses()).toEqual(['superseded']);
    await assertFolded();
  });
});

describe('what somebody has begun', () => {
  it('is not taken back, and it is said who has begun what', async () => {
    await send({ kind: 'accept' }, false);
    const expected = { begun: 1, first: [{ agency: 'UBND xã Tân Lập', text: 'Việc t1', kind: 'accept' }] };
    await expect(withdraw()).rejects.toMatchObject({ code: 'issue-begun', details: expected });
    await expect(withdraw()).rejects.toThrow(/UBND xã Tân Lập: “Việc t1”.*giao lại/);
    expect(await statuses()).toEqual(['open']);
    expect((await state()).begun.assignments).toBe(1);
  });

  it('counts no more when it was taken back, and again when that was', async () => {
    const accepted = await send({ kind: 'accept' }, false);
    const undone = await send({ kind: 'undo', of: accepted }, false);
    expect((await state()).begun.assignments).toBe(0);
    await send({ kind: 'undo', of: undone }, false);
    expect((await state()).begun.assignments).toBe(1);
  });

  it('is a difficulty too', async () => {
    const item = await there.db.selectFrom('work_item').select('id').where('key', '=', 't2').executeTakeFirstOrThrow();
    const about = { itemId: item.id, assignmentId: null, agencyId: there.ids['an-phu'], text: 'Thiếu kinh phí' };
    const raised = { id: newId(), ...about, toAgencyId: null, answerBy: null };
    await inTransaction(there.db, (trx) => raiseDifficulty(trx, there.actor, raised, new Date()));
    await expect(withdraw()).rejects.toMatchObject({
      details: { begun: 1, first: [{ agency: 'UBND xã An Phú', kind: 'difficulty' }] },
    });
  });
});

describe('a plan whose place was taken by mistake', () => {
  it('has its open work again, and can be issued again', async () => {
    const before = await standing();
    const later = await confirmed(there, [{ id: 't1', ...toCommunes }]);
    await issue(there, later, { owedFrom: 'all', supersedes: plan });
    await expect(give()).rejects.toMatchObject({ code: 'plan-superseded' });
    await withdraw(later);
    const ofPlan = (await standing()).filter((one) => one.endsWith('open'));
    expect(ofPlan).toEqual(before);
    await assertFolded();
    const tied = await there.db.selectFrom('work_item').select('superseded_by').execute();
    expect(new Set(tied.map(({ superseded_by }) => superseded_by))).toEqual(new Set([null]));
    await give();
    expect((await standing()).filter((one) => one.endsWith('open'))).toEqual(before);
  });
});
