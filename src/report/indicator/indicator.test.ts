import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Figure } from '../content/model.ts';
import type { Evidence, EvidenceKind } from '../evidence/model.ts';
import { sumFor } from './from-evidence.ts';
import type { Definition } from './model.ts';
import { comparePeriods, covers, overlap, periodOfDays, periodsWithin, sayPeriod } from './period.ts';
import { proposeIndicators } from './propose.ts';
import { readFigure, readNumber } from './read-number.ts';
import { rollUp, type Stated } from './roll-up.ts';
import { sayParts } from './say.ts';
import { type Given, summarize } from './summarize.ts';

const day = (text: string) => text as PlainDate;
const of = (part: number, whole: number): Figure => ({ value: null, part, whole });
const stating = (value: number): Figure => ({ value, part: null, whole: null });
const months = (...figures: (Figure | null)[]): Stated[] =>
  figures.flatMap((figure, i) => (figure ? [{ period: `2026-${String(i + 1).padStart(2, '0')}`, figure }] : []));

const define = (changed: Partial<Definition> = {}): Definition => ({
  ...{ name: 'Tỷ lệ hồ sơ đúng hạn', unit: '%', kind: 'share', over: 'sum', better: 'up', every: 'month' },
  ...{ index: null, component: null, code: null, givers: { of: 'communes' }, source: { kind: 'system', name: null } },
  ...{ evidence: null, applies: 'each', targets: [{ year: 2026, agencyId: null, op: '>=', value: 90 }], baselines: [] },
  ...changed,
});

describe('numbers as officials and their systems write them', () => {
  it('are read with either sign for decimals and thousands', () => {
    const read = [
      '1.234,5',
      '1,234.5',
      '92,3%',
      '92.3 %',
      '1 250',
      '1.250',
      '1,250,000',
      '0,5',
      '-12,5',
      '(12)',
      '007',
    ];
    expect(read.map(readNumber)).toEqual([1234.5, 1234.5, 92.3, 92.3, 1250, 1250, 1_250_000, 0.5, -12.5, -12, 7]);
  });

  it('state nothing where nothing is written, which is never zero', () => {
    expect(['', ' ', '-', '–', '...', 'chưa có số liệu', 'N/A'].map(readNumber)).toEqual(Array(7).fill(null));
    expect(readNumber('0')).toBe(0);
    expect(['abc', '12 xã', '1,2,3.4.5'].map(readNumber)).toEqual([undefined, undefined, undefined]);
  });

  it('are the same again after they were written in Vietnamese', () => {
    const write = (value: number) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }).format(value);
    const thousandths = fc.integer({ min: -10_000_000, max: 1_000_000_000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(thousandths, (value) => {
        expect(readNumber(write(value))).toBeCloseTo(value, 6);
      }),
      { seed: 5 },
    );
  });

  it('may be how many of how many', () => {
    expect(readFigure('95/100')).toEqual(of(95, 100));
    expect(readFigure('95%')).toEqual(stating(95));
    expect([readFigure('95/'), readFigure(''), readFigure('5/6/7')]).toEqual([undefined, null, undefined]);
  });
});

