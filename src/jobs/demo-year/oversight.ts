import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Transaction } from '../../store/db.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { actOnOversight, recordOversight } from '../../store/oversight.ts';
import { getOversight } from '../../store/oversight-list.ts';
import { tellOfOversight } from '../../store/oversight-news.ts';
import { ago, communeWork } from './commune.ts';
import { actorOf, morningOf, type Year } from './deeds.ts';

type Entry = Parameters<typeof recordOversight>[2];

const empty = {
  ...{ agencyId: demoAgencies.commune, itemId: null, index: null, dimension: null, component: null },
  ...{ participants: null, wishedBy: null, references: [] },
};

/** What the demo's supervisor saw at the commune: one recommendation that waits, one answered and looked at. */
export async function oversee(trx: Transaction, year: Year): Promise<void> {
  await answered(trx, year);
  await waiting(trx, year);
}

async function record(trx: Transaction, entry: Entry): Promise<void> {
  await recordOversight(trx, actorOf('supervisor'), entry, { role: 'supervisor', at: morningOf(entry.day) });
  await tell(trx, { kind: 'recommended', id: entry.id, note: entry.recommendation }, entry.day);
}

type Told = { kind: 'recommended' | 'answered'; id: string; note: string | null };

async function tell(trx: Transaction, { kind, id, note }: Told, on: PlainDate): Promise<void> {
  const by = actorOf(kind === 'answered' ? 'officer' : 'supervisor');
  const { entry } = await getOversight(trx, by.tenantId, 'all', on, id);
  const agencyId = kind === 'answered' ? entry.heldBy : null;
  const sending = { today: on, at: morningOf(on), mailing: false };
  await tellOfOversight(trx, by, { kind, entry, agencyId, note }, sending);
}

async function waiting(trx: Transaction, year: Year): Promise<void> {
  const one = communeWork(year).of('poor');
  const item = year.items.find(({ assignments }) => one && assignments.includes(one));
  if (!item) return;
  const day = ago(year, 4);
  await record(trx, {
    ...{ ...empty, id: newId(), about: 'item', itemId: item.id, day, form: 'thematic' },
    participants: 'Ban Thường trực Ủy ban MTTQ tỉnh; Ban Thanh tra nhân dân xã Tân Lập; đại diện ba hộ dân',
    seen: 'Xem bảng niêm yết tại trụ sở và sáu nhà văn hóa thôn: bốn thôn niêm yết đủ, hai thôn chưa niêm yết danh sách hộ nghèo, hộ cận nghèo.',
    recommendation: 'Niêm yết ngay tại hai thôn còn thiếu; ghi rõ ngày bắt đầu và ngày kết thúc niêm yết trên bảng.',
    wishedBy: addDays(year.today, 7),
    references: [{ what: 'Biên bản giám sát', number: '03/BB-MTTQ', date: day, address: null }],
  });
}

async function answered(trx: Transaction, year: Year): Promise<void> {
  const id = newId();
  await record(trx, {
    ...{ ...empty, id, about: 'unit', day: ago(year, 12), form: 'petition' },
    seen: 'Người dân phản ánh lịch tiếp công dân không đúng giờ niêm yết; kiểm tra tại chỗ đúng như phản ánh.',
    recommendation: 'Thực hiện đúng lịch tiếp công dân đã niêm yết; thay đổi thì báo trước cho người dân.',
  });
  const on = ago(year, 9);
  const text = 'Xã tiếp thu. Lịch tiếp công dân đã niêm yết lại, phân công người tiếp thay khi lãnh đạo đi vắng.';
  const act = { kind: 'answer', stance: 'accept', text, on, references: [] } as const;
  const sent = { id: newId(), act, agencyId: demoAgencies.commune };
  await actOnOversight(trx, actorOf('officer'), id, sent, morningOf(on));
  await tell(trx, { kind: 'answered', id, note: text }, on);
}
