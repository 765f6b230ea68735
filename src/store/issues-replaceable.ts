import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { fold } from '../kernel/text.ts';
import type { Database } from './db.ts';
import { getPlanLine } from './plans.ts';

/** An issued plan another may take the place of, with what of it would end and what stays. */
export type Replaceable = {
  id: string;
  type: string | null;
  number: string | null;
  symbol: string | null;
  title: string | null;
  date: PlainDate | null;
  /** days that are not done, of so many agencies, so many of them past */
  open: number;
  agencies: number;
  overdue: number;
  done: number;
};

type Row = Replaceable & { issuer: string | null; indices: string[] };

/** Issued plans of the issuer, year and index of a plan that have open work, the latest first. */
export async function listReplaceable(
  db: Database,
  tenantId: string,
  planId: string,
  today: PlainDate,
): Promise<Replaceable[]> {
  const plan = await getPlanLine(db, tenantId, planId);
  const { rows } = await sql<Row>`
    select p.id, p.type, p.number, p.symbol, p.title, p.date, p.issuer, p.indices,
      count(*) filter (where ${openDays}) as open, count(distinct o.agency_id) filter (where ${openDays}) as agencies,
      count(*) filter (where ${openDays} and o.due < ${today}) as overdue, count(*) filter (where o.status = 'done') as done
    from plan p
    join work_item i on i.tenant_id = p.tenant_id and i.plan_id = p.id
    join assignment a on a.tenant_id = i.tenant_id and a.item_id = i.id
    left join occurrence o on o.tenant_id = a.tenant_id and o.assignment_id = a.id
    where p.tenant_id = ${tenantId} and p.id <> ${planId} and p.kind = 'plan' and p.mother_id is null
      and p.removed_at is null and p.year = ${plan.year}
    group by p.tenant_id, p.id having bool_or(a.closed is null)
    order by p.date desc nulls last, p.id`.execute(db);
  return rows
    .filter(({ issuer, indices }) => isSame(issuer, plan.issuer) && overlaps(indices, plan.indices))
    .map(({ issuer: _, indices: __, ...line }) => line);
}

const openDays = sql`o.status in ('waiting', 'open', 'in-progress', 'returned')`;

/** An issuer that is not stated is no reason to leave a plan out: a person chooses. */
const isSame = (one: string | null, other: string | null): boolean =>
  one === null || other === null || fold(one) === fold(other);

const overlaps = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((index) => others.includes(index));
