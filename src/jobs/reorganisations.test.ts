import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { shareOf } from '../../test/shared.ts';
import type { Act } from '../assignment/model.ts';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import type { Asked } from '../place/directory/perform.ts';
import { appendActs } from '../store/assignment-actions.ts';
import {
  type AgencyName,
  confirmed,
  day,
  issue,
  owedBy,
  type Province,
  province,
} from '../store/assignment-testing.ts';
import { inTransaction } from '../store/db.ts';
import { getDifficulty, raiseDifficulty } from '../store/difficulties.ts';
import { previewReorganisation, type Reorganising, reorganise } from '../store/directory-reorganise.ts';
import { listReorganisations, undoReorganisation } from '../store/directory-undo.ts';
import { getAssignment } from '../store/occurrences.ts';
import { databaseForThisTest } from '../store/testing.ts';
import { moveReorganised } from './reorganisations.ts';

/** When a reorganisation moves work and roles, and how it is taken back. */
let there: Province;
let planId: string;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  planId = await confirmed(there, [
    { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
  ]);
  await issue(there, planId);
});

const effective = day('2026-12-01');
const early = new Date('2026-11-22T03:00:00Z');
/** 23:30 of the day before, and half past midnight of the day, in Vietnam. */
const eve = new Date('2026-11-30T16:30:00Z');
const morning = new Date('2026-11-30T17:30:00Z');

const enter = (wanted: Pick<Reorganising, 'asked'> & Partial<Reorganising>, at = early): Promise<string> =>
  inTransaction(there.db, (trx) =>
    reorganise(trx, there.actor, { effective, resolution: 'NQ 12', handing: [], ...wanted }, at),
  );
const undo = (id: string, at = morning) =>
  inTransaction(there.db, (trx) => undoReorganisation(trx, there.actor, id, at));
const runDaily = (now: Date) =>
  moveReorganised({ db: there.db, now: () => now, report: (error) => expect.unreachable(String(error)) });
const merger = (): Pick<Reorganising, 'asked'> => ({
  asked: { kind: 'merge', ids: [there.ids['tan-lap']], into: { id: there.ids['an-phu'] } },
});
const founded = (): Pick<Reorganising, 'asked'> => {
  const founding = { kind: 'committee', level: 'commune', name: 'UBND xã Tân Phú', shortName: null } as const;
  const ids = [there.ids['tan-lap'], there.ids['an-phu']];
  return { asked: { kind: 'merge', ids, into: { founding: { ...founding, parentId: there.ids.ubnd } } } };
};
const open = async (name: AgencyName) =>
  (await owedBy(there, name)).filter(({ status }) => !['superseded', 'done', 'cancelled'].includes(status));
const act = async (assignmentId: string, occurrenceId: string | null, what: Act) => {
  const taking = { source: 'web', at: early, day: day('2026-11-22') } as const;
  const sent = { id: newId(), assignmentId, occurrenceId, act: what };
  await inTransaction(there.db, (trx) => appendActs(trx, there.actor, [sent], taking));
  return sent.id;
};
const holderOf = async (assignmentId: string) => {
  const { row } = await getAssignment(there.db, there.actor.tenantId, assignmentId);
  return { agency: row.agency_id, division: row.division_id, officer: row.officer_id, accepted: row.accepted };
};
async function grant(name: AgencyName): Promise<void> {
  const { tenantId, officerId } = there.actor;
  await sql`insert into role_grant (tenant_id, id, officer_id, role, agency_id, subtree, valid_from, granted_at, granted_by)
    values (${tenantId}, ${newId()}, ${officerId}, 'officer', ${there.ids[name]}, false, '2026-01-01', ${early},
      ${officerId})`.execute(there.db);
}
const held = async () =>
  await there.db
    .selectFrom('role_grant')
    .select(['agency_id', 'valid_from', 'revoked_at'])
    .orderBy('valid_from')
    .execute();

