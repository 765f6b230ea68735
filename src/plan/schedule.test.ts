import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daysInMonth, findPlainDate, formatPlainDate } from '../kernel/plain-date.ts';
import type { Schedule } from './model.ts';
import { findSchedule, readSchedule } from './schedule.ts';
import { saySchedule } from './words/schedule.ts';

const continuous = { kind: 'continuous' } as const;
const recurring = (every: string, more: object = {}) => ({ kind: 'recurring', every, ...more });
const window = (from: string, to: string) => ({ kind: 'window', from, to });
const by = (day: string) => ({ kind: 'deadline', by: day });
const before = (day: string) => ({ kind: 'deadline', by: day, exclusive: true });
const several = (...parts: object[]) => ({ kind: 'several', parts });
const asPrinted = Symbol('an event in the words printed');

/** Wordings as plans print them, read in a plan for 2026. */
const wordings: readonly (readonly [string, object | typeof asPrinted | null])[] = [
  // The table of the reading contract.
  ['Thường xuyên', continuous],
  ['Thường xuyên trong năm', continuous],
  ['Hằng năm', recurring('year')],
  ['Định kỳ hàng quý', recurring('quarter')],
  ['Định kỳ hằng tháng', recurring('month')],
  ['Định kỳ', recurring('as-prescribed')],
  ['Định kỳ theo quy định', recurring('as-prescribed')],
  ['trước ngày 15 tháng cuối quý', recurring('quarter', { day: 15, inLastMonth: true, exclusive: true })],
  ['Trước ngày 05 của tháng liền kề', recurring('month', { day: 5, inNextMonth: true, exclusive: true })],
  ['Trong năm 2026', window('2026-01-01', '2026-12-31')],
  ['Quý II, III năm 2021', window('2021-04-01', '2021-09-30')],
  ['Trước ngày 31/12/2023', before('2023-12-31')],
  ['Chậm nhất là ngày 31/12/2025', by('2025-12-31')],
  ['chậm nhất 15/01/2026', by('2026-01-15')],
  ['Xong trong Quý II/2026', by('2026-06-30')],
  ['6/2025', by('2025-06-30')],
  ['Trước bầu cử', asPrinted],
  ['Theo Kế hoạch tuyển dụng', asPrinted],
  ['Theo các mốc thời gian tại Quyết định số 12/QĐ-UBND ngày 05/01/2026', asPrinted],
  ['Ban hành kế hoạch trong tháng 01/2026 và tổ chức thực hiện', several(by('2026-01-31'), continuous)],
  ['Ngày 15 hằng quý, 6 tháng và năm', recurring('quarter', { day: 15 })],
  ['', null],
  ['-', null],
  // Going on all the time.
  ['Thường Xuyên', continuous],
  ['THƯỜNG XUYÊN.', continuous],
  ['Thườngxuyên', continuous],
  ['Thường\nxuyên', continuous],
  ['Thường xuyên, liên tục', continuous],
  ['Thường xuyên hằng năm', continuous],
  ['Hằng ngày', continuous],
  ['Năm 2025 và những năm tiếp theo', continuous],
  ['2025 và những năm tiếp theo', continuous],
  ['Từ năm 2026 trở đi', continuous],
  // Again and again.
  ['Định kỳ hằng tuần', recurring('week')],
  ['Hàng tháng, quý, năm', recurring('month')],
  ['Hàng quý/6 tháng/năm', recurring('quarter')],
  ['06 tháng, năm', recurring('half-year')],
  ['Định kỳ 6 tháng/lần', recurring('half-year')],
  ['3 tháng/lần', recurring('quarter')],
  ['02 lần/năm', recurring('half-year')],
  ['01 lần/quý', recurring('quarter')],
  ['Mỗi năm 01 lần', recurring('year')],
  ['Theo quý', recurring('quarter')],
  ['Quý IV hằng năm', recurring('year', { inLastMonth: true })],
  ['Trước ngày 25 hằng tháng', recurring('month', { day: 25, exclusive: true })],
  ['Trước ngày 15 hàng quý', recurring('quarter', { day: 15, exclusive: true })],
  ['ngày 20 của tháng cuối hằng quý', recurring('quarter', { day: 20, inLastMonth: true })],
  [
    'Hằng quý (trước ngày 15 của tháng cuối quý)',
    recurring('quarter', { day: 15, inLastMonth: true, exclusive: true }),
  ],
  ['Hằng tháng, trước ngày 25', recurring('month', { day: 25, exclusive: true })],
  ['Hằng năm, trước ngày 05/12', recurring('year', { day: 5, inLastMonth: true, exclusive: true })],
  ['6 tháng một lần', recurring('half-year')],
  ['Trước ngày 10 tháng đầu của quý sau', recurring('quarter', { day: 10, inNextMonth: true, exclusive: true })],
  ['Trước ngày 15/12 hàng năm', recurring('year', { day: 15, inLastMonth: true, exclusive: true })],
  ['Trước ngày 15/6 và 15/12 hằng năm', recurring('half-year', { day: 15, inLastMonth: true, exclusive: true })],
  // A stretch of the calendar.
  ['Trong năm', window('2026-01-01', '2026-12-31')],
  ['Cả năm', window('2026-01-01', '2026-12-31')],
  ['2026', window('2026-01-01', '2026-12-31')],
  ['Quý I', window('2026-01-01', '2026-03-31')],
  ['Quí III/2025', window('2025-07-01', '2025-09-30')],
  ['Quy 2/2026', window('2026-04-01', '2026-06-30')],
  ['Quý I - Quý III/2026', window('2026-01-01', '2026-09-30')],
  ['Quý I, Quý II, Quý III, Quý IV', window('2026-01-01', '2026-12-31')],
  ['Từ tháng 3 đến tháng 9 năm 2025', window('2025-03-01', '2025-09-30')],
  ['Tháng 3-9/2025', window('2025-03-01', '2025-09-30')],
  ['01/2026 - 12/2026', window('2026-01-01', '2026-12-31')],
  ['Từ ngày 01/3/2026 đến ngày 30/6/2026', window('2026-03-01', '2026-06-30')],
  ['6 tháng đầu năm 2025', window('2025-01-01', '2025-06-30')],
  ['6 tháng cuối năm', window('2026-07-01', '2026-12-31')],
  ['Giai đoạn 2021-2025', window('2021-01-01', '2025-12-31')],
  ['Quý I, III năm 2026', several(window('2026-01-01', '2026-03-31'), window('2026-07-01', '2026-09-30'))],
  // A day by which it must be done.
  ['Tháng 6/2025', by('2025-06-30')],
  ['Tháng 2', by('2026-02-28')],
  ['30/6/2026', by('2026-06-30')],
  ['31.12.2026', by('2026-12-31')],
  ['đến ngày 30/11/2026', by('2026-11-30')],
  ['Đến hết năm 2025', by('2025-12-31')],
  ['Cuối quý II/2026', by('2026-06-30')],
  ['Hoàn thành trong quý III/2026', by('2026-09-30')],
  ['trước ngày 31 tháng 12 năm 2026', before('2026-12-31')],
  ['Hoàn thành trước 30/6', before('2026-06-30')],
  ['Trước tháng 6/2025', before('2025-06-01')],
  ['trước ngày31/12/ 2026', before('2026-12-31')],
  ['Tháng 6 và tháng 12', several(by('2026-06-30'), by('2026-12-31'))],
  ['Trước ngày 15/6, 15/12', several(before('2026-06-15'), before('2026-12-15'))],
  // Something that must happen first.
  ['Trước và trong quá trình bầu cử', asPrinted],
  ['Khi cấp có thẩm quyền phê duyệt', asPrinted],
  ['Ngay sau khi Kế hoạch được ban hành', asPrinted],
  ['Trong vòng 05 ngày kể từ ngày ban hành', asPrinted],
  ['Theo quy định', asPrinted],
  ['Khi có yêu cầu', asPrinted],
  ['Đầu năm 2026', asPrinted],
  // Several at once.
  ['Thường xuyên, đột xuất', several(continuous, { kind: 'event', event: 'đột xuất' })],
  ['Định kỳ, thường xuyên', several(recurring('as-prescribed'), continuous)],
  ['Quý I/2026 và thường xuyên', several(window('2026-01-01', '2026-03-31'), continuous)],
  ['- Thường xuyên; - Quý II/2026', several(continuous, window('2026-04-01', '2026-06-30'))],
  [
    '- Định kỳ, thường xuyên - Định kỳ - Định kỳ, thường xuyên',
    several(continuous, recurring('as-prescribed'), continuous),
  ],
];

