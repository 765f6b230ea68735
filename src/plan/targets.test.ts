import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sharedAvailable, sharedPath } from '../../test/shared.ts';
import { readTargets } from './targets.ts';

const short = (text: string) => readTargets(text).map(({ op, value, unit }) => `${op} ${value} ${unit}`);

describe('a stated quantity', () => {
  test.each([
    ['100% thôn thực hiện đúng', ['= 100 %']],
    ['Tỷ lệ bao phủ BHYT đạt 92%', ['= 92 %']],
    ['tối thiểu 50%', ['>= 50 %']],
    ['đảm bảo đạt 90% trở lên các tuyến đường được cứng hóa', ['>= 90 %']],
    ['UBND cấp xã đạt tỷ lệ 80% đánh giá tốt trở lên', ['>= 80 %']],
    ['Có ít nhất 03 sáng kiến, giải pháp mới', ['>= 3 sáng kiến']],
    ['tổ chức ít nhất 1 lần/năm', ['>= 1 lần/năm']],
    ['ít nhất một lần/năm', ['>= 1 lần/năm']],
    ['trên 85%', ['> 85 %']],
    ['tỷ lệ hồ sơ trễ hẹn dưới 5%', ['< 5 %']],
    ['không quá 03 ngày làm việc', ['<= 3 ngày làm việc']],
    ['Giảm 10% chi trực tiếp so với năm 2021', ['decrease 10 %']],
    ['giảm chi trực tiếp ngân sách so với năm 2021 đạt 10%', ['decrease 10 %']],
    ['tăng ít nhất 02 bậc so với năm 2024', ['increase 2 bậc']],
    ['Phấn đấu đạt 42,49 điểm', ['= 42.49 điểm']],
    ['đạt từ 44 điểm trở lên', ['>= 44 điểm']],
    ['từ 80% đến 90%', ['>= 80 %']],
    ['thu ngân sách tối thiểu 1.500 tỷ đồng', ['>= 1500 tỷ đồng']],
    ['Nâng tỷ lệ hồ sơ trực tuyến lên 80%', ['= 80 %']],
    ['Tổ chức 02 lớp tập huấn', ['= 2 lớp tập huấn']],
    ['01 Kế hoạch; 04 báo cáo quý', ['= 1 kế hoạch', '= 4 báo cáo']],
    ['Tỷ lệ thu gom ≥ 95%; hồ sơ quá hạn < 1%', ['>= 95 %', '< 1 %']],
    ['Từ 90% đến dưới 95%', ['>= 90 %']],
    ['đạt tỷ lệ từ 95 - 100%', ['>= 95 %']],
    ['Cắt giảm ít nhất 30% thời gian giải quyết, 20% chi phí tuân thủ', ['decrease 30 %', 'decrease 20 %']],
    ['Hộ nghèo giảm 1,5%/năm', ['decrease 1.5 %/năm']],
    ['Phấn đấu thu hút trên 200 doanh nghiệp thành lập mới', ['> 200 doanh nghiệp']],
    ['100% cán bộ có trình độ đại học trở lên', ['= 100 %']],
    ['100% UBND cấp huyện, 100% UBND cấp xã tổ chức ít nhất 1 lần/năm', ['= 100 %', '= 100 %', '>= 1 lần/năm']],
  ])('is read: “%s”', (text, expected) => expect(short(text)).toEqual(expected));

  test.each([
    'Trẻ em dưới 6 tuổi được khám bệnh miễn phí',
    'Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ',
    'dịch vụ công trực tuyến mức độ 3, 4',
    'giải quyết đúng hạn tại 02 cấp chính quyền',
    'thực hiện ở 3 lĩnh vực: chứng thực; cấp phép xây dựng; đất đai',
    'chất lượng không khí tốt hơn 3 năm trước',
    'Kế hoạch sử dụng đất năm 2021, thời kỳ 2021-2030',
    'kỷ luật từ mức khiển trách trở lên',
    'chuyển đổi IPv4 sang công nghệ IPv6',
    'Trả lời 24/7 qua đường dây nóng',
    'Báo cáo định kỳ 6 tháng/lần',
    'Chủ động trong 08 chỉ số nội dung',
    '',
  ])('is not seen where a number only describes: “%s”', (text) => expect(readTargets(text)).toEqual([]));

  it('tells whose it is, from when it counts and where it stands', () => {
    expect(readTargets('- 100% thôn thực hiện đúng. - Giảm 10% chi trực tiếp NSNN so với năm 2021')).toEqual([
      { subject: 'thôn', op: '=', value: 100, unit: '%', baseline: null, quote: '100% thôn thực hiện đúng' },
      {
        subject: 'chi trực tiếp NSNN',
        op: 'decrease',
        value: 10,
        unit: '%',
        baseline: '2021',
        quote: 'Giảm 10% chi trực tiếp NSNN so với năm 2021',
      },
    ]);
  });

  it('may be a direction alone, when the year it counts from is said', () => {
    expect(readTargets('Phấn đấu Chỉ số PAPI năm 2024 tăng điểm so với năm 2023')).toMatchObject([
      { op: 'increase', value: null, unit: null, baseline: '2023' },
    ]);
    expect(readTargets('Tăng cường tuyên truyền, giảm phiền hà cho người dân')).toEqual([]);
  });

  it('is read back as written, whatever the number', () => {
    const worded = fc.constantFrom(
      ['tối thiểu', '>='] as const,
      ['ít nhất', '>='] as const,
      ['không dưới', '>='] as const,
      ['trên', '>'] as const,
      ['dưới', '<'] as const,
      ['không quá', '<='] as const,
      ['đạt', '='] as const,
    );
    fc.assert(
      fc.property(worded, fc.integer({ min: 1, max: 9999 }), ([word, op], hundredths) => {
        const value = hundredths / 100;
        const printed = String(value).replace('.', ',');
        expect(readTargets(`Tỷ lệ hồ sơ đúng hạn ${word} ${printed}%`)).toMatchObject([{ op, value, unit: '%' }]);
      }),
    );
  });

  it.skipIf(!sharedAvailable)('is found in every sample row of real plans, and no more', () => {
    const rows = JSON.parse(readFileSync(sharedPath('gold', 'samples.json'), 'utf8'));
    for (const row of rows.filter((one: { quantities?: string[] }) => one.quantities)) {
      const found = readTargets(`${row.text}\n${row.result ?? ''}`).filter((target) => target.value !== null);
      expect(found.map((target) => `${target.op}${target.value}`).sort(), `${row.plan} ${row.row}`).toEqual(
        [...row.quantities].sort(),
      );
    }
  });
});
