import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sharedAvailable, sharedPath } from '../../test/shared.ts';
import { findAgencies, readAgencies } from './agencies.ts';

/** Cells as plans print them, and the agencies in them. */
const cells: readonly (readonly [string, readonly string[], (readonly string[])?])[] = [
  ['', []],
  ['Sở Nội vụ', ['Sở Nội vụ']],
  ['Phòng Nội vụ;', ['Phòng Nội vụ']],
  ['Sở Y tế; Sở Giáo dục', ['Sở Y tế', 'Sở Giáo dục']],
  ['Sở Nội vụ/Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Nội vụ - Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['- Sở Nội vụ\n- UBND các xã', ['Sở Nội vụ', 'UBND các xã']],
  // One name or one set phrase stays one.
  ['Sở Lao động, Thương binh và Xã hội', ['Sở Lao động, Thương binh và Xã hội']],
  ['Sở Lao động - Thương binh và Xã hội', ['Sở Lao động - Thương binh và Xã hội']],
  ['Sở Văn hóa, Thể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
  ['Phòng Tài chính – Kế hoạch thành phố', ['Phòng Tài chính – Kế hoạch thành phố']],
  ['Trung tâm Văn hóa - Thể thao và Truyền thông', ['Trung tâm Văn hóa - Thể thao và Truyền thông']],
  ['Văn phòng HĐND và UBND thành phố', ['Văn phòng HĐND và UBND thành phố']],
  ['Văn phòng HĐND-UBND thị xã', ['Văn phòng HĐND-UBND thị xã']],
  ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', ['Văn phòng Đoàn ĐBQH và HĐND tỉnh']],
  ['Đài Phát thanh và Truyền hình tỉnh', ['Đài Phát thanh và Truyền hình tỉnh']],
  ['Các sở, ban, ngành', ['Các sở, ban, ngành']],
  ['Các cơ quan, đơn vị, địa phương', ['Các cơ quan, đơn vị, địa phương']],
  ['Các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở', ['Các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở']],
  ['các tổ chức chính trị - xã hội', ['các tổ chức chính trị - xã hội']],
  ['thôn, tổ dân phố', ['thôn, tổ dân phố']],
  ['UBND các xã, phường, đặc khu', ['UBND các xã, phường, đặc khu']],
  ['UBND các huyện, thị xã, thành phố', ['UBND các huyện, thị xã, thành phố']],
  ['Chủ tịch UBND phường, xã', ['Chủ tịch UBND phường, xã']],
  ['Thủ trưởng các phòng ban, ngành', ['Thủ trưởng các phòng ban, ngành']],
  ['Trạm trưởng Trạm Y tế các phường, xã', ['Trạm trưởng Trạm Y tế các phường, xã']],
  ['Ban Chỉ đạo Cải cách hành chính và Chuyển đổi số tỉnh', ['Ban Chỉ đạo Cải cách hành chính và Chuyển đổi số tỉnh']],
  ['Ban Tuyên giáo và Dân vận Tỉnh ủy', ['Ban Tuyên giáo và Dân vận Tỉnh ủy']],
  ['Sở Nội vụ (Chi cục Văn thư - Lưu trữ)', ['Sở Nội vụ (Chi cục Văn thư - Lưu trữ)']],
  ['các đơn vị trực thuộc Sở', ['các đơn vị trực thuộc Sở']],
  ['các cơ quan, đơn vị có thẩm quyền tuyển dụng', ['các cơ quan, đơn vị có thẩm quyền tuyển dụng']],
  // A set phrase ends where a name of its own begins.
  ['Các phòng, ban, đơn vị, UBND thị xã', ['Các phòng, ban, đơn vị', 'UBND thị xã']],
  ['Các Sở, Ban, ngành, UBND cấp huyện', ['Các Sở, Ban, ngành', 'UBND cấp huyện']],
  ['Các cơ quan, đơn vị, UBND các phường, xã', ['Các cơ quan, đơn vị', 'UBND các phường, xã']],
  [
    'UBMT Tổ quốc Việt Nam, đoàn thể các cấp và đại biểu HĐND xã, phường, UBND cấp huyện',
    ['UBMT Tổ quốc Việt Nam', 'đoàn thể các cấp', 'đại biểu HĐND xã, phường', 'UBND cấp huyện'],
  ],
  [
    'UBND cấp huyện và các cơ quan chuyên môn thuộc UBND cấp huyện; UBND cấp xã trên địa bàn tỉnh',
    ['UBND cấp huyện', 'các cơ quan chuyên môn thuộc UBND cấp huyện', 'UBND cấp xã trên địa bàn tỉnh'],
  ],
  // A head said once for two.
  ['UBND cấp huyện,cấp xã', ['UBND cấp huyện', 'UBND cấp xã']],
  ['Công an cấp huyện, cấp xã', ['Công an cấp huyện', 'Công an cấp xã']],
  ['UBND cấp tỉnh, huyện, xã', ['UBND cấp tỉnh', 'UBND cấp huyện', 'UBND cấp xã']],
  ['Chủ tịch UBND cấp huyện, cấp xã', ['Chủ tịch UBND cấp huyện', 'Chủ tịch UBND cấp xã']],
  ['Các Sở: Nội vụ, Tài chính; UBND cấp xã', ['Sở Nội vụ', 'Sở Tài chính', 'UBND cấp xã']],
  // A separator lost, a line wrapped.
  ['Sở Giáo dục và Đào tạo UBND cấp huyện', ['Sở Giáo dục và Đào tạo', 'UBND cấp huyện']],
  [
    'Sở Tài nguyên và Môi trường Văn Phòng UBND tỉnh, Sở Nội vụ',
    ['Sở Tài nguyên và Môi trường', 'Văn Phòng UBND tỉnh', 'Sở Nội vụ'],
  ],
  ['Sở Nội vụ\nSở Tài chính\nUBND\ncấp huyện, cấp xã', ['Sở Nội vụ', 'Sở Tài chính', 'UBND cấp huyện', 'UBND cấp xã']],
  ['UBMT\nTổ\nquốc Việt Nam', ['UBMT Tổ quốc Việt Nam']],
  ['Sở Lao động\n- Thương binh và\nXã hội', ['Sở Lao động - Thương binh và Xã hội']],
  ['UBND huyện - Ủy ban MTTQ huyện', ['UBND huyện', 'Ủy ban MTTQ huyện']],
  ['1. Sở Nội vụ\n2. Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Nội vụ<br>Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  // Bodies of the Party, central bodies, today's communes.
  ['Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', ['Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ']],
  ['Bộ Tài chính, Bộ Công an', ['Bộ Tài chính', 'Bộ Công an']],
  ['Văn phòng HĐND&UBND xã; Phòng Văn hoá - Xã hội', ['Văn phòng HĐND&UBND xã', 'Phòng Văn hoá - Xã hội']],
  [
    'Trung tâm Phục vụ hành chính công tỉnh và cấp xã',
    ['Trung tâm Phục vụ hành chính công tỉnh', 'Trung tâm Phục vụ hành chính công cấp xã'],
  ],
  ['Liên đoàn Lao động tỉnh, Tỉnh đoàn', ['Liên đoàn Lao động tỉnh', 'Tỉnh đoàn']],
  // Slips are kept.
  ['Phòn Kinh tế thành phố', ['Phòn Kinh tế thành phố']],
  ['UBND cập huyện, cấp xã', ['UBND cập huyện', 'UBND cấp xã']],
  ['UUBMT Tổ quốc Việt Nam và Đoàn thể các cấp', ['UUBMT Tổ quốc Việt Nam', 'Đoàn thể các cấp']],
  ['Sở Tài nguyên và Môi trườg; Văn phng UBND tỉnh', ['Sở Tài nguyên và Môi trườg', 'Văn phng UBND tỉnh']],
  ['Chu tịch UBND phường, xã', ['Chu tịch UBND phường, xã']],
  ['Các sở, bn, ngành; So Nội vụ', ['Các sở, bn, ngành', 'So Nội vụ']],
  // Abbreviations.
  ['Sở TN&MT; Sở NN và PTNT; Sở VH,TT&DL', ['Sở TN&MT', 'Sở NN và PTNT', 'Sở VH,TT&DL']],
  ['Phòng Tài nguyên & MT, Phòng QLĐT; P. Nội vụ', ['Phòng Tài nguyên & MT', 'Phòng QLĐT', 'P. Nội vụ']],
  // Who helps whom.
  [
    'Sở GD&ĐT, UBND cấp huyện, cấp xã phối hợp với MTTQ và các đoàn thể',
    ['Sở GD&ĐT', 'UBND cấp huyện', 'UBND cấp xã'],
    ['MTTQ', 'các đoàn thể'],
  ],
  ['Sở Nội vụ chủ trì; các sở, ngành phối hợp', ['Sở Nội vụ'], ['các sở, ngành']],
  ['Chủ trì: Sở Nội vụ; phối hợp: các sở, ngành', ['Sở Nội vụ'], ['các sở, ngành']],
];

describe('a cell of agencies', () => {
  test.each(cells.map(([cell, names, cooperate = []]) => ({ cell, names, cooperate })))(
    '“$cell”',
    ({ cell, names, cooperate }) => {
      expect(readAgencies(cell)).toMatchObject({ names, cooperate });
    },
  );

  it('is certain of the forms it knows and doubts the others', () => {
    expect(readAgencies('Sở Nội vụ; UBND cấp huyện, cấp xã').confidence).toBeGreaterThanOrEqual(0.97);
    expect(readAgencies('Sở Giáo dục và Đào tạo UBND cấp huyện').confidence).toBeLessThan(0.97);
    expect(readAgencies('Xử lý dứt điểm').confidence).toBeLessThan(0.7);
  });

  it('that points to the row above holds no names', () => {
    expect(readAgencies('Như trên')).toMatchObject({ names: [], confidence: 0.3 });
  });
});

const known = [
  'Sở Nội vụ',
  'Sở Lao động, Thương binh và Xã hội',
  'Thanh tra tỉnh',
  'UBND cấp xã',
  'UBND các xã, phường, đặc khu',
  'Văn phòng HĐND và UBND huyện',
  'Phòng Tài chính - Kế hoạch',
  'Các sở, ban, ngành',
  'Công an tỉnh',
  'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  'Trung tâm Phục vụ hành chính công tỉnh',
  'Bảo hiểm xã hội tỉnh',
  'Chủ tịch UBND các xã, phường',
  'Sở Nông nghiệp và Môi trường',
  'Đài Phát thanh và Truyền hình tỉnh',
  'các cơ quan, đơn vị có liên quan',
  'Hội Nông dân tỉnh',
  'Phòng Văn hóa - Xã hội',
];

describe('known names', () => {
  it('come back whatever separates them', () => {
    const lists = fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lists, fc.constantFrom('; ', ';', ';\n', ', ', '\n- '), (names, separator) => {
        expect(readAgencies(names.join(separator)).names).toEqual(names);
      }),
    );
  });

  it('come back in decomposed Unicode, composed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), (name) => {
        expect(readAgencies(name.normalize('NFD')).names).toEqual([name]);
      }),
    );
  });

  it('never make the reader fail, whatever stands among them', () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...known, ', ', ' và ', '(', ')', '- ', 'cấp xã', 'các', ':'), fc.string()),
    );
    fc.assert(fc.property(pieces, (parts) => readAgencies(parts.join('')).confidence >= 0));
  });
});

