import { type Agencies, joined, type SamplePlan, type SampleTask } from '../model.ts';

/** An official letter of a ward with three appendices for three indices; numbers start again in each group. */

const offices = joined('Các phòng, trung tâm thuộc phường', 'Các phòng, trung tâm thuộc phường');
const schools = joined('Các trường học công lập trên địa bàn', 'Các trường học công lập trên địa bàn');
const front = joined('Ủy ban MTTQ Việt Nam phường', 'Ủy ban MTTQ Việt Nam phường');
const culture = joined('Phòng Văn hóa - Xã hội', 'Phòng Văn hóa - Xã hội');
const economy = joined('Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Kinh tế, Hạ tầng và Đô thị');
const office = joined('Văn phòng HĐND và UBND phường', 'Văn phòng HĐND và UBND phường');
const centre = joined('Trung tâm Phục vụ hành chính công', 'Trung tâm Phục vụ hành chính công');
const police = joined('Công an phường', 'Công an phường');
const health = joined('Trạm Y tế phường', 'Trạm Y tế phường');
const both = joined(
  'Văn phòng HĐND và UBND phường, Phòng Văn hóa - Xã hội',
  'Văn phòng HĐND và UBND phường',
  'Phòng Văn hóa - Xã hội',
);

/** "Name: what to do" is the component and, whole, the task. */
const named = (
  component: string,
  codes: string,
  rest: string,
  lead: Agencies,
  cooperate: Agencies,
  quantities?: string[],
): SampleTask => ({
  component,
  codes: codes.split(' '),
  text: `${component}: ${rest}`,
  lead,
  cooperate,
  ...(quantities && { quantities }),
});

/** A statement of SIPAS printed as the state to reach; the factor is its component. */
const statement = (codes: string, text: string, lead: Agencies): SampleTask => ({
  component: null,
  codes: [codes],
  text,
  lead,
  cooperate: front,
});

