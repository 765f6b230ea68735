import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { readTargets } from '../targets.ts';

/** "whose: op value unit (baseline)"; a dash where nobody is named. */
const said = (text: string): string[] =>
  readTargets(text).map(({ subject, op, value, unit, baseline }) =>
    `${subject ?? '-'}: ${op} ${value ?? ''} ${unit ?? ''}${baseline ? ` (${baseline})` : ''}`.replace(/\s+/g, ' '),
  );

const wordings: readonly (readonly [string, ...string[]])[] = [
  // A range is met from its lower bound.
  ['80% - 90%', '-: >= 80 %'],
  ['80 – 85%', '-: >= 80 %'],
  ['đạt 80% - 90% hồ sơ trực tuyến', 'hồ sơ trực tuyến: >= 80 %'],
  ['tăng trưởng đạt 8-8,5%', 'tăng trưởng: >= 8 %'],
  ['80% đến dưới 90%', '-: >= 80 %'],
  ['tỷ lệ trễ hạn không quá 1-2%', 'tỷ lệ trễ hạn: <= 2 %'],
  ['tăng 10-15%/năm', '-: increase 10 %/năm'],
  ['tăng từ 0,2 đến 0,5 điểm', '-: increase 0.2 điểm'],
  ['Giảm 5% - 10% số vụ khiếu nại', 'vụ khiếu nại: decrease 5 %'],
  // From where it stands to where it must go.
  ['giảm từ 3% xuống dưới 1%', '-: < 1 % (3%)'],
  ['giảm tỷ lệ hồ sơ trễ hạn từ 3% xuống dưới 1%', 'tỷ lệ hồ sơ trễ hạn: < 1 % (3%)'],
  ['tăng từ 70% lên 85%', '-: = 85 % (70%)'],
  ['Nâng tỷ lệ hài lòng từ 70% năm 2025 lên 85% năm 2026', 'tỷ lệ hài lòng: = 85 % (70% năm 2025)'],
  ['giảm tỷ lệ hộ nghèo xuống dưới 1%', 'tỷ lệ hộ nghèo: < 1 %'],
  ['Tỷ lệ hộ nghèo giảm còn 2%', 'Tỷ lệ hộ nghèo: = 2 %'],
  ['rút ngắn thời gian xuống còn 02 ngày', 'thời gian: = 2 ngày'],
  // Changes.
  ['tăng ít nhất 5 bậc', '-: increase 5 bậc'],
  ['tăng hạng ít nhất 03 bậc so với năm 2025', '-: increase 3 bậc (2025)'],
  ['phấn đấu tăng từ 05 bậc trở lên so với năm 2023', '-: increase 5 bậc (2023)'],
  ['thăng 5 bậc', '-: increase 5 bậc'],
  ['Tăng tối thiểu 0,5 điểm so với năm 2024', '-: increase 0.5 điểm (2024)'],
  ['tăng bình quân 8%/năm', '-: increase 8 %/năm'],
  ['giảm ít nhất 50% số vụ', 'vụ: decrease 50 %'],
  ['giảm 1/2 thời gian', 'thời gian: decrease 50 %'],
  ['Cắt giảm tối thiểu 30% chi phí tuân thủ', 'chi phí tuân thủ: decrease 30 %'],
  ['Tăng 1,5 lần so với năm 2024', '-: increase 1.5 lần (2024)'],
  ['Giảm 02 ngày so với quy định', '-: decrease 2 ngày'],
  // Places in a ranking.
  ['duy trì trong nhóm 10', '-: <= 10 hạng'],
  ['Duy trì Chỉ số PAPI trong nhóm 10 tỉnh, thành phố dẫn đầu cả nước', 'Chỉ số PAPI: <= 10 hạng'],
  ['Phấn đấu PAPI nằm trong nhóm 15 tỉnh đạt điểm cao nhất', 'PAPI: <= 15 hạng'],
  ['Chỉ số cải cách hành chính xếp trong nhóm 10/34', 'Chỉ số cải cách hành chính: <= 10 hạng'],
  ['xếp hạng từ 15 trở lên', '-: <= 15 hạng'],
  ['phấn đấu vào top 20', '-: <= 20 hạng'],
  // None at all.
  ['không để xảy ra trường hợp nào cán bộ vi phạm', 'cán bộ vi phạm: = 0 trường hợp'],
  ['Không có hồ sơ trễ hạn', 'hồ sơ trễ hạn: = 0 hồ sơ'],
  ['Không để hồ sơ quá hạn', 'hồ sơ quá hạn: = 0 hồ sơ'],
  // Bounds.
  ['đạt từ 8,5 điểm trở lên', '-: >= 8.5 điểm'],
  ['phấn đấu ≥ 90%', '-: >= 90 %'],
  ['>=95%', '-: >= 95 %'],
  ['≤ 2%', '-: <= 2 %'],
  ['tối đa không quá 5%', '-: <= 5 %'],
  ['hồ sơ trễ hẹn không vượt quá 1%', 'hồ sơ trễ hẹn: <= 1 %'],
  ['trên 90% người dân hài lòng', 'người dân: > 90 %'],
  ['90% trở lên người dân và trên 85% doanh nghiệp', 'người dân: >= 90 %', 'doanh nghiệp: > 85 %'],
  ['Phấn đấu 80% trở lên số xã đạt chuẩn', 'xã: >= 80 %'],
  ['ít nhất 2/3 số thôn', 'thôn: >= 66.67 %'],
  ['gần 100%', '-: = 100 %'],
  // Shares.
  ['100% (đến 2026)', '-: = 100 %'],
  ['Đến năm 2026: 100% hồ sơ được số hóa', 'hồ sơ: = 100 %'],
  ['100% cơ quan, đơn vị thực hiện công khai', 'cơ quan, đơn vị: = 100 %'],
  ['100% trẻ em dưới 6 tuổi được cấp thẻ BHYT', 'trẻ em dưới 6 tuổi: = 100 %'],
  ['Tỷ lệ người dân tham gia BHYT đạt trên 95% dân số', 'Tỷ lệ người dân tham gia BHYT: > 95 %'],
  ['Mức độ hài lòng của người dân đạt 90% trở lên', 'Mức độ hài lòng của người dân: >= 90 %'],
  ['100% xã, 95% thôn', 'xã: = 100 %', 'thôn: = 95 %'],
  // Counts.
  ['01 lần/quý', '-: = 1 lần/quý'],
  ['4 cuộc/năm', 'cuộc: = 4 cuộc/năm'],
  ['tổ chức 02 cuộc đối thoại/năm', 'cuộc đối thoại: = 2 cuộc đối thoại/năm'],
  ['mỗi tháng ít nhất 02 tin, bài', 'tin, bài: >= 2 tin, bài'],
  ['02 hội nghị, 03 lớp tập huấn', 'hội nghị: = 2 hội nghị', 'lớp tập huấn: = 3 lớp tập huấn'],
  ['01 Quyết định', '-: = 1 quyết định'],
  ['tối thiểu 1.500 hộ', 'hộ: >= 1500 hộ'],
  ['Thu ngân sách đạt 12.345,6 tỷ đồng', 'Thu ngân sách: = 12345.6 tỷ đồng'],
  ['đạt 42,49 điểm, xếp hạng từ 20 trở lên', '-: = 42.49 điểm', '-: <= 20 hạng'],
  // Two bullets on one line are no range.
  ['100% thôn - 95% xã', 'thôn: = 100 %', 'xã: = 95 %'],
];

