import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Target } from '../../plan/model.ts';
import { consolidate } from '../consolidate.ts';
import { emptyContent, emptyLine, type ParagraphLine, type ReportLine } from '../content/model.ts';
import type { Evidence } from '../evidence/model.ts';
import { spansOf } from '../round/spans.ts';
import { combine } from './combine.ts';
import { draft } from './draft.ts';
import type { AskedItem, Expected, UnitReport } from './model.ts';
import { type Gathered, ownKey } from './paragraph.ts';
import { printedOf, settle, wholeOf } from './settle.ts';
import { sumRounds } from './sum-rounds.ts';

/*
 * A small quarter, worked out by hand: three communes and two offices; An Phú is late, Hòa Bình is missing, the department of
 * agriculture's report is left out.
 *
 *              T1 thôn niêm yết (100 %)     T2 lớp tập huấn (2)     evidence
 *  Tân Lập     hoàn thành   8/8             hoàn thành   1          2 documents of T1, one of them of T2 too
 *  An Phú      đang làm     3/12            không phát sinh         1 class of 40
 *  Sở Nội vụ   (owes T2 only)               đang làm     2          —
 *  Sở NN       hoàn thành 500/500 (left out)
 *  Σ           11/20 = 55 %                 3 lớp                   3 pieces
 */
const target = (quote: string, unit: string, value: number): Target => ({
  ...{ subject: null, op: '>=', value, unit, baseline: null, quote },
});
const papi = { index: 'PAPI', dimension: '2', component: '2.1. Tiếp cận thông tin' };
const t1: AskedItem = { ...papi, key: 't1', text: 'Niêm yết tại các thôn', targets: [target('100% thôn', '%', 100)] };
const t2: AskedItem = {
  ...papi,
  key: 't2',
  component: '2.2. Tập huấn',
  text: 'Tập huấn',
  targets: [target('02 lớp', 'lớp', 2)],
};
const items = [t1, t2];
const names = new Map([
  ...([
    ['tan-lap', 'UBND xã Tân Lập'],
    ['an-phu', 'UBND xã An Phú'],
    ['hoa-binh', 'UBND phường Hòa Bình'],
  ] as const),
  ...([
    ['noi-vu', 'Sở Nội vụ'],
    ['nong-nghiep', 'Sở Nông nghiệp'],
    ['huyen', 'UBND huyện Sông Lam'],
  ] as const),
]);

const line = (over: Partial<ReportLine>): ReportLine => ({ ...emptyLine, ...over });
const share = (part: number, whole: number) => [{ value: null, part, whole }];
const value = (one: number) => [{ value: one, part: null, whole: null }];
const document: Evidence = { kind: 'document', subject: 'Biên bản niêm yết', number: null, day: null, issuer: null };
const training: Evidence = {
  kind: 'training',
  topic: 'Công khai',
  day: '2026-05-05',
  classes: 1,
  participants: 40,
  of: null,
};

const report = (agencyId: string, lines: Record<string, ReportLine>, over: Partial<UnitReport> = {}): UnitReport => ({
  ...{ reportId: `r-${agencyId}`, agencyId, late: 0, items: ['t1', 't2'], evidence: {} },
  content: { ...emptyContent, items: lines },
  ...over,
});
const expected = (agencyId: string, over: Partial<Expected> = {}): Expected => ({
  ...{ agencyId, items: ['t1', 't2'], reported: true, excused: null, excluded: null },
  ...over,
});
const both = { id: 'e1', piece: document };
const tanLap = report(
  'tan-lap',
  {
    t1: line({ state: 'done', figures: share(8, 8), difficulty: 'Thiếu bảng tin.' }),
    t2: line({ state: 'done', figures: value(1) }),
  },
  { evidence: { t1: [both, { id: 'e2', piece: document }], t2: [both] } },
);
const anPhu = report(
  'an-phu',
  { t1: line({ state: 'doing', figures: share(3, 12), difficulty: 'thiếu bảng tin' }), t2: line({ state: 'none' }) },
  { late: 2, evidence: { t2: [{ id: 'e3', piece: training }] } },
);
const noiVu = report('noi-vu', { t2: line({ state: 'doing', figures: value(2) }) }, { items: ['t2'] });
const question = {
  items,
  expected: [
    ...[expected('tan-lap'), expected('an-phu'), expected('hoa-binh', { reported: false })],
    ...[expected('noi-vu', { items: ['t2'] }), expected('nong-nghiep', { excluded: 'Số liệu mâu thuẫn' })],
  ],
  reports: [tanLap, anPhu, noiVu, report('nong-nghiep', { t1: line({ state: 'done', figures: share(500, 500) }) })],
};
const result = consolidate(question);
const drafting = { result, items, names, leads: [], districts: [] };
const drafted = draft(drafting);
const textOf = (key: string) => drafted.find((one) => one.key === key)?.text;

