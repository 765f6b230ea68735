import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import type { Evidence } from '../../report/evidence/model.ts';
import type { SentInspections } from '../../report/inspection/act.ts';
import type { Component, InspectionAct } from '../../report/inspection/model.ts';
import type { SentRecommendation } from '../../report/recommendation/act.ts';
import type { RecommendationAct } from '../../report/recommendation/model.ts';
import type { Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { addProof } from '../../store/evidence-proofs.ts';
import { actOnInspection, planInspections } from '../../store/inspections.ts';
import { actOnRecommendation, recordRecommendation } from '../../store/recommendations.ts';
import { ago } from './commune.ts';
import { actorOf, morningOf, type Year } from './deeds.ts';

/** The inspections of the demo's year and what was recommended from elsewhere: done, being remedied, overdue, still to come. */

const { tenantId } = demoOfficer;
const commune = demoAgencies.commune;
const papi = (code: string): Component => ({ index: 'PAPI', code });

const team = { lead: 'Bùi Đức Thắng, Phó Chánh Thanh tra', members: ['Vũ Thị Lan', 'Trần Thị Mai'], joinedWith: null };

export async function inspect(trx: Transaction, year: Year): Promise<void> {
  const others = await otherCommunes(trx);
  await atCommune(trx, year);
  await elsewhere(trx, year, others);
  await toCome(trx, year, others);
  await recommend(trx, year);
}

/** Communes of the province beside the demo's own, by name. */
async function otherCommunes(trx: Transaction): Promise<string[]> {
  const rows = await trx
    .selectFrom('agency as a')
    .innerJoin('agency_span as s', (join) =>
      join.onRef('s.tenant_id', '=', 'a.tenant_id').onRef('s.agency_id', '=', 'a.id'),
    )
    .select('a.id')
    .where('a.tenant_id', '=', tenantId)
    .where('a.kind', '=', 'committee')
    .where('a.level', '=', 'commune')
    .where('a.id', '!=', commune)
    .where('s.valid_to', 'is', null)
    .orderBy('s.name')
    .execute();
  return rows.map(({ id }) => id);
}

type Planned = SentInspections['planned'];

async function plan(
  trx: Transaction,
  agencyIds: readonly string[],
  planned: Planned,
  on: PlainDate,
): Promise<string[]> {
  const units = agencyIds.map((agencyId) => ({ id: newId(), agencyId }));
  if (units.length > 0)
    await planInspections(
      trx,
      actorOf('inspector'),
      { units, planned },
      { roleOf: () => 'inspector', at: morningOf(on) },
    );
  return units.map(({ id }) => id);
}

async function act(
  trx: Transaction,
  id: string,
  on: PlainDate,
  acts: readonly InspectionAct[],
  by: Role = 'inspector',
) {
  const agencyId = by === 'officer' ? commune : null;
  const sent = acts.map((one) => ({ id: newId(), act: one, agencyId }));
  await actOnInspection(trx, actorOf(by), id, sent, morningOf(on));
}

const found = (text: string, code: string, place: string | null) => {
  const findingId = newId();
  return { findingId, act: { kind: 'find', findingId, itemId: null, text, component: papi(code), place } as const };
};
const assign = (findingId: string, remedy: string, due: PlainDate, agencyId = commune) =>
  ({ kind: 'assign', findingId, remedy, agencyId, asked: due, due }) as const;

/** The demo's commune: concluded; one finding is closed, one waits to be looked at, one is overdue. */
async function atCommune(trx: Transaction, year: Year): Promise<void> {
  const [hamlet = null, other = null] = [...year.under.keys()].filter((name) => name.startsWith('Thôn '));
  const day = ago(year, 40);
  const places = [hamlet, other].filter((place) => place !== null);
  const subject = 'Công khai, minh bạch ở cơ sở và tiếp công dân';
  const content = { subject, components: [papi('2.2'), papi('2.3'), papi('2.4')], ...team, places };
  const [id = ''] = await plan(trx, [commune], { kind: 'planned', day, earlierId: null, ...content }, ago(year, 90));
  const list = found('Danh sách hộ nghèo, hộ cận nghèo chưa niêm yết tại nhà văn hóa thôn.', '2.2', hamlet);
  const money = found('Quyết toán thu, chi ngân sách xã niêm yết thiếu ngày bắt đầu, ngày kết thúc.', '2.3', null);
  const land = found('Quy hoạch sử dụng đất chưa công khai trên trang thông tin điện tử xã.', '2.4', null);
  await act(trx, id, day, [
    { kind: 'open', on: day },
    ...[list.act, money.act, land.act],
    { kind: 'note', text: 'Bảng tin thôn đặt trong nhà, ngoài giờ người dân không xem được.', place: hamlet },
  ]);
  const concluded = ago(year, 36);
  await act(trx, id, concluded, [
    assign(list.findingId, 'Niêm yết danh sách tại tất cả nhà văn hóa thôn, ghi rõ thời gian niêm yết.', ago(year, 15)),
    assign(
      money.findingId,
      'Niêm yết lại quyết toán, lập biên bản niêm yết và kết thúc niêm yết.',
      addDays(year.today, 6),
    ),
    assign(land.findingId, 'Đăng quy hoạch sử dụng đất lên trang thông tin điện tử của xã.', ago(year, 5)),
    {
      kind: 'conclude',
      assessment:
        'Xã đã ban hành kế hoạch, phân công cán bộ phụ trách từng nội dung.\n- Lịch tiếp công dân được niêm yết tại trụ sở và các thôn.\n- Hồ sơ tiếp công dân lập đủ, có theo dõi kết quả giải quyết.',
      ...{ number: '38/TB-TTr', date: concluded },
    },
  ]);
  await remedied(trx, year, id, list.findingId, 20);
  await act(trx, id, ago(year, 16), [{ kind: 'accept', findingId: list.findingId, note: null }]);
  await remedied(trx, year, id, money.findingId, 2);
}

const posted = (day: PlainDate): Evidence => ({
  ...{ kind: 'document', subject: 'Biên bản niêm yết công khai', number: '12/BB-UBND', day, issuer: 'UBND xã Tân Lập' },
});

async function remedied(
  trx: Transaction,
  year: Year,
  inspectionId: string,
  findingId: string,
  days: number,
): Promise<void> {
  const on = ago(year, days);
  const to = { of: 'finding', id: findingId, inspectionId, by: 'unit' } as const;
  const doing = { actor: actorOf('officer'), agencyId: commune, at: morningOf(on) };
  await addProof(trx, { id: newId(), agencyId: commune, piece: posted(on) }, to, undefined, doing);
  const text = 'Đã niêm yết tại trụ sở và các nhà văn hóa thôn, có biên bản niêm yết.';
  await act(trx, inspectionId, on, [{ kind: 'remedy', findingId, text, on, without: null }], 'officer');
}

/** Others of this year: one without a finding, one whose finding was closed, folded into another team's visit. */
async function elsewhere(trx: Transaction, year: Year, others: readonly string[]): Promise<void> {
  const day = ago(year, 60);
  const subject = 'Giải quyết thủ tục hành chính và thái độ phục vụ của bộ phận một cửa';
  const components = [papi('5.1'), papi('5.3'), { index: 'PAR INDEX', code: '3' }];
  const content = { subject, components, ...team, places: [] };
  const joinedWith = 'đoàn kiểm tra cải cách hành chính của Sở Nội vụ';
  const planned: Planned = { kind: 'planned', day, earlierId: null, ...content, joinedWith };
  const [clean, mended] = await plan(trx, others.slice(0, 2), planned, ago(year, 90));
  const conclude = {
    kind: 'conclude',
    assessment: 'Hồ sơ được tiếp nhận, trả kết quả đúng hẹn.',
    number: null,
    date: null,
  } as const;
  if (clean) await act(trx, clean, day, [{ kind: 'open', on: day }, conclude]);
  if (!mended) return;
  const sign = found('Chưa niêm yết số điện thoại phản ánh tại bộ phận một cửa.', '5.3', null);
  const remedy = 'Niêm yết số điện thoại phản ánh ở nơi dễ thấy.';
  await act(trx, mended, day, [
    ...[{ kind: 'open', on: day } as const, sign.act],
    assign(sign.findingId, remedy, addDays(day, 10), others[1]),
    conclude,
    { kind: 'close', findingId: sign.findingId, reason: 'Đơn vị khắc phục ngay trước mặt đoàn, đoàn đã xem.' },
  ]);
}

/** What is still to come, and one whose day has gone by. */
async function toCome(trx: Transaction, year: Year, others: readonly string[]): Promise<void> {
  const subject = 'Vệ sinh môi trường, thu gom rác và xử lý phản ánh của người dân';
  const content = { subject, components: [papi('7.1')], ...team, places: [] };
  const day = addDays(year.today, 8);
  await plan(trx, others.slice(2, 6), { kind: 'planned', day, earlierId: null, ...content }, ago(year, 90));
  await plan(
    trx,
    others.slice(6, 7),
    { kind: 'planned', day: ago(year, 7), earlierId: null, ...content },
    ago(year, 90),
  );
}

type Kept = Omit<SentRecommendation, 'id' | 'agencyId'> & {
  by: Role;
  recorded: number;
  acts: [number, Role, RecommendationAct][];
};

/** From audit, dialogue and the chairman: under way, done, overdue. */
async function recommend(trx: Transaction, year: Year): Promise<void> {
  const kept: Kept[] = [
    {
      ...{ source: 'audit', by: 'focal', recorded: 70, due: addDays(year.today, 20) },
      paper: {
        what: 'Kết luận kiểm toán',
        number: '115/TB-KTNN',
        date: ago(year, 75),
        issuer: 'Kiểm toán nhà nước khu vực II',
      },
      text: 'Thu hồi, nộp ngân sách khoản chi hỗ trợ sai đối tượng năm trước.',
      acts: [[25, 'officer', { kind: 'progress', percent: 60, text: 'Đã thu hồi của 12 trên 20 hộ.', without: null }]],
    },
    {
      ...{ source: 'dialogue', by: 'focal', recorded: 50, due: ago(year, 20) },
      paper: {
        what: 'Thông báo kết luận đối thoại',
        number: '41/TB-UBND',
        date: ago(year, 52),
        issuer: 'UBND tỉnh Minh Hà',
      },
      text: 'Sửa đoạn đường vào thôn Bến Đá bị ngập khi mưa.',
      acts: [
        [
          22,
          'officer',
          {
            kind: 'progress',
            percent: 100,
            text: 'Đã nâng mặt đường, khơi rãnh.',
            without: 'Biên bản nghiệm thu lưu tại xã',
          },
        ],
        [20, 'focal', { kind: 'close', note: 'Đã kiểm tra thực địa.' }],
      ],
    },
    {
      ...{ source: 'directive', by: 'focal', recorded: 18, due: ago(year, 3) },
      paper: {
        what: 'Thông báo kết luận của Chủ tịch UBND tỉnh',
        number: '57/TB-UBND',
        date: ago(year, 19),
        issuer: 'UBND tỉnh Minh Hà',
      },
      text: 'Công khai số điện thoại của Chủ tịch xã và lịch trực tiếp dân ở tất cả các thôn.',
      acts: [
        [9, 'officer', { kind: 'progress', percent: 40, text: 'Đã niêm yết ở trụ sở và hai thôn.', without: null }],
      ],
    },
  ];
  for (const { by, recorded, acts, ...one } of kept) {
    const id = newId();
    await recordRecommendation(trx, actorOf(by), { id, agencyId: commune, ...one }, morningOf(ago(year, recorded)));
    for (const [days, who, said] of acts) {
      const agencyId = who === 'officer' ? commune : null;
      await actOnRecommendation(
        trx,
        actorOf(who),
        id,
        { id: newId(), act: said, agencyId },
        morningOf(ago(year, days)),
      );
    }
  }
}
