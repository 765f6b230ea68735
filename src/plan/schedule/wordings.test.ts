import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { daysInMonth, findPlainDate } from '../../kernel/plain-date.ts';
import type { Schedule, SimpleSchedule } from '../model.ts';
import { readSchedule } from '../schedule.ts';
import { saySchedule } from '../words/schedule.ts';

const continuous = { kind: 'continuous' } as const;
const recurring = (every: string, more: object = {}) => ({ kind: 'recurring', every, ...more });
const window = (from: string, to: string) => ({ kind: 'window', from, to });
const by = (day: string) => ({ kind: 'deadline', by: day });
const before = (day: string) => ({ kind: 'deadline', by: day, exclusive: true });
const several = (...parts: object[]) => ({ kind: 'several', parts });
const asPrinted = Symbol('an event in the words printed');
const year = window('2026-01-01', '2026-12-31');
const exclusive = true;
const inLastMonth = true;

/** More wordings of offices, read in a plan for 2026: each kind beside what is easily taken for it. */
const wordings: readonly (readonly [string, object | typeof asPrinted])[] = [
  // A day or month of every year keeps its month; December is the year's last.
  ['Trước ngày 30/11 hằng năm', recurring('year', { day: 30, month: 11, exclusive })],
  ['Trước 30/11 hằng năm', recurring('year', { day: 30, month: 11, exclusive })],
  ['Trước ngày 25 tháng 11 hàng năm', recurring('year', { day: 25, month: 11, exclusive })],
  ['Hằng năm, trước ngày 30/11', recurring('year', { day: 30, month: 11, exclusive })],
  ['Hằng năm (trước ngày 30 tháng 11)', recurring('year', { day: 30, month: 11, exclusive })],
  ['Chậm nhất 31/01 hằng năm', recurring('year', { day: 31, month: 1 })],
  ['Tháng 11 hằng năm', recurring('year', { month: 11 })],
  ['ngày 31/12 hằng năm', recurring('year', { day: 31, inLastMonth })],
  ['Trước ngày 20/6 và ngày 20/12 hằng năm', recurring('half-year', { day: 20, inLastMonth, exclusive })],
  ['Trước ngày 15/3, 15/6, 15/9 và 15/12 hằng năm', recurring('quarter', { day: 15, inLastMonth, exclusive })],
  [
    'Trước 15/5 và 15/11 hằng năm',
    several(recurring('year', { day: 15, month: 5, exclusive }), recurring('year', { day: 15, month: 11, exclusive })),
  ],
  ['Tháng 6 và tháng 12 hằng năm', recurring('half-year')],
  ['Từ tháng 9 đến tháng 12 hằng năm', recurring('year')],
  ['Từ ngày 01/01 đến 31/12 hằng năm', recurring('year')],
  // How often.
  ['Hàng quý, 6 tháng, 9 tháng và năm', recurring('quarter')],
  ['6 tháng và cả năm', recurring('half-year')],
  ['Sơ kết 6 tháng, tổng kết năm', recurring('half-year')],
  ['Mỗi quý một lần', recurring('quarter')],
  ['Mỗi tháng 2 lần', recurring('month')],
  ['Một năm hai lần', recurring('half-year')],
  ['3 tháng 1 lần', recurring('quarter')],
  ['06 tháng/01 lần', recurring('half-year')],
  ['02 lần/năm (tháng 6 và tháng 12)', recurring('half-year')],
  ['Hai năm một lần', asPrinted],
  ['5 năm/lần', asPrinted],
  ['2 tuần/lần', asPrinted],
  ['Thứ Sáu hằng tuần', recurring('week', { day: 5 })],
  ['Trước thứ 5 hàng tuần', recurring('week', { day: 4, exclusive })],
  ['Báo cáo tuần trước 16 giờ thứ Tư', recurring('week', { day: 3 })],
  ['Thứ Hai và thứ Năm hằng tuần', several(recurring('week', { day: 1 }), recurring('week', { day: 4 }))],
  // Each period with a day of its own; days that share one.
  [
    'Tháng: trước ngày 20; quý: trước ngày 15 tháng cuối quý',
    several(recurring('month', { day: 20, exclusive }), recurring('quarter', { day: 15, inLastMonth, exclusive })),
  ],
  [
    'Báo cáo quý trước ngày 15 tháng cuối quý, báo cáo tháng trước ngày 20',
    several(recurring('quarter', { day: 15, inLastMonth, exclusive }), recurring('month', { day: 20, exclusive })),
  ],
  ['Ngày 10 và ngày 25 hằng tháng', several(recurring('month', { day: 10 }), recurring('month', { day: 25 }))],
  ['Quý I, 6 tháng, 9 tháng, năm 2026', recurring('quarter')],
  ['Quý III, năm 2026', window('2026-07-01', '2026-09-30')],
  ['Trước ngày 15 của tháng cuối quý II và quý IV', recurring('half-year', { day: 15, inLastMonth, exclusive })],
  ['Trước ngày 15 của tháng cuối quý II/2026', before('2026-06-15')],
  ['Ngày làm việc cuối cùng của quý', recurring('quarter', { inLastMonth })],
  ['Trong 5 ngày đầu của tháng tiếp theo', recurring('month', { day: 5, inNextMonth: true })],
  // A start or a stretch beside what returns bounds it.
  ['Báo cáo định kỳ hằng quý từ 01/7/2026', recurring('quarter', { from: '2026-07-01' })],
  [
    'Kể từ tháng 7/2026, báo cáo trước ngày 05 tháng sau',
    recurring('month', { day: 5, inNextMonth: true, exclusive, from: '2026-07-01' }),
  ],
  [
    'Hằng tháng từ tháng 3 đến tháng 11/2026, trước ngày 25',
    recurring('month', { from: '2026-03-01', to: '2026-11-30', day: 25, exclusive }),
  ],
  ['Hằng quý, từ nay đến hết năm 2026', recurring('quarter')],
  ['Hằng năm, giai đoạn 2026-2030', recurring('year', { to: '2030-12-31' })],
  ['Quý I/2026 và hằng quý', several(window('2026-01-01', '2026-03-31'), recurring('quarter'))],
  ['Theo kỳ báo cáo', recurring('as-prescribed')],
  ['Định kì hằng quí', recurring('quarter')],
  ['Từ ngày 01 đến ngày 10 hằng tháng', recurring('month', { day: 10 })],
  ['Trước ngày 25 của tháng báo cáo', recurring('month', { day: 25, exclusive })],
  ['Trước ngày 05 tháng sau quý báo cáo', recurring('quarter', { day: 5, inNextMonth: true, exclusive })],
  ['Chậm nhất vào ngày 14 của tháng cuối kỳ báo cáo', recurring('as-prescribed', { day: 14, inLastMonth })],
  ['Định kỳ hàng tháng (trước ngày 25)', recurring('month', { day: 25, exclusive })],
  ['Thường xuyên, báo cáo trước ngày 20 hằng tháng', several(continuous, recurring('month', { day: 20, exclusive }))],
  // Going on.
  ['Quanh năm', continuous],
  ['Thường xuyên (trong năm 2026)', continuous],
  ['Năm 2026 và các năm tiếp theo', continuous],
  ['2026 trở đi', continuous],
  ['Từ quý II/2026', { kind: 'continuous', from: '2026-04-01' }],
  ['Kể từ ngày 01/7/2025', continuous],
  // Months and quarters.
  ['Tháng 3, 6, 9, 12', several(by('2026-03-31'), by('2026-06-30'), by('2026-09-30'), by('2026-12-31'))],
  ['Quý I và quý III', several(window('2026-01-01', '2026-03-31'), window('2026-07-01', '2026-09-30'))],
  ['Từ tháng 02 đến tháng 11/2026', window('2026-02-01', '2026-11-30')],
  ['01 - 02/2026', window('2026-01-01', '2026-02-28')],
  ['Tháng 5,6/2026', window('2026-05-01', '2026-06-30')],
  ['Quý IV/2025, I/2026', window('2025-10-01', '2026-03-31')],
  ['Quý II/2026 đến III/2026', window('2026-04-01', '2026-09-30')],
  ['Hoàn thành trong quý (III/2026)', by('2026-09-30')],
  ['Quý IV/2025 - Quý I/2026', window('2025-10-01', '2026-03-31')],
  ['Tháng 11/2025 - tháng 02/2026', window('2025-11-01', '2026-02-28')],
  ['Nửa đầu năm 2026', window('2026-01-01', '2026-06-30')],
  ['Trong 2 quý đầu năm 2026', window('2026-01-01', '2026-06-30')],
  // One day of several months, a day for one quarter apart, a quarter of each year.
  [
    'Trước ngày 15 tháng 3, tháng 6, tháng 9 và tháng 12',
    several(before('2026-03-15'), before('2026-06-15'), before('2026-09-15'), before('2026-12-15')),
  ],
  ['Ngày 15 các tháng 3, 6, 9, 12', several(by('2026-03-15'), by('2026-06-15'), by('2026-09-15'), by('2026-12-15'))],
  ['Ngày 10 tháng 6 và 10 tháng 12', several(by('2026-06-10'), by('2026-12-10'))],
  [
    'Trước ngày 15 tháng cuối quý (riêng quý IV trước ngày 05/12)',
    several(before('2026-03-15'), before('2026-06-15'), before('2026-09-15'), before('2026-12-05')),
  ],
  ['Quý I hằng năm', recurring('year', { month: 3 })],
  ['Trước ngày mùng 5 hằng tháng', recurring('month', { day: 5, exclusive })],
  ['Sau ngày 15/6/2026', asPrinted],
  ['2026-05-25', by('2026-05-25')],
  ['Tháng Sáu năm 2026', by('2026-06-30')],
  ['Từ tháng ba đến tháng mười hai năm 2026', window('2026-03-01', '2026-12-31')],
  ['Tháng Năm/2026', by('2026-05-31')],
  ['Trong 03 tháng đầu năm 2026', window('2026-01-01', '2026-03-31')],
  ['9 tháng đầu năm', window('2026-01-01', '2026-09-30')],
  ['T6/2026', by('2026-06-30')],
  ['Q2/2026', window('2026-04-01', '2026-06-30')],
  ['Tháng 01 năm sau', by('2027-01-31')],
  ['Trước ngày 15/01 của năm liền kề', before('2027-01-15')],
  // Years.
  ['Giai đoạn 2026–2030', window('2026-01-01', '2030-12-31')],
  ['Các năm 2026, 2027, 2028', window('2026-01-01', '2028-12-31')],
  ['Năm 2026, 2028', several(year, window('2028-01-01', '2028-12-31'))],
  ['Trong suốt năm 2026', year],
  ['Suốt năm', year],
  // Days.
  ['Cuối năm', by('2026-12-31')],
  ['Hết quý III/2026', by('2026-09-30')],
  ['15 - 20/3/2026', window('2026-03-15', '2026-03-20')],
  ['Từ ngày 15 đến 20/3/2026', window('2026-03-15', '2026-03-20')],
  ['Từ 15/3 đến 30/6/2026', window('2026-03-15', '2026-06-30')],
  // Before an hour of the day, the day itself is in time.
  ['Trước 17 giờ 00 ngày 15/3/2026', by('2026-03-15')],
  ['Trước 16h30 ngày 20/5/2026', by('2026-05-20')],
  ['Trước 15/7; 15/12/2026', several(before('2026-07-15'), before('2026-12-15'))],
  // A day inside a stretch says all; what brackets only explain adds nothing.
  ['Quý I/2026 (xong trước 31/3)', before('2026-03-31')],
  ['Trong quý I (hoàn thành trước ngày 31/3)', before('2026-03-31')],
  ['Quý I/2026, hoàn thành trước 31/3', before('2026-03-31')],
  ['2026 (Quý I)', window('2026-01-01', '2026-03-31')],
  ['Trước 25/5/2026 (6 tháng), 25/11/2026 (năm)', several(before('2026-05-25'), before('2026-11-25'))],
  ['Quý I/2026; thường xuyên', several(window('2026-01-01', '2026-03-31'), continuous)],
  ['Xây dựng kế hoạch: tháng 01/2026; triển khai: cả năm', several(by('2026-01-31'), year)],
  ['Ban hành trong quý I/2026, tổ chức thực hiện thường xuyên', several(by('2026-03-31'), continuous)],
  // Something that must happen first, or a time no day can be told of.
  ['Chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản', asPrinted],
  ['Trong thời hạn 30 ngày', asPrinted],
  ['Sau 01 tháng kể từ ngày Nghị định có hiệu lực', asPrinted],
  ['Theo Quyết định số 123/QĐ-UBND ngày 15/3/2026', asPrinted],
  ['Theo lộ trình của Chính phủ', asPrinted],
  ['Khi có văn bản chỉ đạo', asPrinted],
  ['Từ khi ban hành kế hoạch', asPrinted],
  ['Đúng thời gian quy định', asPrinted],
  ['Đầu quý II', asPrinted],
  ['Giữa năm 2026', asPrinted],
  ['Nhiệm kỳ 2025 - 2030', asPrinted],
  ['Năm học 2025-2026', asPrinted],
  ['Sau kỳ họp HĐND tháng 7', asPrinted],
];

