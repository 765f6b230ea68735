import { bytesOf } from '../papers.ts';
import { end, head, type ProsePaper, text } from './papers.ts';

/** Lists of labels, each in another layout: codes, bold run-in labels, one line with bars, labels before what is to be done. */

const coded = text(
  'nhan-ma-nhiem-vu.txt',
  [
    ...head('88/KH-UBND', 'ngày 03 tháng 3 năm 2026', 'KẾ HOẠCH', 'Nâng cao Chỉ số DDCI tỉnh Minh Hà năm 2026'),
    'Để cải thiện chất lượng điều hành cấp sở, ngành, UBND tỉnh ban hành Kế hoạch với các nội dung sau:',
    'I. MỤC TIÊU, YÊU CẦU',
    '1. 100% cơ quan công khai kết quả giải quyết kiến nghị của doanh nghiệp.',
    'II. NHIỆM VỤ CỤ THỂ',
    '1. Tính minh bạch và tiếp cận thông tin',
    '1.1. Công khai quy hoạch sử dụng đất trên Cổng thông tin điện tử tỉnh',
    '- Chủ trì: Sở Nông nghiệp và Môi trường.',
    '- Phối hợp: UBND các xã, phường; các cơ quan, đơn vị có liên quan.',
    '- Thời hạn hoàn thành: Trước 30/4/2026.',
    '- Sản phẩm: Bản đồ quy hoạch trực tuyến.',
    '1.2. Trả lời kiến nghị của doanh nghiệp trong 05 ngày làm việc',
    '- Chủ trì: Các sở, ban, ngành.',
    '- Theo dõi, tổng hợp: Văn phòng UBND tỉnh.',
    '- Thời hạn hoàn thành: Thường xuyên.',
    '2. Chi phí thời gian',
    '2.1. Không thanh tra, kiểm tra một doanh nghiệp quá 01 lần trong năm',
    '- Chủ trì: Thanh tra tỉnh.',
    '- Phối hợp: Công an tỉnh, Thuế tỉnh, Chi cục Hải quan khu vực IV.',
    '- Thời hạn hoàn thành: Năm 2026.',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Giám đốc các sở, Chủ tịch UBND các xã, phường tổ chức thực hiện nghiêm Kế hoạch này.',
    '2. Sở Tài chính theo dõi, đôn đốc, báo cáo UBND tỉnh./.',
    ...end(),
  ],
  [
    {
      text: 'Công khai quy hoạch sử dụng đất trên Cổng thông tin điện tử tỉnh',
      lead: ['Sở Nông nghiệp và Môi trường'],
      cooperate: ['UBND các xã, phường', 'các cơ quan, đơn vị có liên quan'],
      time: 'Trước 30/4/2026',
      result: 'Bản đồ quy hoạch trực tuyến',
    },
    {
      text: 'Trả lời kiến nghị của doanh nghiệp trong 05 ngày làm việc',
      lead: ['Các sở, ban, ngành'],
      time: 'Thường xuyên',
    },
    {
      text: 'Không thanh tra, kiểm tra một doanh nghiệp quá 01 lần trong năm',
      lead: ['Thanh tra tỉnh'],
      cooperate: ['Công an tỉnh', 'Thuế tỉnh', 'Chi cục Hải quan khu vực IV'],
      time: 'Năm 2026',
    },
  ],
);

