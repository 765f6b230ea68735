import type { Actor } from '../people/model.ts';
import type { Transaction } from './db.ts';
import { ensureDemoOfficers } from './demo-officers.ts';

/** The fictional province of the tour and the tests. Its ids are fixed, so that every start finds the same one. */
export const demoOfficer: Actor = {
  tenantId: '019aa000-0000-7000-8000-000000000001',
  officerId: '019aa000-0000-7000-8000-000000000002',
};

/** Makes the demo's tenant and officers where they are missing; says whether the tenant is new. */
export async function ensureDemoOfficer(trx: Transaction): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('tenant')
    .values({ id: demoOfficer.tenantId, name: 'Tỉnh Minh Hà (dùng thử)', code: 'minh-ha' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  await ensureDemoOfficers(trx);
  return numInsertedOrUpdatedRows === 1n;
}
