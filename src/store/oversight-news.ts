import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { findOwnAgency } from './belonging.ts';
import type { Transaction } from './db.ts';
import { listPeople } from './notifications-people.ts';
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
    kind === 'answered' ? [entry.recorded_by] : await listAnswerers(trx, tenantId, entry.heldBy, sending.today);
  const head = { kind, by: officerId, agencyId, note, oversightId: entry.id };
  const wanted = people
    .filter((id) => id !== officerId)
    .map((id) => ({ head: { ...head, officerId: id }, lines: [] as const }));
  await writeNotifications(trx, tenantId, wanted, sending);
}

/** Who works for a unit: with a role held for it, or for the whole tenant and of that unit by name. */
async function listAnswerers(
  trx: Transaction,
  tenantId: string,
  agencyId: string,
  today: PlainDate,
): Promise<string[]> {
  const found: string[] = [];
  for (const { officerId, roles } of await listPeople(trx, tenantId, today, ['officer', 'head', 'lead'])) {
    const held = roles.some(({ agencies }) => agencies !== 'all' && agencies.includes(agencyId));
    const whole = roles.some(({ agencies }) => agencies === 'all');
    if (held || (whole && (await findOwnAgency(trx, { tenantId, officerId }, today)) === agencyId))
      found.push(officerId);
  }
  return found;
}
