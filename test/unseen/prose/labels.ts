import { par, run, word } from '../../torture/word.ts';
import { bytesOf, html, lines } from '../papers.ts';
import { end, head, type ProsePaper, text } from './papers.ts';

/** Lists of labels under what is to be done, in the ways offices set them. */

const plusses = text(
  'nhan-dau-cong.txt',
  [
    ...head('31/KH-UBND', 'ngày 10 tháng 02 năm 2026', 'KẾ HOẠCH', 'Cải cách hành chính tỉnh Minh Hà năm 2026'),
    'Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:',
    'I. MỤC TIÊU',
    'Phấn đấu Chỉ số cải cách hành chính tăng ít nhất 02 bậc so với năm 2025.',
    'II. NHIỆM VỤ',
    '1. Cải cách thể chế',
    '1.1. Rà soát, hệ thống hóa văn bản quy phạm pháp luật do HĐND, UBND tỉnh ban hành',
    '+ Cơ quan chủ trì: Sở Tư pháp;',
    '+ Cơ quan phối hợp: các sở, ban, ngành; UBND các xã, phường, đặc khu;',
    '+ Thời gian hoàn thành: trước ngày 30/9/2026;',
    '+ Sản phẩm: Quyết định công bố danh mục văn bản.',
    '1.2. Theo dõi tình hình thi hành pháp luật trong lĩnh vực đất đai',
    '+ Cơ quan chủ trì: Sở Tư pháp;',
    '+ Cơ quan phối hợp: Sở Nông nghiệp và Môi trường;',
    '+ Thời gian thực hiện: Cả năm;',
    '+ Kinh phí: ngân sách tỉnh.',
    '2. Cải cách thủ tục hành chính',
    '2.1. Công bố, niêm yết công khai 100% thủ tục hành chính',
    '• Đơn vị chủ trì: Văn phòng UBND tỉnh.',
    '• Thời hạn: Thường xuyên.',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.',
    ...end(),
  ],
  [
    {
      text: 'Rà soát, hệ thống hóa văn bản quy phạm pháp luật do HĐND, UBND tỉnh ban hành',
      lead: ['Sở Tư pháp'],
      cooperate: ['các sở, ban, ngành', 'UBND các xã, phường, đặc khu'],
      time: 'trước ngày 30/9/2026',
      result: 'Quyết định công bố danh mục văn bản',
      schedule: { kind: 'deadline', by: '2026-09-30', exclusive: true },
    },
    {
      text: 'Theo dõi tình hình thi hành pháp luật trong lĩnh vực đất đai',
      lead: ['Sở Tư pháp'],
      cooperate: ['Sở Nông nghiệp và Môi trường'],
      time: 'Cả năm',
    },
    {
      text: 'Công bố, niêm yết công khai 100% thủ tục hành chính',
      lead: ['Văn phòng UBND tỉnh'],
      time: 'Thường xuyên',
      schedule: { kind: 'continuous' },
    },
  ],
);

const markdown: ProsePaper = {
  name: 'nhan-markdown.md',
  bytes: bytesOf(
    [
      '**ỦY BAN NHÂN DÂN XÃ TÂN LẬP**',
      '',
      'Số: 19/KH-UBND',
      '',
      '*Tân Lập, ngày 12 tháng 3 năm 2026*',
      '',
      '# KẾ HOẠCH',
      '',
      '**Nâng cao chất lượng phục vụ người dân năm 2026**',
      '',
      '## I. Mục đích',
      '',
      'Rút ngắn thời gian chờ của người dân.',
      '',
      '## II. Nội dung thực hiện',
      '',
      '1. Niêm yết đầy đủ thủ tục hành chính tại Bộ phận Một cửa',
      '   - **Chủ trì:** Trung tâm Phục vụ hành chính công xã',
      '   - **Phối hợp:** Văn phòng HĐND và UBND xã',
      '   - **Thời gian:** Tháng 4/2026',
      '   - **Kết quả:** Bảng niêm yết điện tử',
      '2. Tổ chức khảo sát mức độ hài lòng của người dân',
      '   - **Chủ trì:** Phòng Văn hóa - Xã hội',
      '   - **Phối hợp:** Ủy ban MTTQ Việt Nam xã; các thôn',
      '   - **Thời gian:** Quý III/2026',
      '',
      '## III. Tổ chức thực hiện',
      '',
      '1. Phòng Văn hóa - Xã hội báo cáo UBND xã kết quả trước ngày 15/12/2026.',
      '',
      'Nơi nhận:',
      '- Lưu: VT.',
      '',
      'CHỦ TỊCH',
      '',
      'Ngô Thị Hạnh',
    ].join('\n'),
  ),
  tasks: [
    {
      text: 'Niêm yết đầy đủ thủ tục hành chính tại Bộ phận Một cửa',
      lead: ['Trung tâm Phục vụ hành chính công xã'],
      cooperate: ['Văn phòng HĐND và UBND xã'],
      time: 'Tháng 4/2026',
      result: 'Bảng niêm yết điện tử',
    },
    {
      text: 'Tổ chức khảo sát mức độ hài lòng của người dân',
      lead: ['Phòng Văn hóa - Xã hội'],
      cooperate: ['Ủy ban MTTQ Việt Nam xã', 'các thôn'],
      time: 'Quý III/2026',
    },
  ],
};

