import type { PlainDate } from '../../kernel/plain-date.ts';
import type { AgencyKind } from '../../place/model.ts';
import type { AskedItem } from '../../report/consolidate.ts';
import { emptyContent, emptyLine } from '../../report/content/model.ts';
import { countOf, type LateList, lateListPaper, type PaperHead } from '../paper/late-list.ts';
import type { Block, Paper, PaperType } from '../paper/model.ts';
import { reminderPaper } from '../paper/reminder.ts';
import { sayDate } from '../paper/wording.ts';
import { explanationPaper } from '../report/explanation.ts';
import { letterheadOf } from '../report/letterhead.ts';
import { reviewPaper } from '../report/review.ts';
import { unitReportPaper } from '../report/unit-report.ts';
import type { PaperKind } from './kinds.ts';
import type { Filled } from './model.ts';
import { partsOfKind } from './parts.ts';

/** A paper of each kind of the fictional province Minh Hà: what a template is tried with before anybody uses it. */

const date = '2026-06-12' as PlainDate;
const plan = 'Kế hoạch số 21/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Minh Hà';
const round = { label: 'Quý II/2026', from: '2026-03-15', to: '2026-06-14' };
const period = { ke_hoach: plan, ky_bao_cao: round.label, tu_ngay: '15/03/2026', den_ngay: '14/06/2026' };

const issuerOf = (name: string, kind: AgencyKind, head: string) => ({
  ...{ name, kind, level: kind === 'committee' ? ('commune' as const) : ('province' as const), head },
  ...{ parent: 'Ủy ban nhân dân tỉnh Minh Hà', committee: 'Ủy ban nhân dân tỉnh Minh Hà' },
});
const commune = issuerOf('Ủy ban nhân dân xã Tân Lập', 'committee', 'Trần Văn Bình');
const department = issuerOf('Sở Nội vụ', 'department', 'Lê Thị Mai');

const headOf = (issuer: typeof commune, symbol: string, recipients: string[]): PaperHead => {
  const head = letterheadOf(issuer, symbol);
  return { ...head, number: `45/${head.symbol}`, date, year: 2026, recipients };
};

/** A sample of a kind with the facts its sentences are made of. */
export const sampleOf = (kind: PaperKind): Filled => samples[kind]();

const late: Pick<LateList, 'subject' | 'asOf' | 'owing' | 'units'> = {
  ...{ subject: 'báo cáo quý II năm 2026', asOf: '2026-06-16' as PlainDate, owing: 16 },
  units: [
    { unit: 'UBND phường Hòa Bình', state: 'missing', days: 2, note: null },
    { unit: 'UBND xã An Phú', state: 'returned', days: 1, note: 'Bổ sung kết quả từng thôn' },
  ].map((one) => ({ ...one, what: 'Báo cáo quý II năm 2026', due: '2026-06-14' as PlainDate }) as LateList['units'][0]),
};
const lateFacts = { viec_phai_bao_cao: late.subject, tinh_hinh: countOf(late) };

const items: AskedItem[] = [
  ['1', 'Niêm yết công khai tại các thôn', '2.1. Tiếp cận thông tin'],
  ['2', 'Đối thoại định kỳ với Nhân dân', '3.2. Giải trình với người dân'],
].map(([key = '', text = '', component = '']) => ({
  ...{ key, index: 'PAPI', dimension: key, component, text, targets: [] },
}));

const samples: Readonly<Record<PaperKind, () => Filled>> = {
  plan: () => ({ paper: planned('Kế hoạch', department, 'KH'), facts: {} }),
  'own-plan': () => ({ paper: planned('Kế hoạch', commune, 'KH'), facts: {} }),
  report: () => ({ paper: report(), facts: { ...period, don_vi: commune.name } }),
  consolidated: () => ({
    paper: composed('consolidated', 'Báo cáo', department, 'Tổng hợp kết quả thực hiện kế hoạch, kỳ Quý II/2026'),
    facts: { ...period, don_vi: department.name },
  }),
  reminder: () => {
    const until = '2026-06-20' as PlainDate;
    const head = { ...headOf(department, '', ['Như trên', 'UBND tỉnh (b/c)', 'Lưu: VT, TH']), number: '45/SNV-VP' };
    const said = { basis: plan, orders: false, deed: 'gửi', to: 'Sở Nội vụ', until } as const;
    const facts = {
      thuc_hien: plan,
      yeu_cau: 'đề nghị',
      lam_gi: said.deed,
      noi_nhan_bao_cao: said.to,
      han_gui: sayDate(until),
    };
    const addressees = late.units.map(({ unit }) => unit);
    return { paper: reminderPaper({ ...head, ...late, ...said, addressees }), facts: { ...facts, ...lateFacts } };
  },
  'late-list': () => ({
    paper: lateListPaper({ ...headOf(department, 'TB', ['Các cơ quan, đơn vị', 'Lưu: VT, TH']), ...late }),
    facts: lateFacts,
  }),
  explanation: () => {
    const said = { unit: commune.name, subject: `nhiệm vụ chậm, chưa hoàn thành kỳ ${round.label}`, basis: plan };
    const paper = explanationPaper({
      ...{
        ...headOf(commune, 'BC', ['Như trên', 'Lưu: VT, TH']),
        ...said,
        addressees: ['Ủy ban nhân dân tỉnh Minh Hà'],
      },
      tasks: [
        {
          ...{ text: 'Niêm yết công khai tại các thôn', due: '2026-05-30' as PlainDate, state: 'Chưa hoàn thành' },
          ...{ reason: 'Chưa có bảng tin', remedy: 'Lắp bảng tin trước 30/6/2026' },
        },
      ],
      ...{
        causes: 'Ba thôn chưa có bảng tin.',
        remedies: '- Lắp bảng tin;\n- Kiểm tra lại.',
        proposals: 'Hỗ trợ kinh phí.',
      },
    });
    return { paper, facts: { don_vi: said.unit, viec_giai_trinh: said.subject, thuc_hien: plan } };
  },
  inspection: () => ({
    paper: composed('inspection', 'Thông báo', department, 'Kết luận kiểm tra việc thực hiện kế hoạch tại xã Tân Lập'),
    facts: { don_vi_duoc_kiem_tra: commune.name },
  }),
  'mid-year': () => reviewed('mid-year', '6 tháng đầu năm 2026'),
  'year-end': () => reviewed('year-end', 'năm 2026'),
};

