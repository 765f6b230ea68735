import { expect, test } from 'vitest';
import { readHtml } from '../../document/html/read-html.ts';
import { readText } from '../../document/text/read-text.ts';
import { phraseFromCapitals } from './capitals.ts';
import { readHead } from './read-head.ts';

const head = (...lines: string[]) => readHead(readText(lines.join('\n\n'), 'text'));

const letterhead = [
  'ỦY BAN NHÂN DÂN\nTỈNH MINH HÀ',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  'Số: 21/KH-UBND',
  'Minh Hà, ngày 02 tháng 02 năm 2025',
];
const title = ['KẾ HOẠCH', 'Nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI) năm 2025'];
const purpose = ['I. MỤC ĐÍCH', '- Nâng cao chất lượng phục vụ.'];
const signature = [
  'Nơi nhận:\n- Bộ Nội vụ (b/c);\n- Lưu: VT, NC.',
  'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  'Trần Văn An',
];
const plan = (...opening: string[]) => head(...letterhead, ...title, ...opening, ...purpose, ...signature);

test('a letterhead gives number, symbol, date, place and issuer in sentence case', () => {
  expect(plan()).toMatchObject({
    type: 'Kế hoạch',
    number: '21/KH-UBND',
    symbol: 'KH-UBND',
    date: '2025-02-02',
    year: 2025,
    place: 'Minh Hà',
    issuer: 'Ủy ban nhân dân tỉnh Minh Hà',
    title: 'Nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI) năm 2025',
    indices: ['PAPI'],
  });
});

test.each([
  ['Số: /KH-UBND', null, 'KH-UBND'],
  ['Số:        /KH-UBND', null, 'KH-UBND'],
  ['Số: ....../KH-UBND', null, 'KH-UBND'],
  ['Số: #sovb/KH-UBND', null, 'KH-UBND'],
  ['Số: 1871 /KH-UBND', '1871/KH-UBND', 'KH-UBND'],
  ['Số: 15/2025/QĐ-UBND', '15/2025/QĐ-UBND', 'QĐ-UBND'],
  ['Số: 1234/SNV-CCHC&PC', '1234/SNV-CCHC&PC', 'SNV-CCHC&PC'],
  ['Số 12-KH/TU', '12-KH/TU', 'KH/TU'],
])('"%s" is number %s and symbol %s', (line, number, symbol) => {
  expect(head(line, 'Minh Hà, ngày 1 tháng 2 năm 2025', ...title, ...purpose)).toMatchObject({ number, symbol });
});

test('day or month left blank is no date, the year stays and the place is read behind the number', () => {
  const read = head('Số: /KH-UBND Gia An, ngày tháng năm 2024', 'KẾ HOẠCH', 'Cải thiện Chỉ số PAPI', ...purpose);
  expect(read).toMatchObject({ number: null, date: null, year: 2024, place: 'Gia An' });
});

test('a number in the heading of an appendix belongs to no letterhead', () => {
  const read = head(
    'KẾ HOẠCH',
    'Nâng cao Chỉ số PAPI năm 2025',
    ...purpose,
    ...signature,
    'PHỤ LỤC',
    '(Kèm theo Kế hoạch số 11/KH-UBND ngày 15/5/2025 của UBND tỉnh Minh Hà)',
  );
  expect(read).toMatchObject({ number: null, symbol: null, date: null, issuer: 'UBND tỉnh Minh Hà' });
});

test('without a letterhead the issuer is who ordered it in the opening', () => {
  const read = head(
    'Số: 5/KH-UBND',
    ...title,
    'Nhằm nâng cao Chỉ số, Ủy ban nhân dân tỉnh Minh Hà ban hành Kế hoạch như sau:',
    ...purpose,
    ...signature,
  );
  expect(read.issuer).toBe('Ủy ban nhân dân tỉnh Minh Hà');
});

test('of two bodies in a letterhead the lower one issues', () => {
  const read = head('UBND TỈNH MINH HÀ\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG', 'Số: 7/KH-STTTT', ...title, ...purpose);
  expect(read.issuer).toBe('Sở Thông tin và Truyền thông');
});

test('two columns printed on one line are told apart', () => {
  const read = head(
    'ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ HỒNG SƯƠNG                 Độc lập - Tự do - Hạnh phúc',
    'Số:  15/KH-UBND                Hồng Sương, ngày 3 tháng 02 năm 2026',
    ...title,
    ...purpose,
    'Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ (b/c);                     CHỦ TỊCH\n- Lưu: VT.\n                             Lê Văn Đức',
  );
  expect(read).toMatchObject({ issuer: 'Ủy ban nhân dân xã Hồng Sương', place: 'Hồng Sương', date: '2026-02-03' });
  expect(read.signer).toEqual({ name: 'Lê Văn Đức', title: 'Chủ tịch', onBehalfOf: 'Ủy ban nhân dân' });
  expect(read.recipients).toEqual(['Sở Nội vụ (b/c)', 'Lưu: VT']);
});

