import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { type KeptView, mostSavedViews, type SavedView } from '../people/saved/views.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** Filters an officer keeps under names. Each sees and changes their own alone. */

export const listSavedViews = (db: Database, { tenantId, officerId }: Actor): Promise<SavedView[]> =>
  db
    .selectFrom('saved_view')
    .select(['id', 'screen', 'name', 'query'])
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .orderBy('saved_at')
    .orderBy('id')
    .execute();

/** Keeps a view under an id the browser made: saved twice it is there once, saved under another name it is renamed. */
export async function saveView(trx: Transaction, actor: Actor, id: string, view: KeptView, at: Date): Promise<void> {
  const { tenantId, officerId } = actor;
  const others = (await lockViews(trx, actor)).filter((one) => one.id !== id);
  const { screen, query } = view;
  const name = view.name.trim();
  if (others.some((one) => one.screen === screen && one.name === name))
    throw new Problem('saved-view-name-taken', { name });
  if (others.length >= mostSavedViews) throw new Problem('saved-views-full', { most: mostSavedViews });
  await trx
    .insertInto('saved_view')
    .values({ tenant_id: tenantId, officer_id: officerId, id, screen, name, query, saved_at: at })
    // Renamed, it keeps its place in the list.
    .onConflict((conflict) => conflict.columns(['tenant_id', 'officer_id', 'id']).doUpdateSet({ screen, name, query }))
    .execute();
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'view.saved', subject: id, details: { screen } });
}

/** One at a time for each officer: two windows must not both save the fiftieth. */
async function lockViews(trx: Transaction, { tenantId, officerId }: Actor) {
  await trx
    .selectFrom('officer')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', officerId)
    .forNoKeyUpdate()
    .execute();
  return trx
    .selectFrom('saved_view')
    .select(['id', 'screen', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .execute();
}

/** Lets a view go, or the Problem that there is none. */
export async function removeView(trx: Transaction, { tenantId, officerId }: Actor, id: string): Promise<void> {
  const gone = await trx
    .deleteFrom('saved_view')
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('id', '=', id)
    .returning('screen')
    .executeTakeFirst();
  if (!gone) throw new Problem('not-found', { what: 'bộ lọc này' });
  const details = { screen: gone.screen };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'view.removed', subject: id, details });
}
