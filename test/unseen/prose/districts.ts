import { par, word } from '../../torture/word.ts';
import { bytesOf, html } from '../papers.ts';
import { dispatch, end, head, type ProsePaper, text } from './papers.ts';

/** Shorter ways to order: one sentence, one paragraph, letters for agencies, lists under bold names, a portal's page. */

const oneSentence = text(
  'cong-van-y-kien.txt',
  [
    ...dispatch('2011/UBND-NN', 'ngày 12 tháng 5 năm 2026', 'xử lý phản ánh của Báo Minh Hà', [
      'Sở Nông nghiệp và Môi trường;',
      'UBND xã Hòa Sơn.',
    ]),
    'Báo Minh Hà số ra ngày 10/5/2026 phản ánh tình trạng xả thải tại cụm công nghiệp Đồi Sim. Về việc này, UBND tỉnh giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với UBND xã Hòa Sơn kiểm tra, xử lý; báo cáo kết quả trước ngày 25/5/2026./.',
    ...end(),
  ],
  [
    {
      text: 'chủ trì, phối hợp với UBND xã Hòa Sơn kiểm tra, xử lý; báo cáo kết quả trước ngày 25/5/2026',
      lead: ['Sở Nông nghiệp và Môi trường'],
      cooperate: ['UBND xã Hòa Sơn'],
      time: 'trước ngày 25/5/2026',
    },
  ],
);

const oneParagraph = text(
  'thong-bao-mot-doan.txt',
  [
    ...head(
      '77/TB-UBND',
      'ngày 19 tháng 5 năm 2026',
      'THÔNG BÁO',
      'Ý kiến chỉ đạo của Phó Chủ tịch UBND tỉnh Đỗ Hải Yến',
    ),
    'Tại cuộc họp ngày 18/5/2026, Phó Chủ tịch UBND tỉnh Đỗ Hải Yến có ý kiến chỉ đạo như sau:',
    'Giao Sở Y tế rà soát danh mục thuốc thiếu tại các bệnh viện, báo cáo UBND tỉnh trước ngày 30/5/2026. Giao Bảo hiểm xã hội tỉnh thanh toán dứt điểm chi phí khám chữa bệnh quý I/2026 cho các bệnh viện. Đề nghị Hội Đông y tỉnh tham gia tư vấn danh mục vị thuốc.',
    ...end('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Bùi Khánh Toàn'),
  ],
  [
    {
      text: 'rà soát danh mục thuốc thiếu tại các bệnh viện, báo cáo UBND tỉnh trước ngày 30/5/2026',
      lead: ['Sở Y tế'],
    },
    {
      text: 'thanh toán dứt điểm chi phí khám chữa bệnh quý I/2026 cho các bệnh viện',
      lead: ['Bảo hiểm xã hội tỉnh'],
    },
    { text: 'tham gia tư vấn danh mục vị thuốc', lead: ['Hội Đông y tỉnh'] },
  ],
);

const bolds: ProsePaper = {
  name: 'nghi-quyet-ten-dam.md',
  bytes: bytesOf(
    [
      '# NGHỊ QUYẾT',
      '**Về phục hồi du lịch biển năm 2026**',
      'Số: 45/NQ-CP',
      '## Mục tiêu',
      '- Đón 12 triệu lượt khách quốc tế.',
      '## Nhiệm vụ của các bộ, ngành, địa phương',
      '**Bộ Văn hóa, Thể thao và Du lịch:**',
      '1. Xây dựng chiến dịch quảng bá du lịch biển trước ngày 31/3/2026.',
      '2. Phối hợp với Bộ Ngoại giao mở văn phòng xúc tiến du lịch.',
      '**Bộ Công an:**',
      '1. Đơn giản hóa thủ tục thị thực điện tử.',
      '**Các địa phương ven biển:**',
      '1. Trước ngày 30/4/2026, công bố đường dây nóng hỗ trợ du khách.',
      '2. Kiểm soát giá dịch vụ lưu trú mùa cao điểm.',
    ].join('\n\n'),
  ),
  tasks: [
    {
      text: 'Xây dựng chiến dịch quảng bá du lịch biển trước ngày 31/3/2026',
      lead: ['Bộ Văn hóa, Thể thao và Du lịch'],
    },
    {
      text: 'Phối hợp với Bộ Ngoại giao mở văn phòng xúc tiến du lịch',
      lead: ['Bộ Văn hóa, Thể thao và Du lịch'],
      cooperate: ['Bộ Ngoại giao'],
    },
    { text: 'Đơn giản hóa thủ tục thị thực điện tử', lead: ['Bộ Công an'] },
    {
      text: 'Trước ngày 30/4/2026, công bố đường dây nóng hỗ trợ du khách',
      lead: ['Các địa phương ven biển'],
    },
    { text: 'Kiểm soát giá dịch vụ lưu trú mùa cao điểm', lead: ['Các địa phương ven biển'] },
  ],
};

