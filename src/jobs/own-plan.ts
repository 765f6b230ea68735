import { Readable } from 'node:stream';
import { limits } from '../document/limits.ts';
import { readDocument } from '../document/read.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import { squish } from '../kernel/text.ts';
import type { Actor } from '../people/model.ts';
import type { Reading } from '../plan/model.ts';
import { readPlan } from '../plan/read.ts';
import type { FileStore } from '../platform/file-store.ts';
import { writeFilled } from '../platform/office/write-filled.ts';
import { usualWorkingDays } from '../publish/cascade/model.ts';
import { fileNameOf } from '../publish/cascade/zip.ts';
import { checkOwnPlan } from '../publish/own-plan/check.ts';
import { linksOf, openOwnDraft, ownPaper, ownReading } from '../publish/own-plan/draft.ts';
import { foldOwnDraft } from '../publish/own-plan/fold.ts';
import type { OwnDraft, TaskLink } from '../publish/own-plan/model.ts';
import { getCalendar, owedUnder } from '../store/calendar-settings.ts';
import { getDraft, type UnitDraft } from '../store/cascade.ts';
import type { Transaction } from '../store/db.ts';
import { issueOwnPlan } from '../store/own-plan-issue.ts';
import { changeOwnPlan, lockOwnPlan, type WhichOwn } from '../store/own-plans.ts';
import { findTemplateInUse } from '../store/paper-templates.ts';
import { addPlan, getPlan } from '../store/plans.ts';
import { mediaTypes } from './media-types.ts';

/** A unit's own plan from its draft, or from the file it brought, to a plan of its own in the product. */

export type Issuance = WhichOwn & { number: string; date: PlainDate; at: Date; today: PlainDate };

/** Puts a file in its lasting place; it stands there before the plan that names it is committed. */
export type KeepBytes = (bytes: Uint8Array) => Promise<{ size: number; sha256: Buffer }>;

export const keepIn =
  (files: FileStore, tenantId: string): KeepBytes =>
  async (bytes) => {
    const received = await files.receive(Readable.from([bytes]), limits.fileBytes);
    try {
      await files.keep(tenantId, received);
      return received;
    } finally {
      await files.discard(received);
    }
  };

/** The draft as it is now, with what it follows from. */
export const draftOf = ({ cascade, edits }: UnitDraft): OwnDraft => foldOwnDraft(openOwnDraft(cascade), edits);

/**
 * A draft leaves as a Word file, by the tenant's own template where one is in use, and is taken in as any plan is; `seq` is the
 * last edit whoever issues it has seen.
 */
export async function issueDraft(
  trx: Transaction,
  keep: KeepBytes,
  actor: Actor,
  { seq, ...issuance }: Issuance & { seq: number },
): Promise<void> {
  const { planId, agencyId, number, date, at, today } = issuance;
  const begun = { days: usualWorkingDays, today, at };
  const locked = await lockOwnPlan(trx, actor, { planId, agencyId }, begun);
  if (locked.seq !== seq) throw new Problem('own-plan-moved-on', {});
  const unit = await getDraft(trx, actor.tenantId, { planId, agencyId, today });
  const draft = draftOf(unit);
  const reading = ownReading(unit.cascade, draft, { number, date });
  if (reading.tasks.length === 0) throw new Problem('own-plan-empty', {});
  const filled = { paper: ownPaper(unit.cascade, draft, { number, date }), facts: {} };
  const template = await findTemplateInUse(trx, actor.tenantId, 'own-plan');
  const bytes = await writeFilled('own-plan', filled, { template, format: 'docx', day: date });
  const links = linksOf(draft);
  const childId = await takeIn(trx, keep, actor, {
    bytes,
    reading,
    name: `${fileNameOf(unit.cascade.unit.name)}.docx`,
    planId,
    agencyId,
  });
  const checks = checkOwnPlan(
    { cascade: unit.cascade, reading, links },
    owedUnder(await getCalendar(trx, actor.tenantId)),
  );
  await issueOwnPlan(trx, actor, { ...issuance, childId, links, checks });
}

type Written = WhichOwn & { bytes: Uint8Array; reading: Reading; name: string };

/** What is read back of the file is taken where it is what was drafted, for it has the places; else the draft itself. */
async function takeIn(
  trx: Transaction,
  keep: KeepBytes,
  actor: Actor,
  { bytes, reading, name, planId, agencyId }: Written,
): Promise<string> {
  const document = await readDocument(bytes);
  const back = readPlan(document);
  const texts = ({ tasks }: Reading) => tasks.map(({ text }) => squish(text)).join('\n');
  const { size, sha256 } = await keep(bytes);
  return addPlan(trx, actor, {
    ...{ fileName: name, mediaType: mediaTypes.docx, fileSize: size, sha256 },
    ...{ document: toJson(document), of: { motherId: planId, agencyId } },
    reading: texts(back) === texts(reading) ? back : reading,
  });
}

/** The file a unit brought, with which of its tasks carries out which of the mother plan, as a person confirmed it. */
export async function issueFile(
  trx: Transaction,
  actor: Actor,
  { childId, links, ...issuance }: Issuance & { childId: string; links: readonly TaskLink[] },
): Promise<void> {
  const { planId, agencyId, at, today } = issuance;
  const locked = await lockOwnPlan(trx, actor, { planId, agencyId }, { days: usualWorkingDays, today, at });
  if (locked.child_id !== childId) throw new Problem('own-plan-moved-on', {});
  const { cascade } = await getDraft(trx, actor.tenantId, { planId, agencyId, today });
  const { reading } = await getPlan(trx, actor.tenantId, childId);
  if (reading.tasks.length === 0) throw new Problem('own-plan-empty', {});
  const checks = checkOwnPlan({ cascade, reading, links }, owedUnder(await getCalendar(trx, actor.tenantId)));
  await issueOwnPlan(trx, actor, { ...issuance, childId, links, checks });
}

/** Beside a file that is taken in as a unit's own plan: it stands in the place of the draft, or of a file before it. */
export const keepFile =
  (actor: Actor, which: WhichOwn, { today, at }: { today: PlainDate; at: Date }) =>
  async (trx: Transaction, childId: string): Promise<void> => {
    await lockOwnPlan(trx, actor, which, { days: usualWorkingDays, today, at });
    await changeOwnPlan(trx, actor, which, { child_id: childId, at });
  };
