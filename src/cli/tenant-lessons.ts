import { existsSync } from 'node:fs';
import { isId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import type { Lessons } from '../plan/learned/model.ts';
import { thangHome } from '../platform/home.ts';
import { dataFolder } from '../platform/postgres/cluster.ts';
import { openDatabase } from '../store/db.ts';
import { findLessons } from '../store/lessons.ts';
import { migrate } from '../store/migrate.ts';
import { withDatabase } from './database.ts';

/** What a tenant has learned from its corrections, or the Problem that there is no such tenant or no database at all. */
export async function lessonsOf(tenant: string): Promise<Lessons> {
  if (!isId(tenant)) throw new Problem('usage', { what: tenant, why: 'wrong' });
  const home = thangHome();
  // A database made only to be asked would be empty.
  if (!process.env.DATABASE_URL && !existsSync(dataFolder(home)))
    throw new Problem('database-missing', { folder: home });
  return withDatabase(async (connection) => {
    await migrate(connection);
    const db = openDatabase(connection, { max: 2 });
    try {
      const known = await db.selectFrom('tenant').select('id').where('id', '=', tenant).executeTakeFirst();
      if (!known) throw new Problem('not-found', { what: `đơn vị ${tenant}` });
      return await findLessons(db, tenant);
    } finally {
      await db.destroy();
    }
  });
}