export const minhChau2026: SamplePlan = {
  slug: 'minh-chau-2026',
  layout: 'appendices',
  head: {
    type: 'Công văn',
    number: '118/UBND-VHXH',
    symbol: 'UBND-VHXH',
    date: '2026-04-08',
    printedDay: '08 tháng 4 năm 2026',
    year: 2026,
    place: 'Minh Châu',
    issuer: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG MINH CHÂU'],
    issuerName: 'UBND phường Minh Châu',
    title:
      'V/v cải thiện Chỉ số cải cách hành chính (PAR INDEX), Chỉ số hài lòng của người dân (SIPAS) và Chỉ số hiệu quả quản trị và hành chính công (PAPI) năm 2026',
    indices: ['PAR INDEX', 'SIPAS', 'PAPI'],
    references: ['812/UBND-NC'],
    signer: {
      name: 'Phạm Ngọc Diệp',
      title: 'Phó Chủ tịch',
      lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    },
    addressees: ['Các phòng, trung tâm thuộc phường', 'Các trường học công lập trên địa bàn'],
    recipients: [
      'Như trên',
      'Thường trực Đảng ủy, HĐND phường',
      'Chủ tịch, các Phó Chủ tịch UBND phường',
      'Lưu: VT, VHXH',
    ],
    results: [],
  },
  opening: [
    'Thực hiện Công văn số 812/UBND-NC ngày 24/3/2026 của UBND tỉnh Minh Hà về nâng cao các chỉ số PAR INDEX, SIPAS, PAPI, UBND phường yêu cầu:',
  ],
  body: [
    {
      duty: {
        section: '1',
        modality: 'assign',
        opening: 'Trưởng các phòng, Giám đốc các trung tâm, Hiệu trưởng các trường học:',
        agencies: ['Trưởng các phòng', 'Giám đốc các trung tâm', 'Hiệu trưởng các trường học'],
        style: 'dash',
        items: [
          'Thực hiện các nhiệm vụ tại Phụ lục 1, 2, 3 kèm theo; việc nào chưa rõ phải hỏi lại ngay, không để trôi.',
          'Bảo đảm 100% hồ sơ thủ tục hành chính được trả đúng hẹn.',
        ],
      },
    },
    {
      duty: {
        section: '2',
        modality: 'assign',
        opening: 'Phòng Văn hóa - Xã hội:',
        agencies: ['Phòng Văn hóa - Xã hội'],
        style: 'dash',
        items: [
          'Kiểm tra việc thực hiện tại các đơn vị, mỗi quý một lần.',
          'Chuẩn bị nội dung đối thoại giữa lãnh đạo phường và người dân.',
        ],
      },
    },
    {
      duty: {
        section: '3',
        modality: 'assign',
        opening: 'Trung tâm Phục vụ hành chính công:',
        agencies: ['Trung tâm Phục vụ hành chính công'],
        style: 'dash',
        items: [
          'Nâng tỷ lệ hồ sơ trực tuyến toàn trình lên ít nhất 70%.',
          'Hằng tuần công khai hồ sơ trễ hẹn và lý do.',
        ],
      },
    },
  ],
  closing:
    'Định kỳ hằng quý, các đơn vị báo cáo UBND phường (qua Phòng Văn hóa - Xã hội) trước ngày 12 tháng cuối quý; Phòng Văn hóa - Xã hội tổng hợp, báo cáo UBND phường trước ngày 15 tháng cuối quý./.',
  reporting: [
    {
      who: ['các đơn vị'],
      to: 'UBND phường',
      via: 'Phòng Văn hóa - Xã hội',
      schedule: { kind: 'recurring', every: 'quarter', day: 12, inLastMonth: true, exclusive: true },
    },
    {
      who: ['Phòng Văn hóa - Xã hội'],
      to: 'UBND phường',
      via: null,
      schedule: { kind: 'recurring', every: 'quarter', day: 15, inLastMonth: true, exclusive: true },
    },
  ],
  sheets: [
    {
      index: 'PAR INDEX',
      heading: [
        'PHỤ LỤC 1',
        'Nhiệm vụ, giải pháp cải thiện Chỉ số cải cách hành chính (PAR INDEX)',
        '(Kèm theo Công văn số 118/UBND-VHXH của UBND phường)',
      ],
      numbering: 'restart',
      columns: letterColumns(),
      groups: [
        {
          label: 'I',
          name: 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
          dimension: 'I',
          tasks: [
            named(
              'Thực hiện kế hoạch CCHC',
              '1',
              'Hoàn thành 100% nhiệm vụ trong kế hoạch năm 2026',
              culture,
              offices,
              ['=100'],
            ),
            named(
              'Công tác kiểm tra CCHC',
              '1',
              'Kiểm tra ít nhất 40% đơn vị trực thuộc, xử lý dứt điểm 100% vấn đề phát hiện',
              culture,
              offices,
              ['>=40', '=100'],
            ),
            named('Đổi mới, sáng tạo trong CCHC', '1', 'Có ít nhất 02 cách làm mới được áp dụng', culture, offices, [
              '>=2',
            ]),
            named(
              'Đối thoại với người dân, doanh nghiệp',
              '1',
              '\n- Tổ chức 02 cuộc đối thoại trong năm\n- Trả lời 100% kiến nghị sau đối thoại',
              office,
              offices,
              ['=2', '=100'],
            ),
          ],
        },
        {
          label: 'II',
          name: 'CẢI CÁCH THỂ CHẾ',
          dimension: 'II',
          tasks: [
            named(
              'Theo dõi thi hành pháp luật',
              '2',
              'Ban hành kế hoạch và báo cáo đúng thời hạn, đủ nội dung',
              office,
              offices,
            ),
            named(
              'Rà soát văn bản quy phạm pháp luật',
              '2',
              'Xử lý 100% văn bản cần xử lý sau rà soát',
              office,
              offices,
              ['=100'],
            ),
          ],
        },
        {
          label: 'III',
          name: 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
          dimension: 'III',
          tasks: [
            named(
              'Công khai, niêm yết TTHC',
              '3',
              'Cập nhật trong 01 ngày làm việc kể từ khi có quyết định công bố',
              centre,
              offices,
            ),
            named(
              'Kết quả giải quyết hồ sơ TTHC',
              '3',
              '\n- Tỷ lệ hồ sơ đúng hạn đạt 99%\n- 100% hồ sơ trễ hẹn có thư xin lỗi',
              centre,
              offices,
              ['=99', '=100'],
            ),
            named(
              'Tiếp nhận, xử lý phản ánh, kiến nghị',
              '3',
              'Xử lý 100% phản ánh trong thời hạn quy định',
              office,
              offices,
              ['=100'],
            ),
          ],
        },
        {
          label: 'IV',
          name: 'CẢI CÁCH TỔ CHỨC BỘ MÁY',
          dimension: 'IV',
          tasks: [
            named(
              'Sắp xếp, kiện toàn tổ chức bộ máy',
              '4',
              'Rà soát chức năng, nhiệm vụ các phòng sau sắp xếp, bỏ việc trùng lặp',
              culture,
              offices,
            ),
            named('Quản lý biên chế', '4', 'Không sử dụng vượt số biên chế được giao', culture, offices),
          ],
        },
        {
          label: 'V',
          name: 'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ',
          dimension: 'V',
          tasks: [
            named(
              'Bố trí công chức theo vị trí việc làm',
              '5',
              '100% công chức được bố trí đúng vị trí',
              culture,
              offices,
              ['=100'],
            ),
            named('Đào tạo, bồi dưỡng công chức', '5', 'Mỗi công chức dự ít nhất 01 lớp bồi dưỡng', culture, offices, [
              '>=1',
            ]),
          ],
        },
        {
          label: 'VI',
          name: 'CẢI CÁCH TÀI CHÍNH CÔNG',
          dimension: 'VI',
          tasks: [
            named(
              'Tổ chức thực hiện công tác tài chính - ngân sách',
              '6',
              'Giải ngân 100% vốn đầu tư công được giao',
              economy,
              offices,
              ['=100'],
            ),
            named(
              'Quản lý, sử dụng tài sản công',
              '6',
              'Lập phương án sử dụng trụ sở dôi dư sau sắp xếp',
              economy,
              offices,
            ),
          ],
        },
        {
          label: 'VII',
          name: 'XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ',
          dimension: 'VII',
          tasks: [
            named(
              'Phát triển ứng dụng, dịch vụ phục vụ người dân, tổ chức',
              '7',
              '\n- Số hóa ít nhất 80% hồ sơ tiếp nhận\n- Thanh toán trực tuyến đạt 60% trở lên',
              centre,
              offices,
              ['>=80', '>=60'],
            ),
            named('Xử lý văn bản trên môi trường mạng', '7', '100% văn bản đi được ký số', office, offices, ['=100']),
          ],
        },
      ],
    },
    {
      index: 'SIPAS',
      heading: [
        'PHỤ LỤC 2',
        'Nhiệm vụ, giải pháp cải thiện Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước (SIPAS)',
      ],
      numbering: 'restart',
      columns: letterColumns(),
      groups: [
        {
          label: 'I',
          name: 'Mức độ hài lòng về trách nhiệm giải trình của chính quyền về chính sách',
          dimension: 'I',
          tasks: [
            statement(
              '1.1',
              'Chính quyền cung cấp, giải thích thông tin chính sách theo nhiều hình thức, dễ tìm, dễ thấy',
              both,
            ),
            statement('1.2', 'Chính quyền cung cấp thông tin chính sách đầy đủ, dễ hiểu', both),
          ],
        },
        {
          label: 'II',
          name: 'Mức độ hài lòng về tiếp cận dịch vụ',
          dimension: 'II',
          tasks: [
            statement('5.1', 'Biển hiệu, sơ đồ hướng dẫn tại Bộ phận một cửa rõ ràng, dễ thấy', centre),
            statement('5.2', 'Bộ phận một cửa có đủ ghế ngồi chờ và bàn viết cho người dân', centre),
            statement('5.3', 'Trang thiết bị phục vụ người dân đầy đủ, hoạt động tốt', centre),
          ],
        },
        {
          label: 'III',
          name: 'Mức độ hài lòng về thủ tục hành chính',
          dimension: 'III',
          tasks: [
            statement('6.1', 'Quy định TTHC được niêm yết công khai tại Bộ phận một cửa, dễ đọc', centre),
            statement('6.3', 'Người dân đóng phí, lệ phí TTHC đúng theo quy định', centre),
            statement('6.4', 'Thời hạn giải quyết TTHC đúng theo quy định', centre),
          ],
        },
        {
          label: 'IV',
          name: 'Mức độ hài lòng về công chức trực tiếp giải quyết công việc',
          dimension: 'IV',
          tasks: [
            statement('7.1', 'Công chức có thái độ giao tiếp lịch sự, tôn trọng người dân', centre),
            statement('7.2', 'Công chức hướng dẫn hồ sơ dễ hiểu, người dân chỉ phải bổ sung một lần', centre),
          ],
        },
        {
          label: 'V',
          name: 'Mức độ hài lòng về tiếp nhận, xử lý phản ánh, kiến nghị',
          dimension: 'V',
          tasks: [
            statement('9.1', 'Bộ phận một cửa bố trí hình thức tiếp nhận phản ánh, kiến nghị dễ dàng', office),
            statement('9.3', 'Bộ phận một cửa thông báo kết quả xử lý phản ánh, kiến nghị kịp thời', office),
          ],
        },
      ],
    },
    {
      index: 'PAPI',
      heading: ['PHỤ LỤC 3', 'Nhiệm vụ cải thiện Chỉ số Hiệu quả quản trị và hành chính công (PAPI)'],
      numbering: 'through',
      columns: letterColumns(),
      groups: [
        {
          label: '',
          name: '',
          dimension: 0,
          tasks: [
            named('Tri thức công dân', '1.1', 'Giới thiệu chính sách mới tại sinh hoạt tổ dân phố', culture, front),
            named(
              'Chất lượng bầu cử',
              '1.3',
              'Bầu tổ trưởng tổ dân phố có nhiều người ứng cử, nhiều hộ đi bầu',
              culture,
              front,
            ),
            named('Danh sách hộ nghèo', '2.2', 'Xét đúng đối tượng, dán danh sách tại nhà văn hóa', culture, front),
            named(
              'Thu, chi ngân sách cấp xã',
              '2.3',
              'Công khai bảng thu, chi tại trụ sở và trên trang thông tin',
              economy,
              front,
            ),
            named(
              'Tiếp cận dịch vụ tư pháp',
              '3.3',
              'Giới thiệu tổ hòa giải và trợ giúp pháp lý miễn phí',
              office,
              front,
            ),
            named(
              'Kiểm soát tham nhũng trong cung ứng dịch vụ công',
              '4.2',
              'Không để phụ huynh, người bệnh phải chi thêm tiền',
              culture,
              schools,
            ),
            named('Dịch vụ hành chính cấp xã', '5.4', 'Làm xong trong một lần đến', centre, offices),
            named('Y tế công lập', '6.1', 'Khám, chữa bệnh ban đầu chu đáo, đủ thuốc', health, offices),
            named(
              'An ninh, trật tự',
              '6.4',
              'Giảm số vụ trộm cắp, tỷ lệ điều tra, khám phá án đạt trên 80%',
              police,
              offices,
              ['>80'],
            ),
            named(
              'Chất lượng không khí',
              '7.2',
              'Nhắc nhở, xử phạt việc đốt rác, chở vật liệu rơi vãi',
              economy,
              offices,
            ),
            named(
              'Chất lượng nguồn nước',
              '7.3',
              'Nạo vét kênh tiêu, xử lý điểm xả nước thải ra sông',
              economy,
              offices,
            ),
            named(
              'Phúc đáp của chính quyền qua cổng thông tin điện tử',
              '8.3',
              'Trả lời câu hỏi của người dân trong 03 ngày làm việc',
              office,
              offices,
            ),
          ],
        },
      ],
    },
  ],
  docx: { automaticNumbers: true },
};

function letterColumns(): SamplePlan['sheets'][number]['columns'] {
  return [
    { kind: 'number', header: 'TT', width: 5 },
    { kind: 'text', header: 'Nhiệm vụ', width: 50 },
    { kind: 'lead', header: 'Cơ quan chủ trì', width: 23 },
    { kind: 'cooperate', header: 'Cơ quan phối hợp', width: 22 },
  ];
}
