import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { mergeTexts } from '../report/content/merge.ts';
import type { FieldPlace } from '../report/content/model.ts';
import { isText } from '../report/content/overlay.ts';
import { beginReport } from '../report/fold.ts';
import type { AnswerPlace } from '../report/form/model.ts';
import type { Database, Transaction } from './db.ts';
import { rowOf } from './report-log.ts';

/**
 * What an officer typed at a place: `base` is the revision they began from (0: what the report opened with), `was` the value they began
 * from, which a text needs to be merged.
 */
export type SentField<P extends Place = FieldPlace> = { place: P; base: number; was: unknown; value: unknown };

/** Where something is typed: in a report, or in an answered form, which is one. */
type Place = FieldPlace | AnswerPlace;

/**
 * What stands at a place after it was saved. merged: another wrote other words, both are in it · met: another wrote the same words, both
 * wordings are in it · kept: another chose another value, which stands; nothing was changed
 */
export type SavedField<P extends Place = FieldPlace> = {
  place: P;
  rev: number;
  value: unknown;
  how: 'saved' | 'merged' | 'met' | 'kept';
  /** of words that met, and of a choice that was kept: what the other wrote */
  theirs?: unknown;
};

/** Saves fields of a report; whoever may write it was asked before. Of a lost answer, saving again changes nothing. */
export async function saveFields<P extends Place = FieldPlace>(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  reportId: string,
  sent: readonly SentField<P>[],
  at: Date,
): Promise<SavedField<P>[]> {
  await openReport(trx, tenantId, reportId);
  const there = new Map<string, Found<P>>(
    (await listFields<P>(trx, tenantId, reportId)).map(({ place, rev, value }) => [
      nameOf(place),
      { place, rev, value },
    ]),
  );
  const saved: SavedField<P>[] = [];
  for (const field of sent) {
    const found = there.get(nameOf(field.place));
    const after = settle(field, found);
    there.set(nameOf(field.place), after);
    saved.push(after);
    if (found !== undefined && after.rev === found.rev) continue;
    const { part, key, name } = columnsOf(field.place);
    const row = { rev: after.rev, value: toJson(after.value), at, by: officerId };
    await trx
      .insertInto('report_field')
      .values({ tenant_id: tenantId, report_id: reportId, part, key, field: name, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id', 'part', 'key', 'field']).doUpdateSet(row))
      .execute();
  }
  return saved;
}

type Found<P> = { place: P; rev: number; value: unknown };

function settle<P extends Place>(
  { place, base, was, value }: SentField<P>,
  found: Found<P> | undefined,
): SavedField<P> {
  if (found === undefined) return { place, rev: 1, value, how: 'saved' };
  if (same(found.value, value)) return { ...found, how: 'saved' };
  if (found.rev === base) return { place, rev: found.rev + 1, value, how: 'saved' };
  if (!isWords(place)) return { ...found, how: 'kept', theirs: found.value };
  const { text, clean } = mergeTexts(String(was ?? ''), String(found.value ?? ''), String(value ?? ''));
  if (text === found.value) return { ...found, how: 'merged' };
  const saved = { place, rev: found.rev + 1, value: text };
  return clean ? { ...saved, how: 'merged' } : { ...saved, how: 'met', theirs: found.value };
}

const isWords = (place: Place): boolean => place.field === 'text' || isText(place as FieldPlace);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Makes the row of a report that nobody wrote yet, and takes it for this transaction: one save at a time. */
async function openReport(trx: Transaction, tenantId: string, reportId: string): Promise<void> {
  await trx
    .insertInto('report')
    .values({ tenant_id: tenantId, id: reportId, ...rowOf(beginReport), seq: 0 })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute();
  await trx
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reportId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export type WrittenField<P extends Place = FieldPlace> = {
  place: P;
  value: unknown;
  rev: number;
  at: Date;
  name: string;
};

/** What was written of a report, with who last wrote each field. */
export async function listFields<P extends Place = FieldPlace>(
  db: Database,
  tenantId: string,
  reportId: string,
): Promise<WrittenField<P>[]> {
  const rows = await db
    .selectFrom('report_field as f')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'f.tenant_id').onRef('o.id', '=', 'f.by'))
    .select(['f.part', 'f.key', 'f.field', 'f.rev', 'f.value', 'f.at', 'o.name'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.report_id', '=', reportId)
    .execute();
  return rows.map(({ part, key, field, ...rest }) => ({
    place: (part === 'whole' ? { of: part, field } : { of: part, key, field }) as P,
    ...rest,
  }));
}

const columnsOf = (place: Place) => ({
  ...{ part: place.of, key: place.of === 'whole' ? '' : place.key, name: place.field },
});
const nameOf = (place: Place): string => Object.values(columnsOf(place)).join(' ');