const runIn: ProsePaper = {
  name: 'nhan-in-dam.md',
  bytes: bytesOf(
    [
      '# CHƯƠNG TRÌNH CÔNG TÁC',
      '',
      '**của Ủy ban nhân dân phường Gia Phú năm 2026**',
      '',
      'Số: 07/CTr-UBND',
      '',
      '*Gia Phú, ngày 15 tháng 01 năm 2026*',
      '',
      '## A. NHIỆM VỤ TRỌNG TÂM',
      '',
      '### 1. Kinh tế, hạ tầng và đô thị',
      '',
      '**1.1. Lập lại trật tự vỉa hè 12 tuyến phố chính.** *Đơn vị chủ trì:* Phòng Kinh tế, Hạ tầng và Đô thị. *Đơn vị phối hợp:* Công an phường; Ban Chỉ huy Quân sự phường. *Thời gian thực hiện:* Quý I năm 2026.',
      '',
      '**1.2. Cấp mã số vùng trồng cho 3 tổ hợp tác rau an toàn.** *Đơn vị chủ trì:* Phòng Kinh tế, Hạ tầng và Đô thị. *Thời gian thực hiện:* trước ngày 15/6/2026. *Sản phẩm:* 03 mã số vùng trồng.',
      '',
      '### 2. Văn hóa, xã hội',
      '',
      '**2.1. Tổ chức Ngày hội đọc sách cho thiếu nhi.** *Đơn vị chủ trì:* Phòng Văn hóa - Xã hội. *Đơn vị phối hợp:* Đoàn TNCS Hồ Chí Minh phường, các trường học trên địa bàn. *Thời gian thực hiện:* tháng 4/2026.',
      '',
      '**2.2. Khám sức khỏe định kỳ cho người cao tuổi.** *Đơn vị chủ trì:* Trạm Y tế phường. *Thời gian thực hiện:* 02 lần/năm.',
      '',
      '## B. TỔ CHỨC THỰC HIỆN',
      '',
      'Văn phòng HĐND và UBND phường theo dõi, đôn đốc thực hiện Chương trình.',
      '',
      '**CHỦ TỊCH**',
      '',
      '**Trịnh Quang Vinh**',
    ].join('\n'),
  ),
  tasks: [
    {
      text: 'Lập lại trật tự vỉa hè 12 tuyến phố chính',
      lead: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
      cooperate: ['Công an phường', 'Ban Chỉ huy Quân sự phường'],
      time: 'Quý I năm 2026',
    },
    {
      text: 'Cấp mã số vùng trồng cho 3 tổ hợp tác rau an toàn',
      lead: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
      time: 'trước ngày 15/6/2026',
      result: '03 mã số vùng trồng',
    },
    {
      text: 'Tổ chức Ngày hội đọc sách cho thiếu nhi',
      lead: ['Phòng Văn hóa - Xã hội'],
      cooperate: ['Đoàn TNCS Hồ Chí Minh phường', 'các trường học trên địa bàn'],
      time: 'tháng 4/2026',
    },
    { text: 'Khám sức khỏe định kỳ cho người cao tuổi', lead: ['Trạm Y tế phường'], time: '02 lần/năm' },
  ],
};

const described = text(
  'nhan-noi-dung-muc-tieu.txt',
  [
    ...head('140/KH-SYT', 'ngày 09 tháng 4 năm 2026', 'KẾ HOẠCH', 'Chuyển đổi số ngành Y tế năm 2026', 'SỞ Y TẾ'),
    'II. NỘI DUNG, NHIỆM VỤ',
    '1. Triển khai bệnh án điện tử',
    '- Nội dung: Đưa bệnh án điện tử vào vận hành tại 09 bệnh viện tuyến tỉnh, chấm dứt dùng bệnh án giấy.',
    '- Đơn vị chủ trì: Các bệnh viện tuyến tỉnh.',
    '- Đơn vị phối hợp: Phòng Nghiệp vụ Y, Văn phòng Sở.',
    '- Thời gian hoàn thành: 30/9/2026.',
    '2. Thanh toán viện phí không dùng tiền mặt',
    '- Nội dung: Lắp đặt mã QR tại quầy thu viện phí; liên kết tài khoản ngân hàng của người bệnh.',
    '- Đơn vị chủ trì: Các bệnh viện, trung tâm y tế.',
    '- Đơn vị phối hợp: Các ngân hàng thương mại.',
    '- Thời gian hoàn thành: Quý II/2026.',
    '3. An toàn thông tin',
    '- Nội dung: Diễn tập ứng cứu sự cố an toàn thông tin 01 lần trong năm.',
    '- Đơn vị chủ trì: Văn phòng Sở.',
    '- Thời gian hoàn thành: Tháng 8/2026.',
    'III. KINH PHÍ',
    'Từ nguồn chi thường xuyên của các đơn vị.',
    ...end('GIÁM ĐỐC', 'Đoàn Minh Châu'),
  ],
  [
    {
      text: 'Đưa bệnh án điện tử vào vận hành tại 09 bệnh viện tuyến tỉnh, chấm dứt dùng bệnh án giấy',
      lead: ['Các bệnh viện tuyến tỉnh'],
      cooperate: ['Phòng Nghiệp vụ Y', 'Văn phòng Sở'],
      time: '30/9/2026',
    },
    {
      text: 'Lắp đặt mã QR tại quầy thu viện phí; liên kết tài khoản ngân hàng của người bệnh',
      lead: ['Các bệnh viện', 'trung tâm y tế'],
      cooperate: ['Các ngân hàng thương mại'],
      time: 'Quý II/2026',
    },
    {
      text: 'Diễn tập ứng cứu sự cố an toàn thông tin 01 lần trong năm',
      lead: ['Văn phòng Sở'],
      time: 'Tháng 8/2026',
    },
  ],
);

