import { type RawBuilder, sql } from 'kysely';
import type { DifficultyNews } from '../assignment/remind/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Actor, roles } from '../people/model.ts';
import type { Transaction } from './db.ts';
import type { DifficultyRow } from './difficulties.ts';
import { listPeople, listWorkers } from './notifications-people.ts';
import { type Sending, writeNotifications } from './notifications-write.ts';

/** Telling of difficulties: the agency that is to answer, and whoever raised one of the answer. */

type Told = { kind: DifficultyNews; difficulty: DifficultyRow; note: string | null };

/** Tells whom it concerns, never whoever did it. An agency nobody works for here is told nothing; the register shows it. */
export async function tellOfDifficulty(
  trx: Transaction,
  actor: Actor,
  { kind, difficulty, note }: Told,
  sending: Sending,
): Promise<void> {
  const { tenantId, officerId } = actor;
  const people =
    kind === 'difficulty-answered'
      ? await listRaisers(trx, tenantId, difficulty, sending.today)
      : await listWorkers(trx, tenantId, difficulty.to_agency_id, sending.today, answering);
  const head = { kind, by: officerId, agencyId: null, note, difficultyId: difficulty.id };
  const wanted = people
    .filter((id) => id !== officerId)
    .map((id) => ({ head: { ...head, officerId: id }, lines: [] as const }));
  await writeNotifications(trx, tenantId, wanted, sending);
}

const answering = ['officer', 'head', 'lead', 'focal'] as const;

/** Whoever raised it, as long as they may see it; else those who work for the unit it is of. */
async function listRaisers(
  trx: Transaction,
  tenantId: string,
  { raised_by, agency_id, to_agency_id }: DifficultyRow,
  today: PlainDate,
): Promise<readonly string[]> {
  const reached = (await listPeople(trx, tenantId, today, roles)).find(({ officerId }) => officerId === raised_by);
  const sees = reached?.roles.some(
    ({ agencies }) => agencies === 'all' || agencies.includes(agency_id) || agencies.includes(to_agency_id),
  );
  return sees ? [raised_by] : listWorkers(trx, tenantId, agency_id, today, answering);
}

/** The difficulty a notification is about, with the unit that raised it by its name of the day. */
export type ToldDifficulty = { id: string; agency: string; answerBy: PlainDate | null };

/** The difficulty of the notification `n`, as JSON. */
export const toldDifficulty = (today: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select jsonb_build_object(
    'id', d.id, 'answerBy', d.answer_by,
    'agency', (select s.name from agency_span s where s.tenant_id = d.tenant_id and s.agency_id = d.agency_id
      order by (s.valid_from <= ${today}) desc, s.valid_from desc limit 1))
  from difficulty d where d.tenant_id = n.tenant_id and d.id = n.difficulty_id)`;
