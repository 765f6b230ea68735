import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { openAlike } from '../place/resolve/alike.ts';
import { agenciesMeant } from '../place/resolve/resolve.ts';
import { findFocalOffice } from './belonging.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';
import { findNameAnswers } from './directory-answers.ts';

/** Names of units as tables print them. */

/** "Tân Lập", "xã Tân Lập", "1. UBND xã Tân Lập": the one agency a name in an export means, as the names of plans are told. */
export async function openPrintedUnits(
  db: Database,
  tenantId: string,
  on: PlainDate,
): Promise<(printed: string) => string | undefined> {
  const directory = await loadDirectory(db, tenantId);
  const top = await findTop(db, tenantId, on);
  if (top === undefined) return () => undefined;
  const answers = await findNameAnswers(db, tenantId, top);
  const one = (name: string): string | undefined => {
    const found = agenciesMeant(name, { directory, on, issuerId: top, answers });
    return found !== 'queued' && found.length === 1 ? found[0] : undefined;
  };
  const heads = ['', 'UBND ', 'UBND xã ', 'UBND phường ', 'UBND đặc khu ', 'UBND thị trấn '];
  const alike = openAlike(directory, on);
  const known = new Map<string, string | undefined>();
  return (printed) => {
    if (!known.has(printed)) {
      const bare = printed.replace(/^\s*[\d.]+[.)\s-]+/u, '').trim();
      const found = new Set(heads.flatMap((head) => one(`${head}${bare}`) ?? []));
      known.set(printed, found.size === 1 ? [...found][0] : (one(bare) ?? alike(bare)));
    }
    return known.get(printed);
  };
}

/** Whose area names are looked for in: the committee above the focal office, else the highest there is. */
async function findTop(db: Database, tenantId: string, on: PlainDate): Promise<string | undefined> {
  const focal = await findFocalOffice(db, tenantId, on);
  const { rows } = await sql<{ id: string }>`
    select a.id from agency a join agency_span s on s.tenant_id = a.tenant_id and s.agency_id = a.id
    where a.tenant_id = ${tenantId} and a.kind = 'committee' and s.valid_from <= ${on}
      and (s.valid_to is null or s.valid_to >= ${on})
    order by s.parent_id is not null, a.id is distinct from (select parent_id from agency_span f
      where f.tenant_id = ${tenantId} and f.agency_id = ${focal ?? null}::uuid limit 1), a.position limit 1`.execute(
    db,
  );
  return rows[0]?.id;
}
