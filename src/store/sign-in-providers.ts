import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** Other systems that sign a tenant's officers in. The client's secret comes sealed and goes sealed. */
export type NewProvider = {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: Buffer;
  match: 'email' | 'subject';
  /** whether it asks for a second step itself */
  twoStep: boolean;
};

export const listProviders = (db: Database | Transaction, tenantId: string) =>
  db
    .selectFrom('sign_in_provider')
    .where('tenant_id', '=', tenantId)
    .where('removed_at', 'is', null)
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute();

export type ProviderRow = Awaited<ReturnType<typeof listProviders>>[number];

export const findProvider = (db: Database, tenantId: string, id: string): Promise<ProviderRow | undefined> =>
  db
    .selectFrom('sign_in_provider')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .selectAll()
    .executeTakeFirst();

export async function addProvider(trx: Transaction, actor: Actor, given: NewProvider, id = newId()): Promise<string> {
  const { name, issuer, clientId, clientSecret, match, twoStep } = given;
  await trx
    .insertInto('sign_in_provider')
    .values({
      ...{ tenant_id: actor.tenantId, id, name, issuer, client_id: clientId, client_secret: clientSecret, match },
      ...{ two_step: twoStep, created_at: new Date(), created_by: actor.officerId },
    })
    .execute();
  await audit(trx, {
    tenant: actor.tenantId,
    actor: actor.officerId,
    action: 'provider.add',
    subject: id,
    details: { twoStep },
  });
  return id;
}

export async function removeProvider(trx: Transaction, actor: Actor, id: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in_provider')
    .set({ removed_at: new Date() })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('not-found', { what: 'hệ thống đăng nhập này' });
  await audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action: 'provider.remove', subject: id });
}

/** Whom a provider has said somebody is before. */
export async function findIdentity(
  db: Database | Transaction,
  provider: Pick<ProviderRow, 'tenant_id' | 'id'>,
  subject: string,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('sign_in_identity')
    .where('tenant_id', '=', provider.tenant_id)
    .where('provider_id', '=', provider.id)
    .where('subject', '=', subject)
    .select('officer_id')
    .executeTakeFirst();
  return found?.officer_id;
}

/** Remembers who a subject of a provider is; who it is already stays. */
export async function keepIdentity(
  trx: Transaction,
  provider: Pick<ProviderRow, 'tenant_id' | 'id'>,
  subject: string,
  officerId: string,
): Promise<void> {
  await trx
    .insertInto('sign_in_identity')
    .values({
      ...{ tenant_id: provider.tenant_id, provider_id: provider.id, subject },
      ...{ officer_id: officerId, created_at: new Date() },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