describe('a quarter of five units', () => {
  it('comes to the figures of the table', () => {
    expect(result.items[0]).toMatchObject({
      counts: { done: 1, doing: 1, missing: 2 },
      measures: [{ value: 55, part: 11, whole: 20 }],
    });
    expect(result.items[1]).toMatchObject({
      counts: { done: 1, doing: 1, none: 1, missing: 2 },
      measures: [{ value: 3, of: 2 }],
    });
    expect(result.units).toMatchObject({
      expected: 5,
      reported: 4,
      missing: ['hoa-binh'],
      late: [{ agencyId: 'an-phu', days: 2 }],
    });
  });

  it('counts evidence by kind, a piece of two tasks once in all', () => {
    expect(result.items.map(({ evidence }) => evidence)).toEqual([2, 2]);
    expect(result.evidence).toBe(3);
    expect(result.kinds.map(({ kind, pieces }) => [kind, pieces])).toEqual([
      ['document', 2],
      ['training', 1],
    ]);
  });

  it('leads every measured figure to the reports that state it', () => {
    expect(result.items[0]?.measured[0]?.map(({ reportId }) => reportId)).toEqual(['r-tan-lap', 'r-an-phu']);
  });

  it('says in words who is missing, late and left out, and what was measured', () => {
    expect(textOf('overview/missing')).toBe('Chưa báo cáo (1): UBND phường Hòa Bình');
    expect(textOf('overview/late')).toBe('Báo cáo trễ hạn (1): UBND xã An Phú (2 ngày làm việc)');
    expect(textOf('overview/excluded')).toBe('Báo cáo không đưa vào tổng hợp (1): Sở Nông nghiệp (Số liệu mâu thuẫn)');
    expect(textOf('results/i:t1/t0')).toBe('100% thôn: 55% (11/20), từ 2 đơn vị, chưa đạt');
    expect(textOf('overview/evidence')).toBe(
      'Tài liệu kiểm chứng các đơn vị cung cấp: 3, gồm 2 văn bản; 1 tập huấn, tuyên truyền (số người dự 40, số lớp, buổi 1).',
    );
    expect(drafted.filter(({ section }) => section === 'difficulties').map(({ text }) => text)).toEqual([
      'Thiếu bảng tin (UBND xã Tân Lập; UBND xã An Phú)',
    ]);
  });
});

describe('what an office makes of the draft', () => {
  const key = 'results/i:t1/t0';
  const from = textOf(key) ?? '';
  const settled = (lines: Record<string, ParagraphLine>, of = drafted) =>
    settle(of, lines).find((one) => one.key === key);
  const later = draft({ ...drafting, result: consolidate({ ...question, reports: [tanLap, noiVu] }) });

  it('keeps its words when the sources change, and says that they did', () => {
    const lines = { [key]: { standing: 'rewritten', text: 'Hơn nửa số thôn đã niêm yết.', from } } as const;
    expect(settled(lines)).toMatchObject({ printed: 'Hơn nửa số thôn đã niêm yết.', changed: false });
    expect(settled(lines, later)).toMatchObject({ printed: 'Hơn nửa số thôn đã niêm yết.', changed: true, from });
  });

  it('follows the sources where it only accepted the draft', () => {
    const after = settled({ [key]: { standing: 'accepted', text: from, from } }, later);
    expect(after).toMatchObject({ changed: true, printed: '100% thôn: 100% (8/8), theo UBND xã Tân Lập, đạt' });
  });

  it('prints nothing of what it dropped, and its own words at the end of a section', () => {
    const own = { standing: 'rewritten', text: 'Kết quả cao hơn quý trước.', from: '' } as const;
    const lines = { [key]: { standing: 'dropped', text: '', from }, [ownKey('results')]: own } as const;
    const whole = wholeOf(printedOf(settle(drafted, lines)));
    expect(whole.results).not.toContain('11/20');
    expect(whole.results.endsWith('Kết quả cao hơn quý trước.')).toBe(true);
  });

  it('keeps words whose draft is gone, marked as such', () => {
    const lines = { 'results/x': { standing: 'rewritten', text: 'Vẫn còn.', from: 'Cũ' } } as const;
    expect(settle(drafted, lines).find((one) => one.gone)).toMatchObject({ printed: 'Vẫn còn.', section: 'results' });
  });
});

/** The part of an office, as it was sent with some of its paragraphs changed. */
function partOf(agencyId: string, of: typeof drafting, change: (keys: string[]) => Record<string, ParagraphLine>) {
  const own = draft(of);
  const settled = settle(own, change(own.map((one) => one.key)));
  const dropped = settled.flatMap((one) => (one.standing === 'dropped' ? [one.key] : []));
  const gathered: Gathered = { paragraphs: printedOf(settled), dropped, items, result: of.result, names: {} };
  return { agencyId, gathered };
}
const said = (text: string): ParagraphLine => ({ standing: 'rewritten', text, from: '' });

