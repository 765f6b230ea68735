import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { foldConcrete } from '../assignment/concrete/fold.ts';
import type { ConcreteChange } from '../assignment/concrete/model.ts';
import { newId } from '../kernel/ids.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { getAssignment } from './occurrences.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
let assignmentId: string;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  await issue(there, await confirmed(there, [{ id: 't1', implement: ['UBND các xã, phường'] }]));
  const [one] = await owedBy(there, 'tan-lap');
  assignmentId = one?.assignment_id ?? '';
});

const add = (villages: readonly string[] = []): ConcreteChange => ({
  ...{ kind: 'add', text: 'Niêm yết', product: 'Biên bản', due: day('2026-05-01'), villages },
});
const tick = (village: string): ConcreteChange => ({ kind: 'tick', village, on: day('2026-06-09') });
const said = (concreteId: string, change: ConcreteChange): SentAct => ({
  ...{ assignmentId, id: newId(), occurrenceId: null, act: { kind: 'concrete', concreteId, change } },
});
const send = (...acts: readonly SentAct[]) =>
  inTransaction(there.db, (trx) =>
    appendActs(trx, there.actor, acts, { source: 'web', at: new Date(), day: day('2026-06-10') }),
  );
const rows = () =>
  there.db
    .selectFrom('concrete_act')
    .select(['id', 'text', 'product', 'due', 'villages', 'done_on'])
    .where('tenant_id', '=', there.actor.tenantId)
    .orderBy('position')
    .execute();
const folded = async () => foldConcrete((await getAssignment(there.db, there.actor.tenantId, assignmentId)).history);

describe('concrete acts', () => {
  it('stand in rows that repeat the log, which says who and when', async () => {
    const [a, b] = [newId(), newId()];
    await send(said(a, add(['Đông', 'Đoài'])), said(b, add()), said(a, tick('Đông')));
    expect(await rows()).toEqual([
      {
        ...{ id: a, text: 'Niêm yết', product: 'Biên bản', due: '2026-05-01', done_on: null },
        villages: [
          { name: 'Đông', doneOn: '2026-06-09' },
          { name: 'Đoài', doneOn: null },
        ],
      },
      { id: b, text: 'Niêm yết', product: 'Biên bản', due: '2026-05-01', villages: [], done_on: null },
    ]);
    expect((await folded())[0]?.villages[0]?.done).toMatchObject({ on: '2026-06-09', entry: { by: 'Mai' } });
    const entries = await there.db
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'assignment.acted')
      .execute();
    expect(entries).toEqual([{ details: { source: 'web', assignments: 1, concrete: 3 } }]);
  });

  it('lose nothing where many tick at once, and count what is sent again once', async () => {
    const a = newId();
    const villages = Array.from({ length: 12 }, (_, i) => `Thôn ${i + 1}`);
    await send(said(a, add(villages)));
    const ticks = villages.map((name) => said(a, tick(name)));
    await Promise.all([...ticks.map((one) => send(one)), ...ticks.map((one) => send(one).catch(() => undefined))]);
    const [act] = await folded();
    expect(act?.villages.filter(({ done }) => done !== null)).toHaveLength(12);
    expect((await rows())[0]?.villages.every(({ doneOn }) => doneOn === '2026-06-09')).toBe(true);
    const { rows: logged } = await sql<{ n: number }>`select count(*)::int as n from assignment_action`.execute(
      there.db,
    );
    expect(logged).toEqual([{ n: 13 }]);
  });

  it('that were removed come back by an undo, and leave nothing behind but the log', async () => {
    const a = newId();
    const gone = said(a, { kind: 'remove' });
    await send(said(a, add(['Đông'])), said(a, tick('Đông')));
    await send(gone);
    expect(await rows()).toEqual([]);
    await send({ assignmentId, id: newId(), occurrenceId: null, act: { kind: 'undo', of: gone.id } });
    expect(await rows()).toMatchObject([{ id: a, villages: [{ name: 'Đông', doneOn: '2026-06-09' }] }]);
  });

  it('of one assignment are no other’s, under the same id too', async () => {
    const a = newId();
    const [other] = await owedBy(there, 'an-phu');
    await send(said(a, add()), { ...said(a, add(['Nam'])), assignmentId: other?.assignment_id ?? '' });
    expect((await rows()).map(({ villages }) => villages.length).sort()).toEqual([0, 1]);
    expect(await folded()).toMatchObject([{ villages: [] }]);
  });

  it.each([
    ['2026-06-11', 'day-in-the-future'],
    ['2025-12-31', 'day-before-plan'],
  ])('are not done on %s', async (on, why) => {
    const a = newId();
    const sent = send(said(a, add()), said(a, { kind: 'done', on: day(on) }));
    await expect(sent).rejects.toMatchObject({ code: 'act-refused', details: { why } });
    expect(await rows()).toEqual([]);
  });

  it('are taken up by nobody once the work is cancelled', async () => {
    await send({ assignmentId, id: newId(), occurrenceId: null, act: { kind: 'cancel', reason: 'Thôi' } });
    await expect(send(said(newId(), add()))).rejects.toMatchObject({ details: { why: 'closed' } });
  });
});
