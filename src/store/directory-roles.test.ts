import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { Actor } from '../people/model.ts';
import { type AgencyName, day, type Province, province } from './assignment-testing.ts';
import { inTransaction } from './db.ts';
import { listDue, moveDue } from './directory-due.ts';
import { previewReorganisation, reorganise } from './directory-reorganise.ts';
import { undoReorganisation } from './directory-undo.ts';
import { heldRoles } from './roles.ts';
import { delegateRole, grantRole, revokeGrant } from './roles-grants.ts';
import { databaseForThisTest } from './testing.ts';

/** Roles of people whose agency is merged into another: their own, and those they hold for somebody who is away. */
let there: Province;
let lan: Actor;
let hung: Actor;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  lan = await officer('Lan');
  hung = await officer('Hùng');
});

async function officer(name: string): Promise<Actor> {
  const { tenantId } = there.actor;
  const officerId = newId();
  await there.db.insertInto('officer').values({ tenant_id: tenantId, id: officerId, name, unit: '' }).execute();
  return { tenantId, officerId };
}

const effective = day('2026-05-20');
const before = new Date('2026-05-10T03:00:00Z');
const now = new Date('2026-05-20T03:00:00Z');

const give = (whom: Actor, name: AgencyName, to: string | null = null): Promise<string> =>
  inTransaction(there.db, (trx) =>
    grantRole(trx, there.actor, {
      ...{ officerId: whom.officerId, role: 'lead', agencyId: there.ids[name], subtree: false },
      ...{ from: day('2026-01-01'), to: to === null ? null : day(to) },
    }),
  );
const delegate = (grantId: string, from: string, to: string): Promise<string> =>
  inTransaction(there.db, (trx) =>
    delegateRole(
      trx,
      lan,
      { grantId, officerId: hung.officerId, from: day(from), to: day(to), reason: 'đi học' },
      before,
    ),
  );
const asked = () => ({ kind: 'merge', ids: [there.ids['noi-vu']], into: { id: there.ids['so-moi'] } }) as const;
const merge = (at = now): Promise<string> =>
  inTransaction(there.db, (trx) =>
    reorganise(trx, there.actor, { asked: asked(), effective, resolution: null, handing: [] }, at),
  );
const held = async (whom: Actor, on: string): Promise<string[]> => {
  const roles = await heldRoles(there.db, whom.tenantId, whom.officerId, day(on));
  const ids = roles.flatMap(({ agencies }) => (agencies === 'all' ? [] : agencies));
  return Object.entries(there.ids).flatMap(([name, id]) => (ids.includes(id) ? [name] : []));
};
const both = ['noi-vu', 'so-moi'];

describe('roles, when their agency is merged into another', () => {
  it('go along, delegated ones too, for the days they were delegated for', async () => {
    await delegate(await give(lan, 'noi-vu'), '2026-05-18', '2026-05-25');
    await merge();
    expect(await held(lan, '2026-05-20')).toEqual(both);
    expect(await held(hung, '2026-05-19')).toEqual(['noi-vu']);
    expect(await held(hung, '2026-05-20')).toEqual(both);
    expect(await held(hung, '2026-05-25')).toEqual(both);
    expect(await held(hung, '2026-05-26')).toEqual([]);
  });

  it('that were delegated for later days begin on those days', async () => {
    await delegate(await give(lan, 'noi-vu'), '2026-06-01', '2026-06-10');
    await merge();
    expect(await held(hung, '2026-05-31')).toEqual([]);
    expect(await held(hung, '2026-06-01')).toEqual(both);
  });

  it('are named in the preview, the delegated as such', async () => {
    await delegate(await give(lan, 'noi-vu'), '2026-05-18', '2026-05-25');
    const wanted = { asked: asked(), effective, resolution: null, handing: [] };
    const { grants } = await previewReorganisation(there.db, there.actor.tenantId, wanted, effective);
    expect(grants.map(({ officer: name, delegated }) => [name, delegated?.by ?? null])).toEqual([
      ['Lan', null],
      ['Hùng', lan.officerId],
    ]);
  });

  it('come back as they were when the merger is taken back', async () => {
    await delegate(await give(lan, 'noi-vu'), '2026-05-18', '2026-05-25');
    const id = await merge();
    await inTransaction(there.db, (trx) => undoReorganisation(trx, there.actor, id, now));
    expect(await held(lan, '2026-05-20')).toEqual(['noi-vu']);
    expect(await held(hung, '2026-05-20')).toEqual(['noi-vu']);
  });

  it('stay where they are until the day has come, and go then', async () => {
    await delegate(await give(lan, 'noi-vu'), '2026-05-18', '2026-05-25');
    await merge(before);
    expect(await held(hung, '2026-05-20')).toEqual(['noi-vu']);
    for (const { tenantId, id } of await listDue(there.db, effective))
      await inTransaction(there.db, (trx) => moveDue(trx, tenantId, id, now));
    expect(await held(hung, '2026-05-20')).toEqual(both);
  });

  it('are the giver’s to take back: the delegation alone, or with the role it is of', async () => {
    const own = await give(lan, 'noi-vu');
    await delegate(own, '2026-05-18', '2026-05-25');
    await merge();
    const rows = await there.db
      .selectFrom('role_grant')
      .select(['id', 'delegated_from'])
      .where('agency_id', '=', there.ids['so-moi'])
      .execute();
    const delegated = rows.find(({ delegated_from }) => delegated_from !== null);
    expect(rows.map(({ id }) => id)).toContain(delegated?.delegated_from);
    await inTransaction(there.db, (trx) => revokeGrant(trx, lan, delegated?.id ?? '', now, { ownDelegation: true }));
    expect(await held(hung, '2026-05-20')).toEqual(['noi-vu']);
    expect(await held(lan, '2026-05-20')).toEqual(both);
  });

  it('that are over, taken back or delegated from such a one do not go', async () => {
    await give(lan, 'noi-vu', '2026-05-19');
    const revoked = await give(lan, 'noi-vu');
    await delegate(revoked, '2026-05-18', '2026-05-25');
    await inTransaction(there.db, (trx) => revokeGrant(trx, there.actor, revoked, before));
    await merge();
    expect(await held(lan, '2026-05-20')).toEqual([]);
    expect(await held(hung, '2026-05-20')).toEqual([]);
    const rows = await there.db
      .selectFrom('role_grant')
      .where('agency_id', '=', there.ids['so-moi'])
      .select('id')
      .execute();
    expect(rows).toEqual([]);
  });
});