const afterwards = text(
  'nhan-sau-doan-van.txt',
  [
    ...head('19/ĐA-UBND', 'ngày 26 tháng 2 năm 2026', 'ĐỀ ÁN', 'Phát triển du lịch cộng đồng giai đoạn 2026 - 2030'),
    'Phần thứ hai',
    'NHIỆM VỤ VÀ GIẢI PHÁP',
    '1. Phát triển sản phẩm du lịch',
    'Xây dựng 05 điểm du lịch cộng đồng tại các thôn có nhà sàn truyền thống. Hỗ trợ mỗi điểm 300 triệu đồng để cải tạo cảnh quan, nhà vệ sinh.',
    'Cơ quan chủ trì: Sở Văn hóa, Thể thao và Du lịch; cơ quan phối hợp: Sở Xây dựng, UBND các xã Trà My, Trà Tân; thời gian: 2026 - 2027.',
    '2. Quảng bá, xúc tiến',
    'Xây dựng bản đồ du lịch số bằng 03 ngôn ngữ.',
    'Cơ quan chủ trì: Trung tâm Thông tin Xúc tiến du lịch tỉnh; cơ quan phối hợp: Báo và Phát thanh, Truyền hình tỉnh; thời gian: Quý IV/2026.',
    '3. Đào tạo nguồn nhân lực',
    'Bồi dưỡng kỹ năng đón tiếp khách cho 400 lao động địa phương.',
    'Cơ quan chủ trì: Trường Cao đẳng Minh Hà; thời gian: hằng năm.',
    'Phần thứ ba',
    'TỔ CHỨC THỰC HIỆN',
    'Các cơ quan, đơn vị căn cứ Đề án này xây dựng kế hoạch hằng năm.',
    ...end(),
  ],
  [
    {
      text: 'Xây dựng 05 điểm du lịch cộng đồng tại các thôn có nhà sàn truyền thống. Hỗ trợ mỗi điểm 300 triệu đồng để cải tạo cảnh quan, nhà vệ sinh',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      cooperate: ['Sở Xây dựng', 'UBND xã Trà My', 'UBND xã Trà Tân'],
      time: '2026 - 2027',
    },
    {
      text: 'Xây dựng bản đồ du lịch số bằng 03 ngôn ngữ',
      lead: ['Trung tâm Thông tin Xúc tiến du lịch tỉnh'],
      cooperate: ['Báo và Phát thanh, Truyền hình tỉnh'],
      time: 'Quý IV/2026',
    },
    {
      text: 'Bồi dưỡng kỹ năng đón tiếp khách cho 400 lao động địa phương',
      lead: ['Trường Cao đẳng Minh Hà'],
      time: 'hằng năm',
    },
  ],
);

export const lists: ProsePaper[] = [coded, runIn, described, afterwards];