const said: Block[] = [
  { kind: 'paragraph', text: 'Các cơ quan, đơn vị đã ban hành kế hoạch và phân công người phụ trách từng nội dung.' },
  { kind: 'list', items: ['Họp chỉ đạo 02 lần;', 'Kiểm tra 04 xã.'] },
];
const table: Paper['appendices'][number] = {
  ...{ label: 'Phụ lục', title: 'Nội dung, nhiệm vụ cụ thể', landscape: true },
  blocks: [
    {
      kind: 'table',
      table: {
        columns: [
          { header: 'Nội dung', share: 70, align: 'justify' },
          { header: 'Thời gian', share: 30, align: 'center' },
        ],
        counted: 'through',
        rows: items.map(({ text }) => ({ kind: 'row', cells: [{ lines: [text] }, { lines: ['Hằng quý'] }] })),
      },
    },
  ],
};

/** A paper with all parts of its kind. */
function composed(kind: PaperKind, type: PaperType, issuer: typeof commune, title: string): Paper {
  const opening = 'Ủy ban nhân dân tỉnh báo cáo các nội dung sau (chi tiết tại Phụ lục kèm theo):';
  return {
    ...headOf(issuer, type === 'Thông báo' ? 'TB' : 'BC', ['Các cơ quan, đơn vị', 'Lưu: VT, TH']),
    ...{ type, title, addressees: [], bases: [], appendices: [table] },
    blocks: [
      { kind: 'paragraph', text: opening },
      ...partsOfKind[kind].flatMap(({ heading }): Block[] => [{ kind: 'heading', level: 1, text: heading }, ...said]),
      { kind: 'paragraph', text: 'Trên đây là nội dung văn bản./.' },
    ],
  };
}

const planned = (type: PaperType, issuer: typeof commune, symbol: string): Paper => ({
  ...composed('plan', type, issuer, 'Nâng cao chất lượng quản trị, hành chính công năm 2026'),
  ...headOf(issuer, symbol, ['Các cơ quan, đơn vị', 'Lưu: VT, TH']),
});

const report = (): Paper =>
  unitReportPaper({
    ...{ issuer: commune, plan, round, items, receivers: ['Sở Nội vụ (tổng hợp)'], number: '45/BC-UBND', date },
    content: {
      whole: { ...emptyContent.whole, overview: 'Xã đã phân công cán bộ.\n- Họp 02 lần;', next: 'Tiếp tục niêm yết.' },
      items: {
        '1': { ...emptyLine, state: 'done', result: 'Niêm yết tại 8/8 thôn' },
        '2': { ...emptyLine, state: 'doing', result: 'Đã có lịch đối thoại', difficulty: 'Thiếu hội trường' },
      },
      components: {},
    },
  });

function reviewed(kind: 'mid-year' | 'year-end', label: string): Filled {
  const sums = composed('consolidated', 'Báo cáo', department, '');
  const span = { from: '2026-01-01', to: kind === 'mid-year' ? '2026-06-30' : '2026-12-31' };
  const paper = reviewPaper({
    ...headOf(department, 'BC', ['UBND tỉnh (b/c)', 'Lưu: VT, TH']),
    ...{ kind, unit: department.name, plan, period: { label, ...span }, sums },
    rounds: [{ label: round.label, expected: 16, reported: 14, late: 2, missing: 2 }],
    words: { leading: 'Sở Nội vụ đã tham mưu ban hành 03 văn bản chỉ đạo.' },
  });
  const days = { tu_ngay: span.from, den_ngay: span.to };
  return { paper, facts: { ...period, ...days, ky_bao_cao: label, don_vi: department.name } };
}
