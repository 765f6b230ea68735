import { sql } from 'kysely';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { agencyKey } from '../place/resolve/day.ts';
import type { Meaning } from '../place/resolve/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** What officers have said the names in an issuer's plans mean, by the key of the name. */
export async function findNameAnswers(
  db: Database | Transaction,
  tenantId: string,
  issuerId: string,
): Promise<ReadonlyMap<string, Meaning>> {
  const rows = await db
    .selectFrom('name_answer')
    .select(['key', 'meaning'])
    .where('tenant_id', '=', tenantId)
    .where('issuer_id', '=', issuerId)
    .execute();
  return new Map(rows.map(({ key, meaning }) => [key, meaning]));
}

/** Keeps what a name means in an issuer's plans; the latest answer counts. */
export async function answerName(
  trx: Transaction,
  actor: Actor,
  { issuerId, printed, meaning }: { issuerId: string; printed: string; meaning: Meaning },
  at: Date,
): Promise<void> {
  const { tenantId, officerId } = actor;
  const row = { tenant_id: tenantId, issuer_id: issuerId, key: agencyKey(printed), printed, at, by: officerId };
  await trx
    .insertInto('name_answer')
    .values({ ...row, meaning: toJson(meaning) })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'issuer_id', 'key'])
        .doUpdateSet({ printed, meaning: sql`excluded.meaning`, at, by: officerId }),
    )
    .execute();
  const details = { to: meaning.to, agencies: meaning.to === 'agencies' ? [...meaning.agencyIds] : null };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'name.answered', subject: issuerId, details });
}