const numbered = (words: string, level: number) => par(words, { numbered: `1:${level}` });
const automatic: ProsePaper = {
  name: 'phan-cong-tu-dong.docx',
  bytes: word(
    head('36/KH-UBND', 'ngày 16 tháng 3 năm 2026', 'KẾ HOẠCH', 'Tổ chức Ngày hội đọc sách năm 2026')
      .map((one) => par(one))
      .join('') +
      par('PHÂN CÔNG NHIỆM VỤ') +
      numbered('Sở Văn hóa, Thể thao và Du lịch', 0) +
      numbered('Chủ trì, phối hợp với Thư viện tỉnh trưng bày 5.000 đầu sách.', 1) +
      numbered('Xây dựng kịch bản khai mạc trước ngày 10/4/2026.', 1) +
      numbered('Tỉnh đoàn', 0) +
      numbered('Huy động 200 đoàn viên phục vụ Ngày hội.', 1) +
      end()
        .map((one) => par(one))
        .join(''),
    {
      lists: [
        [
          ['decimal', '%1.'],
          ['bullet', '-'],
        ],
      ],
    },
  ),
  tasks: [
    {
      text: 'Chủ trì, phối hợp với Thư viện tỉnh trưng bày 5.000 đầu sách',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      cooperate: ['Thư viện tỉnh'],
    },
    { text: 'Xây dựng kịch bản khai mạc trước ngày 10/4/2026', lead: ['Sở Văn hóa, Thể thao và Du lịch'] },
    { text: 'Huy động 200 đoàn viên phục vụ Ngày hội', lead: ['Tỉnh đoàn'] },
  ],
};

const letters = text(
  'ke-hoach-phuong.txt',
  [
    'ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG HÀ',
    'Số: 64/KH-UBND',
    'Đông Hà, ngày 20 tháng 5 năm 2026',
    'KẾ HOẠCH',
    'Chỉnh trang đô thị chào mừng Quốc khánh 2/9',
    'I. NỘI DUNG',
    '1. Sơn lại 4 km dải phân cách.',
    '2. Trồng 300 cây hoa ban.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Phân công nhiệm vụ',
    'a) Phòng Kinh tế, Hạ tầng và Đô thị:',
    '- Lập dự toán, trình UBND phường trước ngày 10/6/2026.',
    '- Giám sát thi công.',
    'b) Công an phường bảo đảm trật tự, phân luồng giao thông trong thời gian thi công.',
    'c) Các tổ dân phố: vận động Nhân dân tháo dỡ mái che, mái vẩy lấn chiếm vỉa hè.',
    '2. Chế độ báo cáo: Định kỳ thứ Sáu hằng tuần, Phòng Kinh tế, Hạ tầng và Đô thị báo cáo tiến độ với Chủ tịch UBND phường.',
    'Nơi nhận:',
    '- Lưu: VT.',
    'CHỦ TỊCH',
    'Vũ Thị Mai',
  ],
  [
    {
      text: 'Lập dự toán, trình UBND phường trước ngày 10/6/2026',
      lead: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
    },
    { text: 'Giám sát thi công', lead: ['Phòng Kinh tế, Hạ tầng và Đô thị'] },
    {
      text: 'bảo đảm trật tự, phân luồng giao thông trong thời gian thi công',
      lead: ['Công an phường'],
    },
    {
      text: 'vận động Nhân dân tháo dỡ mái che, mái vẩy lấn chiếm vỉa hè',
      lead: ['Các tổ dân phố'],
    },
    {
      text: 'Định kỳ thứ Sáu hằng tuần, Phòng Kinh tế, Hạ tầng và Đô thị báo cáo tiến độ với Chủ tịch UBND phường',
      lead: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
    },
  ],
);

