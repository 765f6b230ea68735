import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { confirmed, day, issue, owedBy, type Province, province, today } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { reorganise } from './directory-reorganise.ts';
import { undoReorganisation } from './directory-undo.ts';
import { handOver, listWaitingWork } from './directory-waiting.ts';
import { previewPlan } from './issues.ts';
import { findHeatMapAsOf } from './occurrences.ts';
import { databaseForThisTest } from './testing.ts';

/** Plans given out after agencies they name had ended. */
let there: Province;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
});

const now = new Date('2026-06-10T03:00:00Z');
const effective = day('2026-03-01');
const handing = { resolution: null, handing: [] };
const merge = (from: 'tan-lap' | 'noi-vu', to: 'an-phu' | 'so-moi') =>
  inTransaction(there.db, (trx) => {
    const asked = { kind: 'merge', ids: [there.ids[from]], into: { id: there.ids[to] } } as const;
    return reorganise(trx, there.actor, { asked, effective, ...handing }, now);
  });
const cutUp = () =>
  inTransaction(there.db, (trx) => {
    const takeovers = [
      { toId: there.ids['noi-vu'], function: 'tiền lương' },
      { toId: there.ids['so-moi'], function: 'ngân sách' },
    ];
    const asked = { kind: 'abolish', id: there.ids['tai-chinh'], takeovers } as const;
    return reorganise(trx, there.actor, { asked, effective, ...handing }, now);
  });
const rows = [
  { id: 't1', implement: ['UBND các xã, phường'], schedule: quarterly },
  { id: 't2', lead: ['Sở Tài chính'], component: 'Thu, chi', schedule: quarterly },
];
const open = async (name: 'tan-lap' | 'an-phu' | 'tai-chinh' | 'so-moi' | 'noi-vu') =>
  (await owedBy(there, name)).filter(({ status }) => status === 'open');

describe('a plan given out after an agency it names had ended', () => {
  it('is owed by who alone took over, once where that owes the same itself', async () => {
    await merge('tan-lap', 'an-phu');
    await issue(there, await confirmed(there, rows));
    expect(await open('tan-lap')).toEqual([]);
    expect((await open('an-phu')).map(({ due }) => due)).toEqual([
      ...['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14'],
    ]);
  });

  it('gives the reason, and a report of before the end shows who had it then', async () => {
    await merge('tan-lap', 'an-phu');
    await issue(there, await confirmed(there, rows));
    const { rows: acts } = await sql<{ reason: string; day: string }>`select act ->> 'reason' as reason, day
      from assignment_action where act ->> 'kind' = 'reassign'`.execute(there.db);
    expect(acts).toEqual([
      { reason: 'UBND xã Tân Lập đã kết thúc; UBND xã An Phú nhận việc từ ngày 01/03/2026', day: effective },
    ]);
    const question = { tenantId: there.actor.tenantId, from: day('2026-01-01'), to: day('2026-12-31') };
    const holders = async (on: string) =>
      (await findHeatMapAsOf(there.db, { ...question, on: day(on) })).map(({ agencyId }) => agencyId);
    expect(await holders('2026-02-28')).toContain(there.ids['tan-lap']);
    expect(await holders('2026-03-01')).not.toContain(there.ids['tan-lap']);
  });

  it('given out again comes to the same', async () => {
    await merge('tan-lap', 'an-phu');
    const plan = await confirmed(there, rows);
    await issue(there, plan);
    const before = await owedBy(there, 'an-phu');
    expect((await issue(there, plan)).occurrences).toMatchObject({ create: 0, change: 0, withdraw: 0 });
    expect(await owedBy(there, 'an-phu')).toEqual(before);
  });

  it('comes back with the agency when its end is taken back', async () => {
    const id = await merge('tan-lap', 'an-phu');
    await issue(there, await confirmed(there, rows));
    await inTransaction(there.db, (trx) => undoReorganisation(trx, there.actor, id, now));
    expect(await open('tan-lap')).toHaveLength(4);
    expect(await open('an-phu')).toHaveLength(4);
  });

  it('is said in the preview, with who has it instead', async () => {
    await merge('tan-lap', 'an-phu');
    await cutUp();
    const plan = await confirmed(there, rows);
    const shown = await previewPlan(there.db, there.actor.tenantId, plan, { by: there.by, today, owedFrom: 'all' });
    expect(
      shown.inherited.map(({ name, endedOn, occurrences, to, choices }) => [name, endedOn, occurrences, to, choices]),
    ).toEqual([
      ['Sở Tài chính', '2026-02-28', 4, null, ['Sở Nội vụ', 'Sở Tài chính và Kế hoạch']],
      ['UBND xã Tân Lập', '2026-02-28', 4, 'UBND xã An Phú', []],
    ]);
  });
});

describe('work several took over', () => {
  it('waits, told with those who may have it, until a person says whose it is', async () => {
    await cutUp();
    await issue(there, await confirmed(there, rows));
    const { tenantId } = there.actor;
    const { waiting } = await listWaitingWork(there.db, tenantId, today);
    expect(waiting).toMatchObject([{ agencyId: there.ids['tai-chinh'], work: [{ component: 'Thu, chi', days: 4 }] }]);
    const handed = {
      ...{ fromId: there.ids['tai-chinh'], toId: there.ids['so-moi'] },
      assignmentIds: waiting.flatMap(({ work }) => work.map(({ assignmentId }) => assignmentId)),
    };
    const when = { today, at: now };
    await inTransaction(there.db, (trx) => handOver(trx, there.actor, handed, when));
    expect(await open('so-moi')).toHaveLength(4);
    expect((await listWaitingWork(there.db, tenantId, today)).waiting).toEqual([]);
  });

  it('is given to nobody who is not there, and not taken from one who is', async () => {
    await cutUp();
    await issue(there, await confirmed(there, rows));
    const when = { today, at: now };
    const give = (fromId: string, toId: string) =>
      inTransaction(there.db, (trx) => handOver(trx, there.actor, { fromId, toId, assignmentIds: [] }, when));
    await expect(give(there.ids['tai-chinh'], there.ids['tai-chinh'])).rejects.toThrow(/không có cơ quan/);
    await expect(give(there.ids['an-phu'], there.ids['tan-lap'])).rejects.toThrow(/việc chờ nơi nhận/);
  });
});
