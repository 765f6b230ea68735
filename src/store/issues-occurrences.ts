import { sql } from 'kysely';
import type { Owed } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import type { Transaction } from './db.ts';

/** What is owed on a day goes to every commune alike: it is sent once, with who owes it beside. */
const portion = 10_000;

/** Gathers the days that are new, to be written together. */
export class NewOccurrences {
  readonly #owed: { itemId: string; owed: Owed }[] = [];
  readonly #numbers = new Map<string, Map<Owed, number>>();
  readonly #rows: { assignmentId: string; agencyId: string; owed: number }[] = [];

  add(itemId: string, assignmentId: string, agencyId: string, owed: Owed): void {
    const ofItem = this.#numbers.get(itemId) ?? new Map<Owed, number>();
    this.#numbers.set(itemId, ofItem);
    const known = ofItem.get(owed);
    const number = known ?? this.#owed.push({ itemId, owed });
    if (known === undefined) ofItem.set(owed, number);
    this.#rows.push({ assignmentId, agencyId, owed: number });
  }

  /** Writes them, owed from a day on. */
  async write(trx: Transaction, tenantId: string, since: PlainDate): Promise<void> {
    const owed = toJson(this.#owed.map(({ itemId, owed }) => columnsOf(tenantId, itemId, since, owed)));
    for (let at = 0; at < this.#rows.length; at += portion) {
      const some = this.#rows.slice(at, at + portion);
      await sql`
        insert into occurrence (tenant_id, id, assignment_id, item_id, key, since, period, period_from, period_to, opens, printed,
          first_due, rule, moved, event, flags, agency_id, due, status)
        select w.tenant_id, r.id, r.assignment_id, w.item_id, w.key, w.since, w.period, w.period_from, w.period_to, w.opens,
          w.printed, w.first_due, w.rule, w.moved, w.event, w.flags, r.agency_id, w.due, w.status
        from unnest(${some.map(newId)}::uuid[], ${some.map((row) => row.assignmentId)}::uuid[],
          ${some.map((row) => row.agencyId)}::uuid[], ${some.map((row) => row.owed)}::integer[])
          as r (id, assignment_id, agency_id, owed)
        join (select n, one.* from jsonb_array_elements(${owed}::jsonb) with ordinality as e (value, n)
          cross join lateral jsonb_populate_record(null::occurrence, e.value) as one) as w on w.n = r.owed`.execute(
        trx,
      );
    }
  }
}

const columnsOf = (
  tenantId: string,
  itemId: string,
  since: PlainDate,
  { key, period, opens, printed, due, rule, moved, event, flags }: Owed,
) => ({
  ...{ tenant_id: tenantId, item_id: itemId, key, since, period: period?.label ?? null },
  ...{ period_from: period?.from ?? null, period_to: period?.to ?? null, opens, printed, first_due: due, due },
  ...{ rule, moved, event, flags: [...flags], status: due === null ? 'waiting' : 'open' },
});
