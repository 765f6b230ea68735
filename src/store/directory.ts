import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import { fold } from '../kernel/text.ts';
import type { Actor } from '../people/model.ts';
import type { Agency, AgencySpan, Directory, Succession } from '../place/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

type Row = Omit<Agency, 'unit' | 'spans' | 'aliases'> & { unit_code: string | null; unit_valid_from: PlainDate | null };
type SpanRow = AgencySpan & { agency_id: string };

/** All agencies of a tenant over all time, with who took over from whom. */
export async function loadDirectory(db: Database | Transaction, tenantId: string): Promise<Directory> {
  const [agencies, spans, aliases, successions] = await Promise.all([
    sql<Row>`select id, kind, level, unit_code, unit_valid_from, position from agency
      where tenant_id = ${tenantId} order by position, id`.execute(db),
    sql<SpanRow>`select agency_id, valid_from as "from", valid_to as "to", name, short_name as "shortName",
      parent_id as "parentId" from agency_span where tenant_id = ${tenantId} order by agency_id, valid_from`.execute(
      db,
    ),
    sql<{ agency_id: string; alias: string }>`select agency_id, alias from agency_alias
      where tenant_id = ${tenantId} order by agency_id, alias`.execute(db),
    sql<Succession>`select from_id as "fromId", to_id as "toId", effective, function from agency_succession
      where tenant_id = ${tenantId} order by id`.execute(db),
  ]);
  const spansOf = Map.groupBy(spans.rows, ({ agency_id }) => agency_id);
  const aliasesOf = Map.groupBy(aliases.rows, ({ agency_id }) => agency_id);
  return {
    // One without a span was made by a reorganisation that has been taken back.
    agencies: agencies.rows
      .filter(({ id }) => spansOf.has(id))
      .map(({ unit_code, unit_valid_from, ...agency }) => ({
        ...agency,
        unit: unit_code && unit_valid_from ? { code: unit_code, validFrom: unit_valid_from } : null,
        spans: (spansOf.get(agency.id) ?? []).map(({ agency_id: _, ...span }) => span),
        aliases: (aliasesOf.get(agency.id) ?? []).map(({ alias }) => alias),
      })),
    successions: successions.rows,
  };
}

/** Takes the directory for this transaction: two reorganisations at once wait for each other. */
export async function lockDirectory(trx: Transaction, tenantId: string): Promise<Directory> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directory ${tenantId}`}, 0))`.execute(trx);
  return loadDirectory(trx, tenantId);
}

export type AliasOrigin = 'template' | 'typed' | 'resolved' | 'imported';

/** Writes a tenant's first directory, whole. Refused where it has one already: from then on it is reorganised. */
export async function writeDirectory(
  trx: Transaction,
  actor: Actor,
  directory: Directory,
  origin: AliasOrigin = 'template',
): Promise<void> {
  const known = await lockDirectory(trx, actor.tenantId);
  if (known.agencies.length > 0) throw new Problem('directory-there', { agencies: known.agencies.length });
  await insertAgencies(trx, actor.tenantId, directory.agencies, origin);
  await insertSuccessions(trx, actor.tenantId, directory.successions, null);
  const details = { agencies: directory.agencies.length, successions: directory.successions.length };
  await audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action: 'directory.filled', details });
}

/** Agencies with their spans and aliases, by one statement a table however many there are. */
export async function insertAgencies(
  trx: Transaction,
  tenantId: string,
  agencies: readonly Agency[],
  origin: AliasOrigin,
): Promise<void> {
  const rows = agencies.map(({ id, kind, level, unit, position }) => ({
    ...{ tenant_id: tenantId, id, kind, level, position },
    ...{ unit_code: unit?.code ?? null, unit_valid_from: unit?.validFrom ?? null },
  }));
  await sql`insert into agency (tenant_id, id, kind, level, unit_code, unit_valid_from, position)
    select tenant_id, id, kind, level, unit_code, unit_valid_from, position
    from jsonb_populate_recordset(null::agency, ${toJson(rows)}::jsonb)`.execute(trx);
  await insertSpans(trx, tenantId, agencies);
  const aliases = agencies.flatMap(({ id, aliases: names }) =>
    names.map((alias) => ({ tenant_id: tenantId, agency_id: id, alias, search: fold(alias), origin })),
  );
  await sql`insert into agency_alias (tenant_id, agency_id, alias, search, origin)
    select tenant_id, agency_id, alias, search, origin
    from jsonb_populate_recordset(null::agency_alias, ${toJson(aliases)}::jsonb)
    on conflict do nothing`.execute(trx);
}

async function insertSpans(trx: Transaction, tenantId: string, agencies: readonly Agency[]): Promise<void> {
  const spans = agencies.flatMap(({ id, spans: all }) =>
    all.map(({ from, to, name, shortName, parentId }) => ({
      ...{ tenant_id: tenantId, agency_id: id, valid_from: from, valid_to: to, name, short_name: shortName },
      ...{ parent_id: parentId, search: fold(`${name} ${shortName ?? ''}`).trim() },
    })),
  );
  await sql`insert into agency_span (tenant_id, agency_id, valid_from, valid_to, name, short_name, parent_id, search)
    select tenant_id, agency_id, valid_from, valid_to, name, short_name, parent_id, search
    from jsonb_populate_recordset(null::agency_span, ${toJson(spans)}::jsonb)`.execute(trx);
}

/** Puts the spans of agencies in place of what they were. */
export async function replaceSpans(trx: Transaction, tenantId: string, agencies: readonly Agency[]): Promise<void> {
  const ids = agencies.map(({ id }) => id);
  await sql`delete from agency_span where tenant_id = ${tenantId} and agency_id = any(${ids}::uuid[])`.execute(trx);
  await insertSpans(trx, tenantId, agencies);
}

export async function insertSuccessions(
  trx: Transaction,
  tenantId: string,
  successions: readonly Succession[],
  reorganisationId: string | null,
): Promise<void> {
  const rows = successions.map(({ fromId, toId, effective, function: part }) => ({
    ...{ tenant_id: tenantId, id: newId(), from_id: fromId, to_id: toId, effective, function: part },
    reorganisation_id: reorganisationId,
  }));
  await sql`insert into agency_succession (tenant_id, id, from_id, to_id, effective, function, reorganisation_id)
    select tenant_id, id, from_id, to_id, effective, function, reorganisation_id
    from jsonb_populate_recordset(null::agency_succession, ${toJson(rows)}::jsonb)`.execute(trx);
}