describe('the head of a sentence', () => {
  test.each([
    ['Thủ trưởng các Sở, Ban, ngành', ['Thủ trưởng các Sở, Ban, ngành'], [], ''],
    [
      'Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh',
      ['Sở Nội vụ'],
      ['Sở Tài chính'],
      ' tham mưu UBND tỉnh',
    ],
    [
      '10. Sở Thông tin và Truyền thông có trách nhiệm: a) Chủ trì',
      ['Sở Thông tin và Truyền thông'],
      [],
      ' có trách nhiệm: a) Chủ trì',
    ],
    ['5. Đề nghị Ban Tuyên giáo Thành uỷ', ['Ban Tuyên giáo Thành uỷ'], [], ''],
    [
      'Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai',
      ['các cơ quan, đơn vị, địa phương'],
      [],
      ' nghiêm túc triển khai',
    ],
    ['Phòng Nội vụ tổng hợp, báo cáo UBND thị xã', ['Phòng Nội vụ'], [], ' tổng hợp, báo cáo UBND thị xã'],
  ])('names those who must act: “%s”', (sentence, names, cooperate, rest) => {
    const found = findAgencies(sentence);
    expect(found).toMatchObject({ names, cooperate });
    expect(sentence.slice(found.end)).toBe(rest);
  });

  test.each([
    'Ban hành kế hoạch',
    'Tổ chức triển khai các nhiệm vụ',
    'Báo cáo kết quả thực hiện',
    'Thanh tra, kiểm tra việc thực hiện',
    'Thường xuyên theo dõi',
  ])('names nobody where an act stands first: “%s”', (sentence) =>
    expect(findAgencies(sentence)).toMatchObject({ names: [], cooperate: [], end: 0 }),
  );
});

describe.skipIf(!sharedAvailable)('the sample rows of real plans', () => {
  type Row = { lead?: string[]; implement?: string[]; cooperate?: string[]; monitor?: string[] };
  const rows: Row[] = sharedAvailable
    ? [
        ...JSON.parse(readFileSync(sharedPath('gold', 'samples.json'), 'utf8')),
        ...['gia-nghia-2024', 'quang-nam-2023'].flatMap(
          (plan) => JSON.parse(readFileSync(sharedPath('gold', `${plan}.json`), 'utf8')).tasks,
        ),
      ]
    : [];

  it('give back every list of agencies that is joined as a plan joins it', () => {
    for (const row of rows)
      for (const names of [row.lead, row.implement, row.cooperate, row.monitor])
        if (names) expect(readAgencies(names.join('; ')).names).toEqual(names);
  });
});