describe('a wording of time', () => {
  test.each(wordings)('“%s”', (wording, expected) => {
    const { schedule } = readSchedule(wording, 2026);
    expect(schedule).toEqual(expected === asPrinted ? { kind: 'event', event: wording } : expected);
  });

  it('is read alike in decomposed Unicode and with no-break spaces', () => {
    expect(readSchedule('Định kỳ hằng quý'.normalize('NFD').replace(' ', '\u00a0'), 2026).schedule).toEqual(
      recurring('quarter'),
    );
  });

  it('stays an event as printed, and doubted, when no rule knows it', () => {
    const { schedule, confidence } = readSchedule('Sớm nhất có thể', 2026);
    expect(schedule).toEqual({ kind: 'event', event: 'Sớm nhất có thể' });
    expect(confidence).toBeLessThan(0.5);
  });

  it('takes no year out of the air where neither the wording nor the document has one', () => {
    expect(readSchedule('Quý II', null).schedule).toEqual({ kind: 'event', event: 'Quý II' });
    expect(readSchedule('Quý II/2026', null).schedule).toEqual(window('2026-04-01', '2026-06-30'));
  });

  it('takes no day that the calendar has not', () => {
    expect(readSchedule('Trước ngày 31/02/2026', 2026).schedule?.kind).not.toBe('window');
    expect(JSON.stringify(readSchedule('Trước ngày 31/02/2026', 2026).schedule)).not.toContain('2026-02-31');
  });
});

