import { expect, test } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { DocumentHead } from '../model.ts';
import { readHead } from './read-head.ts';

/** Letterheads as files and scans leave them: two columns run into one line, spaces lost, letters misread. */

const read = async (name: string, ...lines: string[]): Promise<DocumentHead> =>
  readHead(await readDocument(new TextEncoder().encode(lines.join('\n\n')), { name }));

const body = [
  'I. NHIỆM VỤ',
  '1. Sở Nội vụ tham mưu UBND tỉnh.',
  'Nơi nhận:',
  '- Lưu: VT.',
  'CHỦ TỊCH',
  'Lâm Quốc Hưng',
];

test('two columns on one line', async () => {
  const head = await read(
    'a.txt',
    'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TỈNH MINH HÀ Độc lập - Tự do - Hạnh phúc',
    'Số: 12/KH - UBND Minh Hà, ngày 05 tháng 3 năm 2026',
    'KẾ HOẠCH',
    'Cải cách hành chính năm 2026',
    ...body,
  );
  expect(head).toMatchObject({
    type: 'Kế hoạch',
    number: '12/KH-UBND',
    symbol: 'KH-UBND',
    date: '2026-03-05',
    place: 'Minh Hà',
    issuer: 'Ủy ban nhân dân tỉnh Minh Hà',
    title: 'Cải cách hành chính năm 2026',
  });
});

test('the superior body and the motto on one line, letters misread', async () => {
  const head = await read(
    'a.txt',
    'UBND TỈNH MINH HÀ CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM',
    'SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc',
    'Số:45/KH-SNV Minh Hà, ngày05tháng3 năm2026',
    'KẾ HOẠCH',
    'Kiểm tra công vụ năm 2026',
    ...body,
  );
  expect(head).toMatchObject({ number: '45/KH-SNV', date: '2026-03-05', place: 'Minh Hà', issuer: 'Sở Nội vụ' });
});

test.each([
  'CỌNG HOÀ XÃ HÔI CHỦ NGHĨA VIỆT NAM',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'CỘNG HOÀ XÃ HỘI CHÙ NGHĨA VIỆT NAM',
  'CONG HOA XA HOI CHU NGHIA VIET NAM',
])('the motto read as “%s” is no part of the issuer', async (motto) => {
  const head = await read(
    'a.txt',
    `ỦY BAN NHÂN DÂN ${motto}`,
    'XÃ TÂN LẬP Độc lập - Tự do - Hạnh phúc',
    'Số: 7 / KH-UBND Tân Lập, ngày 9 tháng 02 năm 2026',
    'KẾ HOẠCH',
    'Chuyển đổi số năm 2026',
    ...body,
  );
  expect(head).toMatchObject({ number: '7/KH-UBND', issuer: 'Ủy ban nhân dân xã Tân Lập', place: 'Tân Lập' });
});

test('a resolution of the Government as Markdown', async () => {
  const head = await read(
    'a.md',
    '**CHÍNH PHỦ**',
    '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**',
    'Số: 18/NQ-CP',
    '*Hà Nội, ngày 09 tháng 01 năm 2026*',
    '# NGHỊ QUYẾT',
    '## Về cải thiện dịch vụ hậu cần năm 2026',
    '## I. Nhiệm vụ',
    '1. Bộ Xây dựng chủ trì.',
    '**TM. CHÍNH PHỦ**',
    '**THỦ TƯỚNG**',
    '**Nguyễn Hoài Nam**',
  );
  expect(head).toMatchObject({
    type: 'Nghị quyết',
    number: '18/NQ-CP',
    date: '2026-01-09',
    year: 2026,
    place: 'Hà Nội',
    issuer: 'Chính phủ',
    title: 'Về cải thiện dịch vụ hậu cần năm 2026',
    signer: { name: 'Nguyễn Hoài Nam', title: 'Thủ tướng', onBehalfOf: 'Chính phủ' },
  });
});

