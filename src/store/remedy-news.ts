import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor, Role } from '../people/model.ts';
import type { ToldRemedy } from '../report/inspection/news.ts';
import type { Transaction } from './db.ts';
import { findHeirs } from './heat-map-heirs.ts';
import { listPeople, workersOf } from './notifications-people.ts';
import { type Sending, writeNotifications } from './notifications-write.ts';

/** Telling of what an inspection or a recommendation asks, as it happens. */

/** `keepers`: who asked for it. A report of the unit goes to them; all else goes to the unit. */
type About = { of: 'finding' | 'recommendation'; keepers: readonly string[] };

type Notice = {
  head: { officerId: string; kind: ToldRemedy['kind']; by: string; agencyId: null; note: string | null };
  lines: { remedyId: string; of: About['of']; step: 'news'; due: PlainDate | null }[];
};

const working: readonly Role[] = ['officer', 'head', 'lead'];
const keeping: readonly Role[] = ['inspector', 'supervisor', 'focal'];

/**
 * Tells whom it concerns, never whoever did it: one notification for each person, kind and wording. Where nobody of those who asked
 * is there any more, a report goes to who inspects the unit by name; the registers show it to the others.
 */
export async function tellOfRemedies(
  trx: Transaction,
  { tenantId, officerId: by }: Actor,
  { of, keepers }: About,
  told: readonly ToldRemedy[],
  sending: Sending,
): Promise<void> {
  if (told.length === 0) return;
  const agencies = [...new Set(told.flatMap(({ agencyId }) => agencyId ?? []))];
  const heirs = await findHeirs(trx, tenantId, agencies, sending.today);
  const heldBy = (agencyId: string): string => heirs.get(agencyId) ?? agencyId;
  const units = [...new Set(agencies.map(heldBy))];
  const workers = await workersOf(trx, tenantId, units, sending.today, working);
  const reports = told.some(({ kind }) => kind === 'remedy-reported');
  const keepersOf = reports ? await activeKeepers(trx, tenantId, keepers, sending.today) : () => [];
  const notices = new Map<string, Notice>();
  for (const { kind, remedyId, agencyId, due, note } of told) {
    if (agencyId === null) continue;
    const unit = heldBy(agencyId);
    const people = kind === 'remedy-reported' ? keepersOf(unit) : (workers.get(unit) ?? []);
    for (const officerId of people.filter((id) => id !== by)) {
      const key = JSON.stringify([officerId, kind, note]);
      const notice = notices.get(key) ?? { head: { officerId, kind, by, agencyId: null, note }, lines: [] };
      if (!notice.lines.some((line) => line.remedyId === remedyId))
        notice.lines.push({ remedyId, of, step: 'news', due });
      notices.set(key, notice);
    }
  }
  await writeNotifications(trx, tenantId, [...notices.values()], sending);
}

async function activeKeepers(
  trx: Transaction,
  tenantId: string,
  keepers: readonly string[],
  today: PlainDate,
): Promise<(unit: string) => string[]> {
  const people = await listPeople(trx, tenantId, today, keeping);
  const still = people.map(({ officerId }) => officerId).filter((id) => keepers.includes(id));
  return (unit) => {
    if (still.length > 0) return still;
    const named = people.filter(({ roles }) =>
      roles.some(({ role, agencies }) => role === 'inspector' && agencies !== 'all' && agencies.includes(unit)),
    );
    return named.map(({ officerId }) => officerId);
  };
}
