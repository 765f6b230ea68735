import { beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs } from './assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province, today } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { type IssueOptions, previewPlan } from './issues.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
});

const toCommunes = { lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly };
const counts = async () => {
  const { db } = there;
  const tables = ['work_item', 'assignment', 'occurrence', 'assignment_action', 'issue'] as const;
  const count = async (table: (typeof tables)[number]) => {
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  };
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])));
};
const audited = async () => {
  const rows = await there.db.selectFrom('audit_entry').select(['action', 'details']).orderBy('id').execute();
  return rows.filter(({ action }) => action !== 'plan.added');
};
const previewOf = (id: string, owedFrom: IssueOptions['owedFrom']) =>
  previewPlan(there.db, there.actor.tenantId, id, { by: there.by, today, owedFrom });
const complete = async (id: string, assignmentId: string) =>
  inTransaction(there.db, (trx) =>
    appendActs(
      trx,
      there.actor,
      [
        {
          ...{ id: newId(), assignmentId, occurrenceId: id },
          act: { kind: 'complete', on: day('2026-03-10'), note: null, serves: [], servedBy: null },
        },
      ],
      { source: 'web', at: new Date(), day: today },
    ),
  );

describe('issuing a plan', () => {
  it('gives every agency named its work and its days, with one audit entry for all of it', async () => {
    const id = await confirmed(there, [
      { id: 't1', ...toCommunes },
      { id: 't2', lead: ['Sở Tài chính'] },
    ]);
    const preview = await previewOf(id, 'all');
    const done = await issue(there, id);
    expect({ ...done, issues: [] }).toEqual({ ...preview, issues: [] });
    expect(await counts()).toEqual({ work_item: 2, assignment: 5, occurrence: 13, assignment_action: 0, issue: 1 });
    expect(await owedBy(there, 'tan-lap')).toMatchObject([
      { item: 't1', due: '2026-03-13', status: 'open' },
      { item: 't1', due: '2026-06-12' },
      { item: 't1', due: '2026-09-14' },
      { item: 't1', due: '2026-12-14' },
    ]);
    expect(await audited()).toMatchObject([{ action: 'plan.issued', details: { no: 1, assignments_create: 5 } }]);
    expect(done.issues).toMatchObject([{ no: 1, day: '2026-01-15' }]);
  });

  it('twice changes nothing and leaves no trace', async () => {
    const id = await confirmed(there, [{ id: 't1', ...toCommunes }]);
    await issue(there, id);
    const before = await counts();
    const again = await issue(there, id);
    expect(again).toMatchObject({ occurrences: { create: 0, keep: 12, change: 0, withdraw: 0 } });
    expect(await counts()).toEqual(before);
    expect(await audited()).toHaveLength(1);
  });

  it('from a day on leaves out what was over before; the day is kept, and an earlier one adds what was left out', async () => {
    const id = await confirmed(there, [{ id: 't1', ...toCommunes }]);
    expect(await previewOf(id, undefined)).toMatchObject({ owedFrom: today, past: 3, occurrences: { create: 9 } });
    const done = await issue(there, id, { owedFrom: undefined });
    expect(done.issues).toMatchObject([{ no: 1, owedFrom: today }]);
    const dues = async () => (await owedBy(there, 'tan-lap')).map(({ due }) => due);
    expect(await dues()).toEqual(['2026-06-12', '2026-09-14', '2026-12-14']);
    await issue(there, id, { owedFrom: undefined, today: day('2026-11-01') });
    expect(await counts()).toMatchObject({ occurrence: 9, issue: 1 });
    await issue(there, id, { owedFrom: 'all' });
    expect(await dues()).toEqual(['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14']);
    expect(await audited()).toMatchObject([
      { details: { no: 1, owed_from: today, occurrences_create: 9, occurrences_left_out: 3 } },
      { details: { no: 2, occurrences_create: 3, occurrences_keep: 9, occurrences_left_out: 0 } },
    ]);
  });

  it('from a later day leaves alone what is there, and keeps the day for whoever comes later', async () => {
    const id = await confirmed(there, [{ id: 't1', ...toCommunes, implement: ['UBND xã Tân Lập'] }]);
    await issue(there, id);
    await issue(there, id, { owedFrom: today });
    expect(await counts()).toMatchObject({ occurrence: 4, assignment_action: 0, issue: 2 });
    await confirmed(there, [{ id: 't1', ...toCommunes }], { id });
    await issue(there, id, { owedFrom: undefined });
    expect((await owedBy(there, 'an-phu')).map(({ due }) => due)).toEqual(['2026-06-12', '2026-09-14', '2026-12-14']);
    expect(await owedBy(there, 'tan-lap')).toHaveLength(4);
  });

  it('again after an amendment of the text keeps assignments and what was done', async () => {
    const id = await confirmed(there, [{ id: 't1', ...toCommunes }]);
    await issue(there, id);
    const [first] = await owedBy(there, 'tan-lap');
    await complete(first?.id ?? '', first?.assignment_id ?? '');
    await confirmed(there, [{ id: 't1', ...toCommunes, text: 'Sửa' }], { id });
    await issue(there, id);
    expect(await owedBy(there, 'tan-lap')).toMatchObject([{ id: first?.id, status: 'done' }, {}, {}, {}]);
    const item = await there.db.selectFrom('work_item').select(['text', 'search']).executeTakeFirstOrThrow();
    expect(item).toEqual({ text: 'Sửa', search: expect.stringContaining('sua') });
  });

  it('ends with a reason what an amendment drops, and gives it back when it returns', async () => {
    const id = await confirmed(there, [{ id: 't1', ...toCommunes }]);
    await issue(there, id);
    await confirmed(there, [{ id: 't1', ...toCommunes, implement: ['UBND xã Tân Lập'] }], { id });
    await issue(there, id);
    expect((await owedBy(there, 'an-phu')).map(({ status }) => status)).toEqual(Array(4).fill('superseded'));
    const { act } = await there.db.selectFrom('assignment_action').select('act').executeTakeFirstOrThrow();
    expect(act).toMatchObject({ kind: 'supersede', reason: expect.stringContaining('không còn được giao') });
    await confirmed(there, [{ id: 't1', ...toCommunes }], { id });
    await issue(there, id);
    expect((await owedBy(there, 'an-phu')).map(({ status }) => status)).toEqual(Array(4).fill('open'));
    expect(await counts()).toMatchObject({ assignment: 4, occurrence: 12, issue: 3 });
  });

  it('changes only the open days where the schedule was amended, and gives new ones to whoever holds the work by then', async () => {
    const schedule = { kind: 'deadline', by: '2026-06-12' } as const;
    const id = await confirmed(there, [{ id: 't1', implement: ['Sở Tài chính'], schedule }]);
    await issue(there, id);
    const [only] = await owedBy(there, 'tai-chinh');
    const reassign = { kind: 'reassign', agencyId: there.ids['so-moi'], reason: 'Sáp nhập' } as const;
    const sent = { id: newId(), assignmentId: only?.assignment_id ?? '', occurrenceId: null, act: reassign };
    await inTransaction(there.db, (trx) =>
      appendActs(trx, there.actor, [sent], { source: 'reorganisation', at: new Date(), day: today }),
    );
    await confirmed(there, [{ id: 't1', implement: ['Sở Tài chính'], schedule: quarterly }], { id });
    await issue(there, id);
    expect((await owedBy(there, 'so-moi')).map(({ due, status }) => `${due} ${status}`)).toEqual([
      '2026-03-13 open',
      '2026-06-12 open',
      '2026-09-14 open',
      '2026-12-14 open',
    ]);
    expect(await owedBy(there, 'tai-chinh')).toEqual([]);
  });

  it('moves a day reckoned otherwise by now, and says why', async () => {
    const id = await confirmed(there, [{ id: 't1', lead: ['Sở Tài chính'] }]);
    await issue(there, id);
    const owedOf: Province['by']['owedOf'] = (schedule, year) =>
      there.by.owedOf(schedule, year).map((owed) => ({ ...owed, due: day('2026-12-30'), moved: '31/12 là ngày nghỉ' }));
    await issue({ ...there, by: { ...there.by, owedOf } }, id);
    const row = await there.db.selectFrom('occurrence').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ printed: '2026-12-31', first_due: '2026-12-31', due: '2026-12-30' });
    expect(row.moved_later).toBe('31/12 là ngày nghỉ');
  });

  it('in place of another plan ends the open work of that one, ties the same items and bars it from being issued', async () => {
    const old = await confirmed(there, [{ id: 't1', ...toCommunes, text: 'Niêm yết công khai thu chi ngân sách' }]);
    await issue(there, old);
    const [first] = await owedBy(there, 'tan-lap');
    await complete(first?.id ?? '', first?.assignment_id ?? '');
    const next = await confirmed(there, [{ id: 'n1', ...toCommunes, text: 'Niêm yết công khai thu, chi ngân sách' }]);
    await issue(there, next, { supersedes: old });
    expect((await owedBy(there, 'tan-lap')).map(({ item, status }) => `${item} ${status}`)).toEqual([
      ...Array(4).fill('n1 open'),
      't1 done',
      ...Array(3).fill('t1 superseded'),
    ]);
    const items = await there.db
      .selectFrom('work_item')
      .select(['id', 'key', 'superseded_by'])
      .orderBy('key')
      .execute();
    expect(items[1]?.superseded_by).toBe(items[0]?.id);
    await expect(issue(there, old)).rejects.toMatchObject({ code: 'plan-superseded' });
  });

  it('refuses a plan that is not confirmed, has been taken away, or has neither year nor date', async () => {
    const id = await confirmed(there, []);
    const set = (columns: object) => there.db.updateTable('plan').set(columns).where('id', '=', id).execute();
    await set({ status: 'draft' });
    await expect(issue(there, id)).rejects.toMatchObject({ code: 'plan-not-confirmed' });
    const preview = previewOf(id, 'all');
    await expect(preview).rejects.toMatchObject({ code: 'plan-not-confirmed' });
    await set({ removed_at: new Date() });
    await expect(issue(there, id)).rejects.toMatchObject({ code: 'plan-removed' });
    await set({ removed_at: null, status: 'confirmed', year: null, date: null });
    await expect(issue(there, id)).rejects.toMatchObject({ code: 'plan-without-year' });
  });

  it('by two at once issues it once', async () => {
    const id = await confirmed(there, [{ id: 't1', ...toCommunes }]);
    await Promise.all([issue(there, id), issue(there, id)]);
    expect(await counts()).toMatchObject({ assignment: 4, occurrence: 12, issue: 1 });
  });

  it('of another tenant does not find the plan', async () => {
    const id = await confirmed(there, [{ id: 't1', ...toCommunes }]);
    const other = await province(there.db);
    await expect(issue(other, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