test('letterhead and signature set in tables read as lines do', () => {
  const read = readHead(
    readHtml(`<table><tr><td><p>ỦY BAN NHÂN DÂN</p><p>THÀNH PHỐ AN KHÁNH</p><p>Số: 45 /KH-UBND</p></td>
      <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p><p>An Khánh, ngày 02 tháng 12 năm 2024</p></td></tr></table>
      <p>KẾ HOẠCH</p><p>Nâng cao Chỉ số DDCI năm 2025</p><p>I. MỤC TIÊU</p><p>- Nâng cao.</p>
      <table><tr><td><p>Nơi nhận:</p><p>- UBND tỉnh;</p><p>- Lưu: VT.</p></td><td><p>TM. ỦY BAN NHÂN DÂN</p><p>Q. CHỦ TỊCH</p><p>Hoàng Thị Kim Chi</p></td></tr></table>
      <p>PHỤ LỤC</p><table><tr><td>TT</td><td>Nhiệm vụ</td></tr><tr><td>1</td><td>Rà soát</td></tr></table>`),
  );
  expect(read).toMatchObject({ number: '45/KH-UBND', place: 'An Khánh', issuer: 'Ủy ban nhân dân thành phố An Khánh' });
  expect(read.signer).toEqual({ name: 'Hoàng Thị Kim Chi', title: 'Q. Chủ tịch', onBehalfOf: 'Ủy ban nhân dân' });
  expect(read.recipients).toEqual(['UBND tỉnh', 'Lưu: VT']);
});

test('the year is the one of issue, or the next where the title names only that', () => {
  const titled = (text: string) => head('Minh Hà, ngày 20 tháng 12 năm 2024', 'KẾ HOẠCH', text, ...purpose).year;
  expect(titled('Nâng cao Chỉ số PAPI năm 2025')).toBe(2025);
  expect(titled('Khắc phục hạn chế năm 2023, nâng cao Chỉ số PAPI năm 2024')).toBe(2024);
  expect(titled('Nâng cao Chỉ số PAPI giai đoạn 2025-2030')).toBe(2024);
});

test('a title in capitals glued to the first sentence ends where capitals end', () => {
  const read = head(
    'KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI TỈNH MINH HÀ NĂM 2025 Chỉ số PAPI đo lường sự hài lòng của người dân.',
    ...purpose,
  );
  expect(read.title).toBe('NÂNG CAO CHỈ SỐ PAPI TỈNH MINH HÀ NĂM 2025');
});

test('a dispatch has its subject for a title, and who it is addressed to', () => {
  const read = head(
    'UBND TỈNH MINH HÀ\nSỞ NỘI VỤ',
    'Số: 12/SNV-CCHC',
    'V/v cải thiện Chỉ số PAR INDEX\nvà Chỉ số SIPAS năm 2025',
    'Minh Hà, ngày 5 tháng 3 năm 2025',
    'Kính gửi:',
    '- Các sở, ban, ngành;\n- UBND các xã, phường.',
    'Thực hiện Công văn số 77/UBND-NC ngày 01/3/2025 của UBND tỉnh, Sở Nội vụ đề nghị:',
    '1. Rà soát các tiêu chí.',
  );
  expect(read).toMatchObject({
    type: 'Công văn',
    title: 'V/v cải thiện Chỉ số PAR INDEX và Chỉ số SIPAS năm 2025',
    indices: ['PAR INDEX', 'SIPAS'],
    addressees: ['Các sở, ban, ngành', 'UBND các xã, phường'],
    issuer: 'Sở Nội vụ',
  });
});

test('a passing mention of another index does not count', () => {
  const read = head(
    ...title,
    ...purpose,
    'Trên đây là Kế hoạch nâng cao Chỉ số hài lòng (SIPAS)./.',
    'Nơi nhận:\n- Ban Chỉ đạo nâng cao chỉ số năng lực cạnh tranh cấp tỉnh;',
  );
  expect(read.indices).toEqual(['PAPI']);
});

test('references are what the opening rests on, each with its date and issuer', () => {
  const read = plan(
    'Căn cứ Kế hoạch số 10/KH-UBND ngày 05/01/2025 của UBND tỉnh Minh Hà về cải cách hành chính; Quyết định số 88/QĐ-UBND ngày 12 tháng 01 năm 2025 của Chủ tịch UBND tỉnh về việc ban hành Kế hoạch thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021;',
    'Thực hiện chỉ đạo của Tỉnh ủy tại Công văn số 31-CV/TU ngày 02/01/2025.',
  );
  expect(read.references).toEqual([
    { number: '10/KH-UBND', date: '2025-01-05', issuer: 'UBND tỉnh Minh Hà' },
    { number: '88/QĐ-UBND', date: '2025-01-12', issuer: 'Chủ tịch UBND tỉnh' },
    { number: '31-CV/TU', date: '2025-01-02', issuer: 'Tỉnh ủy' },
  ]);
});

