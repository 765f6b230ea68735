import { addDays } from '../calendar/days.ts';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam } from '../kernel/plain-date.ts';
import { blankQuestion, type Form } from '../report/form/model.ts';
import type { AgencyName, Province } from './assignment-testing.ts';
import { getCalendar } from './calendar-settings.ts';
import { inTransaction } from './db.ts';
import { sendForm } from './form-send.ts';
import { listAnswers } from './form-world.ts';
import { addForm } from './forms.ts';

const form: Form = {
  ...{ title: 'Số liệu hộ nghèo', note: '' },
  items: [{ ...blankQuestion('integer', 'n'), label: 'Số hộ' }],
};

/** A form of one of a test's agencies, sent to itself: the ids of the form, of what was sent and of the answer it owes. */
export async function sentToItself(
  { db, actor, ids }: Province,
  name: AgencyName,
): Promise<{ form: string; sending: string; answer: string }> {
  const { tenantId } = actor;
  const [formId, sending, at] = [newId(), newId(), new Date()];
  const today = dayInVietnam(at);
  const calendar = await getCalendar(db, tenantId);
  const times = { every: 'once' as const, due: addDays(today, 30) };
  await inTransaction(db, async (trx) => {
    await addForm(trx, actor, { id: formId, agencyId: ids[name], form }, at);
    const what = { id: sending, formId, form, agencyId: ids[name], agencyIds: [ids[name]], times, note: null };
    await sendForm(trx, actor, what, { at, today, calendar });
  });
  const [answer] = await listAnswers(db, tenantId, { sendings: [sending] });
  return { form: formId, sending, answer: answer?.id ?? '' };
}