describe('a stated quantity', () => {
  test.each(wordings.map(([wording, ...expected]) => ({ wording, expected })))('“$wording”', ({ wording, expected }) =>
    expect(said(wording)).toEqual(expected),
  );

  test.each([
    'người trên 60 tuổi',
    'phụ nữ từ 15 đến 49 tuổi',
    'Nghị quyết số 57-NQ/TW',
    'Nghị quyết số 57',
    'Luật số 72/2025/QH15',
    'Thông tư 01/2021',
    'ngày 15/3/2026',
    'điện thoại: 0235.3810.123',
    'ĐT 0909123456',
    'Phụ lục 2',
    'phụ lục 01, 02',
    'kinh phí 500 triệu đồng theo Quyết định số 12',
    'mức hỗ trợ 1.490.000 đồng/tháng',
    'Điều 15, khoản 2',
    'chính quyền 2 cấp',
    'cấp độ 3',
    'thủ tục nhóm 2',
    'Đề án 06',
    'Chương trình 135',
    'tiêu chí 18.4',
    '3 tại chỗ, 4 không',
    'tổ 7, khu phố 5',
    'ISO 9001:2015',
    'giai đoạn 2026 - 2030',
    '6 tháng đầu năm',
    '8 chỉ số nội dung',
    '34 tỉnh, thành phố',
    'thuộc nhóm cao nhất',
    'giải quyết trong 3 ngày',
    'trong thời hạn 05 ngày làm việc',
    'tỷ lệ 1/1000',
    'không để xảy ra điểm nóng',
  ])('is none: “%s”', (text) => expect(said(text)).toEqual([]));

  it('is one, whatever two bounds a range has', () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 })).filter(([a, b]) => a < b);
    const joint = fc.constantFrom('-', ' - ', ' – ', '% - ', '%-', '% đến ', ' đến ', '% đến dưới ');
    fc.assert(
      fc.property(ends, joint, fc.constantFrom('', 'đạt ', 'từ ', 'đạt tỷ lệ từ '), ([low, high], sign, lead) => {
        expect(readTargets(`${lead}${low}${sign}${high}%`)).toMatchObject([{ op: '>=', value: low, unit: '%' }]);
      }),
      shareOf(200, 5000),
    );
  });

  it('is found in time, however long the text', () => {
    for (const piece of ['từ 3% ', 'không có hồ sơ ', 'tăng 5 ', '1.000', 'nhóm 10 ', 'ít nhất 2/3 ', 'tỷ lệ a b '])
      expect(readTargets(piece.repeat(100_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
  }, 20_000);

  it('never fails, whatever is printed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => readTargets(text).every(({ quote }) => quote !== '')),
      shareOf(200, 5000),
    );
  });
});
