import type { Actor } from '../people/model.ts';
import type { Transaction } from './db.ts';
import { listWorkers } from './notifications-people.ts';
import type { OversightNews } from './notifications-tables.ts';
import { type Sending, writeNotifications } from './notifications-write.ts';
import type { OversightRow } from './oversight-list.ts';

/** Telling of oversight: the unit of a recommendation, and whoever recommended of the answer. */

type Told = { kind: OversightNews; entry: OversightRow; agencyId: string | null; note: string | null };

/** Tells whom it concerns, never whoever did it. A unit nobody works for here is told nothing; the register shows it. */
export async function tellOfOversight(
  trx: Transaction,
  actor: Actor,
  { kind, entry, agencyId, note }: Told,
  sending: Sending,
): Promise<void> {
  const { tenantId, officerId } = actor;
  const people =
    kind === 'answered'
      ? [entry.recorded_by]
      : await listWorkers(trx, tenantId, entry.heldBy, sending.today, ['officer', 'head', 'lead']);
  const head = { kind, by: officerId, agencyId, note, oversightId: entry.id };
  const wanted = people
    .filter((id) => id !== officerId)
    .map((id) => ({ head: { ...head, officerId: id }, lines: [] as const }));
  await writeNotifications(trx, tenantId, wanted, sending);
}