test('a heading in Markdown that says type and subject at once', async () => {
  const head = await read(
    'a.md',
    'Số: 02/NQ-CP',
    'Hà Nội, ngày 08 tháng 01 năm 2026',
    '# NGHỊ QUYẾT VỀ NHỮNG NHIỆM VỤ CHỦ YẾU CẢI THIỆN MÔI TRƯỜNG KINH DOANH NĂM 2026',
    '## I. TÌNH HÌNH',
    'Năm 2025, kinh tế phục hồi.',
  );
  expect(head).toMatchObject({
    type: 'Nghị quyết',
    title: 'VỀ NHỮNG NHIỆM VỤ CHỦ YẾU CẢI THIỆN MÔI TRƯỜNG KINH DOANH NĂM 2026',
    year: 2026,
  });
});

test('a telegram names those it is sent to after “điện:”', async () => {
  const head = await read(
    'a.txt',
    'ỦY BAN NHÂN DÂN',
    'TỈNH MINH HÀ',
    'Số: 05/CĐ-UBND',
    'Minh Hà, hồi 16 giờ 00 ngày 17 tháng 8 năm 2026',
    'CÔNG ĐIỆN',
    'Về việc ứng phó với bão số 6',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:',
    '- Giám đốc các sở;',
    '- Chủ tịch UBND các xã, phường.',
    'Chủ tịch UBND tỉnh yêu cầu:',
    '1. Công an tỉnh bố trí lực lượng.',
    'CHỦ TỊCH',
    'Lâm Quốc Hưng',
  );
  expect(head).toMatchObject({
    type: 'Công điện',
    number: '05/CĐ-UBND',
    date: '2026-08-17',
    title: 'Về việc ứng phó với bão số 6',
    addressees: ['Giám đốc các sở', 'Chủ tịch UBND các xã, phường'],
  });
});

test('a conclusion of the Party', async () => {
  const head = await read(
    'a.txt',
    'TỈNH ỦY MINH HÀ\tĐẢNG CỘNG SẢN VIỆT NAM',
    '*\tMinh Hà, ngày 12 tháng 02 năm 2026',
    'Số 41-KL/TU',
    'KẾT LUẬN',
    'của Ban Thường vụ Tỉnh ủy về chuyển đổi số',
    'Sau khi xem xét, Ban Thường vụ Tỉnh ủy kết luận:',
    '1- Văn phòng Tỉnh ủy chủ trì.',
    'T/M BAN THƯỜNG VỤ',
    'PHÓ BÍ THƯ',
    'Lê Thị Tâm',
  );
  expect(head).toMatchObject({
    type: 'Kết luận',
    number: '41-KL/TU',
    date: '2026-02-12',
    issuer: 'Tỉnh ủy Minh Hà',
    title: 'của Ban Thường vụ Tỉnh ủy về chuyển đổi số',
  });
});

test('a notice of a conclusion', async () => {
  const head = await read(
    'a.txt',
    'UBND TỈNH MINH HÀ',
    'VĂN PHÒNG',
    'Số : 133 / TB-VP',
    'Minh Hà, ngày 28/5/2026',
    'THÔNG BÁO',
    'KẾT LUẬN CỦA PHÓ CHỦ TỊCH UBND TỈNH TẠI CUỘC HỌP VỀ TIẾN ĐỘ DỰ ÁN',
    'Ngày 26/5/2026, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp và kết luận như sau:',
    '1. Giao Sở Xây dựng rà soát.',
    'CHÁNH VĂN PHÒNG',
    'Bùi Khánh Toàn',
  );
  expect(head).toMatchObject({
    type: 'Thông báo',
    number: '133/TB-VP',
    date: '2026-05-28',
    title: 'KẾT LUẬN CỦA PHÓ CHỦ TỊCH UBND TỈNH TẠI CUỘC HỌP VỀ TIẾN ĐỘ DỰ ÁN',
  });
});

test('a directive of the Prime Minister', async () => {
  const head = await read(
    'a.txt',
    'THỦ TƯỚNG CHÍNH PHỦ',
    'Số: 06/CT-TTg',
    'CHỈ THỊ',
    'Về an toàn hồ chứa nước',
    'Thủ tướng Chính phủ yêu cầu:',
    '1. Bộ Công Thương rà soát.',
  );
  expect(head).toMatchObject({ type: 'Chỉ thị', number: '06/CT-TTg', issuer: 'Thủ tướng Chính phủ' });
});
