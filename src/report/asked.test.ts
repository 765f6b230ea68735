import { expect, it } from 'vitest';
import { askedFor } from './asked.ts';
import type { Asked } from './model.ts';

const cases: readonly [text: string, what: string | null, hasSchedule: boolean, asked: Asked][] = [
  ['Hằng quý, các xã báo cáo kết quả về Sở Nội vụ trước ngày 15', 'kết quả', true, 'report'],
  ['Báo cáo kết quả về UBND tỉnh trước ngày 31/12 để tổng hợp', 'kết quả thực hiện', true, 'report'],
  ['Gửi báo cáo về Sở Nội vụ để Sở tổng hợp, trình UBND tỉnh', 'kết quả', true, 'report'],
  ['Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 20 tháng cuối quý', null, true, 'consolidated'],
  ['Làm đầu mối theo dõi, tổng hợp tình hình, định kỳ báo cáo Chủ tịch', 'tình hình', true, 'consolidated'],
  ['Căn cứ nhiệm vụ được giao, xây dựng kế hoạch của đơn vị trước ngày 10/02', 'kế hoạch', true, 'own-plan'],
  ['Ban hành kế hoạch triển khai và gửi về Sở Nội vụ trong tháng 01', 'kế hoạch', true, 'own-plan'],
  ['Báo cáo kết quả thực hiện kế hoạch nâng cao Chỉ số', 'kết quả thực hiện', true, 'report'],
  ['Kịp thời báo cáo những khó khăn, vướng mắc để được tháo gỡ', 'vướng mắc', false, 'when-needed'],
  ['Nếu phát sinh vướng mắc, các đơn vị báo cáo UBND tỉnh xem xét', 'vướng mắc', false, 'when-needed'],
  ['Định kỳ báo cáo kết quả và khó khăn, vướng mắc', 'kết quả', true, 'report'],
];

it.each(cases)('“%s”', (text, what, hasSchedule, asked) => {
  expect(askedFor({ text, what, hasSchedule })).toBe(asked);
});