describe('a reorganisation of a day to come', () => {
  it('leaves work and roles where they are until its day, and is moved then without anybody doing anything', async () => {
    await grant('tan-lap');
    await enter(merger());
    await runDaily(eve);
    expect(await open('tan-lap')).toHaveLength(4);
    expect(await held()).toHaveLength(1);
    const entered = await listReorganisations(there.db, there.actor.tenantId);
    expect(entered).toMatchObject([{ movesOn: effective, moved: { agencies: 1 } }]);
    await runDaily(morning);
    expect(await open('tan-lap')).toEqual([]);
    expect((await held()).map(({ agency_id, valid_from }) => [agency_id, valid_from])).toEqual([
      [there.ids['tan-lap'], '2026-01-01'],
      [there.ids['an-phu'], effective],
    ]);
    const [moved] = await listReorganisations(there.db, there.actor.tenantId);
    expect(moved).toMatchObject({ movesOn: null, moved: { agencies: 1, assignments: 1, grants: 1 } });
    await runDaily(morning);
    expect(await held()).toHaveLength(2);
  });

  it('moves what was given out after it was entered, too', async () => {
    await enter(merger());
    await issue(there, await confirmed(there, [{ id: 'x', implement: ['UBND xã Tân Lập'], schedule: quarterly }]));
    expect(await open('tan-lap')).toHaveLength(8);
    await runDaily(morning);
    expect(await open('tan-lap')).toEqual([]);
    expect(await open('an-phu')).toHaveLength(8);
  });

  it('is dropped when it is taken back before its day', async () => {
    const before = await owedBy(there, 'tan-lap');
    const id = await enter(merger());
    await undo(id, eve);
    await runDaily(morning);
    expect(await owedBy(there, 'tan-lap')).toEqual(before);
    const entered = await listReorganisations(there.db, there.actor.tenantId);
    expect(entered.map(({ kind, undone, movesOn }) => [kind, undone, movesOn])).toEqual([
      ['undo', false, null],
      ['merge', true, null],
    ]);
  });

  it('says in its preview when what it lists is moved', async () => {
    const wanted = { ...merger(), effective, resolution: null, handing: [] };
    const { tenantId } = there.actor;
    expect((await previewReorganisation(there.db, tenantId, wanted, day('2026-11-30'))).movesOn).toBe(effective);
    expect((await previewReorganisation(there.db, tenantId, wanted, effective)).movesOn).toBeNull();
    const renamed = {
      ...wanted,
      asked: { kind: 'rename', id: there.ids['tan-lap'], name: 'UBND xã Tân', shortName: null },
    } as const;
    expect((await previewReorganisation(there.db, tenantId, renamed, day('2026-11-30'))).movesOn).toBeNull();
  });
});

it('an agency that is abolished leaves no open work behind, even where nobody is named to take over', async () => {
  const asked = { kind: 'abolish', id: there.ids['tan-lap'], takeovers: [] } as const;
  await expect(enter({ asked }, morning)).rejects.toThrow(/chưa rõ giao cho ai/);
});

describe('what a merger makes one of', () => {
  it('owes the same task for the same day once; issuing the plan again does not bring it back', async () => {
    await enter(founded(), morning);
    const all = await there.db.selectFrom('occurrence').select(['due', 'status', 'agency_id']).orderBy('due').execute();
    const lasting = all.filter(({ agency_id }) => agency_id !== there.ids['hoa-binh']);
    expect(lasting.filter(({ status }) => status === 'open')).toHaveLength(4);
    expect(lasting.filter(({ status }) => status === 'superseded')).toHaveLength(4);
    const again = await issue(there, planId);
    expect(again.occurrences).toMatchObject({ create: 0, withdraw: 0, change: 0 });
  });

  it('keeps the one that was worked on, and both where both were', async () => {
    const [first, second] = await open('tan-lap');
    const twin = (await open('an-phu')).find(({ due }) => due === second?.due);
    const progress = { kind: 'progress', percent: 40, note: null } as const;
    for (const one of [first, second, twin]) await act(one?.assignment_id ?? '', one?.id ?? '', progress);
    await enter(merger(), morning);
    const kept = (await open('an-phu')).map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining([first?.id, second?.id, twin?.id]));
    expect(kept).toHaveLength(5);
  });
});

describe('taking back', () => {
  it('gives back who had accepted and to whom it was handed on; both stay in the merger as well', async () => {
    const [one] = await open('tan-lap');
    const id = one?.assignment_id ?? '';
    await act(id, null, { kind: 'accept' });
    await act(id, null, { kind: 'hand-on', divisionId: null, officerId: there.actor.officerId, note: null });
    const before = await holderOf(id);
    const entered = await enter(merger(), morning);
    expect(await holderOf(id)).toEqual({ ...before, agency: there.ids['an-phu'] });
    await undo(entered);
    expect(await holderOf(id)).toEqual(before);
  });

  it('keeps what was done since, for the one it is given back to', async () => {
    const [one, other] = await open('tan-lap');
    const entered = await enter(founded(), morning);
    const moved = await there.db
      .selectFrom('occurrence')
      .select(['id', 'assignment_id', 'due', 'agency_id'])
      .where('status', '=', 'open')
      .where('due', 'in', [one?.due ?? day('2026-01-01'), other?.due ?? day('2026-01-01')])
      .where('agency_id', '<>', there.ids['hoa-binh'])
      .orderBy('due')
      .execute();
    expect(moved).toHaveLength(2);
    const done = { kind: 'complete', on: day('2026-11-22'), note: null, serves: [], servedBy: null } as const;
    await act(moved[0]?.assignment_id ?? '', moved[0]?.id ?? '', done);
    await act(moved[1]?.assignment_id ?? '', moved[1]?.id ?? '', { kind: 'progress', percent: 60, note: null });
    await undo(entered);
    const back = [...(await owedBy(there, 'tan-lap')), ...(await owedBy(there, 'an-phu'))];
    expect(back).toHaveLength(8);
    expect(back.filter(({ status }) => status === 'superseded')).toEqual([]);
    expect(back.find(({ id }) => id === moved[0]?.id)?.status).toBe('done');
    expect(back.find(({ id }) => id === moved[1]?.id)?.status).toBe('in-progress');
  });

  it('is refused while the new agency has been given work of its own', async () => {
    const entered = await enter(founded(), morning);
    const made = await there.db
      .selectFrom('agency_span')
      .select('agency_id')
      .where('name', '=', 'UBND xã Tân Phú')
      .executeTakeFirstOrThrow();
    const plan = await confirmed(there, [{ id: 'x', implement: ['Mới'], schedule: quarterly }]);
    await issue({ ...there, by: { ...there.by, resolve: () => [made.agency_id] } }, plan);
    await expect(undo(entered)).rejects.toThrow(/đã được giao 1 việc mới/);
  });
});

