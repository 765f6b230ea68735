import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { type Figure, noFigure } from '../report/content/model.ts';
import { guessMapping, headingsOf, shapeOf } from '../report/indicator/sheet/guess.ts';
import { printedKey, type SheetMapping } from '../report/indicator/sheet/model.ts';
import { type LeftOut, type TakenFigure, takeRows } from '../report/indicator/sheet/take.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { same, stateCells } from './indicator-state.ts';
import { listCells } from './indicator-values.ts';
import { type KnownIndicator, listGivers, listIndicators } from './indicators.ts';
import { openPrintedUnits } from './printed-units.ts';

/** Figures from exported tables: how a file of a heading is read is remembered; a file that was taken over can be taken back. */

export type SheetFile = { name: string; sha256: Buffer; sheets: { sheet: string; rows: string[][] }[] };

export type ImportQuestion = {
  period: string;
  /** null: as remembered, else as guessed */
  mapping: SheetMapping | null;
  /** the indicator the import was begun from: a column of months alone is about it */
  indicatorId: string | null;
  /** why somebody may not state figures of an agency */
  refuse: (agencyId: string) => string | undefined;
  today: PlainDate;
};

export type ReadFile = {
  mapping: SheetMapping;
  remembered: boolean;
  headings: string[];
  sample: string[][];
  taken: (TakenFigure & { now: Figure | null; rev: number })[];
  left: LeftOut[];
};

/** What a file says, and what would be changed by taking it over; nothing is written. */
export async function readImport(
  db: Database,
  tenantId: string,
  { sheets }: Pick<SheetFile, 'sheets'>,
  question: ImportQuestion,
): Promise<ReadFile> {
  const all = await listIndicators(db, tenantId, {});
  const first = all.filter(({ id }) => id === question.indicatorId);
  const guess = guessMapping(
    sheets.map(({ rows }) => rows),
    first.length > 0 ? [...first] : all,
  );
  const { mapping, remembered } = await chooseMapping(db, tenantId, sheets, question.mapping, guess);
  const rows = sheets[mapping.sheet]?.rows ?? [];
  const { taken, left } = await takeOver(db, tenantId, { rows, mapping, all, question });
  const years = [...new Set(taken.map(({ period }) => Number(period.slice(0, 4))))];
  const cells = await listCells(db, tenantId, all, { years });
  const there = new Map(cells.map((one) => [`${one.indicatorId} ${one.agencyId} ${one.period}`, one]));
  const now = (one: TakenFigure) => there.get(`${one.indicatorId} ${one.agencyId} ${one.period}`);
  return {
    ...{ mapping, remembered, headings: headingsOf(rows, mapping.header), left },
    sample: rows.slice(mapping.header + 1, mapping.header + 6),
    taken: taken.map((one) => ({ ...one, now: now(one)?.figure ?? null, rev: now(one)?.rev ?? 0 })),
  };
}

type Sheets = SheetFile['sheets'];

async function chooseMapping(
  db: Database,
  tenantId: string,
  sheets: Sheets,
  given: SheetMapping | null,
  guess: SheetMapping,
): Promise<{ mapping: SheetMapping; remembered: boolean }> {
  if (given !== null) return { mapping: given, remembered: false };
  const row = await db
    .selectFrom('indicator_mapping')
    .select('mapping')
    .where('tenant_id', '=', tenantId)
    .where('shape', '=', shapeHash(sheets, guess))
    .executeTakeFirst();
  return row ? { mapping: row.mapping, remembered: true } : { mapping: guess, remembered: false };
}

/** By what the file is known again: the headings as they are found, whichever row somebody chose them to be. */
const shapeHash = (sheets: Sheets, guess: SheetMapping): Buffer =>
  createHash('sha256')
    .update(shapeOf(headingsOf(sheets[guess.sheet]?.rows ?? [], guess.header)))
    .digest();

type TakingOver = { rows: string[][]; mapping: SheetMapping; all: readonly KnownIndicator[]; question: ImportQuestion };

async function takeOver(db: Database, tenantId: string, { rows, mapping, all, question }: TakingOver) {
  const known = new Map(all.map((one) => [one.id, one.definition]));
  const [givers, unitOf] = await Promise.all([
    listGivers(db, tenantId, all, question.today),
    openPrintedUnits(db, tenantId, question.today),
  ]);
  return takeRows({
    ...{ mapping, rows, period: question.period },
    unitOf: (printed) => {
      const said = mapping.names[printedKey(printed)];
      if (said === null) return { why: 'đã chọn bỏ qua' };
      const agencyId = said ?? unitOf(printed);
      return agencyId === undefined ? { why: 'danh bạ chưa có đơn vị tên này' } : { agencyId };
    },
    definitionOf: (id) => known.get(id),
    refuse: (indicatorId, agencyId) =>
      question.refuse(agencyId) ??
      (givers.get(indicatorId)?.includes(agencyId) ? undefined : 'chỉ tiêu không giao cho đơn vị này'),
  });
}

