import { expect, test } from 'vitest';
import { readText } from '../../document/text/read-text.ts';
import { readPlan } from '../read.ts';

const read = (...lines: string[]) => readPlan(readText(lines.join('\n\n'), 'markdown'));
const head = (type: string) => [
  '# CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM  \nĐộc lập - Tự do - Hạnh phúc',
  `Số: 88/${type === 'QUYẾT ĐỊNH' ? 'QĐ' : type === 'CHỈ THỊ' ? 'CT' : 'NQ'}-CP  \nHà Nội, ngày 04 tháng 3 năm 2026`,
  `# ${type}`,
  '## Ban hành Kế hoạch của Chính phủ thực hiện Kết luận số 12-KL/TW ngày 15 tháng 8 năm 2025 về cảng biển',
  '# CHÍNH PHỦ',
  'Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;',
  '# QUYẾT NGHỊ:',
  '**Điều 1.** Ban hành kèm theo văn bản này Kế hoạch về cảng biển.',
];
const signed = ['*Nơi nhận:*\n- Lưu: VT.', 'TM. CHÍNH PHỦ  \nTHỦ TƯỚNG  \nTrần Văn An'];
const attached = [
  '# KẾ HOẠCH CỦA CHÍNH PHỦ',
  '*(Kèm theo Nghị quyết số 88/NQ-CP ngày 04 tháng 3 năm 2026 của Chính phủ)*',
];
const plan = (...lines: string[]) => read(...head('NGHỊ QUYẾT'), ...signed, ...attached, ...lines);
const organisation = ['## III. TỔ CHỨC THỰC HIỆN', '1. Bộ Xây dựng theo dõi, đôn đốc các địa phương ven biển.'];

test.each([
  ['NGHỊ QUYẾT', 'Nghị quyết'],
  ['QUYẾT ĐỊNH', 'Quyết định'],
  ['CHỈ THỊ', 'Chỉ thị'],
])('the last article of a %s gives nobody a task', (type, name) => {
  const binds = `**Điều 2.** Các Bộ trưởng, Chủ tịch Ủy ban nhân dân các tỉnh và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành ${name} này.`;
  const { tasks, duties } = read(...head(type), binds, ...signed);
  expect([...tasks, ...duties]).toEqual([]);
});

test('the title ends where the deciding body is named, and the date it cites is not its year', () => {
  const { document } = plan(...organisation);
  expect(document).toMatchObject({ issuer: 'Chính phủ', year: 2026 });
  expect(document.title).toMatch(/về cảng biển$/);
});

test('an appendix alone is of the year and the body of the paper it goes with', () => {
  const { document } = read(
    '**PHỤ LỤC III**',
    '**DANH MỤC NHIỆM VỤ THỰC HIỆN KẾT LUẬN SỐ 12-KL/TW NGÀY 15 THÁNG 8 NĂM 2025 CỦA BỘ CHÍNH TRỊ VỀ CẢNG BIỂN**',
    '(Kèm theo Nghị quyết số /NQ-CP ngày 04 tháng 3 năm 2026 của Chính phủ)',
    '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Rà soát bến cảng | Bộ Xây dựng | Quý II |',
  );
  expect(document).toMatchObject({ year: 2026, issuer: 'Chính phủ' });
});

const items = [
  '### 1. Hoàn thiện quy hoạch cảng biển',
  'a) Rà soát quy hoạch các bến cảng đã lạc hậu.',
  'b) Sửa đổi Luật Cảng (2015) để:\n- Tháo gỡ vướng mắc về đất đai\n- Giảm thủ tục cho tàu thuyền',
  '### 2. Đào tạo nhân lực hàng hải',
  'a) Xây dựng đề án đào tạo thuyền viên trẻ.',
];
const firstWords = (texts: { text: string }[]) => texts.map(({ text }) => text.split(' ').slice(0, 2).join(' '));

test('the items of a part of tasks are for those whom its first sentence names', () => {
  const lead =
    'Để đạt các mục tiêu trên, cùng với việc thường xuyên, các Bộ, cơ quan ngang Bộ, Ủy ban nhân dân các tỉnh, thành phố cần cụ thể hóa và thực hiện các nhiệm vụ sau:';
  const goals = ['## I. MỤC TIÊU', '1. Xây dựng đội tàu hiện đại, đủ sức vươn khơi.'];
  const { tasks } = plan(...goals, '## II. NHIỆM VỤ CỤ THỂ', lead, ...items);
  expect(firstWords(tasks)).toEqual(['Rà soát', 'Sửa đổi', 'Xây dựng']);
  expect(tasks[1]?.text).toContain('\n- Tháo gỡ vướng mắc về đất đai\n- Giảm thủ tục');
  expect(tasks[1]).toMatchObject({ component: null, notes: ['no-time-stated', 'several-acts'] });
  const agencies = ['các Bộ, cơ quan ngang Bộ', 'Ủy ban nhân dân các tỉnh, thành phố'];
  expect(tasks.map((task) => task.lead)).toEqual([agencies, agencies, agencies]);
});

test('they are tasks of nobody where it names nobody and the paper gives orders elsewhere', () => {
  const part = ['## II. NHIỆM VỤ CỤ THỂ', 'Trong thời gian tới cần thực hiện các nhiệm vụ sau:', ...items];
  const { tasks } = plan(...part, ...organisation);
  expect(tasks.map((task) => task.lead)).toEqual([[], [], [], ['Bộ Xây dựng']]);
  expect(plan(...part).tasks).toEqual([]);
});

test('several grounds may stand before those who must act', () => {
  const { tasks } = plan(
    '## I. TỔ CHỨC THỰC HIỆN',
    '1. Trên cơ sở Kết luận số 12-KL/TW, Kế hoạch của Chính phủ, các bộ, Ủy ban nhân dân các tỉnh theo chức năng, nhiệm vụ xây dựng kế hoạch trong tháng 4 năm 2026.',
  );
  expect(tasks).toMatchObject([
    { lead: ['các bộ', 'Ủy ban nhân dân các tỉnh'], schedule: { kind: 'deadline', by: '2026-04-30' }, notes: [] },
  ]);
});

test.each([
  ['I. Tình hình tháng 4; nhiệm vụ, giải pháp thời gian tới', ['Bộ Xây dựng', 'Bộ Y tế']],
  ['I. Tình hình tháng 4 và kết quả đạt được', []],
])('under "%s" the orders are those of %j', (heading, leads) => {
  const { tasks } = read(
    ...head('NGHỊ QUYẾT').slice(0, -1),
    `**${heading}**`,
    'Chính phủ thống nhất đánh giá cảng biển tiếp tục phát triển.',
    '**1. Bộ Xây dựng** rà soát quy hoạch cảng biển, báo cáo trước ngày 20 tháng 5 năm 2026.',
    '**2. Bộ Y tế** kiểm tra công tác kiểm dịch tại các cảng.',
    ...signed,
  );
  expect(tasks.flatMap(({ lead }) => lead)).toEqual(leads);
});
