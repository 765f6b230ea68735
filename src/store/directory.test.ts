import { describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { minhHaDirectory } from '../place/directory/minh-ha.ts';
import { agenciesOn, treeOn } from '../place/directory/on.ts';
import type { Asked } from '../place/directory/perform.ts';
import type { Directory } from '../place/model.ts';
import { agencyKey } from '../place/resolve/day.ts';
import { findIssuer } from '../place/resolve/issuer.ts';
import { resolve } from '../place/resolve/resolve.ts';
import { inTransaction } from './db.ts';
import { demoOfficer, ensureDemoOfficer } from './demo.ts';
import { demoAgencies } from './demo-officers.ts';
import { loadDirectory, writeDirectory } from './directory.ts';
import { answerName, findNameAnswers } from './directory-answers.ts';
import { fillDemoDirectory } from './directory-demo.ts';
import { previewReorganisation, type Reorganising, reorganise } from './directory-reorganise.ts';
import { listReorganisations, undoReorganisation } from './directory-undo.ts';
import { databaseForThisTest } from './testing.ts';

const day = (text: string): PlainDate => text as PlainDate;
const effective = day('2026-09-01');
const now = new Date('2026-09-10T03:00:00Z');

async function filled() {
  const { db } = await databaseForThisTest();
  const actor = { tenantId: newId(), officerId: newId() };
  await db.insertInto('tenant').values({ id: actor.tenantId, name: 'Tỉnh Minh Hà' }).execute();
  await db
    .insertInto('officer')
    .values({ tenant_id: actor.tenantId, id: actor.officerId, name: 'Trần Thị Mai', unit: 'Sở Nội vụ' })
    .execute();
  const directory = minhHaDirectory(() => newId());
  await inTransaction(db, (trx) => writeDirectory(trx, actor, directory));
  const find = (name: string, on = day('2026-01-01'), within = directory): string =>
    agenciesOn(within, on).find(({ span }) => span.name === name)?.agency.id ?? '';
  const enter = (asked: Asked, more: Partial<Reorganising> = {}): Promise<string> =>
    inTransaction(db, (trx) =>
      reorganise(trx, actor, { asked, effective, resolution: '12/NQ-HĐND', handing: [], ...more }, now),
    );
  return { db, actor, directory, find, enter, load: () => loadDirectory(db, actor.tenantId) };
}

const sorted = ({ agencies, successions }: Directory) => ({
  agencies: [...agencies].sort((a, b) => (a.id < b.id ? -1 : 1)),
  successions: [...successions].map((one) => JSON.stringify(one)).sort(),
});

describe('the directory of a tenant', () => {
  it('comes back as it was written, and is written once', async () => {
    const { db, actor, directory, load } = await filled();
    expect(sorted(await load())).toEqual(sorted(directory));
    await expect(inTransaction(db, (trx) => writeDirectory(trx, actor, directory))).rejects.toThrow(/đã có/);
  });

  it('is nobody else’s', async () => {
    const { db } = await filled();
    expect(await loadDirectory(db, newId())).toEqual({ agencies: [], successions: [] });
  });
});

describe('a reorganisation', () => {
  it('is previewed without a trace, then entered with its history, then taken back', async () => {
    const { db, actor, directory, find, enter, load } = await filled();
    const ids = [find('Sở Tài chính'), find('Sở Công Thương')];
    const founding = { kind: 'department', level: 'province', name: 'Sở Kinh tế', shortName: null } as const;
    const asked: Asked = {
      kind: 'merge',
      ids,
      into: { founding: { ...founding, parentId: find('Ủy ban nhân dân tỉnh Minh Hà') } },
    };
    const wanted = { asked, effective, resolution: null, handing: [] };
    const shown = await previewReorganisation(db, actor.tenantId, wanted, effective);
    expect(shown.done.changed.length).toBe(3);
    expect(sorted(await load())).toEqual(sorted(directory));

    const id = await enter(asked);
    const names = agenciesOn(await load(), effective).map(({ span }) => span.name);
    expect(names).toContain('Sở Kinh tế');
    expect(names).not.toContain('Sở Công Thương');
    const drawn = (of: Directory) => JSON.stringify(treeOn(of, day('2026-08-31')).map(({ span }) => span.name));
    expect(drawn(await load())).toBe(drawn(directory));
    expect(await listReorganisations(db, actor.tenantId)).toMatchObject([
      { id, kind: 'merge', resolution: '12/NQ-HĐND' },
    ]);

    await inTransaction(db, (trx) => undoReorganisation(trx, actor, id, now));
    expect(sorted(await load())).toEqual(sorted(directory));
    const entered = await listReorganisations(db, actor.tenantId);
    expect(entered.map(({ kind, undone }) => [kind, undone])).toEqual([
      ['undo', false],
      ['merge', true],
    ]);
    await expect(inTransaction(db, (trx) => undoReorganisation(trx, actor, id, now))).rejects.toThrow();
  });

  it('takes the roles held for an agency to the one that goes on with its work', async () => {
    const { db, actor, find, enter } = await filled();
    const [from, to] = [find('Sở Công Thương'), find('Sở Tài chính')];
    const grant = { tenant_id: actor.tenantId, id: newId(), officer_id: actor.officerId, role: 'lead' as const };
    await db
      .insertInto('role_grant')
      .values({
        ...grant,
        agency_id: from,
        subtree: false,
        valid_from: day('2026-01-01'),
        granted_at: new Date(),
        granted_by: actor.officerId,
      })
      .execute();
    await enter({ kind: 'merge', ids: [from], into: { id: to } });
    const held = await db.selectFrom('role_grant').select(['agency_id', 'valid_from']).orderBy('valid_from').execute();
    expect(held).toEqual([
      { agency_id: from, valid_from: '2026-01-01' },
      { agency_id: to, valid_from: effective },
    ]);
  });

  it('leaves one audit entry, with figures and no names', async () => {
    const { db, actor, find, enter } = await filled();
    await enter({ kind: 'rename', id: find('Sở Tài chính'), name: 'Sở Ngân khố', shortName: null });
    const entries = await db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('tenant_id', '=', actor.tenantId)
      .orderBy('at')
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(['directory.filled', 'directory.reorganised']);
    expect(JSON.stringify(entries)).not.toContain('Ngân khố');
  });

  it('that is refused changes nothing', async () => {
    const { directory, find, enter, load } = await filled();
    await expect(
      enter({ kind: 'rename', id: find('Sở Tài chính'), name: 'Sở Nội vụ', shortName: null }),
    ).rejects.toThrow(/đã có một/);
    expect(sorted(await load())).toEqual(sorted(directory));
  });
});

describe('an answer about a name', () => {
  it('holds for the plans of its issuer, and is asked again once the agency is no more', async () => {
    const { db, actor, find, enter, load } = await filled();
    const on = day('2026-02-01');
    const issuerId = findIssuer(await load(), 'UBND tỉnh Minh Hà', on) ?? '';
    const printed = 'Cơ quan thường trực CCHC';
    const ask = async (date: PlainDate) => {
      const answers = await findNameAnswers(db, actor.tenantId, issuerId);
      return resolve(printed, { directory: await load(), on: date, issuerId, answers }).to;
    };
    expect(await ask(on)).toBe('queue');
    const meaning = { to: 'agencies', agencyIds: [find('Sở Nội vụ')] } as const;
    await inTransaction(db, (trx) => answerName(trx, actor, { issuerId, printed, meaning }, new Date()));
    expect(await ask(on)).toBe('agencies');
    expect((await findNameAnswers(db, actor.tenantId, find('Ủy ban nhân dân phường Minh Châu'))).size).toBe(0);
    expect([...(await findNameAnswers(db, actor.tenantId, issuerId)).keys()]).toEqual([agencyKey(printed)]);
    await enter({ kind: 'merge', ids: [find('Sở Nội vụ')], into: { id: find('Sở Tư pháp') } });
    expect(await ask(effective)).toBe('queue');
  });
});

describe('the demo', () => {
  it('has the whole directory of its province once, under the officers it began with', async () => {
    const { db } = await databaseForThisTest();
    await inTransaction(db, ensureDemoOfficer);
    await inTransaction(db, fillDemoDirectory);
    await inTransaction(db, fillDemoDirectory);
    const directory = await loadDirectory(db, demoOfficer.tenantId);
    const there = agenciesOn(directory, day('2026-01-01'));
    expect(there.length).toBeGreaterThan(300);
    expect(
      there.filter(({ span }) => span.name === 'Ủy ban nhân dân xã Tân Lập').map(({ agency }) => agency.id),
    ).toEqual([demoAgencies.commune]);
    expect(findIssuer(directory, 'UBND tỉnh Minh Hà', day('2026-01-01'))).toBe(demoAgencies.province);
  });
});
