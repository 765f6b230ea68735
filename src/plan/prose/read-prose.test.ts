import { expect, test } from 'vitest';
import { readText } from '../../document/text/read-text.ts';
import { readHead } from '../head/read-head.ts';
import { readProse } from './read-prose.ts';

function prose(...lines: string[]) {
  const document = readText(lines.join('\n\n'), 'text');
  const { duties, reporting } = readProse(document, readHead(document), true);
  return { duties, reporting };
}
const opening = [
  'Minh Hà, ngày 02 tháng 02 năm 2025',
  'KẾ HOẠCH',
  'Nâng cao Chỉ số PAPI năm 2025',
  'I. MỤC ĐÍCH, YÊU CẦU',
  'a) Các cơ quan, đơn vị đẩy mạnh tuyên truyền.',
];
const table =
  'TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tRà soát\tSở Nội vụ\tThường xuyên\n2\tCông khai\tSở Tài chính\tHằng năm';
const plan = (...organisation: string[]) =>
  prose(
    ...opening,
    'II. TỔ CHỨC THỰC HIỆN',
    ...organisation,
    'Trên đây là Kế hoạch, yêu cầu các cơ quan nghiêm túc thực hiện./.',
    'Nơi nhận:\n- Lưu: VT.',
    'PHỤ LỤC',
    table,
  );
const sections = ({ duties }: ReturnType<typeof plan>) => duties.map(({ section, items }) => [section, items.length]);

test('each numbered clause headed by agencies is a duty with its bullets as items', () => {
  const read = plan(
    '1. Thủ trưởng các sở, ban, ngành',
    '- Xây dựng kế hoạch.',
    '- Tăng cường kiểm tra.',
    '2. Sở Nội vụ có trách nhiệm:',
    'a) Theo dõi, đôn đốc.',
    '3. Thanh tra tỉnh chủ trì, phối hợp phòng, chống tham nhũng.',
  );
  expect(sections(read)).toEqual([
    ['1', 2],
    ['2', 1],
    ['3', 1],
  ]);
  expect(read.duties[0]).toMatchObject({ modality: 'assign', agencies: ['Thủ trưởng các sở, ban, ngành'] });
  expect(read.duties[2]?.items[0]?.text).toBe('chủ trì, phối hợp phòng, chống tham nhũng.');
});

test('a plain paragraph under its heading is its item', () => {
  expect(sections(plan('1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Phối hợp tuyên truyền.'))).toEqual([
    ['1', 1],
  ]);
});

test('bullets under a bullet that only names agencies are theirs', () => {
  const [duty] = plan(
    '1. Các sở, ban, ngành; UBND các huyện',
    '- Xây dựng kế hoạch.',
    '- UBND cấp huyện:',
    '+ Thường xuyên đôn đốc.',
    '+ Giải trình.',
  ).duties;
  expect(duty?.items.map(({ agencies }) => agencies)).toEqual([[], ['UBND cấp huyện'], ['UBND cấp huyện']]);
});

test('a lead-in under the heading says whose the bullets are and is no item', () => {
  const [duty] = plan(
    '1. Các đơn vị được UBND tỉnh giao làm đầu mối tham mưu',
    'Giao Thủ trưởng các cơ quan chuyên môn có trách nhiệm:',
    '- Chủ động triển khai.',
    '- Hướng dẫn nghiệp vụ.',
  ).duties;
  expect(duty).toMatchObject({ agencies: ['Thủ trưởng các cơ quan chuyên môn'] });
  expect(duty?.items).toHaveLength(2);
});

test('the closing formula and what stands after it is no item', () => {
  const read = plan(
    '1. Sở Nội vụ',
    '- Theo dõi, đôn đốc.',
    'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo UBND tỉnh.',
  );
  expect(sections(read)).toEqual([['1', 1]]);
});

test('purposes and headings that begin like the organisation part are none', () => {
  const read = prose(
    ...opening,
    'II. NỘI DUNG',
    '1. Tổ chức thực hiện tốt nhiệm vụ chuyên môn gắn với Chỉ số PAPI:',
    '- Các cơ quan chủ động thực hiện.',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ',
    '- Theo dõi.',
    'Nơi nhận:\n- Lưu: VT.',
    'PHỤ LỤC',
    table,
  );
  expect(sections(read)).toEqual([['1', 1]]);
});

