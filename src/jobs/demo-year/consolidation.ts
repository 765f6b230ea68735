import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { ownKey, type Paragraph } from '../../report/consolidated/paragraph.ts';
import type { ParagraphLine } from '../../report/content/model.ts';
import type { Evidence } from '../../report/evidence/model.ts';
import { beginReport } from '../../report/fold.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import type { Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { addEvidence } from '../../store/evidence.ts';
import { type By, roundsOf } from '../../store/report-consolidate.ts';
import { draftOf, freeze } from '../../store/report-draft.ts';
import { saveFields } from '../../store/report-fields.ts';
import {
  ensureGathering,
  findTop,
  type KnownGathering,
  listGatherings,
  listLeads,
} from '../../store/report-gatherings.ts';
import { actOnReport } from '../../store/report-log.ts';
import { type KnownReport, listReports } from '../../store/report-world.ts';
import { actorOf, daysOf, morningOf, type Year } from './deeds.ts';

/**
 * What the last period that is over comes to: units prove some of their work, two leads have sent their parts, and the focal office is
 * in the middle of the draft of the whole.
 */

const { tenantId } = demoOfficer;
const enough = 10;

/** Consolidates the last period most units have reported for; nothing where there is none yet. */
export async function consolidatePeriod(trx: Transaction, planId: string, { today }: Year): Promise<void> {
  const by = { calendar: await getCalendar(trx, tenantId), today };
  const known = await listReports(trx, tenantId, { planId }, by);
  const sent = (key: string) => known.filter((one) => one.round.key === key && one.state.sentOn !== null);
  const round = roundsOf(known).findLast(({ key }) => sent(key).length >= enough);
  if (round === undefined) return;
  const all = await listGatherings(trx, tenantId, { planId, round: round.key }, known);
  const fresh = (scope: KnownGathering['scope'], agencyId: string): KnownGathering =>
    all.find((one) => one.scope === scope && one.agencyId === agencyId) ?? {
      ...{ planId, round: round.key, scope, agencyId, reportId: null, assignmentId: null, district: false },
      ...{ due: null, text: null, state: beginReport },
    };
  const top = findTop(all)?.agencyId ?? demoAgencies.homeAffairs;
  const working: Working = { trx, by, on: lastOf(sent(round.key), today) };
  await writeWhole(working, fresh('whole', top));
  const leads = [...(await listLeads(trx, tenantId, planId)).keys()].filter((id) => id !== top);
  // The demo's own lead has its part still to write: that is what a newcomer tries.
  const others = leads.filter((id) => id !== demoAgencies.environment).slice(0, 2);
  for (const [rank, agencyId] of others.entries()) await sendPart(working, fresh('lead', agencyId), rank);
}

type Working = { trx: Transaction; by: By; on: PlainDate };

const lastOf = (sent: readonly KnownReport[], today: PlainDate): PlainDate => {
  const last =
    sent
      .map(({ state }) => state.sentOn ?? today)
      .toSorted()
      .at(-1) ?? today;
  return addDays(last, 1) < today ? addDays(last, 1) : today;
};

type Change = (one: Paragraph) => Partial<ParagraphLine> | undefined;

/** Writes what an office makes of its draft: `change` of each paragraph, and its own words by section. */
async function write(
  { trx, by, on }: Working,
  gathering: KnownGathering,
  change: Change,
  own: Partial<Record<Paragraph['section'], string>>,
): Promise<string> {
  const id = await ensureGathering(trx, tenantId, gathering);
  const { paragraphs } = await draftOf(trx, tenantId, { ...gathering, reportId: id }, by);
  const lines = [
    ...paragraphs.flatMap((one) => {
      const made = change(one);
      return made ? [{ key: one.key, line: { from: one.text, ...made } }] : [];
    }),
    ...Object.entries(own).map(([section, text]) => ({
      key: ownKey(section as Paragraph['section']),
      line: { text, standing: 'rewritten' as const },
    })),
  ];
  const fields = lines.flatMap(({ key, line }) =>
    Object.entries(line).map(([field, value]) => ({
      ...{ place: { of: 'paragraph' as const, key, field: field as keyof ParagraphLine }, base: 0, was: null, value },
    })),
  );
  await saveFields(trx, actorOf('focal'), id, fields, morningOf(on));
  return id;
}

