import { sql } from 'kysely';
import type { Database, Transaction } from '../db.ts';
import { atText, beginning, type ChainedEntry, chainHash } from './chain.ts';

/**
 * What is wrong at a link: the entry (or its seal) was changed; one was removed; one was put in without going through
 * the log; or one has waited for its seal for too long.
 */
export type Break = { kind: 'changed' | 'removed' | 'inserted' | 'late'; seq: number | null; entry: string | null };

/** A tenant's chain after recomputing it. `head` may be noted elsewhere and compared later. */
export type Verification = {
  tenant: string;
  entries: number;
  waiting: number;
  head: { seq: number; hash: string };
  breaks: Break[];
};

/** An entry that has waited longer than this was not left by a sealer at work. */
const lateAfter = '10 minutes';
const page = 2_000;

/** Recomputes a tenant's whole chain on one snapshot, while writers go on. */
export function verifyTenant(db: Database, tenant: string): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const walked = await walk(trx, tenant);
      const head = await trx.selectFrom('audit_head').selectAll().where('tenant_id', '=', tenant).executeTakeFirst();
      const headSeq = head?.seq ?? 0;
      const breaks = [...walked.breaks];
      if (headSeq > walked.seq) breaks.push({ kind: 'removed', seq: walked.seq + 1, entry: null });
      if (headSeq < walked.seq) breaks.push({ kind: 'inserted', seq: headSeq + 1, entry: null });
      if (headSeq === walked.seq && head && !head.hash.equals(walked.hash) && breaks.length === 0) {
        breaks.push({ kind: 'changed', seq: walked.seq, entry: null });
      }
      const loose = await looseEntries(trx, tenant);
      breaks.push(...loose.breaks);
      return {
        tenant,
        entries: walked.entries + loose.waiting,
        waiting: loose.waiting,
        head: { seq: walked.seq, hash: walked.hash.toString('hex') },
        breaks,
      };
    });
}

type Link = Omit<ChainedEntry, 'id'> & {
  id: string | null;
  seq: number;
  entry_id: string;
  previous: Buffer;
  hash: Buffer;
};
type Walked = { entries: number; seq: number; hash: Buffer; breaks: Break[] };

/** Follows the chain from its beginning; after a break it goes on from what is stored, to find the others too. */
async function walk(trx: Transaction, tenant: string): Promise<Walked> {
  let walked: Walked = { entries: 0, seq: 0, hash: beginning, breaks: [] };
  for (;;) {
    const links = await linksAfter(trx, tenant, walked.seq);
    for (const link of links) walked = follow(walked, link);
    if (links.length < page) return walked;
  }
}

function follow(walked: Walked, link: Link): Walked {
  const { seq, entry_id: entry } = link;
  const breaks = [...walked.breaks];
  const gap = seq !== walked.seq + 1;
  if (gap) breaks.push({ kind: 'removed', seq: walked.seq + 1, entry: null });
  if (link.id === null) breaks.push({ kind: 'removed', seq, entry });
  else if (!isIntact(link, gap ? link.previous : walked.hash)) breaks.push({ kind: 'changed', seq, entry });
  return { entries: walked.entries + (link.id === null ? 0 : 1), seq, hash: link.hash, breaks };
}

function isIntact(link: Link, previous: Buffer): boolean {
  if (link.id === null || !link.previous.equals(previous)) return false;
  return chainHash(previous, link.seq, { ...link, id: link.id }).equals(link.hash);
}

async function linksAfter(trx: Transaction, tenant: string, seq: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select s.seq, s.entry_id, s.previous, s.hash,
      s.tenant_id, e.id, ${atText} as at, e.actor, e.action, e.subject, e.details, e.transaction_id
    from audit_seal s left join audit_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
    where s.tenant_id = ${tenant} and s.seq > ${seq} order by s.seq limit ${page}`.execute(trx);
  return rows;
}

type Loose = { id: string; waits: boolean; late: boolean };

/** Entries without a seal: waiting for it, waiting too long, or never announced to the sealer. */
async function looseEntries(trx: Transaction, tenant: string): Promise<{ waiting: number; breaks: Break[] }> {
  const { rows } = await sql<Loose>`
    select e.id, p.entry_id is not null as waits, e.at < now() - ${lateAfter}::interval as late
    from audit_entry e left join audit_pending p on p.tenant_id = e.tenant_id and p.entry_id = e.id
    where e.tenant_id = ${tenant}
      and not exists (select from audit_seal s where s.tenant_id = e.tenant_id and s.entry_id = e.id)
    order by e.id`.execute(trx);
  const breaks = rows
    .filter(({ waits, late }) => !waits || late)
    .map(({ id, waits }): Break => ({ kind: waits ? 'late' : 'inserted', seq: null, entry: id }));
  return { waiting: rows.filter(({ waits }) => waits).length, breaks };
}
