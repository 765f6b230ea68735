import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Target } from '../../plan/model.ts';
import type { AskedItem, Expected, UnitReport } from '../../report/consolidate.ts';
import {
  componentKey,
  emptyContent,
  emptyLine,
  type ReportContent,
  type ReportLine,
} from '../../report/content/model.ts';
import type { Issuer } from './letterhead.ts';

/** Reports of two communes of the fictional province, for tests of what is printed. */

const target = (quote: string, unit: string, value: number): Target => ({
  ...{ subject: null, op: '>=', value, unit, baseline: null, quote },
});
const component = '2.1. Tiếp cận thông tin';
export const items: readonly AskedItem[] = [
  {
    ...{ key: 'i1', index: 'PAPI', dimension: '2', component, text: 'Niêm yết công khai tại các thôn' },
    targets: [target('100% thôn niêm yết', '%', 100)],
  },
  {
    key: 'i2',
    index: 'PAPI',
    dimension: '2',
    component,
    text: 'Mở lớp tập huấn',
    targets: [target('01 lớp', 'lớp', 1)],
  },
  {
    key: 'i3',
    index: 'PAPI',
    dimension: '4',
    component: '4.1. Kiểm soát tham nhũng',
    text: 'Đối thoại với dân',
    targets: [],
  },
];

export const commune: Issuer = {
  ...{
    name: 'Ủy ban nhân dân xã Tân Lập',
    kind: 'committee',
    level: 'commune',
    parent: 'Ủy ban nhân dân tỉnh Minh Hà',
  },
  ...{ committee: 'Ủy ban nhân dân tỉnh Minh Hà', head: 'Trần Văn Bình' },
};
export const department: Issuer = {
  ...{ name: 'Sở Nội vụ', kind: 'department', level: 'province', parent: 'Ủy ban nhân dân tỉnh Minh Hà' },
  ...{ committee: 'Ủy ban nhân dân tỉnh Minh Hà', head: 'Lê Thị Mai' },
};
export const round = { label: 'Quý II/2026, 6 tháng đầu năm 2026', from: '2026-03-15', to: '2026-06-14' };
export const plan = 'Kế hoạch số 21/KH-UBND';
export const date = '2026-06-12' as PlainDate;
export const names = new Map([
  ['a', 'UBND xã Tân Lập'],
  ['b', 'UBND xã An Phú'],
  ['c', 'UBND phường Hòa Bình'],
]);

const line = (over: Partial<ReportLine>): ReportLine => ({ ...emptyLine, ...over });

export const content: ReportContent = {
  whole: {
    ...emptyContent.whole,
    overview: 'UBND xã đã ban hành kế hoạch và phân công cán bộ phụ trách.\n- Họp chỉ đạo 02 lần;\n- Kiểm tra 04 thôn',
    next: 'Tiếp tục niêm yết, công khai đúng hạn.',
  },
  items: {
    i1: line({
      state: 'done',
      result: 'Niêm yết tại 8/8 thôn',
      figures: [{ value: null, part: 8, whole: 8 }],
      difficulty: 'Thiếu bảng tin',
    }),
    i2: line({ state: 'none' }),
  },
  components: { [componentKey(items[2] as AskedItem)]: line({ state: 'doing', result: 'Đã có lịch đối thoại' }) },
};

const keys = items.map(({ key }) => key);
const report = (agencyId: string, said: ReportContent, late = 0): UnitReport => ({
  ...{ reportId: `r-${agencyId}`, agencyId, late, content: said, items: keys, evidence: {} },
});
const expected = (agencyId: string, reported = true): Expected => ({
  ...{ agencyId, items: keys, reported, excused: null, excluded: null },
});

export const question = {
  items,
  expected: [expected('a'), expected('b'), expected('c', false)],
  reports: [
    report('a', content),
    report(
      'b',
      {
        ...emptyContent,
        items: {
          i1: line({ state: 'doing', figures: [{ value: null, part: 3, whole: 12 }], difficulty: 'thiếu bảng tin.' }),
          i2: line({ state: 'not-begun' }),
        },
      },
      2,
    ),
  ],
};
