import { beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../assignment/model.ts';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs, type SentAct, type Taking } from './assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province, today } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
type Owed = Awaited<ReturnType<typeof owedBy>>[number];
let owed: Owed[];
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  const toCommunes = { lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly };
  await issue(
    there,
    await confirmed(there, [
      { id: 't1', ...toCommunes },
      { id: 't2', ...toCommunes },
    ]),
  );
  owed = await owedBy(there, 'tan-lap');
});

const sent = (one: Owed | undefined, act: Act, id = newId()): SentAct => ({
  ...{ id, assignmentId: one?.assignment_id ?? '', occurrenceId: one?.id ?? null, act },
});
const whole = (one: Owed | undefined, act: Act): SentAct => ({ ...sent(one, act), occurrenceId: null });
const complete = (serves: readonly string[] = []): Act => ({
  ...{ kind: 'complete', on: day('2026-03-10'), note: null, serves, servedBy: null },
});
const append = (acts: readonly SentAct[], taking: Partial<Taking> = {}) =>
  inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, acts, { source: 'web', at: new Date(), day: today, ...taking }),
  );
const statuses = async () =>
  (await owedBy(there, 'tan-lap')).map(({ item, key, status }) => `${item} ${key} ${status}`);
const row = (one: Owed | undefined) =>
  there.db
    .selectFrom('occurrence')
    .selectAll()
    .where('id', '=', one?.id ?? '')
    .executeTakeFirstOrThrow();
const entries = () =>
  there.db
    .selectFrom('audit_entry')
    .select(['action', 'subject', 'details'])
    .where('action', '=', 'assignment.acted')
    .execute();

describe('acts about assignments', () => {
  it('are kept in order with who and from where, and the columns follow them', async () => {
    const [first] = owed;
    await append([
      whole(first, { kind: 'accept' }),
      sent(first, { kind: 'progress', percent: 40, note: null }),
      sent(first, { kind: 'evidence', what: 'Biên bản', address: null }),
      sent(first, complete()),
    ]);
    expect(await row(first)).toMatchObject({
      ...{ status: 'done', percent: 100, evidence: 1, completed_on: '2026-03-10' },
    });
    const actions = await there.db.selectFrom('assignment_action').selectAll().orderBy('seq').execute();
    expect(actions.map(({ seq, by, source, day }) => [seq, by, source, day])).toEqual(
      [1, 2, 3, 4].map((seq) => [seq, there.actor.officerId, 'web', today]),
    );
    expect(await entries()).toMatchObject([
      { subject: first?.assignment_id, details: { assignments: 1, progress: 1 } },
    ]);
  });

  it('count an id once, however often it is sent', async () => {
    const act = sent(owed[0], { kind: 'progress', percent: 10, note: null });
    expect(await append([act, act])).toMatchObject({ taken: 1 });
    expect(await append([{ ...act, act: { kind: 'progress', percent: 90, note: null } }])).toEqual({
      ...{ taken: 0, known: 1, refused: [], fresh: [] },
    });
    expect(await row(owed[0])).toMatchObject({ percent: 10 });
  });

  it('are all refused where one is, and say why', async () => {
    const bad = sent(owed[1], { kind: 'return', reason: 'Thiếu', due: null });
    await expect(append([sent(owed[0], complete()), bad])).rejects.toMatchObject({
      ...{ code: 'act-refused', details: { why: 'not-in-this-state', occurrence: owed[1]?.id } },
    });
    expect((await row(owed[0])).status).toBe('open');
    expect(await entries()).toEqual([]);
  });

  it('in bulk leave out what is refused and tell of it, with one audit entry', async () => {
    const bad = sent(owed[4], { kind: 'return', reason: 'Thiếu', due: null });
    const done = await append([sent(owed[0], complete()), bad, sent(owed[1], complete())], { skipRefused: true });
    expect(done).toMatchObject({ taken: 2, known: 0, refused: [{ id: bad.id, why: 'not-in-this-state' }] });
    expect(done.fresh.map(({ occurrenceId }) => occurrenceId)).toEqual([owed[0]?.id, owed[1]?.id]);
    expect(await entries()).toHaveLength(1);
  });

  it('about what is not there are refused', async () => {
    await expect(append([{ ...sent(owed[0], complete()), assignmentId: newId() }])).rejects.toMatchObject({
      code: 'not-found',
    });
    const other = await province(there.db);
    const act = sent(owed[0], complete());
    const asOther = inTransaction(there.db, (trx) =>
      appendActs(trx, other.actor, [act], { source: 'web', at: new Date(), day: today }),
    );
    await expect(asOther).rejects.toMatchObject({ code: 'not-found' });
  });

  it('sent at once by two keep one order and lose nothing', async () => {
    const sends = Array.from({ length: 10 }, (_, i) =>
      append([sent(owed[0], { kind: 'progress', percent: i, note: null })]),
    );
    await Promise.all(sends);
    const actions = await there.db.selectFrom('assignment_action').select('seq').orderBy('seq').execute();
    expect(actions.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1));
  });
});

describe('one act that serves several', () => {
  it('completes the others with it, and takes that back with it', async () => {
    const [first, , , , other] = owed;
    const act = sent(first, complete([other?.id ?? '']));
    await append([act]);
    expect(await statuses()).toContain('t2 2026-03-13 done');
    await append([whole(first, { kind: 'undo', of: act.id })]);
    expect((await statuses()).filter((status) => status.endsWith('done'))).toEqual([]);
    const redo = await there.db
      .selectFrom('assignment_action')
      .selectAll()
      .where('assignment_id', '=', first?.assignment_id ?? '')
      .execute();
    expect(redo).toHaveLength(2);
  });

  it('leaves as it is what is done already', async () => {
    const [first, , , , other] = owed;
    await append([sent(other, complete())]);
    const act = sent(first, complete([other?.id ?? '']));
    await append([act]);
    await append([whole(first, { kind: 'undo', of: act.id })]);
    expect((await statuses()).filter((status) => status.endsWith('done'))).toEqual(['t2 2026-03-13 done']);
  });

  it('serves no other agency', async () => {
    const [foreign] = await owedBy(there, 'an-phu');
    await expect(append([sent(owed[0], complete([foreign?.id ?? '']))])).rejects.toMatchObject({
      ...{ code: 'act-refused', details: { why: 'other-agency' } },
    });
  });
});

describe('undo from the web', () => {
  it('does not take back what a reorganisation or an issue has done', async () => {
    const act = whole(owed[0], { kind: 'reassign', agencyId: there.ids['an-phu'], reason: 'Sáp nhập' });
    await append([act], { source: 'reorganisation' });
    await expect(append([whole(owed[0], { kind: 'undo', of: act.id })])).rejects.toMatchObject({
      ...{ code: 'act-refused', details: { why: 'not-yours-to-undo' } },
    });
  });
});
