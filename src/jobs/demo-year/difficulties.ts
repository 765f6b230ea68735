import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { Transaction } from '../../store/db.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { actOnDifficulty, raiseDifficulty } from '../../store/difficulties.ts';
import { ago, communeWork } from './commune.ts';
import { actorOf, morningOf, type Owing, type Year } from './deeds.ts';

/** Who leads both tasks beside the communes. */
const toAgencyId = demoAgencies.environment;

/** Two difficulties of the demo's commune: one answered, one that waits for whoever leads the task. */
export async function askAndAnswer(trx: Transaction, year: Year): Promise<void> {
  const work = communeWork(year);
  const [environment, poor] = [work.of('environment'), work.of('poor')];
  if (environment) await answered(trx, year, environment);
  if (poor) await waiting(trx, year, poor);
}

function raisedOn({ items }: Year, one: Owing) {
  const item = items.find(({ assignments }) => assignments.includes(one));
  return { id: newId(), itemId: item?.id ?? '', assignmentId: one.id, agencyId: demoAgencies.commune };
}

async function answered(trx: Transaction, year: Year, one: Owing): Promise<void> {
  const text = 'Trại lợn ở thôn Bến Đá nằm giáp ranh hai xã trước sắp xếp, chưa rõ xã hay Sở giữ hồ sơ môi trường.';
  const raised = { ...raisedOn(year, one), text, toAgencyId, answerBy: ago(year, 5) };
  await raiseDifficulty(trx, actorOf('officer'), raised, morningOf(ago(year, 13)));
  const answer = 'Hồ sơ do Sở giữ, đã sao gửi xã; xã kiểm tra, lập biên bản, vượt thẩm quyền xử phạt thì gửi Sở.';
  const act = { kind: 'answer', text: answer, on: ago(year, 8) } as const;
  const sent = { id: newId(), act, agencyId: toAgencyId };
  await actOnDifficulty(trx, actorOf('lead'), raised.id, sent, morningOf(ago(year, 8)));
}

async function waiting(trx: Transaction, year: Year, one: Owing): Promise<void> {
  const text = 'Danh sách hộ nghèo của xã Tân Hòa cũ chưa được chuyển về, hai thôn chưa bình xét được.';
  const raised = { ...raisedOn(year, one), text, toAgencyId, answerBy: addDays(year.today, 3) };
  await raiseDifficulty(trx, actorOf('head'), raised, morningOf(ago(year, 6)));
}
