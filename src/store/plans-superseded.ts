import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';

/** The plan that took the place of another, by what it is called, and from which day. */
export type Successor = {
  id: string;
  type: string | null;
  number: string | null;
  symbol: string | null;
  title: string | null;
  date: PlainDate | null;
  day: PlainDate;
};

/**
 * Of a row of `plan`: which plan took its place, or null. One whose work is open again (the later plan was taken back) has its
 * place still.
 */
export const supersededBy = sql<Successor | null>`(
  select jsonb_build_object('id', l.id, 'type', l.type, 'number', l.number, 'symbol', l.symbol, 'title', l.title,
    'date', l.date, 'day', s.day)
  from issue s join plan l on l.tenant_id = s.tenant_id and l.id = s.plan_id
  where s.tenant_id = plan.tenant_id and s.supersedes = plan.id and not exists (
    select from work_item i join assignment a on a.tenant_id = i.tenant_id and a.item_id = i.id
    where i.tenant_id = plan.tenant_id and i.plan_id = plan.id and a.closed is null)
  order by s.at desc limit 1)`.as('superseded_by');
