import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { Transaction } from '../../store/db.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { actOnDifficulty, raiseDifficulty } from '../../store/difficulties.ts';
import { ago, communeWork } from './commune.ts';
import { actorOf, morningOf, type Owing, type Year } from './deeds.ts';

/** Two difficulties of the demo's commune: one answered, one that waits for whoever leads the task. */
export async function askAndAnswer(trx: Transaction, year: Year): Promise<void> {
  const work = communeWork(year);
  const [budget, poor] = [work.of('budget'), work.of('poor')];
  if (budget && year.finance !== null) await answered(trx, year, budget, year.finance);
  if (poor) await waiting(trx, year, poor);
}

function raisedOn({ items }: Year, one: Owing) {
  const item = items.find(({ assignments }) => assignments.includes(one));
  return { id: newId(), itemId: item?.id ?? '', assignmentId: one.id, agencyId: demoAgencies.commune };
}

async function answered(trx: Transaction, year: Year, one: Owing, toAgencyId: string): Promise<void> {
  const text = 'Mẫu công khai thu, chi ngân sách của hai xã trước sắp xếp khác nhau, chưa rõ dùng mẫu nào.';
  const raised = { ...raisedOn(year, one), text, toAgencyId, answerBy: ago(year, 5) };
  await raiseDifficulty(trx, actorOf('officer'), raised, morningOf(ago(year, 13)));
  const answer = 'Dùng thống nhất mẫu của xã Tân Lập; Sở đã gửi mẫu kèm hướng dẫn cho các xã, phường, đặc khu.';
  const act = { kind: 'answer', text: answer, on: ago(year, 8) } as const;
  const sent = { id: newId(), act, agencyId: toAgencyId };
  await actOnDifficulty(trx, actorOf('lead'), raised.id, sent, morningOf(ago(year, 8)));
}

async function waiting(trx: Transaction, year: Year, one: Owing): Promise<void> {
  const text = 'Danh sách hộ nghèo của xã Tân Hòa cũ chưa được chuyển về, hai thôn chưa bình xét được.';
  const raised = { ...raisedOn(year, one), text, toAgencyId: null, answerBy: addDays(year.today, 3) };
  await raiseDifficulty(trx, actorOf('head'), raised, morningOf(ago(year, 6)));
}