/** The focal office has gone through the first section before the parts of the leads came. */
async function writeWhole(working: Working, gathering: KnownGathering): Promise<void> {
  const seen: Change = ({ section, key, text }) => {
    if (key === 'overview/total')
      return {
        standing: 'rewritten',
        text: `${text} Các đơn vị cơ bản bám sát kế hoạch, không có nội dung nào bị bỏ trống.`,
      };
    return section === 'overview' ? { standing: 'accepted' } : undefined;
  };
  await write(working, gathering, seen, {
    overview:
      'Công tác chỉ đạo được tăng cường so với kỳ trước; việc công khai, niêm yết tại cấp xã đi vào nền nếp, song tiến độ giữa các xã chưa đều.',
    next: 'Tập trung đôn đốc các đơn vị còn nhiệm vụ chưa thực hiện; kiểm tra việc niêm yết tại thôn, tổ dân phố trong kỳ tới.',
  });
}

const causes = [
  'Nguyên nhân: một số xã mới sắp xếp, cán bộ phụ trách kiêm nhiệm nhiều việc; bảng niêm yết tại thôn còn thiếu hoặc xuống cấp.',
  'Nguyên nhân: hướng dẫn nghiệp vụ ban hành chậm, phần mềm chuyên ngành chưa kết nối nên cấp xã phải nhập số liệu hai lần.',
];
const proposals = [
  'Đề nghị UBND tỉnh bố trí kinh phí làm bảng niêm yết cho các thôn chưa có.',
  'Đề nghị các xã hoàn thành rà soát, cập nhật số liệu trước kỳ báo cáo sau.',
];

/** A lead sums up its tasks, says why some are behind and what it proposes, and sends that to the focal office. */
async function sendPart(working: Working, gathering: KnownGathering, rank: number): Promise<void> {
  const { trx, by, on } = working;
  const own = { shortcomings: causes[rank] ?? '', proposals: proposals[rank] ?? '' };
  const id = await write(
    working,
    gathering,
    ({ section }) => (section === 'results' ? { standing: 'accepted' } : undefined),
    own,
  );
  const kept = freeze(await draftOf(trx, tenantId, { ...gathering, reportId: id }, by));
  const report = { id, assignmentId: gathering.assignmentId, closed: false };
  const sent = { id: newId(), act: { kind: 'send', note: null } as const, agencyId: gathering.agencyId, ...kept };
  await actOnReport(trx, actorOf('focal'), report, sent, { at: morningOf(on), day: on });
}

const pieces: readonly ((day: PlainDate) => Evidence)[] = [
  (day) => ({
    kind: 'document',
    subject: 'Biên bản niêm yết công khai tại nhà văn hóa các thôn',
    number: null,
    day,
    issuer: null,
  }),
  (day) => ({
    kind: 'broadcast',
    station: 'Đài truyền thanh xã',
    from: day,
    to: null,
    times: '5 giờ 30 và 17 giờ',
    count: 12,
  }),
  (day) => ({ kind: 'training', topic: 'Công khai, minh bạch ở cơ sở', day, classes: 1, participants: 45, of: 50 }),
  (day) => ({
    ...{ kind: 'meeting', subject: 'Đối thoại giữa người đứng đầu UBND xã với Nhân dân', day, minutes: null },
    ...{ participants: 80, asked: 14, answered: 12 },
  }),
];

/** Some units prove tasks they have done, each with a piece or two: the focal office takes them over with their reports. */
export async function proveWork(trx: Transaction, { items, today, since }: Year): Promise<void> {
  const done = items
    .filter(({ kind }) => kind === 'task')
    .slice(0, 12)
    .flatMap(({ assignments }, task) =>
      assignments
        .filter(({ owes, agencyId }) => owes && agencyId !== demoAgencies.commune)
        .slice(0, 4)
        .flatMap((one, rank) => {
          const day = daysOf(one).findLast(({ due }) => due < addDays(today, -20) && due > addDays(since, 30));
          return day ? [{ one, day, number: task + rank }] : [];
        }),
    );
  for (const { one, day, number } of done) {
    const on = addDays(day.due, -(number % 20) - 1);
    const piece = pieces[number % pieces.length]?.(on);
    if (piece === undefined) continue;
    const sent = { id: newId(), agencyId: one.agencyId, piece, occurrenceIds: [day.id] };
    const doing = { actor: actorOf('focal'), agencyId: demoAgencies.homeAffairs, at: morningOf(addDays(day.due, 2)) };
    await addEvidence(trx, sent, undefined, doing);
  }
}
