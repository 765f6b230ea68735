import { newId } from '../kernel/ids.ts';
import { fold } from '../kernel/text.ts';
import type { Actor } from '../people/model.ts';
import { ancestorsOf } from '../place/directory/on.ts';
import type { Agency, Directory } from '../place/model.ts';
import { nameKey } from '../place/units/name.ts';
import { audit } from './audit/write.ts';
import type { Transaction } from './db.ts';
import { insertAgencies, insertSuccessions, lockDirectory } from './directory.ts';

export type Imported = { added: number; aliases: number; unchanged: number };

/** An id for each code of a file: the agency's own where the directory has it, else a fresh one. */
export function idsFor(directory: Directory): (code: string) => string {
  const own = new Set(directory.agencies.map(({ id }) => id));
  const made = new Map<string, string>();
  return (code) => {
    if (own.has(code)) return code;
    const id = made.get(code) ?? newId();
    made.set(code, id);
    return id;
  };
}

/**
 * Takes in what the file has and the directory has not: agencies, successions of theirs, other names. What is there stays as it is;
 * changing it is a reorganisation.
 */
export async function importDirectory(trx: Transaction, actor: Actor, file: Directory): Promise<Imported> {
  const { tenantId, officerId } = actor;
  const known = await lockDirectory(trx, tenantId);
  const read = recognise(file, known);
  const there = new Map(known.agencies.map((agency) => [agency.id, agency]));
  const added = read.agencies.filter(({ id }) => !there.has(id));
  await insertAgencies(trx, tenantId, added, 'imported');
  const fresh = new Set(added.map(({ id }) => id));
  const linked = read.successions.filter(({ fromId, toId }) => fresh.has(fromId) || fresh.has(toId));
  const all = new Set([...there.keys(), ...fresh]);
  await insertSuccessions(
    trx,
    tenantId,
    linked.filter(({ fromId, toId }) => all.has(fromId) && all.has(toId)),
    null,
  );
  const aliases = await addAliases(trx, tenantId, read.agencies, there);
  const told = { added: added.length, aliases, unchanged: read.agencies.length - added.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'directory.imported', details: told });
  return told;
}

/** Where an agency first stood, by names up to the top: the same in two directories that share no id. */
function pathsOf(directory: Directory): Map<string, string> {
  return new Map(
    directory.agencies.flatMap(({ id, spans: [first] }): [string, string][] => {
      if (!first) return [];
      const above = ancestorsOf(directory, id, first.from).map(({ span }) => nameKey(span.name));
      return [[id, [first.from, nameKey(first.name), ...above].join('/')]];
    }),
  );
}

/** The file's agencies under the ids of those the directory has by the same path. */
function recognise(file: Directory, known: Directory): Directory {
  const own = new Map([...pathsOf(known)].map(([id, path]) => [path, id]));
  const paths = pathsOf(file);
  const idOf = (id: string): string => own.get(paths.get(id) ?? '') ?? id;
  const agencies = file.agencies.map((agency) => ({
    ...agency,
    id: idOf(agency.id),
    spans: agency.spans.map((span) => ({ ...span, parentId: span.parentId && idOf(span.parentId) })),
  }));
  const successions = file.successions.map((one) => ({ ...one, fromId: idOf(one.fromId), toId: idOf(one.toId) }));
  return { agencies, successions };
}

async function addAliases(
  trx: Transaction,
  tenantId: string,
  agencies: readonly Agency[],
  there: ReadonlyMap<string, Agency>,
): Promise<number> {
  const rows = agencies.flatMap(({ id, aliases }) => {
    const known = new Set(there.get(id)?.aliases.map(fold));
    const more = there.has(id) ? aliases.filter((alias) => !known.has(fold(alias))) : [];
    return more.map((alias) => ({
      tenant_id: tenantId,
      agency_id: id,
      alias,
      search: fold(alias),
      origin: 'imported' as const,
    }));
  });
  if (rows.length > 0)
    await trx
      .insertInto('agency_alias')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return rows.length;
}