describe('a wording of time', () => {
  test.each(wordings)('“%s”', (wording, expected) =>
    expect(readSchedule(wording, 2026).schedule).toEqual(
      expected === asPrinted ? { kind: 'event', event: wording } : expected,
    ),
  );

  it('doubts a numeral with a year where no word says that it is a quarter', () => {
    expect(readSchedule('III/2026', 2026)).toEqual({
      schedule: { kind: 'event', event: 'III/2026' },
      confidence: 0.4,
    });
    expect(readSchedule('Theo quy định tại III/2026', 2026).schedule).toMatchObject({ kind: 'event' });
  });

  test.each(['31/02/2026', 'Trước ngày 31/02/2026', 'Tháng 13/2026', 'Quý V/2026', 'Ngày 45 hằng tháng'])(
    'that no calendar has is kept as printed and doubted: “%s”',
    (wording) => {
      const { schedule, confidence } = readSchedule(wording, 2026);
      expect(schedule).toEqual({ kind: 'event', event: wording });
      expect(confidence).toBeLessThan(0.5);
    },
  );

  it('never names a month that is not printed', () => {
    const printed = fc.tuple(
      fc.constantFrom('Trước ngày', 'Ngày', 'Chậm nhất ngày'),
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom('', ' hằng tháng', ' hằng quý', ' của tháng liền kề', ' tháng cuối quý', ' của kỳ báo cáo'),
    );
    fc.assert(
      fc.property(printed, (words) => {
        const { schedule } = readSchedule(words.join(' '), 2026);
        expect(JSON.stringify(schedule)).not.toMatch(/"month":|"by"|"from"/);
      }),
      shareOf(200, 5000),
    );
  });

  it('costs no more for being long', () => {
    for (const piece of ['ngày 15 tháng ', 'Quý I, ', 'hằng năm ', '1/', 'trước ', '(tháng 6 và '])
      expect(readSchedule(piece.repeat(100_000 / piece.length), 2026).confidence).toBeLessThan(1);
  });
});