describe('the part of a lead', () => {
  const key = 'results/i:t1/t0';
  const lead = partOf(
    'nong-nghiep',
    { ...drafting, result: consolidate({ ...question, items: [t1] }), items: [t1] },
    () => ({
      [key]: said('Thôn vùng cao niêm yết chậm.'),
      [ownKey('shortcomings')]: said('Nguyên nhân: thiếu bảng tin.'),
      'shortcomings/i:t1/t0': { standing: 'dropped', text: '', from: '' },
    }),
  );
  const whole = draft({ ...drafting, leads: [lead, { agencyId: 'noi-vu', gathered: null }] });

  it('comes into the whole with its author, once', () => {
    expect(whole.filter((one) => one.key === key)).toMatchObject([
      { text: 'Thôn vùng cao niêm yết chậm.', by: 'nong-nghiep' },
    ]);
    expect(whole.find(({ text }) => text === 'Nguyên nhân: thiếu bảng tin.')).toMatchObject({
      section: 'shortcomings',
      by: 'nong-nghiep',
    });
    expect(whole.some((one) => one.key === 'shortcomings/i:t1/t0')).toBe(false);
  });

  it('that was not sent is told of', () => {
    expect(whole.find((one) => one.key === 'overview/leads')?.text).toContain('(Sở Nông nghiệp), chưa gửi: Sở Nội vụ');
  });
});

describe('a district of two communes', () => {
  const under = consolidate({ items, expected: [expected('tan-lap'), expected('an-phu')], reports: [tanLap, anPhu] });
  const rest = consolidate({ ...question, expected: question.expected.slice(2), reports: question.reports.slice(2) });
  const together = combine(items, rest, [under]);

  it('comes with the others to what all units come to at once', () => {
    const figures = (all: typeof result) =>
      all.items.map(({ owed, counts, measures, evidence, kinds }) => ({ owed, counts, measures, evidence, kinds }));
    expect(figures(together)).toEqual(figures(result));
    expect(together.components.map(({ counts }) => counts)).toEqual(result.components.map(({ counts }) => counts));
    expect(together.units).toMatchObject({ expected: 5, reported: 4, missing: ['hoa-binh'] });
    expect([together.evidence, together.kinds]).toEqual([result.evidence, result.kinds]);
  });

  it('speaks for words that are its communes’ alone', () => {
    const own = partOf('huyen', { ...drafting, result: under }, (keys) =>
      Object.fromEntries(
        keys.filter((one) => one.startsWith('difficulties')).map((one) => [one, said('Các xã thiếu bảng tin.')]),
      ),
    );
    const whole = draft({ ...drafting, result: together, districts: [own] });
    expect(whole.filter(({ section }) => section === 'difficulties')).toMatchObject([
      { text: 'Các xã thiếu bảng tin.', by: 'huyen' },
    ]);
  });
});

describe('six months of two quarters', () => {
  const first = {
    ...report('tan-lap', {
      t1: line({ state: 'doing', figures: share(4, 8) }),
      t2: line({ state: 'done', figures: value(1) }),
    }),
    reportId: 'q1-tan-lap',
  };
  const second = report('tan-lap', { t1: line({ state: 'done', figures: share(8, 8) }), t2: line({ state: 'none' }) });
  const rounds = [
    { label: 'Quý I', expected: [expected('tan-lap'), expected('an-phu', { reported: false })], reports: [first] },
    { label: 'Quý II', expected: [expected('tan-lap'), expected('an-phu')], reports: [second, anPhu] },
  ];
  const half = sumRounds(items, rounds);

  it('tells the latest state of each unit, sums counts, and shares as Σ/Σ', () => {
    expect(half.items[0]).toMatchObject({
      owed: 2,
      counts: { done: 1, doing: 1 },
      measures: [{ part: 15, whole: 28, of: 2 }],
    });
    expect(half.items[1]).toMatchObject({ counts: { done: 1, none: 1 }, measures: [{ value: 1 }] });
  });

  it('says who reported for one of them only', () => {
    expect(half.units).toMatchObject({
      expected: 2,
      reported: 2,
      missing: [],
      partly: [{ agencyId: 'an-phu', rounds: ['Quý I'] }],
    });
  });

  it('leads to the reports of both', () => {
    expect(half.counted.map(({ reportId }) => reportId)).toEqual(['q1-tan-lap', 'r-tan-lap', 'r-an-phu']);
  });
});

describe('stretches of a year', () => {
  const round = (key: string, from: string, to: string) => ({
    key,
    label: key,
    from: from as PlainDate,
    to: to as PlainDate,
  });
  const quarters = [
    ...[round('I', '2025-12-15', '2026-03-14'), round('II', '2026-03-15', '2026-06-14')],
    ...[round('III', '2026-06-15', '2026-09-14'), round('IV', '2026-09-15', '2026-12-14')],
  ];

  it('are made of its periods', () => {
    expect(spansOf(quarters).map(({ label, rounds }) => [label, rounds.length])).toEqual([
      ...[
        ['6 tháng đầu năm 2026', 2],
        ['9 tháng đầu năm 2026', 3],
        ['Cả năm 2026', 4],
      ],
    ]);
  });

  it('leave out a period that holds others, and are none of one period', () => {
    const year = round('Năm', '2025-12-15', '2026-12-14');
    expect(spansOf([...quarters, year]).at(-1)?.rounds).toHaveLength(4);
    expect(spansOf([quarters[0] as (typeof quarters)[number]])).toEqual([]);
  });
});
