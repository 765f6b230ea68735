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

/** A name that was answered, with who said so. */
export type Answered = { issuerId: string; printed: string; meaning: Meaning; at: Date; by: string };

/** What officers have answered, the latest first. */
export async function listNameAnswers(db: Database, tenantId: string): Promise<Answered[]> {
  return db
    .selectFrom('name_answer as answer')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'answer.tenant_id').onRef('officer.id', '=', 'answer.by'),
    )
    .select(['answer.issuer_id as issuerId', 'answer.printed', 'answer.meaning', 'answer.at', 'officer.name as by'])
    .where('answer.tenant_id', '=', tenantId)
    .orderBy('answer.at', 'desc')
    .orderBy('answer.key')
    .execute();
}

/** Takes an answer back: the name is read by the rules again, and waits where they cannot tell. */
export async function takeBackAnswer(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { issuerId, printed }: { issuerId: string; printed: string },
): Promise<void> {
  const gone = await trx
    .deleteFrom('name_answer')
    .where('tenant_id', '=', tenantId)
    .where('issuer_id', '=', issuerId)
    .where('key', '=', agencyKey(printed))
    .returning('meaning')
    .executeTakeFirst();
  // Taken back twice counts once.
  if (!gone) return;
  const details = { to: gone.meaning.to };
  await audit(trx, {
    tenant: tenantId,
    actor: officerId,
    action: 'name.answer-taken-back',
    subject: issuerId,
    details,
  });
}