const day = fc
  .tuple(fc.integer({ min: 2015, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => findPlainDate(y, m, Math.min(d, daysInMonth(y, m))) ?? findPlainDate(2026, 1, 1))
  .filter((date) => date !== undefined);
const flag = fc.boolean().map((on) => (on ? { exclusive: true } : {}));
const dated = fc.integer({ min: 1, max: 28 });

const yearlyOn = fc
  .tuple(fc.integer({ min: 1, max: 11 }), fc.option(dated, { nil: undefined }), flag)
  .map(([month, on, bound]) => ({
    kind: 'recurring' as const,
    every: 'year' as const,
    ...(on === undefined ? {} : { day: on }),
    month,
    ...bound,
  }));
const periodic = fc
  .tuple(
    fc.constantFrom('month', 'quarter', 'half-year', 'year', 'as-prescribed'),
    dated,
    fc.constantFrom({}, { inLastMonth: true }, { inNextMonth: true }),
    flag,
  )
  // A month has no last month of its own, and the month after a period nobody names is a month's.
  .filter(([every, , place]) => every !== 'month' || !('inLastMonth' in place))
  .filter(([every, , place]) => every !== 'as-prescribed' || !('inNextMonth' in place))
  .map(([every, on, place, bound]) => ({ kind: 'recurring', every, day: on, ...place, ...bound }) as SimpleSchedule);
const weekly = fc
  .tuple(fc.integer({ min: 1, max: 7 }), flag)
  .map(([weekday, bound]): SimpleSchedule => ({ kind: 'recurring', every: 'week', day: weekday, ...bound }));
/** Within a year that is not the plan's: of its own year only a start or an end inside it is kept. */
const bound = fc
  .tuple(periodic, fc.constantFrom({ from: '2027-02-03' }, { from: '2027-02-03', to: '2028-10-31' }))
  .map(([schedule, bounds]) => ({ ...schedule, ...bounds }) as SimpleSchedule);
const bare = fc
  .constantFrom('week', 'month', 'quarter', 'half-year', 'year', 'as-prescribed')
  .map((every) => ({ kind: 'recurring', every }) as SimpleSchedule);
const stretch = fc
  .tuple(day, day)
  .filter(([from, to]) => from <= to)
  .map(([from, to]): SimpleSchedule => ({ kind: 'window', from, to }));
const due = fc.tuple(day, flag).map(([on, bound]): SimpleSchedule => ({ kind: 'deadline', by: on, ...bound }));
const happening = fc
  .constantFrom('Trước bầu cử', 'Theo Kế hoạch tuyển dụng', 'Khi cấp có thẩm quyền phê duyệt', 'Sau khi sáp nhập')
  .map((event): SimpleSchedule => ({ kind: 'event', event }));
const going = fc.constantFrom<SimpleSchedule>({ kind: 'continuous' }, { kind: 'continuous', from: '2026-07-01' });
const simple = fc.oneof(yearlyOn, periodic, weekly, bound, bare, stretch, due, happening, going);
/** Several dates, or one recurrence beside dates: two recurrences would be one report where their days agree. */
const many = fc
  .tuple(
    fc.uniqueArray(due, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
    fc.oneof(going, bare),
  )
  .map(([days, other]): Schedule => ({ kind: 'several', parts: [...days, other] }));

describe('whatever schedule the product says', () => {
  it('is read back the same', () => {
    fc.assert(
      fc.property(fc.oneof(simple, many), (schedule) => {
        expect(readSchedule(saySchedule(schedule).sentence, 2026).schedule).toEqual(schedule);
      }),
      shareOf(500, 20_000),
    );
  });

  it('is read alike in capitals, decomposed, with a full stop', () => {
    fc.assert(
      fc.property(fc.oneof(yearlyOn, periodic, bare, stretch, due), (schedule) => {
        const { sentence } = saySchedule(schedule);
        for (const printed of [sentence.toUpperCase(), sentence.normalize('NFD'), `${sentence}.`, ` ${sentence} `])
          expect(readSchedule(printed, 2026).schedule).toEqual(schedule);
      }),
      shareOf(100, 5000),
    );
  });
});
