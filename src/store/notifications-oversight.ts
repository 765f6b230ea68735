import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';

/** The entry a notification is about, with the unit by its name of the day. */
export type ToldOversight = { id: string; agency: string; wishedBy: PlainDate | null };

/** The entry of the notification `n`, as JSON. */
export const toldOversight = (
  today: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(select jsonb_build_object('id', v.id, 'wishedBy', v.wished_by,
    'agency', (select s.name from agency_span s where s.tenant_id = v.tenant_id and s.agency_id = v.agency_id
      order by (s.valid_from <= ${today}) desc, s.valid_from desc limit 1))
  from oversight v where v.tenant_id = n.tenant_id and v.id = n.oversight_id)`;