test('a document named inside a duty or in passing is no reference', () => {
  const read = plan(
    'Theo báo cáo năm 2024, tỉnh còn hạn chế nêu tại Công văn của Bộ.',
    'II. NHIỆM VỤ',
    '1. Sắp xếp đơn vị theo Quyết định số 633/QĐUBND ngày 20/3/2024 của UBND tỉnh.',
  );
  expect(read.references).toEqual([]);
});

test('stated results carry score, rank, group and change', () => {
  const [result] = plan(
    'Năm 2023, Chỉ số PAPI của tỉnh đạt 41,27/80 điểm; xếp thứ 60/63 tỉnh, thành phố, tăng 2 bậc so với năm 2022; nằm trong nhóm 4 - nhóm các tỉnh, thành phố thấp nhất cả nước.',
  ).results;
  expect(result).toMatchObject({
    index: 'PAPI',
    year: 2023,
    score: 41.27,
    outOf: 80,
    rank: 60,
    of: 63,
    changeRank: 2,
    direction: 'up',
    group: 'nhóm 4 - nhóm các tỉnh, thành phố thấp nhất cả nước',
  });
});

test('results about several dimensions are one each, by the names in brackets', () => {
  const { results } = plan(
    'Chỉ số PAPI năm 2024 có 02/08 chỉ số nội dung tăng điểm (công khai, minh bạch; quản trị điện tử), 01/08 chỉ số nội dung giảm điểm (quản trị môi trường).',
  );
  expect(results.map(({ dimension, direction }) => [dimension, direction])).toEqual([
    [2, 'up'],
    [8, 'up'],
    [7, 'down'],
  ]);
});

test('several indices in one sentence give one result each', () => {
  const { results } = plan(
    'Năm 2024, Chỉ số PAR INDEX đạt 86,5%, xếp thứ 20/63; Chỉ số SIPAS đạt 82,1%, giảm 1,2 điểm.',
  );
  expect(results.map(({ index, score, year }) => [index, score, year])).toEqual([
    ['PAR INDEX', 86.5, 2024],
    ['SIPAS', 82.1, 2024],
  ]);
});

test('what is hoped for is a goal with its target, not a result', () => {
  const read = plan('Phấn đấu Chỉ số PAPI năm 2025 tăng điểm so với năm 2024.');
  expect(read.results).toEqual([]);
  expect(read.goals).toHaveLength(1);
  expect(read.goals[0]).toMatchObject({ index: 'PAPI', targets: [{ op: 'increase', unit: 'điểm', baseline: '2024' }] });
});

test('under a heading of goals each measured item is one, up to the next part', () => {
  const { goals } = head(
    ...letterhead,
    ...title,
    'I. MỤC TIÊU',
    '1. Chỉ số PAPI năm 2025 của tỉnh đạt trên 44 điểm.',
    '2. 100% hồ sơ được giải quyết đúng hạn.',
    'II. NHIỆM VỤ',
    '1. 100% cơ quan niêm yết thủ tục.',
    ...signature,
  );
  expect(goals.map(({ index, targets }) => [index, targets.map(({ op, value }) => `${op}${value}`)])).toEqual([
    ['PAPI', ['>44']],
    ['PAPI', ['=100']],
  ]);
});

test('the name follows a digital signature’s words and degrees', () => {
  const read = head(
    ...letterhead,
    ...title,
    ...purpose,
    'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
    '(Đã ký)',
    'Người ký: Sở Nội vụ',
    'Thời gian ký: 05/03/2025 16:20:33',
    'ThS. NGUYỄN VĂN BÌNH',
  );
  expect(read.signer).toEqual({ name: 'Nguyễn Văn Bình', title: 'Phó Giám đốc', onBehalfOf: 'Giám đốc' });
});

test('a document without a signature, number or title has none', () => {
  expect(head('Hôm nay trời đẹp.', 'Chúng tôi đi chơi.')).toMatchObject({
    type: null,
    number: null,
    title: null,
    signer: null,
    indices: [],
    references: [],
    results: [],
    goals: [],
    recipients: [],
  });
});

test.each([
  ['NÂNG CAO CHỈ SỐ PAPI TỈNH MINH HÀ NĂM 2026', 'nâng cao chỉ số PAPI tỉnh Minh Hà năm 2026'],
  ['CẢI THIỆN CHỈ SỐ TRÊN ĐỊA BÀN TỈNH NĂM 2026', 'cải thiện chỉ số trên địa bàn tỉnh năm 2026'],
  ['Nâng cao Chỉ số', 'Nâng cao Chỉ số'],
])('a subject in capitals, %s, goes on in a sentence as %s', (printed, said) => {
  expect(phraseFromCapitals(printed)).toBe(said);
});
