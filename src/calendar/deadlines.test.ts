import { describe, expect, it } from 'vitest';
import { findPlainDate, formatPlainDate } from '../kernel/plain-date.ts';
import { readSchedule } from '../plan/schedule.ts';
import { defaultSettings } from './model.ts';
import { occurrences } from './occurrences.ts';
import { buildCalendar } from './work-calendar.ts';

/**
 * Last days worked out by hand with a wall calendar, under the default settings: the wording as a plan prints it, the plan's
 * year, the last day to act, and what moved it (nothing where the last day is a working day).
 */
type Row = readonly [wording: string, year: number, due: string, moved?: string];

const byHand: Record<string, readonly Row[]> = {
  'the two of the law page': [
    ['trước ngày 10/02/2021', 2021, '09/02/2021'], // a Tuesday; the Tết break began on the 10th
    ['trước ngày 31/12/2023', 2023, '29/12/2023', 'thứ Bảy'],
  ],
  'New Year 2024, a Monday': [
    ['chậm nhất ngày 01/01/2024', 2024, '29/12/2023', 'Tết Dương lịch'],
    ['trước ngày 02/01/2024', 2024, '29/12/2023', 'Tết Dương lịch'],
    ['chậm nhất ngày 02/01/2024', 2024, '02/01/2024'],
  ],
  'Tết 2024: Thursday 8 to Wednesday 14 February': [
    ['trước ngày 08/02/2024', 2024, '07/02/2024'],
    ['chậm nhất ngày 08/02/2024', 2024, '07/02/2024', 'Tết Âm lịch Giáp Thìn (29 tháng Chạp)'],
    ['chậm nhất ngày 10/02/2024', 2024, '07/02/2024', 'mùng 1 tháng Giêng'], // a Saturday and a holiday
    ['chậm nhất ngày 12/02/2024', 2024, '07/02/2024', 'mùng 3 tháng Giêng'],
    ['chậm nhất ngày 14/02/2024', 2024, '07/02/2024', 'nghỉ bù Tết Âm lịch'],
    ['trước ngày 15/02/2024', 2024, '07/02/2024', 'nghỉ bù Tết Âm lịch'],
    ['chậm nhất ngày 15/02/2024', 2024, '15/02/2024'],
    ['chậm nhất ngày 18/02/2024', 2024, '16/02/2024', 'Chủ nhật'],
  ],
  'the Hùng Kings, Thursday 18 April 2024': [
    ['chậm nhất ngày 18/4/2024', 2024, '17/04/2024', 'Giỗ Tổ Hùng Vương'],
    ['trước ngày 19/4/2024', 2024, '17/04/2024', 'Giỗ Tổ Hùng Vương'],
    ['chậm nhất ngày 19/4/2024', 2024, '19/04/2024'],
  ],
  '30 April 2024: Monday the 29th off, Saturday 4 May worked': [
    ['chậm nhất ngày 26/4/2024', 2024, '26/04/2024'],
    ['chậm nhất ngày 29/4/2024', 2024, '26/04/2024', 'hoán đổi'],
    ['trước ngày 30/4/2024', 2024, '26/04/2024', 'hoán đổi'],
    ['chậm nhất ngày 30/4/2024', 2024, '26/04/2024', 'Ngày Chiến thắng'],
    ['trước ngày 01/5/2024', 2024, '26/04/2024', 'Ngày Chiến thắng'],
    ['chậm nhất ngày 01/5/2024', 2024, '26/04/2024', 'Ngày Quốc tế Lao động'],
    ['trước ngày 02/5/2024', 2024, '26/04/2024', 'Ngày Quốc tế Lao động'],
    ['chậm nhất ngày 04/5/2024', 2024, '04/05/2024'],
    ['trước ngày 05/5/2024', 2024, '04/05/2024'],
    ['chậm nhất ngày 05/5/2024', 2024, '04/05/2024', 'Chủ nhật'],
    ['chậm nhất ngày 06/5/2024', 2024, '06/05/2024'],
  ],
  'National Day 2024: Monday 2 and Tuesday 3 September': [
    ['chậm nhất ngày 31/8/2024', 2024, '30/08/2024', 'thứ Bảy'],
    ['trước ngày 01/9/2024', 2024, '30/08/2024', 'thứ Bảy'],
    ['chậm nhất ngày 02/9/2024', 2024, '30/08/2024', 'Quốc khánh'],
    ['chậm nhất ngày 03/9/2024', 2024, '30/08/2024', 'Quốc khánh'],
    ['trước ngày 04/9/2024', 2024, '30/08/2024', 'Quốc khánh'],
    ['chậm nhất ngày 04/9/2024', 2024, '04/09/2024'],
  ],
  'ends of months and of 2024': [
    ['Quý I/2024', 2024, '29/03/2024', 'Chủ nhật'],
    ['Tháng 6/2024', 2024, '28/06/2024', 'Chủ nhật'],
    ['trước ngày 30/6/2024', 2024, '28/06/2024', 'thứ Bảy'],
    ['trước ngày 31/12/2024', 2024, '30/12/2024'],
    ['chậm nhất ngày 31/12/2024', 2024, '31/12/2024'],
  ],
  'New Year 2025, a Wednesday': [
    ['chậm nhất ngày 01/01/2025', 2025, '31/12/2024', 'Tết Dương lịch'],
    ['trước ngày 02/01/2025', 2025, '31/12/2024', 'Tết Dương lịch'],
  ],
  'Tết 2025: Monday 27 to Friday 31 January, between two weekends': [
    ['chậm nhất ngày 24/01/2025', 2025, '24/01/2025'],
    ['trước ngày 27/01/2025', 2025, '24/01/2025', 'Chủ nhật'],
    ['Tháng 1/2025', 2025, '24/01/2025', 'mùng 3 tháng Giêng'],
    ['chậm nhất ngày 02/02/2025', 2025, '24/01/2025', 'Tết Âm lịch Ất Tỵ'],
    ['trước ngày 03/02/2025', 2025, '24/01/2025', 'Tết Âm lịch Ất Tỵ'],
    ['chậm nhất ngày 03/02/2025', 2025, '03/02/2025'],
  ],
  'the Hùng Kings, Monday 7 April 2025': [
    ['chậm nhất ngày 07/4/2025', 2025, '04/04/2025', 'Giỗ Tổ Hùng Vương'],
    ['trước ngày 08/4/2025', 2025, '04/04/2025', 'Giỗ Tổ Hùng Vương'],
  ],
  '30 April 2025: Friday 2 May off, Saturday 26 April worked': [
    ['chậm nhất ngày 26/4/2025', 2025, '26/04/2025'],
    ['chậm nhất ngày 27/4/2025', 2025, '26/04/2025', 'Chủ nhật'],
    ['chậm nhất ngày 30/4/2025', 2025, '29/04/2025', 'Ngày Chiến thắng'],
    ['trước ngày 30/4/2025', 2025, '29/04/2025'],
    ['chậm nhất ngày 02/5/2025', 2025, '29/04/2025', 'hoán đổi'],
    ['trước ngày 05/5/2025', 2025, '29/04/2025', 'Ngày Quốc tế Lao động'],
    ['chậm nhất ngày 05/5/2025', 2025, '05/05/2025'],
  ],
  'National Day 2025: Monday 1 and Tuesday 2 September': [
    ['trước ngày 31/8/2025', 2025, '29/08/2025', 'thứ Bảy'],
    ['chậm nhất ngày 31/8/2025', 2025, '29/08/2025', 'Chủ nhật'],
    ['trước ngày 02/9/2025', 2025, '29/08/2025', 'Quốc khánh (ngày liền kề)'],
    ['chậm nhất ngày 02/9/2025', 2025, '29/08/2025', 'Quốc khánh'],
  ],
  'the end of 2025 and New Year 2026: Friday 2 January off, Saturday the 10th worked': [
    ['Quý I/2025', 2025, '31/03/2025'],
    ['6/2025', 2025, '30/06/2025'],
    ['Chậm nhất là ngày 31/12/2025', 2025, '31/12/2025'],
    ['trước ngày 31/12/2025', 2025, '30/12/2025'],
    ['chậm nhất ngày 02/01/2026', 2026, '31/12/2025', 'hoán đổi'],
    ['trước ngày 05/01/2026', 2026, '31/12/2025', 'Tết Dương lịch'],
    ['chậm nhất ngày 10/01/2026', 2026, '10/01/2026'],
    ['trước ngày 12/01/2026', 2026, '10/01/2026', 'Chủ nhật'],
    ['chậm nhất 15/01/2026', 2026, '15/01/2026'],
  ],
  'Tết 2026: Monday 16 to Friday 20 February, between two weekends': [
    ['chậm nhất ngày 13/02/2026', 2026, '13/02/2026'],
    ['trước ngày 16/02/2026', 2026, '13/02/2026', 'Chủ nhật'],
    ['chậm nhất ngày 16/02/2026', 2026, '13/02/2026', '29 tháng Chạp'],
    ['chậm nhất ngày 20/02/2026', 2026, '13/02/2026', 'mùng 4 tháng Giêng'],
    ['trước ngày 23/02/2026', 2026, '13/02/2026', 'Tết Âm lịch Bính Ngọ'],
    ['Tháng 2', 2026, '27/02/2026', 'thứ Bảy'],
  ],
  'the Hùng Kings, Sunday 26 April 2026, made up on Monday; 30 April a Thursday': [
    ['chậm nhất ngày 26/4/2026', 2026, '24/04/2026', 'Giỗ Tổ Hùng Vương'],
    ['chậm nhất ngày 27/4/2026', 2026, '24/04/2026', 'nghỉ bù Giỗ Tổ Hùng Vương'],
    ['trước ngày 28/4/2026', 2026, '24/04/2026', 'nghỉ bù Giỗ Tổ Hùng Vương'],
    ['chậm nhất ngày 28/4/2026', 2026, '28/04/2026'],
    ['chậm nhất ngày 30/4/2026', 2026, '29/04/2026', 'Ngày Chiến thắng'],
    ['trước ngày 04/5/2026', 2026, '29/04/2026', 'Ngày Quốc tế Lao động'],
    ['chậm nhất ngày 04/5/2026', 2026, '04/05/2026'],
  ],
  'National Day 2026: Monday 31 August off, Saturday 22 August worked': [
    ['chậm nhất ngày 22/8/2026', 2026, '22/08/2026'],
    ['chậm nhất ngày 23/8/2026', 2026, '22/08/2026', 'Chủ nhật'],
    ['chậm nhất ngày 31/8/2026', 2026, '28/08/2026', 'hoán đổi'],
    ['chậm nhất ngày 02/9/2026', 2026, '28/08/2026', 'Quốc khánh'],
    ['trước ngày 03/9/2026', 2026, '28/08/2026', 'Quốc khánh'],
    ['chậm nhất ngày 03/9/2026', 2026, '03/09/2026'],
  ],
  'Culture Day, Tuesday 24 November, a holiday since 2026': [
    ['chậm nhất ngày 24/11/2025', 2025, '24/11/2025'], // a Monday like any other
    ['chậm nhất ngày 24/11/2026', 2026, '23/11/2026', 'Ngày Văn hóa Việt Nam'],
    ['trước ngày 25/11/2026', 2026, '23/11/2026', 'Ngày Văn hóa Việt Nam'],
  ],
  'stretches, the end of 2026 and rows without a time': [
    ['Quý II/2026', 2026, '30/06/2026'],
    ['Quý II, III năm 2021', 2021, '30/09/2021'],
    ['Trong năm 2026', 2026, '31/12/2026'],
    ['trước ngày 31/12/2026', 2026, '30/12/2026'],
    ['', 2026, '31/12/2026'],
    ['', 2023, '29/12/2023', 'Chủ nhật'],
    ['Hằng năm', 2024, '13/12/2024', 'Chủ nhật'],
    ['Hằng năm', 2026, '15/12/2026'],
    ['Trước ngày 15/12 hàng năm', 2024, '13/12/2024', 'thứ Bảy'],
    ['Trước ngày 15/12 hàng năm', 2025, '12/12/2025', 'Chủ nhật'],
    ['Trước ngày 20/11 hằng năm', 2025, '19/11/2025'],
  ],
};