test('without a table of tasks the clauses headed by agencies are duties wherever they stand', () => {
  const read = prose(
    ...opening,
    'II. NHIỆM VỤ',
    '1. Công khai, minh bạch',
    'a) Phòng Tư pháp chủ trì tuyên truyền pháp luật.',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Phòng Nội vụ',
    '- Theo dõi.',
  );
  expect(sections(read)).toEqual([
    ['a', 1],
    ['1', 1],
  ]);
});

test('a dispatch orders in its body, or asks whom it is addressed to', () => {
  const read = prose(
    'V/v nâng cao Chỉ số PAPI',
    'Kính gửi: Các sở, ban, ngành.',
    'Sở Nội vụ đề nghị các sở, ban, ngành thực hiện một số nội dung sau:',
    '1. Rà soát các tiêu chí bị mất điểm.',
    '2. Báo cáo kết quả về Sở Nội vụ trước ngày 20/3/2025.',
    'Sở Nội vụ trân trọng đề nghị quý cơ quan quan tâm./.',
  );
  expect(sections(read)).toEqual([
    ['1', 1],
    ['2', 1],
  ]);
  expect(read.duties[0]).toMatchObject({ modality: 'request', agencies: ['các sở, ban, ngành'] });
  expect(read.reporting).toMatchObject([
    {
      who: ['các sở, ban, ngành'],
      what: 'kết quả',
      to: 'Sở Nội vụ',
      schedule: { kind: 'deadline', by: '2025-03-20', exclusive: true },
    },
  ]);
});

test('a directive’s numbered orders stand beside its own organisation clause', () => {
  const read = prose(
    'CHỈ THỊ',
    'Về việc nâng cao Chỉ số PAPI',
    'Chủ tịch UBND tỉnh yêu cầu:',
    '1. Sở Nội vụ',
    'a) Chủ trì theo dõi.',
    'b) Hằng quý tổng hợp, báo cáo Chủ tịch UBND tỉnh.',
    '2. Tổ chức thực hiện',
    'Giao Sở Tài chính đôn đốc việc thực hiện.',
  );
  expect(sections(read)).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
  expect(read.reporting).toMatchObject([
    { to: 'Chủ tịch UBND tỉnh', schedule: { kind: 'recurring', every: 'quarter' } },
  ]);
});

test('a dispatch may order in one sentence; what the report is for is no report', () => {
  const read = prose(
    'V/v báo cáo kết quả thực hiện Chỉ số PAPI năm 2025',
    'Kính gửi: UBND các phường, xã.',
    'Để kịp thời tổng hợp báo cáo UBND tỉnh, Phòng Nội vụ đề nghị UBND các phường, xã báo cáo kết quả thực hiện, gửi về Phòng Nội vụ trước ngày 10/6/2025 để tổng hợp, báo cáo UBND thành phố.',
    'Đề nghị các đơn vị quan tâm thực hiện./.',
  );
  expect(sections(read)).toEqual([[null, 1]]);
  expect(read.reporting).toMatchObject([
    { who: ['UBND các phường, xã'], what: 'kết quả thực hiện', to: 'Phòng Nội vụ' },
  ]);
});

test('clauses without numbers are headed by a line of agencies', () => {
  const read = plan(
    'Phòng Văn hóa - Xã hội:',
    '- Chủ trì tham mưu.',
    '- Tuyên truyền.',
    'Giao Phòng Kinh tế',
    '- Công khai quy hoạch.',
    'Các thôn căn cứ Kế hoạch này tổ chức thực hiện.',
  );
  expect(sections(read)).toEqual([
    [null, 2],
    [null, 1],
    [null, 1],
  ]);
});

