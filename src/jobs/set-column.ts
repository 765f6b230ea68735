import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { headerKey } from '../plan/learned/model.ts';
import type { ColumnSetting } from '../plan/views.ts';
import type { Reader, ReadFile } from '../platform/reader/reader.ts';
import { acceptVersion } from '../store/accept-version.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { findLessons } from '../store/lessons.ts';
import { getPlan, getPlanDocumentText, lockPlan, type PlanRow } from '../store/plans.ts';
import { proposeVersion } from '../store/versions.ts';

/**
 * An officer says what a column means: the plan is read anew from its kept document, and the new reading takes the place of
 * the old one as another version, with what has been reviewed carried over.
 */
export async function setColumn(
  { db, reader }: { db: Database; reader: Reader },
  actor: Actor,
  id: string,
  { seq, ...column }: ColumnSetting & { seq: number },
): Promise<void> {
  const plan = await getPlan(db, actor.tenantId, id);
  refuse(plan, seq);
  const columns = [...plan.columns.filter(({ header }) => headerKey(header) !== headerKey(column.header)), column];
  const read = await readAnew({ db, reader }, plan, columns);
  // A header that is nowhere changes nothing: a version more would only confuse.
  if (JSON.stringify(read.reading) === JSON.stringify(await currentReading({ db, reader }, plan)))
    throw new Problem('column-not-there', { header: column.header });
  const { file_name: fileName, media_type: mediaType, file_size: fileSize, sha256 } = plan;
  await inTransaction(db, async (trx) => {
    // It may have been confirmed, or another file taken its place, while it was read.
    const now = await lockPlan(trx, actor.tenantId, id);
    refuse(now, seq);
    if (now.version !== plan.version) throw new Problem('review-moved-on', { seq: now.seq });
    const made = { fileName, mediaType, fileSize, sha256, document: read.document, reading: read.reading };
    const no = await proposeVersion(trx, actor, id, { ...made, origin: 'columns', columns });
    await acceptVersion(trx, actor, id, no, seq);
  });
}

function refuse(plan: Pick<PlanRow, 'removed_at' | 'status' | 'seq'>, seq: number): void {
  if (plan.removed_at) throw new Problem('plan-removed', {});
  if (plan.status === 'confirmed') throw new Problem('plan-confirmed', {});
  if (plan.seq !== seq) throw new Problem('review-moved-on', { seq: plan.seq });
}

type Tools = { db: Database; reader: Reader };

async function readAnew({ db, reader }: Tools, plan: PlanRow, columns: readonly ColumnSetting[]): Promise<ReadFile> {
  const lessons = await findLessons(db, plan.tenant_id);
  const set = Object.fromEntries(columns.map(({ header, role }) => [headerKey(header), role]));
  const document = await getPlanDocumentText(db, plan.tenant_id, plan.id);
  return reader.readAgain({ name: plan.file_name, document, lessons: { ...lessons, columns: set } });
}

const currentReading = async (tools: Tools, plan: PlanRow) => (await readAnew(tools, plan, plan.columns)).reading;