/** The same for what returns within a year: its last days in order. */
const returning: readonly (readonly [wording: string, year: number, dues: string])[] = [
  ['trước ngày 15 tháng cuối quý', 2024, '14/03/2024 14/06/2024 13/09/2024 13/12/2024'],
  ['trước ngày 15 tháng cuối quý', 2025, '14/03/2025 13/06/2025 12/09/2025 12/12/2025'],
  ['trước ngày 15 tháng cuối quý', 2026, '13/03/2026 12/06/2026 14/09/2026 14/12/2026'],
  ['ngày 20 của tháng cuối hằng quý', 2026, '20/03/2026 19/06/2026 18/09/2026 18/12/2026'],
  // One report where periods end on one day: quarter I, 6 months, quarter III, year.
  ['Ngày 15 hằng quý, 6 tháng và năm', 2024, '15/03/2024 14/06/2024 13/09/2024 13/12/2024'],
  ['Ngày 15 hằng quý, 6 tháng và năm', 2025, '14/03/2025 13/06/2025 15/09/2025 15/12/2025'],
  ['Ngày 15 hằng quý, 6 tháng và năm', 2026, '13/03/2026 15/06/2026 15/09/2026 15/12/2026'],
  ['06 tháng, năm', 2026, '15/06/2026 15/12/2026'],
  ['Trước ngày 15/6 và 15/12 hằng năm', 2025, '13/06/2025 12/12/2025'],
  [
    'Trước ngày 05 của tháng liền kề', // Saturday 4 May 2024 was worked
    2024,
    '02/02/2024 04/03/2024 04/04/2024 04/05/2024 04/06/2024 04/07/2024 02/08/2024 04/09/2024 04/10/2024 04/11/2024 04/12/2024 03/01/2025',
  ],
  [
    'Trước ngày 05 của tháng liền kề',
    2026,
    '04/02/2026 04/03/2026 03/04/2026 04/05/2026 04/06/2026 03/07/2026 04/08/2026 04/09/2026 02/10/2026 04/11/2026 04/12/2026 04/01/2027',
  ],
  ['Trước ngày 10 tháng đầu của quý sau', 2024, '09/04/2024 09/07/2024 09/10/2024 09/01/2025'],
  [
    'Trước ngày 25 hằng tháng',
    2025,
    '24/01/2025 24/02/2025 24/03/2025 24/04/2025 23/05/2025 24/06/2025 24/07/2025 22/08/2025 24/09/2025 24/10/2025 24/11/2025 24/12/2025',
  ],
  [
    'Ngày 31 hằng tháng', // the last day where a month has no 31st; 30 April and 31 August are days off
    2026,
    '30/01/2026 27/02/2026 31/03/2026 29/04/2026 29/05/2026 30/06/2026 31/07/2026 28/08/2026 30/09/2026 30/10/2026 30/11/2026 31/12/2026',
  ],
  [
    'Định kỳ hằng tháng',
    2024,
    '15/01/2024 15/02/2024 15/03/2024 15/04/2024 15/05/2024 14/06/2024 15/07/2024 15/08/2024 13/09/2024 15/10/2024 15/11/2024 13/12/2024',
  ],
  ['Thường xuyên', 2025, '14/03/2025 13/06/2025 15/09/2025 15/12/2025'],
  ['Tháng 6 và tháng 12', 2024, '28/06/2024 31/12/2024'],
  [
    'Ban hành kế hoạch trong tháng 01/2026 và tổ chức thực hiện',
    2026,
    '30/01/2026 13/03/2026 15/06/2026 15/09/2026 15/12/2026',
  ],
  // From a day on: no period that ended before it.
  ['Báo cáo định kỳ hằng quý từ 01/7/2026', 2026, '15/09/2026 15/12/2026'],
  ['Báo cáo định kỳ hằng quý từ 01/7/2026', 2027, '15/03/2027 15/06/2027 15/09/2027 15/12/2027'],
  ['Thường xuyên từ tháng 7/2026', 2026, '15/09/2026 15/12/2026'],
  ['Ngày 20 tháng cuối quý (bắt đầu từ quý II/2026)', 2026, '19/06/2026 18/09/2026 18/12/2026'],
  [
    'Từ ngày 01/7/2026, định kỳ hằng tháng trước ngày 20',
    2026,
    '17/07/2026 19/08/2026 18/09/2026 19/10/2026 19/11/2026 18/12/2026',
  ],
  [
    'Kể từ tháng 7/2026, báo cáo trước ngày 05 tháng sau',
    2026,
    '04/08/2026 04/09/2026 02/10/2026 04/11/2026 04/12/2026 04/01/2027',
  ],
  [
    'Hằng tháng từ tháng 3 đến tháng 11/2026, trước ngày 25', // 24 May a Sunday, 24 October a Saturday
    2026,
    '24/03/2026 24/04/2026 22/05/2026 24/06/2026 24/07/2026 24/08/2026 24/09/2026 23/10/2026 23/11/2026',
  ],
  // Two periods with a day each, and two days of one period.
  [
    'Báo cáo tháng trước ngày 20, báo cáo quý trước ngày 15 tháng cuối quý',
    2026,
    '19/01/2026 13/02/2026 13/03/2026 19/03/2026 17/04/2026 19/05/2026 12/06/2026 19/06/2026 17/07/2026 19/08/2026 14/09/2026 18/09/2026 19/10/2026 19/11/2026 14/12/2026 18/12/2026',
  ],
  [
    'Báo cáo quý trước ngày 20 của tháng cuối quý; báo cáo năm trước ngày 10/12',
    2026,
    '19/03/2026 19/06/2026 18/09/2026 09/12/2026 18/12/2026',
  ],
  [
    'Ngày 10 và ngày 25 hằng tháng', // Saturday 10 January 2026 was worked
    2026,
    '10/01/2026 23/01/2026 10/02/2026 25/02/2026 10/03/2026 25/03/2026 10/04/2026 24/04/2026 08/05/2026 25/05/2026 10/06/2026 25/06/2026 10/07/2026 24/07/2026 10/08/2026 25/08/2026 10/09/2026 25/09/2026 09/10/2026 23/10/2026 10/11/2026 25/11/2026 10/12/2026 25/12/2026',
  ],
  [
    'Trước ngày 15 hằng tháng, riêng tháng 12 trước ngày 10',
    2026,
    '14/01/2026 13/02/2026 13/03/2026 14/04/2026 14/05/2026 12/06/2026 14/07/2026 14/08/2026 14/09/2026 14/10/2026 13/11/2026 09/12/2026',
  ],
  [
    'Trước ngày 15 của tháng cuối quý I, quý II, quý III và quý IV',
    2026,
    '13/03/2026 12/06/2026 14/09/2026 14/12/2026',
  ],
  ['Báo cáo quý I, 6 tháng đầu năm, 9 tháng và cả năm 2026', 2026, '13/03/2026 15/06/2026 15/09/2026 15/12/2026'],
  // What is printed of its report is all that is reported of what goes on.
  ['Thường xuyên; báo cáo trước ngày 20 tháng cuối quý', 2026, '19/03/2026 19/06/2026 18/09/2026 18/12/2026'],
  ['Ngày làm việc cuối cùng của quý', 2026, '31/03/2026 30/06/2026 30/09/2026 31/12/2026'],
  ['Hàng quý, chậm nhất ngày 05 của tháng đầu quý sau', 2026, '03/04/2026 03/07/2026 05/10/2026 05/01/2027'],
  [
    'Trong 5 ngày đầu của tháng tiếp theo',
    2026,
    '05/02/2026 05/03/2026 03/04/2026 05/05/2026 05/06/2026 03/07/2026 05/08/2026 04/09/2026 05/10/2026 05/11/2026 04/12/2026 05/01/2027',
  ],
];