const nested: ProsePaper = {
  name: 'nhan-danh-sach.html',
  bytes: html(
    lines(
      'UBND TỈNH MINH HÀ<br>SỞ XÂY DỰNG',
      'Số: 210/KH-SXD',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Minh Hà, ngày 06 tháng 3 năm 2026',
      'KẾ HOẠCH',
      'Rút ngắn thời gian giải quyết thủ tục cấp phép xây dựng',
      '<b>I. NHIỆM VỤ</b>',
    ),
    `<ol><li>Xây dựng quy trình điện tử cấp giấy phép xây dựng<ul>
      <li><i>Đơn vị chủ trì thực hiện</i>: Phòng Quản lý xây dựng</li>
      <li><i>Đơn vị phối hợp</i>: Văn phòng Sở, Thanh tra Sở</li>
      <li><i>Thời gian thực hiện</i>: từ tháng 3 đến tháng 5/2026</li></ul></li>
      <li>Đào tạo cán bộ tiếp nhận hồ sơ<ul>
      <li><i>Đơn vị chủ trì thực hiện</i>: Văn phòng Sở</li>
      <li><i>Thời gian thực hiện</i>: Quý II/2026</li></ul></li></ol>`,
    lines('<b>II. TỔ CHỨC THỰC HIỆN</b>', 'Các phòng, đơn vị thuộc Sở nghiêm túc thực hiện Kế hoạch này./.'),
    lines('Nơi nhận:', '- Lưu: VT.', 'GIÁM ĐỐC', 'Phan Văn Đức'),
  ),
  tasks: [
    {
      text: 'Xây dựng quy trình điện tử cấp giấy phép xây dựng',
      lead: ['Phòng Quản lý xây dựng'],
      cooperate: ['Văn phòng Sở', 'Thanh tra Sở'],
      time: 'từ tháng 3 đến tháng 5/2026',
    },
    { text: 'Đào tạo cán bộ tiếp nhận hồ sơ', lead: ['Văn phòng Sở'], time: 'Quý II/2026' },
  ],
};

const bracketed = text(
  'nhan-trong-ngoac.txt',
  [
    ...head('55/CTr-UBND', 'ngày 20 tháng 01 năm 2026', 'CHƯƠNG TRÌNH', 'Công tác trọng tâm quý II năm 2026'),
    'UBND tỉnh ban hành Chương trình công tác trọng tâm quý II năm 2026 như sau:',
    '1. Trình HĐND tỉnh Nghị quyết về mức thu phí tham quan (Chủ trì: Sở Tài chính; phối hợp: Sở Văn hóa, Thể thao và Du lịch; hoàn thành trước 30/6/2026).',
    '2. Ban hành Đề án phát triển cây dược liệu (cơ quan chủ trì: Sở Nông nghiệp và Môi trường; thời gian: tháng 5/2026).',
    '3. Tổ chức Hội nghị xúc tiến đầu tư vùng ven biển (chủ trì: Trung tâm Xúc tiến đầu tư tỉnh, phối hợp: Sở Ngoại vụ, Sở Công Thương; thời hạn: Quý II/2026);',
    '4. Khởi công Trường THPT Gia Phú (đơn vị thực hiện: Ban Quản lý dự án đầu tư xây dựng tỉnh).',
    ...end(),
  ],
  [
    {
      text: 'Trình HĐND tỉnh Nghị quyết về mức thu phí tham quan',
      lead: ['Sở Tài chính'],
      cooperate: ['Sở Văn hóa, Thể thao và Du lịch'],
      time: 'hoàn thành trước 30/6/2026',
      schedule: { kind: 'deadline', by: '2026-06-30', exclusive: true },
    },
    {
      text: 'Ban hành Đề án phát triển cây dược liệu',
      lead: ['Sở Nông nghiệp và Môi trường'],
      time: 'tháng 5/2026',
    },
    {
      text: 'Tổ chức Hội nghị xúc tiến đầu tư vùng ven biển',
      lead: ['Trung tâm Xúc tiến đầu tư tỉnh'],
      cooperate: ['Sở Ngoại vụ', 'Sở Công Thương'],
      time: 'Quý II/2026',
    },
    { text: 'Khởi công Trường THPT Gia Phú', implement: ['Ban Quản lý dự án đầu tư xây dựng tỉnh'] },
  ],
);

