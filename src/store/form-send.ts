import { createHash } from 'node:crypto';
import { compareIssue } from '../assignment/compare.ts';
import { isAsked, type WantedAssignment, type WantedItem } from '../assignment/fan-out.ts';
import type { Owed } from '../assignment/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { findAgency } from '../place/directory/on.ts';
import { levels } from '../place/model.ts';
import { checkForm } from '../report/form/check.ts';
import type { Form } from '../report/form/model.ts';
import { type FormTimes, scheduleOf } from '../report/form/times.ts';
import { assertThere } from './assignment-scope.ts';
import { audit } from './audit/write.ts';
import { type KeptCalendar, owedUnder } from './calendar-settings.ts';
import type { Transaction } from './db.ts';
import { loadDirectory } from './directory.ts';
import { writeIssue } from './issues-write.ts';
import { searchable } from './search.ts';

/** `id` is made by who sends it, so that sending twice counts once; `agencyId`: who sends it, and gets the answers. */
export type Sending = {
  id: string;
  formId: string;
  form: Form;
  agencyId: string;
  agencyIds: readonly string[];
  times: FormTimes;
  note: string | null;
};

export type When = { at: Date; today: PlainDate; calendar: KeptCalendar };

/** The days a form would be owed on from today: rolled to working days as the tenant counts. */
export function daysOf(times: FormTimes, { today, calendar }: Omit<When, 'at'>): Owed[] {
  const year = Number((times.every === 'once' ? times.due : today).slice(0, 4));
  const owed = owedUnder(calendar)(scheduleOf(times, today), year);
  return owed.filter(({ due }) => due !== null && due >= today);
}

/** Sends a form to units: from now on they owe it on its days. Whether it was new. */
export async function sendForm(trx: Transaction, actor: Actor, sending: Sending, when: When): Promise<boolean> {
  const { tenantId, officerId } = actor;
  const known = await trx
    .selectFrom('form_sending')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sending.id)
    .executeTakeFirst();
  if (known) return false;
  const [fault] = checkForm(sending.form);
  if (fault) throw new Problem('form-faulty', { name: fault.name, message: fault.message });
  const owed = daysOf(sending.times, when);
  if (owed.length === 0) throw new Problem('form-day-past', {});
  await keepPlan(trx, actor, sending, owed, when);
  const item = await wantedItem(trx, tenantId, sending, owed, when);
  const changes = compareIssue([], { items: [item], unresolved: [] }, when.today, false);
  await writeIssue(trx, actor, sending.id, changes, { at: when.at, day: when.today });
  const { id: itemId } = await trx
    .selectFrom('work_item')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', sending.id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('form_sending')
    .values({
      ...{ tenant_id: tenantId, id: sending.id, form_id: sending.formId, item_id: itemId, form: toJson(sending.form) },
      ...{ note: sending.note, at: when.at, by: officerId },
    })
    .execute();
  const details = {
    form: sending.formId,
    agency: sending.agencyId,
    units: sending.agencyIds.length,
    days: owed.length,
  };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'form.sent', subject: sending.id, details });
  return true;
}

/** The plan that holds it, in no register of plans. */
async function keepPlan(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, form }: Sending,
  owed: readonly Owed[],
  { at, today }: When,
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(form));
  const reading = { document: {}, duties: [], groups: [], tasks: [], warnings: [], reporting: [] };
  await trx
    .insertInto('plan')
    .values({
      ...{ tenant_id: tenantId, id, kind: 'form', file_name: form.title, media_type: 'application/json' },
      ...{ file_size: bytes.length, sha256: createHash('sha256').update(id).update(bytes).digest() },
      ...{ reading: toJson(reading), status: 'confirmed', added_at: at, added_by: officerId, confirmed_at: at },
      ...{ removed_at: null, type: null, number: null, symbol: null, title: form.title, issuer: null, date: today },
      ...{ year: yearOf(owed, today), indices: [], tasks: 0, doubtful: 0, ids: null, search: searchable(form.title) },
    })
    .execute();
}

const yearOf = ([first]: readonly Owed[], today: PlainDate): number => Number((first?.due ?? today).slice(0, 4));

async function wantedItem(
  trx: Transaction,
  tenantId: string,
  { form, agencyId, agencyIds, times }: Sending,
  owed: readonly Owed[],
  { today }: When,
): Promise<WantedItem> {
  await assertThere(trx, tenantId, [agencyId, ...agencyIds], today);
  const directory = await loadDirectory(trx, tenantId);
  const own = findAgency(directory, agencyId);
  const assigned = [...new Set(agencyIds)].map((id): WantedAssignment => {
    const agency = findAgency(directory, id);
    // Nobody asks figures of those above: that would be an order upward.
    if (own && agency && levels.indexOf(agency.level) < levels.indexOf(own.level))
      throw new Problem('form-units-above', {});
    const printed = agency?.spans.at(-1)?.name ?? '';
    return {
      role: 'implement',
      agencyId: id,
      printed,
      owes: true,
      follows: false,
      followsOnly: null,
      request: isAsked(agency?.kind),
    };
  });
  const printed = own?.spans.at(-1)?.name ?? '';
  const lead: WantedAssignment = {
    ...{ role: 'lead', agencyId, printed, owes: false, follows: true, followsOnly: null, request: false },
  };
  return {
    ...{ kind: 'form', key: 'form', position: 1, modality: 'assign', index: null, dimension: null, component: null },
    ...{ codes: [], text: `Gửi phiếu số liệu: ${form.title}`, result: 'Phiếu đã trả lời', time: null },
    ...{
      schedule: scheduleOf(times, today),
      targets: [],
      year: yearOf(owed, today),
      owed,
      assignments: [lead, ...assigned],
    },
  };
}