test('a clause about a topic gives the duties of the agencies named under it', () => {
  const read = plan(
    '1. Kinh phí thực hiện',
    'Từ ngân sách nhà nước.',
    '2. Phân công trách nhiệm',
    '2.1. Sở Nội vụ',
    '- Theo dõi.',
    '2.2. Sở Tài chính: thẩm định dự toán.',
    '3. Chế độ báo cáo',
    'Các cơ quan, đơn vị báo cáo UBND tỉnh trước ngày 15 tháng cuối quý.',
  );
  expect(sections(read)).toEqual([
    ['2.1', 1],
    ['2.2', 1],
    ['3', 1],
  ]);
});

test('the plan a decision issues gives its duties; the enacting article gives none', () => {
  const read = prose(
    'QUYẾT ĐỊNH',
    'Về việc ban hành Kế hoạch nâng cao Chỉ số PAPI năm 2025',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MINH HÀ',
    'Căn cứ Luật Tổ chức chính quyền địa phương;',
    'QUYẾT ĐỊNH:',
    'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.',
    'Điều 2. Chánh Văn phòng UBND tỉnh và Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.',
    'Nơi nhận:\n- Lưu: VT.',
    'CHỦ TỊCH',
    'Trần Văn An',
    'KẾ HOẠCH',
    'NÂNG CAO CHỈ SỐ PAPI NĂM 2025',
    'I. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ',
    '- Theo dõi, đôn đốc.',
  );
  expect(sections(read)).toEqual([['1', 1]]);
});

test('who must report to whom, by way of whom and when', () => {
  const read = plan(
    '1. Các cơ quan, đơn vị',
    '- Định kỳ ngày 15 hằng quý, 6 tháng và năm báo cáo kết quả thực hiện về UBND tỉnh (thông qua Sở Nội vụ).',
    '2. Sở Nội vụ',
    '- Theo dõi, đôn đốc; định kỳ trước ngày 20 hằng quý tham mưu UBND tỉnh báo cáo kết quả về Bộ Nội vụ.',
  );
  expect(read.reporting).toMatchObject([
    {
      who: ['Các cơ quan, đơn vị'],
      what: 'kết quả thực hiện',
      to: 'UBND tỉnh',
      via: 'Sở Nội vụ',
      schedule: { kind: 'recurring', every: 'quarter', day: 15 },
    },
    {
      who: ['Sở Nội vụ'],
      what: 'kết quả',
      to: 'Bộ Nội vụ',
      via: null,
      schedule: { kind: 'recurring', every: 'quarter', day: 20, exclusive: true },
    },
  ]);
});

test('a report is owed without a day, and whom the closing names owes it', () => {
  const read = plan(
    '1. Sở Nội vụ',
    '- Tổng hợp tình hình thực hiện; báo cáo UBND tỉnh.',
    'Trong quá trình thực hiện, nếu phát sinh vướng mắc, các cơ quan, đơn vị kịp thời báo cáo UBND tỉnh (qua Sở Nội vụ) để xem xét./.',
  );
  expect(read.reporting).toMatchObject([
    { who: ['Sở Nội vụ'], what: 'tình hình thực hiện', to: 'UBND tỉnh', schedule: null },
    { who: ['các cơ quan, đơn vị'], what: 'vướng mắc', to: 'UBND tỉnh', via: 'Sở Nội vụ', schedule: null },
  ]);
});

test('a plan to be issued by a stated day is owed, one without a day is not', () => {
  const read = plan(
    '1. Các sở, ban, ngành',
    '- Xây dựng kế hoạch (ban hành trước ngày 10/02/2025), chủ động triển khai.',
    '- Xây dựng kế hoạch kiểm tra.',
  );
  expect(read.reporting).toMatchObject([
    { what: 'kế hoạch', to: null, schedule: { kind: 'deadline', by: '2025-02-10', exclusive: true } },
  ]);
});

test('reports spoken of as things oblige nobody', () => {
  const read = plan(
    '1. Phòng Tư pháp',
    '- Tham mưu các báo cáo đảm bảo thời hạn; xây dựng mẫu báo cáo; theo báo cáo của UBND tỉnh.',
  );
  expect(read.reporting).toEqual([]);
});

test('prose that is no plan gives nothing', () => {
  expect(prose('Hôm nay trời đẹp.', 'Chúng tôi đi chơi.')).toEqual({ duties: [], reporting: [] });
});