const inline = text(
  'nhan-cuoi-cau.txt',
  [
    ...head('62/KH-UBND', 'ngày 02 tháng 4 năm 2026', 'KẾ HOẠCH', 'Phát triển kinh tế số tỉnh Minh Hà năm 2026'),
    'UBND tỉnh ban hành Kế hoạch phát triển kinh tế số năm 2026, cụ thể:',
    'II. NHIỆM VỤ, GIẢI PHÁP',
    '1. Hỗ trợ 200 hộ kinh doanh mở gian hàng trên sàn thương mại điện tử. Cơ quan chủ trì: Sở Công Thương; cơ quan phối hợp: Bưu điện tỉnh, UBND các xã, phường, đặc khu; thời gian thực hiện: trong năm 2026.',
    '2. Đưa hóa đơn điện tử khởi tạo từ máy tính tiền vào toàn bộ cửa hàng xăng dầu. Cơ quan chủ trì: Thuế tỉnh Minh Hà; cơ quan phối hợp: Sở Công Thương; thời gian hoàn thành: Quý II/2026; kết quả: 100% cửa hàng thực hiện.',
    '3. Lắp đặt 50 điểm phát wifi công cộng. Đơn vị thực hiện: Sở Khoa học và Công nghệ. Thời gian: trước ngày 01/9/2026.',
    ...end(),
  ],
  [
    {
      text: 'Hỗ trợ 200 hộ kinh doanh mở gian hàng trên sàn thương mại điện tử',
      lead: ['Sở Công Thương'],
      cooperate: ['Bưu điện tỉnh', 'UBND các xã, phường, đặc khu'],
      time: 'trong năm 2026',
    },
    {
      text: 'Đưa hóa đơn điện tử khởi tạo từ máy tính tiền vào toàn bộ cửa hàng xăng dầu',
      lead: ['Thuế tỉnh Minh Hà'],
      cooperate: ['Sở Công Thương'],
      time: 'Quý II/2026',
      result: '100% cửa hàng thực hiện',
    },
    {
      text: 'Lắp đặt 50 điểm phát wifi công cộng',
      implement: ['Sở Khoa học và Công nghệ'],
      time: 'trước ngày 01/9/2026',
    },
  ],
);

const shared = text(
  'nhan-chung-khoi.txt',
  [
    ...head('71/KH-UBND', 'ngày 15 tháng 01 năm 2026', 'KẾ HOẠCH', 'Bảo đảm trật tự an toàn giao thông năm 2026'),
    'II. NHIỆM VỤ TRỌNG TÂM',
    '1. Công tác tuyên truyền',
    'a) Đổi mới hình thức tuyên truyền pháp luật giao thông trong trường học;',
    'b) Phát động tháng cao điểm an toàn giao thông trong tháng 9/2026;',
    'c) Xây dựng chuyên mục trên Báo và Phát thanh, Truyền hình tỉnh.',
    'Đơn vị chủ trì: Công an tỉnh; Đơn vị phối hợp: Sở Giáo dục và Đào tạo, Tỉnh đoàn.',
    '2. Kết cấu hạ tầng',
    'a) Xử lý dứt điểm 12 điểm đen trên các tuyến tỉnh lộ.',
    'b) Kiểm tra hệ thống đèn tín hiệu.',
    'Đơn vị chủ trì: Sở Xây dựng; Đơn vị phối hợp: UBND các xã, phường, đặc khu; Thời gian: Hằng quý.',
    '3. Cưỡng chế vi phạm',
    '- Tuần tra, kiểm soát nồng độ cồn;',
    '- Xử lý xe chở quá tải trọng.',
    'Đơn vị chủ trì: Công an tỉnh. Thời gian: Thường xuyên.',
    ...end(),
  ],
  [
    ...[
      'Đổi mới hình thức tuyên truyền pháp luật giao thông trong trường học',
      'Phát động tháng cao điểm an toàn giao thông trong tháng 9/2026',
      'Xây dựng chuyên mục trên Báo và Phát thanh, Truyền hình tỉnh',
    ].map((one) => ({
      text: one,
      lead: ['Công an tỉnh'],
      cooperate: ['Sở Giáo dục và Đào tạo', 'Tỉnh đoàn'],
    })),
    ...['Xử lý dứt điểm 12 điểm đen trên các tuyến tỉnh lộ', 'Kiểm tra hệ thống đèn tín hiệu'].map((one) => ({
      text: one,
      lead: ['Sở Xây dựng'],
      cooperate: ['UBND các xã, phường, đặc khu'],
      time: 'Hằng quý',
    })),
    ...['Tuần tra, kiểm soát nồng độ cồn', 'Xử lý xe chở quá tải trọng'].map((one) => ({
      text: one,
      lead: ['Công an tỉnh'],
      time: 'Thường xuyên',
    })),
  ],
);