describe('periods', () => {
  it('of a report are told by its last day and its length', () => {
    expect(periodOfDays({ from: day('2026-03-15'), to: day('2026-06-14') })).toBe('2026-Q2');
    expect(periodOfDays({ from: day('2026-04-15'), to: day('2026-05-14') })).toBe('2026-05');
    expect(periodOfDays({ from: day('2025-12-15'), to: day('2026-12-14') })).toBe('2026');
    expect(periodOfDays({ from: day('2025-12-15'), to: day('2026-06-14') })).toBe('2026-H1');
  });

  it('lie within, and beside, each other', () => {
    expect(periodsWithin('2026-Q2', 'month')).toEqual(['2026-04', '2026-05', '2026-06']);
    expect([covers('2026', '2026-Q4'), covers('2026-Q1', '2026-H1'), overlap('2026-Q1', '2026-H1')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(['2026', '2026-12', '2026-Q1', '2026-03'].sort(comparePeriods)).toEqual([
      '2026-03',
      '2026-Q1',
      '2026-12',
      '2026',
    ]);
    expect(['2026-05', '2026-Q3', '2026-H2'].map(sayPeriod)).toEqual([
      'Tháng 5/2026',
      'Quý III/2026',
      '6 tháng cuối năm 2026',
    ]);
  });
});

describe('a unit over months', () => {
  it('has Σ/Σ of what flows, and names the months that are missing', () => {
    const result = rollUp(define(), months(of(9, 10), null, of(10, 40)), '2026-Q1');
    expect(result).toEqual({ figure: of(19, 50), parts: ['2026-01', '2026-03'], missing: ['2026-02'] });
  });

  it('stands as it was told last where it is a stock', () => {
    expect(rollUp(define({ over: 'last' }), months(of(80, 100), of(85, 100)), '2026-Q1')).toEqual({
      ...{ figure: of(85, 100), parts: ['2026-02'], missing: ['2026-03'] },
    });
  });

  it('has the mean of levels and the sum of counts', () => {
    const given = months(stating(2), stating(4));
    expect(rollUp(define({ kind: 'mean', over: 'mean' }), given, '2026-Q1')?.figure.value).toBe(3);
    expect(rollUp(define({ kind: 'sum' }), given, '2026-Q1')?.figure.value).toBe(6);
  });

  it('has no figure where it stated none, and none of shares nobody can add', () => {
    expect(rollUp(define(), [], '2026-Q1')).toBeUndefined();
    expect(rollUp(define(), months(stating(90), stating(100)), '2026-Q1')).toBeUndefined();
  });
});

describe('units together', () => {
  const given = (entries: Record<string, Stated[]>): Given => new Map(Object.entries(entries));

  it('have Σ/Σ, not the mean of shares; who gave nothing is named and counts in nothing', () => {
    const all = summarize(define(), ['a', 'b', 'c'], given({ a: months(of(9, 10)), b: months(of(10, 40)) }), '2026-01');
    expect(all.measure).toMatchObject({ value: 38, part: 19, whole: 50, of: 2 });
    expect(all).toMatchObject({ standing: 'not-met', missing: ['c'], met: 1 });
    expect(all.units.map(({ standing }) => standing)).toEqual(['met', 'not-met', 'none']);
  });

  it('that gave nothing at all have no state but that', () => {
    expect(summarize(define(), ['a'], new Map(), '2026-01')).toMatchObject({ standing: 'none', missing: ['a'] });
    expect(summarize(define(), [], new Map(), '2026-01')).toMatchObject({ standing: 'none', missing: [] });
  });

  it('of which each owes a count are judged by each, over the year so far', () => {
    const counted = define({
      kind: 'sum',
      unit: 'cuộc',
      targets: [{ year: 2026, agencyId: null, op: '>=', value: 2 }],
    });
    const both = given({ a: months(stating(1), stating(1)), b: months(stating(5)) });
    expect(summarize(counted, ['a', 'b'], both, '2026-01')).toMatchObject({ standing: 'not-met', met: 1 });
    const later = summarize(counted, ['a', 'b'], both, '2026-02');
    expect(later).toMatchObject({ standing: 'met', met: 2, missing: ['b'] });
    expect([later.measure.value, later.judged.value]).toEqual([1, 7]);
  });

  it('that are to reach a count together are not judged one by one', () => {
    const whole = define({
      kind: 'sum',
      applies: 'whole',
      targets: [{ year: 2026, agencyId: null, op: '>=', value: 6 }],
    });
    const all = summarize(whole, ['a', 'b'], given({ a: months(stating(4)), b: months(stating(2)) }), '2026-01');
    expect([all.standing, ...all.units.map(({ standing }) => standing)]).toEqual(['met', 'no-target', 'no-target']);
  });

  it('change by Σ against Σ of the base', () => {
    const saved = define({ kind: 'change', targets: [{ year: 2026, agencyId: null, op: 'decrease', value: 10 }] });
    const all = summarize(saved, ['a', 'b'], given({ a: months(of(80, 100)), b: months(of(95, 100)) }), '2026-01');
    expect(all.measure.value).toBe(-12.5);
    expect(all).toMatchObject({ standing: 'met', met: 1 });
  });

  it('are held against what is theirs where it differs, and what was set last', () => {
    const own = { year: 2025, agencyId: 'b', op: '>=', value: 20 } as const;
    const all = define({ targets: [{ year: 2026, agencyId: null, op: '>=', value: 90 }, own] });
    const both = given({ a: months(of(9, 10)), b: months(of(10, 40)) });
    expect(summarize(all, ['a', 'b'], both, '2026-01').units.map(({ standing }) => standing)).toEqual(['met', 'met']);
  });

  const figure = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 })).map(([part, more]) => of(part, part + more));
  it('come to the same in any order, and each is given or named as missing', () => {
    const unit = fc.option(figure, { nil: null });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (figures) => {
        const ids = figures.map((_, i) => String(i));
        const map: Given = new Map(figures.flatMap((one, i) => (one ? [[String(i), months(one)] as const] : [])));
        const all = summarize(define(), ids, map, '2026-01');
        expect(summarize(define(), ids.toReversed(), map, '2026-01').measure).toEqual(all.measure);
        expect(all.missing.length + all.measure.of).toBe(figures.length);
        const [part, whole] = [all.measure.part ?? 0, all.measure.whole ?? 1];
        if (all.measure.of > 0) expect(all.measure.value).toBeCloseTo((100 * part) / whole, 9);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe('what evidence comes to', () => {
  const on = day('2026-05-06');
  const training = (participants: number | null, whole: number | null): Evidence => ({
    ...{ kind: 'training', topic: 'PAPI', day: on, classes: 1, participants, of: whole },
  });
  const pieces: Evidence[] = [
    training(40, 50),
    training(45, 50),
    training(30, null),
    { kind: 'broadcast', station: 'Đài', from: on, to: null, times: null, count: 12 },
    { kind: 'broadcast', station: 'Loa', from: on, to: null, times: null, count: null },
    { kind: 'meeting', subject: 'A', day: on, minutes: null, participants: 9, asked: 8, answered: 6 },
  ];
  const come = (kind: EvidenceKind, field: string | null, how: Definition['kind']) =>
    sumFor({ kind, field }, how, pieces);

  it('is a count, a sum of those that state it, or Σ/Σ of those that state both', () => {
    expect(come('training', null, 'sum')).toEqual({ figure: { value: 3, part: null, whole: null }, of: 3 });
    expect(come('training', 'participants', 'sum')).toEqual({ figure: { value: 115, part: null, whole: null }, of: 3 });
    expect(come('training', 'participants', 'share')).toEqual({ figure: { value: null, part: 85, whole: 100 }, of: 2 });
    expect(come('broadcast', 'count', 'sum')).toEqual({ figure: { value: 12, part: null, whole: null }, of: 1 });
    expect(come('meeting', 'answered', 'share')).toEqual({ figure: { value: null, part: 6, whole: 8 }, of: 1 });
    expect(come('inspection', 'remedied', 'share')).toBeUndefined();
    expect(come('media', null, 'sum')).toBeUndefined();
  });
});

describe('indicators from the targets of a plan', () => {
  const target = { subject: null, op: '>=', value: 92, unit: '%', baseline: null, quote: '' } as const;
  const item = { id: 'i', index: 'PAPI', component: 'Y tế', codes: ['6.1'], text: 'BHYT', year: 2026, owing: 3 };
  const first = (changed: object) =>
    proposeIndicators([{ ...item, targets: [{ ...target, ...changed }] }])[0]?.definition;

  it('are shares, counts, levels and changes, as their words say', () => {
    const cover = first({ subject: 'Tỷ lệ bao phủ BHYT', quote: 'Tỷ lệ bao phủ bảo hiểm y tế đạt 92%' });
    expect(cover).toMatchObject({ name: 'Tỷ lệ bao phủ BHYT', kind: 'share', over: 'last', better: 'up', code: '6.1' });
    expect(cover?.targets).toEqual([{ year: 2026, agencyId: null, op: '>=', value: 92 }]);
    expect(first({ subject: 'hồ sơ', quote: '100% hồ sơ đúng hạn, 90% hồ sơ trực tuyến' })).toMatchObject({
      name: 'Tỷ lệ hồ sơ đúng hạn',
      over: 'sum',
    });
    const roads = { subject: 'tuyến đường', quote: 'đạt 90% trở lên các tuyến đường được cứng hóa' };
    expect(first(roads)).toMatchObject({ name: 'Tỷ lệ tuyến đường được cứng hóa', kind: 'share', over: 'last' });
    const less = {
      op: 'decrease',
      value: 10,
      baseline: '2021',
      subject: 'chi trực tiếp',
      quote: 'Giảm 10% chi trực tiếp',
    };
    expect(first(less)).toMatchObject({ name: 'Chi trực tiếp so với năm 2021', kind: 'change', better: 'down' });
    const bare = { unit: null, value: null, op: 'increase', subject: 'Tỷ lệ đóng góp', quote: 'Tỷ lệ đóng góp tăng' };
    expect(first(bare)).toMatchObject({ unit: '%', kind: 'share', better: 'up', targets: [] });
    expect(first({ unit: 'điểm', quote: 'đạt 42 điểm' })).toMatchObject({ kind: 'mean', over: 'mean' });
  });

  it('of one thing at two levels are two, the second of the communes', () => {
    const quote = 'Số hóa kết quả cấp huyện ít nhất 50% và cấp xã ít nhất 40%';
    const targets = [
      { ...target, quote, value: 50, subject: 'kết quả được số hóa cấp huyện' },
      { ...target, quote, value: 40, subject: 'cấp xã' },
    ];
    const made = proposeIndicators([{ ...item, targets }]).map(({ definition }) => definition);
    expect(made.map(({ name, givers, targets: [own] }) => [name, givers.of, own?.value])).toEqual([
      ['Tỷ lệ kết quả được số hóa cấp huyện', 'item', 50],
      ['Tỷ lệ kết quả được số hóa cấp xã', 'communes', 40],
    ]);
  });

  it('ask a count of each unit only where the plan says so', () => {
    expect(first({ unit: 'cuộc', quote: 'Mỗi xã ít nhất 02 cuộc' })).toMatchObject({ kind: 'sum', applies: 'each' });
    expect(first({ unit: 'cuộc', quote: 'Tổ chức 02 cuộc' })).toMatchObject({ applies: 'whole' });
  });
});

describe('what a figure of a longer time is made of', () => {
  it('is said as one stretch where none between is missing', () => {
    const said = (parts: string[], missing: string[] = []) => sayParts(define(), { figure: of(1, 2), parts, missing });
    expect(said(['2026-01', '2026-02', '2026-03'])).toBe('cộng Tháng 1/2026 đến Tháng 3/2026');
    expect(said(['2026-01', '2026-03'], ['2026-02'])).toBe('cộng Tháng 1/2026, Tháng 3/2026; chưa có Tháng 2/2026');
  });
});
