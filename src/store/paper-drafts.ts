import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { LetterKind, PaperDraftContent } from '../publish/letters/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** What offices typed into papers they write, by what each is about. */

export type WhichDraft = { kind: LetterKind; agencyId: string; subject: string };

const drafts = (db: Database, tenantId: string, { kind, agencyId }: WhichDraft) =>
  db
    .selectFrom('paper_draft')
    .select(['content', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('agency_id', '=', agencyId);

/** What was typed into just this paper, if anything was. */
export const findDraft = (db: Database, tenantId: string, which: WhichDraft) =>
  drafts(db, tenantId, which).where('subject', '=', which.subject).executeTakeFirst();

/** What the office typed last into a paper of the kind: whom the next goes to and who signs it. */
export const findLastDraft = (db: Database, tenantId: string, which: WhichDraft) =>
  drafts(db, tenantId, which).orderBy('at', 'desc').limit(1).executeTakeFirst();

/** Keeps what was typed: a working copy. Its first keeping is told in the log, not each letter. */
export async function saveDraft(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { kind, agencyId, subject }: WhichDraft,
  content: PaperDraftContent,
  at: Date,
): Promise<void> {
  const known = await findDraft(trx, tenantId, { kind, agencyId, subject });
  const written = { content: toJson(content), at, by: officerId };
  await trx
    .insertInto('paper_draft')
    .values({ tenant_id: tenantId, kind, agency_id: agencyId, subject, ...written })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'agency_id', 'subject']).doUpdateSet(written))
    .execute();
  if (known !== undefined) return;
  const details = { kind };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'paper.drafted', subject: agencyId, details });
}