const italic = (words: string) => run(words, '<w:i/>');
const labelled: ProsePaper = {
  name: 'nhan-mot-dong.docx',
  bytes: word(
    head('80/KH-UBND', 'ngày 20 tháng 3 năm 2026', 'KẾ HOẠCH', 'Ứng phó thiên tai năm 2026')
      .map((one) => par(one))
      .join('') +
      par('I. NHIỆM VỤ') +
      par('1. Kiểm tra an toàn hồ đập trước mùa mưa lũ.') +
      par(
        italic('- Chủ trì: ') +
          run('Sở Nông nghiệp và Môi trường; ') +
          italic('phối hợp: ') +
          run('Công ty Thủy lợi Minh Hà, UBND các xã; ') +
          italic('thời gian: ') +
          run('trước ngày 31/5/2026.'),
      ) +
      par('2. Dự trữ lương thực, nhu yếu phẩm tại các xã vùng trũng.') +
      par(italic('- Chủ trì: ') + run('Sở Công Thương; ') + italic('thời gian: ') + run('trước ngày 30/6/2026.')) +
      par('II. TỔ CHỨC THỰC HIỆN') +
      par('Giao Sở Nông nghiệp và Môi trường tổng hợp, báo cáo UBND tỉnh.') +
      end()
        .map((one) => par(one))
        .join(''),
  ),
  tasks: [
    {
      text: 'Kiểm tra an toàn hồ đập trước mùa mưa lũ',
      lead: ['Sở Nông nghiệp và Môi trường'],
      cooperate: ['Công ty Thủy lợi Minh Hà', 'UBND các xã'],
      time: 'trước ngày 31/5/2026',
    },
    {
      text: 'Dự trữ lương thực, nhu yếu phẩm tại các xã vùng trũng',
      lead: ['Sở Công Thương'],
      time: 'trước ngày 30/6/2026',
    },
  ],
};

const described = text(
  'nhan-co-noi-dung.txt',
  [
    ...head('90/ĐA-UBND', 'ngày 01 tháng 6 năm 2026', 'ĐỀ ÁN', 'Phát triển du lịch cộng đồng'),
    'IV. NHIỆM VỤ',
    'Nhiệm vụ 1: Quy hoạch điểm du lịch cộng đồng',
    '- Nội dung: Lập quy hoạch 05 điểm du lịch cộng đồng ven hồ.',
    '- Cơ quan thực hiện: Sở Xây dựng',
    '- Cơ quan phối hợp: Sở Văn hóa, Thể thao và Du lịch',
    '- Thời gian: 2026 - 2027',
    'Nhiệm vụ 2: Đào tạo hướng dẫn viên',
    '- Nội dung: Mở 04 lớp đào tạo hướng dẫn viên tại chỗ.',
    '- Cơ quan thực hiện: Trường Cao đẳng Minh Hà',
    '- Thời gian: Quý IV/2026',
    ...end(),
  ],
  [
    {
      text: 'Lập quy hoạch 05 điểm du lịch cộng đồng ven hồ',
      implement: ['Sở Xây dựng'],
      cooperate: ['Sở Văn hóa, Thể thao và Du lịch'],
      time: '2026 - 2027',
    },
    {
      text: 'Mở 04 lớp đào tạo hướng dẫn viên tại chỗ',
      implement: ['Trường Cao đẳng Minh Hà'],
      time: 'Quý IV/2026',
    },
  ],
);

export const labels: ProsePaper[] = [plusses, markdown, nested, bracketed, inline, shared, labelled, described];
