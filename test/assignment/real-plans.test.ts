import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { toJson } from '../../src/kernel/storable.ts';
import { makeDirectory } from '../../src/place/directory/make.ts';
import { findUnitsNamed } from '../../src/place/units/find.ts';
import { readPlan } from '../../src/plan/read.ts';
import { loadUnits } from '../../src/platform/units.ts';
import { confirmPlan } from '../../src/store/confirmations.ts';
import { type Database, inTransaction } from '../../src/store/db.ts';
import { writeDirectory } from '../../src/store/directory.ts';
import { fanOutByFor } from '../../src/store/fan-out-by.ts';
import { listAgencyLines } from '../../src/store/heat-map.ts';
import { issuePlan } from '../../src/store/issues.ts';
import { addPlan } from '../../src/store/plans.ts';
import { databaseForThisTest } from '../../src/store/testing.ts';
import { sharedAvailable, sharedPath, someOf } from '../shared.ts';

if (!sharedAvailable) console.warn('skipped: no real plans beside the project (THANG_SHARED)');

/** Each plan in a tenant of its own with the usual agencies of its province, as they were on its day. */
const plans = [
  { name: 'quang-nam-2023', province: 'Quảng Nam', on: '2023-05-25' },
  { name: 'ninh-thuan-2020', province: 'Ninh Thuận', on: '2020-05-27' },
  { name: 'hung-yen-2021', province: 'Hưng Yên', on: '2021-02-02' },
  { name: 'ba-don-2024', province: 'Quảng Bình', on: '2024-01-01' },
  { name: 'gia-nghia-2024', province: 'Đắk Nông', on: '2024-01-01' },
] as const;

const today = '2026-06-10' as PlainDate;

async function issued(db: Database, { name, province, on }: (typeof plans)[number]) {
  const actor = { tenantId: newId(), officerId: newId() };
  const { tenantId, officerId } = actor;
  await db.insertInto('tenant').values({ id: tenantId, name: province }).execute();
  await db.insertInto('officer').values({ tenant_id: tenantId, id: officerId, name: 'Mai', unit: 'Sở' }).execute();
  const [unit] = findUnitsNamed(loadUnits(), `Tỉnh ${province}`, { on: on as PlainDate });
  if (!unit) throw new Error(`no province ${province}`);
  const directory = makeDirectory(loadUnits(), unit, { ids: () => newId() });
  await inTransaction(db, (trx) => writeDirectory(trx, actor, directory));
  const file = readFileSync(sharedPath('plans', `${name}.docx`));
  const document = await readDocument(file, {});
  const reading = readPlan(document);
  const planId = await inTransaction(db, async (trx) => {
    const meta = { fileName: `${name}.docx`, mediaType: 'x', fileSize: file.length, sha256: Buffer.from(name) };
    const id = await addPlan(trx, actor, { ...meta, document: toJson(document), reading });
    await confirmPlan(trx, actor, id, 0);
    return id;
  });
  const issue = () =>
    inTransaction(db, async (trx) => {
      const by = await fanOutByFor(trx, tenantId, planId);
      return issuePlan(trx, actor, planId, { by, at: new Date(), today, owedFrom: 'all' });
    });
  return { actor, planId, reading, issue };
}

describe.skipIf(!sharedAvailable)('a real plan', () => {
  it.each(someOf(plans, ({ name }) => /ninh-thuan|gia-nghia/.test(name)))(
    '$name is issued to those it names, with each name resolved or told, and again without a change',
    async (plan) => {
      const { db } = await databaseForThisTest();
      const { actor, reading, issue } = await issued(db, plan);
      const done = await issue();
      expect(done.kinds.task).toBe(reading.tasks.length);
      const names = await listAgencyLines(
        db,
        actor.tenantId,
        done.agencies.map(({ agencyId }) => agencyId),
        { to: plan.on as PlainDate },
      );
      expect(names).toHaveLength(done.agencies.length);
      const mentions = reading.tasks.flatMap((task) => [
        ...task.lead,
        ...task.implement,
        ...task.cooperate,
        ...task.monitor,
      ]);
      const unresolved = new Set(done.unresolved.map(({ printed }) => printed));
      const waiting = mentions.filter((printed) => unresolved.has(printed));
      expect(waiting.length / mentions.length, waiting.join('; ')).toBeLessThanOrEqual(0.05);
      console.info(
        `${plan.name}: ${done.items.create} items, ${done.assignments.create} assignments of ${done.agencies.length} agencies,`,
        `${done.occurrences.create} days, ${done.unresolved.length} names wait, ${done.nobody.length} items owed by nobody`,
      );
      const again = await issue();
      for (const { create, change, withdraw } of [again.items, again.assignments, again.occurrences]) {
        expect({ create, change, withdraw }).toEqual({ create: 0, change: 0, withdraw: 0 });
      }
      expect(again.issues).toHaveLength(1);
    },
  );

  it('of Ba Đồn gives each of its communes a role in 100 of its 101 rows, to cooperate in and not to owe', async () => {
    const { db } = await databaseForThisTest();
    const { actor, issue } = await issued(db, plans[3]);
    await issue();
    const rows = await db
      .selectFrom('assignment')
      .innerJoin('work_item as item', (join) =>
        join.onRef('item.tenant_id', '=', 'assignment.tenant_id').onRef('item.id', '=', 'assignment.item_id'),
      )
      .innerJoin('agency', (join) =>
        // Whom the plan gave it to; since July 2025 four communes hold what these sixteen were given.
        join
          .onRef('agency.tenant_id', '=', 'assignment.tenant_id')
          .onRef('agency.id', '=', 'assignment.first_agency_id'),
      )
      .select(['assignment.first_agency_id'])
      .select(({ fn }) => fn.count<number>('assignment.item_id').distinct().as('items'))
      .where('assignment.tenant_id', '=', actor.tenantId)
      .where('item.kind', '=', 'task')
      .where('agency.kind', '=', 'committee')
      .where('agency.level', '=', 'commune')
      .groupBy('assignment.first_agency_id')
      .execute();
    expect(rows).toHaveLength(16);
    const owed = db
      .selectFrom('assignment')
      .select('agency_id')
      .where('role', '=', 'cooperate')
      .where('owes', '=', true);
    expect(await owed.execute()).toEqual([]);
    expect(new Set(rows.map(({ items }) => items))).toEqual(new Set([100]));
  });
});