const addressed = text(
  'chi-thi-yeu-cau-chung.txt',
  [
    ...head('03/CT-UBND', 'ngày 09 tháng 3 năm 2026', 'CHỈ THỊ', 'Về việc chấn chỉnh kỷ luật, kỷ cương hành chính'),
    'Qua kiểm tra đột xuất, 14 công chức đi làm muộn. Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã, phường tập trung thực hiện một số nhiệm vụ sau:',
    '1. Quán triệt quy định về văn hóa công sở; hoàn thành trong tháng 3/2026.',
    '2. Tăng cường kiểm tra, giám sát:',
    'a) Kiểm tra đột xuất ít nhất 02 lần/tháng;',
    'b) Xử lý nghiêm người đứng đầu để xảy ra vi phạm.',
    '3. Sở Nội vụ thành lập đoàn kiểm tra công vụ, công khai kết quả trước ngày 30/6/2026.',
    '4. Báo và Phát thanh, Truyền hình tỉnh kịp thời phản ánh gương người tốt, việc tốt.',
    'Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.',
    ...end('CHỦ TỊCH', 'Lâm Quốc Hưng'),
  ],
  [
    ...[
      'Quán triệt quy định về văn hóa công sở; hoàn thành trong tháng 3/2026',
      'Kiểm tra đột xuất ít nhất 02 lần/tháng',
      'Xử lý nghiêm người đứng đầu để xảy ra vi phạm',
    ].map((one) => ({
      text: one,
      lead: ['Thủ trưởng các sở, ban, ngành', 'Chủ tịch UBND các xã, phường'],
    })),
    {
      text: 'thành lập đoàn kiểm tra công vụ, công khai kết quả trước ngày 30/6/2026',
      lead: ['Sở Nội vụ'],
    },
    {
      text: 'kịp thời phản ánh gương người tốt, việc tốt',
      lead: ['Báo và Phát thanh, Truyền hình tỉnh'],
    },
  ],
);

const portal: ProsePaper = {
  name: 'cong-thong-tin.html',
  bytes: html(
    '<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/vb">Văn bản</a></li><li>Sở Tài chính</li></ul></nav>',
    '<div class="content"><p align="center"><b>UBND TỈNH MINH HÀ</b></p><p>Số: 19/CĐ-UBND</p><p><i>Minh Hà, ngày 02 tháng 6 năm 2026</i></p><p align="center"><b>CÔNG ĐIỆN</b></p><p align="center"><b>Về việc phòng cháy, chữa cháy rừng</b></p>',
    '<p>Trước tình hình nắng nóng gay gắt, Chủ tịch UBND tỉnh yêu cầu:</p>',
    '<p><strong>1. Chi cục Kiểm lâm</strong> trực 24/24 giờ tại các chốt cửa rừng; cập nhật cấp dự báo cháy hằng ngày.</p>',
    '<p><strong>2. Bộ Chỉ huy Quân sự tỉnh</strong> chuẩn bị lực lượng, phương tiện sẵn sàng chữa cháy.</p>',
    '<p><strong>3. UBND các xã có rừng:</strong></p><ul><li>Nghiêm cấm đốt thực bì trong thời gian nắng nóng;</li><li>Ký cam kết với 100% chủ rừng trước ngày 10/6/2026.</li></ul>',
    '<p align="right"><b>CHỦ TỊCH</b></p><p align="right"><b>Lâm Quốc Hưng</b></p></div>',
    '<footer><p>Bản quyền thuộc Văn phòng UBND tỉnh. Ghi rõ nguồn khi phát hành lại thông tin.</p></footer>',
  ),
  tasks: [
    {
      text: 'trực 24/24 giờ tại các chốt cửa rừng; cập nhật cấp dự báo cháy hằng ngày',
      lead: ['Chi cục Kiểm lâm'],
    },
    { text: 'chuẩn bị lực lượng, phương tiện sẵn sàng chữa cháy', lead: ['Bộ Chỉ huy Quân sự tỉnh'] },
    { text: 'Nghiêm cấm đốt thực bì trong thời gian nắng nóng', lead: ['UBND các xã có rừng'] },
    { text: 'Ký cam kết với 100% chủ rừng trước ngày 10/6/2026', lead: ['UBND các xã có rừng'] },
  ],
};

export const districts: ProsePaper[] = [oneSentence, oneParagraph, bolds, automatic, letters, addressed, portal];