it('a difficulty waits with whoever takes over, whosever work it is about, and comes back', async () => {
  const [one] = await owedBy(there, 'tan-lap');
  const { item_id } = await there.db
    .selectFrom('occurrence')
    .select('item_id')
    .where('id', '=', one?.id ?? '')
    .executeTakeFirstOrThrow();
  const id = newId();
  const raised = {
    ...{ id, itemId: item_id, assignmentId: one?.assignment_id ?? null, agencyId: there.ids['tan-lap'] },
    ...{ text: 'Thiếu kinh phí', toAgencyId: there.ids['noi-vu'], answerBy: null },
  };
  await inTransaction(there.db, (trx) => raiseDifficulty(trx, there.actor, raised, early));
  const asked = { kind: 'merge', ids: [there.ids['noi-vu']], into: { id: there.ids['so-moi'] } } as const;
  const wanted = { asked, effective, resolution: null, handing: [] };
  const { tenantId } = there.actor;
  const shown = await previewReorganisation(there.db, tenantId, wanted, effective);
  expect(shown.difficulties).toMatchObject([{ id, text: 'Thiếu kinh phí', toId: there.ids['so-moi'] }]);
  const entered = await enter({ asked }, morning);
  const read = async () => (await getDifficulty(there.db, tenantId, 'all', id)).difficulty.to_agency_id;
  expect(await read()).toBe(there.ids['so-moi']);
  await undo(entered);
  expect(await read()).toBe(there.ids['noi-vu']);
});

it('whatever is entered, no open work stays with an agency that is no more on the day, and none is lost', async () => {
  const names = ['noi-vu', 'tai-chinh', 'tan-lap', 'an-phu', 'hoa-binh', 'so-moi'] as const;
  const id = fc.constantFrom(...names).map((name) => ({ id: () => there.ids[name] }));
  const pair = fc.tuple(id, id);
  const founding = { kind: 'committee', level: 'commune', shortName: null } as const;
  const made = (n: number) => ({ ...founding, name: `UBND xã Số ${n}`, parentId: there.ids.ubnd });
  const asked = fc.oneof(
    pair.map(
      ([a, b]) =>
        (): Asked => ({ kind: 'merge', ids: [a.id(), b.id()], into: { id: b.id() } }),
    ),
    pair.map(
      ([a, b]) =>
        (n: number): Asked => ({ kind: 'merge', ids: [a.id(), b.id()], into: { founding: made(n) } }),
    ),
    pair.map(
      ([a, b]) =>
        (): Asked => ({ kind: 'abolish', id: a.id(), takeovers: [{ toId: b.id(), function: null }] }),
    ),
    id.map((a) => (): Asked => ({ kind: 'abolish', id: a.id(), takeovers: [] })),
    fc.tuple(id, fc.boolean()).map(([a, keeps]) => (n: number): Asked => {
      return { kind: 'split', id: a.id(), parts: [{ founding: made(n), function: 'giá' }], keeps };
    }),
    pair.map(
      ([a, b]) =>
        (): Asked => ({ kind: 'move-function', fromId: a.id(), toId: b.id(), function: 'giá' }),
    ),
  );
  let entered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 4 }), async (list) => {
      there = await province(there.db);
      await issue(
        there,
        await confirmed(there, [
          { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
          { id: 't2', lead: ['Sở Tài chính'], schedule: quarterly },
        ]),
      );
      for (const [n, make] of list.entries()) {
        const done = await enter({ asked: make(n), effective: day(`2026-12-0${n + 1}`) }).catch((error) => error);
        if (done instanceof Error) expect(done).toBeInstanceOf(Problem);
        else entered += 1;
      }
      await runDaily(new Date('2026-12-10T00:00:00Z'));
      const { rows } = await sql<{ open: number; there: number; items: number }>`
        select count(*) filter (where o.status = 'open')::int as open, count(distinct (o.item_id, o.key))::int as items,
          count(*) filter (where o.status = 'open' and exists (select from agency_span s where s.tenant_id = o.tenant_id
            and s.agency_id = o.agency_id and (s.valid_to is null or s.valid_to >= '2026-12-10')))::int as there
        from occurrence o where o.tenant_id = ${there.actor.tenantId}`.execute(there.db);
      expect(rows[0]?.there).toBe(rows[0]?.open);
      const { rows: kept } = await sql<{
        items: number;
      }>`select count(distinct (item_id, key))::int as items from occurrence
        where tenant_id = ${there.actor.tenantId} and status = 'open'`.execute(there.db);
      expect(kept[0]?.items).toBe(8);
    }),
    shareOf(6, 40),
  );
  expect(entered).toBeGreaterThan(3);
});