const calendar = buildCalendar();
const comeTo = (wording: string, year: number) =>
  occurrences(readSchedule(wording, year).schedule, { year, settings: defaultSettings, calendar }).occurrences;

describe.each(Object.entries(byHand))('%s', (_name, rows) => {
  const cases = rows.map(([wording, year, due, moved]) => ({ wording, year, due, moved }));
  it.each(cases)('“$wording” in a plan for $year: $due', ({ wording, year, due, moved }) => {
    const [only, ...others] = comeTo(wording, year);
    expect(others).toEqual([]);
    expect(only && formatPlainDate(only.due)).toBe(due);
    if (moved === undefined) expect(only?.moved).toBeNull();
    else expect(only?.moved).toContain(moved);
  });
});

describe('what returns in a year', () => {
  it.each(returning)('“%s” in %i', (wording, year, dues) => {
    expect(comeTo(wording, year).map(({ due }) => formatPlainDate(due))).toEqual(dues.split(' '));
  });
});

describe('the table', () => {
  it('has at least 60 days of 2024–2026 worked out by hand, none of them impossible', () => {
    const days = [
      ...Object.values(byHand).flatMap((rows) => rows.map(([, , due]) => due)),
      ...returning.flatMap(([, , dues]) => dues.split(' ')),
    ];
    const dates = days.map((day) => day.split('/').map(Number)).map(([d = 0, m = 0, y = 0]) => findPlainDate(y, m, d));
    expect(dates.filter((date) => date === undefined)).toEqual([]);
    expect(dates.filter((date) => date && date >= '2024-01-01' && date <= '2026-12-31').length).toBeGreaterThan(60);
  });
});