const day = fc
  .tuple(fc.integer({ min: 2010, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => findPlainDate(y, m, Math.min(d, daysInMonth(y, m))) ?? findPlainDate(2026, 1, 1))
  .filter((date) => date !== undefined);

describe('a schedule written in words', () => {
  it('is read back the same when it is a deadline', () => {
    fc.assert(
      fc.property(day, fc.boolean(), (date, exclusive) => {
        const words = `${exclusive ? 'Trước ngày' : 'Chậm nhất là ngày'} ${formatPlainDate(date)}`;
        const expected: Schedule = { kind: 'deadline', by: date, ...(exclusive ? { exclusive: true } : {}) };
        expect(readSchedule(words, 2026).schedule).toEqual(expected);
      }),
    );
  });

  it('is read back the same when it is a window between two days', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const words = `Từ ngày ${formatPlainDate(from)} đến ngày ${formatPlainDate(to)}`;
        expect(readSchedule(words, 2026).schedule).toEqual({ kind: 'window', from, to });
      }),
    );
  });

  it('is read back the same when it returns every month or quarter on a day', () => {
    const periods = fc.constantFrom(['tháng', 'month'] as const, ['quý', 'quarter'] as const, ['năm', 'year'] as const);
    fc.assert(
      fc.property(periods, fc.integer({ min: 1, max: 28 }), fc.boolean(), ([word, every], number, exclusive) => {
        const words = `${exclusive ? 'Trước ngày' : 'Ngày'} ${number} hằng ${word}`;
        expect(readSchedule(words, 2026).schedule).toEqual(
          recurring(every, { day: number, ...(exclusive ? { exclusive: true } : {}) }),
        );
      }),
    );
  });

  it('never fails, whatever is printed', () => {
    fc.assert(fc.property(fc.string(), (text) => readSchedule(text, 2026).confidence >= 0));
  });
});