/** Takes a file over under an id made by whoever sends it: sent twice it counts once, and what stands there already is not stated again. */
export async function takeImport(
  trx: Transaction,
  actor: Actor,
  { id, file, question, at }: { id: string; file: SheetFile; question: ImportQuestion; at: Date },
): Promise<ReadFile> {
  const { tenantId, officerId } = actor;
  const read = await readImport(trx, tenantId, file, question);
  const fresh = read.taken.filter(({ now, figure }) => now === null || !same(now, figure));
  await rememberMapping(trx, actor, file.sheets, read.mapping, at);
  if (fresh.length === 0) return read;
  const row = { file_name: file.name, sha256: file.sha256, figures: fresh.length };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('indicator_import')
    .values({ ...{ tenant_id: tenantId, id, ...row, at, by: officerId }, undone_at: null, undone_by: null })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return read;
  const cells = fresh.map(({ row: at, indicatorId, agencyId, period, figure }) => ({
    ...{ indicatorId, agencyId, period, base: null, figure },
    origin: { kind: 'imported' as const, importId: id, file: file.name, row: at },
  }));
  await stateCells(trx, actor, cells, { at, reason: `Nhập từ tệp “${file.name}”`, importId: id, quiet: true });
  const details = { figures: fresh.length, left: read.left.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'indicator.imported', subject: id, details });
  return read;
}

async function rememberMapping(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  sheets: Sheets,
  mapping: SheetMapping,
  at: Date,
): Promise<void> {
  const shape = shapeHash(
    sheets,
    guessMapping(
      sheets.map(({ rows }) => rows),
      [],
    ),
  );
  const row = { mapping: toJson(mapping), at, by: officerId };
  await trx
    .insertInto('indicator_mapping')
    .values({ tenant_id: tenantId, shape, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'shape']).doUpdateSet(row))
    .execute();
}

export type ImportLine = {
  id: string;
  file: string;
  figures: number;
  at: Date;
  by: string;
  byId: string;
  undoneAt: Date | null;
};

/** Files that were taken over, the latest first. */
export const listImports = (db: Database, tenantId: string): Promise<ImportLine[]> =>
  db
    .selectFrom('indicator_import as i')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'i.tenant_id').onRef('o.id', '=', 'i.by'))
    .select([
      'i.id',
      'i.file_name as file',
      'i.figures',
      'i.at',
      'o.name as by',
      'i.by as byId',
      'i.undone_at as undoneAt',
    ])
    .where('i.tenant_id', '=', tenantId)
    .orderBy('i.at', 'desc')
    .limit(100)
    .execute();

type Undone = { indicatorId: string; agencyId: string; period: string; rev: number } & {
  before: Figure | null;
};

/** Takes a file back: what it stated and nobody has stated anew since stands again as it was before. How many figures that were. */
export async function undoImport(trx: Transaction, actor: Actor, id: string, at: Date): Promise<number> {
  const { tenantId, officerId } = actor;
  const row = await trx
    .selectFrom('indicator_import')
    .select(['undone_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what: 'lần nhập tệp này' });
  if (row.undone_at !== null) throw new Problem('indicator-import-stale', {});
  const { rows } = await sql<Undone>`
    select v.indicator_id as "indicatorId", v.agency_id as "agencyId", v.period, v.rev,
      (select jsonb_build_object('value', b.value, 'part', b.part, 'whole', b.whole) from indicator_value b
        where b.tenant_id = v.tenant_id and b.indicator_id = v.indicator_id and b.agency_id = v.agency_id
          and b.period = v.period and b.rev = v.rev - 1) as before
    from indicator_value v where v.tenant_id = ${tenantId} and v.import_id = ${id}
      and not exists (select from indicator_value l where l.tenant_id = v.tenant_id and l.indicator_id = v.indicator_id
        and l.agency_id = v.agency_id and l.period = v.period and l.rev > v.rev)`.execute(trx);
  const cells = rows.map(({ before, ...cell }) => ({
    ...{ ...cell, base: cell.rev, figure: before ?? noFigure },
    origin: { kind: 'undone' as const, importId: id },
  }));
  const { saved } = await stateCells(trx, actor, cells, { at, reason: 'Hoàn tác việc nhập tệp', quiet: true });
  await trx
    .updateTable('indicator_import')
    .set({ undone_at: at, undone_by: officerId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  await audit(trx, {
    tenant: tenantId,
    actor: officerId,
    action: 'indicator.import-undone',
    subject: id,
    details: { figures: saved },
  });
  return saved;
}