describe('what the product itself says of a schedule', () => {
  const everies = ['month', 'quarter', 'half-year', 'year', 'as-prescribed'] as const;
  const places = [{}, { inLastMonth: true }, { inNextMonth: true }];
  const said: Schedule[] = [
    { kind: 'continuous' },
    { kind: 'window', from: '2026-01-01', to: '2026-12-31' },
    { kind: 'window', from: '2026-04-01', to: '2026-09-30' },
    { kind: 'window', from: '2026-07-01', to: '2026-12-31' },
    { kind: 'window', from: '2026-04-03', to: '2027-06-30' },
    { kind: 'deadline', by: '2026-02-03' },
    { kind: 'deadline', by: '2026-02-03', exclusive: true },
    { kind: 'several', parts: [{ kind: 'deadline', by: '2026-01-31' }, { kind: 'continuous' }] },
    ...everies.map((every): Schedule => ({ kind: 'recurring', every })),
    ...(['quarter', 'half-year', 'year'] as const).flatMap((every) =>
      places.map((place): Schedule => ({ kind: 'recurring', every, day: 15, exclusive: true, ...place })),
    ),
    { kind: 'recurring', every: 'month', day: 15 },
  ];
  it.each(said.map((schedule) => ({ schedule, sentence: saySchedule(schedule).sentence })))(
    'is read back the same: “$sentence”',
    ({ schedule, sentence }) => expect(readSchedule(sentence, 2026).schedule).toEqual(schedule),
  );
});

describe('a sentence', () => {
  test.each([
    [
      'Báo cáo kết quả về Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày 31/12/2023 để tổng hợp.',
      before('2023-12-31'),
      'trước ngày 31/12/2023',
    ],
    [
      'Làm đầu mối tổng hợp; định kỳ trước ngày 20 hằng quý, 06 tháng, năm tham mưu báo cáo.',
      recurring('quarter', { day: 20, exclusive: true }),
      'định kỳ trước ngày 20 hằng quý, 06 tháng, năm',
    ],
    [
      'Định kỳ ngày 15 hằng quý, 6 tháng và năm báo cáo kết quả thực hiện.',
      recurring('quarter', { day: 15 }),
      'Định kỳ ngày 15 hằng quý, 6 tháng và năm',
    ],
    ['Hằng quý, các đơn vị tự đánh giá.', recurring('quarter'), 'Hằng quý'],
    [
      'Báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.',
      { kind: 'deadline', by: '2026-12-15', exclusive: true },
      'trước ngày 15/12/2026',
    ],
    [
      'Các bộ định kỳ 6 tháng báo cáo kết quả về Bộ Xây dựng trước ngày 10 tháng 6 và trước ngày 05 tháng 12 để tổng hợp.',
      {
        kind: 'several',
        parts: [
          recurring('year', { day: 10, month: 6, exclusive: true }),
          recurring('year', { day: 5, inLastMonth: true, exclusive: true }),
        ],
      },
      'định kỳ 6 tháng báo cáo kết quả về Bộ Xây dựng trước ngày 10 tháng 6 và trước ngày 05 tháng 12',
    ],
    [
      'Định kỳ hằng năm, Sở Y tế báo cáo kết quả trước ngày 20 tháng 11.',
      recurring('year', { day: 20, month: 11, exclusive: true }),
      'Định kỳ hằng năm, Sở Y tế báo cáo kết quả trước ngày 20 tháng 11',
    ],
    ['Hoàn thành việc rà soát trong tháng 6/2026.', by('2026-06-30'), 'trong tháng 6/2026'],
  ])('tells the time of “%s”', (sentence, schedule, quote) => {
    expect(findSchedule(sentence, 2026)).toEqual({ schedule, quote });
  });

  test.each([
    'Thực hiện Quyết định số 633/QĐ-UBND ngày 20/3/2024 của UBND tỉnh.',
    'Nâng cao Chỉ số PAPI năm 2024 của tỉnh.',
    'Kết quả Chỉ số PAPI hằng năm được công khai.',
    'Đề án chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030.',
    'Tính đến ngày 31/12/2025, 100% thủ tục đã được công khai.',
  ])('that only mentions a date has no schedule: “%s”', (sentence) => {
    expect(findSchedule(sentence, 2026)).toBeNull();
  });
});
