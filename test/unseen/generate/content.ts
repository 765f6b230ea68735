import type { Schedule } from '../../../src/plan/model.ts';

/** What the fictional province Minh Hà plans to do in 2026: fields of reform, tasks with their products, agencies, times. */
export type Work = { text: string; result: string };
export type Theme = { field: string; component: string; works: Work[] };
export type Time = { print: string; schedule: Schedule };

const work = (text: string, result: string): Work => ({ text, result });

export const themes: Theme[] = [
  {
    field: 'CẢI CÁCH THỂ CHẾ',
    component: 'Nâng cao chất lượng xây dựng văn bản quy phạm pháp luật',
    works: [
      work(
        'Ban hành Kế hoạch rà soát, hệ thống hóa văn bản quy phạm pháp luật của tỉnh năm 2026',
        'Kế hoạch của UBND tỉnh',
      ),
      work(
        'Tự kiểm tra, xử lý văn bản do HĐND, UBND tỉnh ban hành sau sắp xếp đơn vị hành chính',
        'Báo cáo kết quả tự kiểm tra',
      ),
      work(
        'Tổ chức lấy ý kiến người dân, doanh nghiệp đối với dự thảo văn bản có tác động rộng',
        'Văn bản tổng hợp ý kiến',
      ),
      work(
        'Tham mưu sửa đổi quy chế làm việc của UBND tỉnh phù hợp chính quyền địa phương 02 cấp',
        'Quyết định của UBND tỉnh',
      ),
      work(
        'Theo dõi tình hình thi hành pháp luật trong lĩnh vực đất đai và xây dựng',
        'Báo cáo theo dõi thi hành pháp luật',
      ),
      work('Tập huấn kỹ năng soạn thảo văn bản cho công chức tư pháp các xã, phường', '02 lớp tập huấn'),
    ],
  },
  {
    field: 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    component: 'Đơn giản hóa thủ tục và nâng chất lượng phục vụ',
    works: [
      work(
        'Công bố, công khai kịp thời danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của tỉnh',
        '100% thủ tục được công khai đúng hạn',
      ),
      work(
        'Rà soát, cắt giảm ít nhất 30% thời gian giải quyết thủ tục liên quan đến hoạt động sản xuất, kinh doanh',
        'Phương án đơn giản hóa được phê duyệt',
      ),
      work('Tái cấu trúc quy trình, cung cấp dịch vụ công trực tuyến toàn trình', 'Danh mục dịch vụ công toàn trình'),
      work('Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực', 'Kho dữ liệu hồ sơ điện tử'),
      work(
        'Xử lý phản ánh, kiến nghị của người dân, doanh nghiệp về quy định hành chính',
        'Văn bản trả lời, kết quả xử lý',
      ),
      work(
        'Bố trí đại lý dịch vụ công trực tuyến tại bưu điện văn hóa xã và nhà văn hóa thôn',
        'Các điểm hỗ trợ đi vào hoạt động',
      ),
      work('Kiểm tra việc tiếp nhận, trả kết quả tại Bộ phận Một cửa các xã, phường', 'Kết luận kiểm tra'),
    ],
  },
  {
    field: 'CẢI CÁCH TỔ CHỨC BỘ MÁY HÀNH CHÍNH NHÀ NƯỚC',
    component: 'Sắp xếp tổ chức bên trong các cơ quan',
    works: [
      work(
        'Kiện toàn chức năng, nhiệm vụ, cơ cấu tổ chức của các phòng chuyên môn cấp xã',
        'Quyết định của UBND cấp xã',
      ),
      work('Xây dựng đề án sắp xếp các đơn vị sự nghiệp công lập giai đoạn 2026 - 2030', 'Đề án được phê duyệt'),
      work('Rà soát, đề xuất phân cấp thẩm quyền giải quyết cho UBND cấp xã', 'Tờ trình của UBND tỉnh'),
      work('Đánh giá tình hình hoạt động của các ban chỉ đạo, tổ chức phối hợp liên ngành', 'Báo cáo đánh giá'),
      work('Thực hiện tinh giản biên chế theo lộ trình được giao', 'Danh sách tinh giản biên chế'),
    ],
  },
  {
    field: 'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ',
    component: 'Nâng cao năng lực đội ngũ cán bộ, công chức',
    works: [
      work('Bồi dưỡng kỹ năng số cho cán bộ, công chức, viên chức toàn tỉnh', 'Ít nhất 20 lớp bồi dưỡng'),
      work(
        'Cập nhật dữ liệu hồ sơ điện tử của cán bộ, công chức lên cơ sở dữ liệu quốc gia',
        '100% hồ sơ được cập nhật',
      ),
      work('Kiểm tra đột xuất việc chấp hành kỷ luật, kỷ cương hành chính', 'Thông báo kết quả kiểm tra'),
      work('Ban hành quy định đánh giá công chức theo kết quả, sản phẩm công việc', 'Quyết định của UBND tỉnh'),
      work('Tổ chức thi tuyển chức danh lãnh đạo cấp phòng tại một số sở', 'Kết quả thi tuyển'),
      work('Luân chuyển, chuyển đổi vị trí công tác đối với công chức giải quyết hồ sơ', 'Kế hoạch chuyển đổi vị trí'),
    ],
  },
  {
    field: 'CẢI CÁCH TÀI CHÍNH CÔNG',
    component: 'Quản lý, sử dụng tài sản công và vốn đầu tư',
    works: [
      work('Đôn đốc giải ngân vốn đầu tư công, phấn đấu đạt trên 95% kế hoạch', 'Báo cáo tiến độ giải ngân'),
      work('Ban hành tiêu chuẩn, định mức sử dụng xe ô tô và máy móc chuyên dùng', 'Quyết định của UBND tỉnh'),
      work(
        'Thực hiện các kiến nghị sau thanh tra, kiểm toán về tài chính, ngân sách',
        'Báo cáo kết quả thực hiện kiến nghị',
      ),
      work('Xử lý trụ sở dôi dư sau sắp xếp đơn vị hành chính', 'Phương án xử lý nhà, đất'),
      work('Giao quyền tự chủ tài chính cho các đơn vị sự nghiệp y tế, giáo dục', 'Quyết định giao quyền tự chủ'),
    ],
  },
  {
    field: 'XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN SỐ',
    component: 'Phát triển hạ tầng và dữ liệu số',
    works: [
      work(
        'Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh, kết nối Cổng Dịch vụ công quốc gia',
        'Hệ thống vận hành ổn định',
      ),
      work('Xây dựng kho dữ liệu dùng chung, chia sẻ dữ liệu giữa các sở, ngành', 'Nền tảng dữ liệu dùng chung'),
      work('Bảo đảm an toàn thông tin cho các hệ thống theo cấp độ', 'Hồ sơ cấp độ được phê duyệt'),
      work('Cấp chứng thư số cho cán bộ, công chức cấp xã', 'Danh sách được cấp chứng thư số'),
      work('Hỗ trợ người dân cài đặt, sử dụng định danh điện tử mức 2', 'Số tài khoản được kích hoạt'),
      work('Duy trì, nâng cao chất lượng trang thông tin điện tử các xã, phường', '100% trang đáp ứng quy định'),
    ],
  },
  {
    field: 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
    component: 'Tăng cường trách nhiệm người đứng đầu',
    works: [
      work(
        'Tổ chức hội nghị phân tích kết quả Chỉ số hài lòng và bàn giải pháp khắc phục hạn chế',
        'Thông báo kết luận hội nghị',
      ),
      work('Kiểm tra công tác cải cách hành chính tại ít nhất 30% sở, ngành và UBND cấp xã', 'Kết luận kiểm tra'),
      work('Tuyên truyền cải cách hành chính trên báo, đài và mạng xã hội', 'Chuyên mục, phóng sự'),
      work(
        'Phát động phong trào thi đua, khen thưởng sáng kiến cải cách hành chính',
        'Ít nhất 03 sáng kiến được công nhận',
      ),
      work(
        'Khảo sát, đo lường sự hài lòng của người dân đối với sự phục vụ của cơ quan nhà nước',
        'Báo cáo kết quả khảo sát',
      ),
      work('Sơ kết 6 tháng, tổng kết năm công tác cải cách hành chính', 'Báo cáo của UBND tỉnh'),
    ],
  },
];

export const offices = [
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Khoa học và Công nghệ',
  'Văn phòng UBND tỉnh',
  'Sở Xây dựng',
  'Sở Nông nghiệp và Môi trường',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Sở Công Thương',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Thanh tra tỉnh',
  'Công an tỉnh',
  'Trung tâm Phục vụ hành chính công tỉnh',
  'Ban Quản lý Khu kinh tế Minh Hà',
];

export const helpers = [
  ...offices,
  'Các sở, ban, ngành',
  'UBND các xã, phường, đặc khu',
  'UBND cấp xã',
  'Các cơ quan, đơn vị liên quan',
  'Bảo hiểm xã hội tỉnh',
  'Bưu điện tỉnh',
  'Viễn thông Minh Hà',
  'Ủy ban MTTQ Việt Nam tỉnh',
  'Báo và Phát thanh, Truyền hình Minh Hà',
  'Trường Chính trị tỉnh',
  'Thuế tỉnh',
];

export const communeOffices = [
  'Văn phòng HĐND và UBND xã',
  'Phòng Văn hóa - Xã hội',
  'Phòng Kinh tế',
  'Trung tâm Phục vụ hành chính công xã',
  'Công an xã',
  'Ban Chỉ huy Quân sự xã',
  'Trạm Y tế xã',
];

const deadline = (print: string, by: string, exclusive = false): Time => ({
  print,
  schedule: exclusive ? { kind: 'deadline', by, exclusive } : { kind: 'deadline', by },
});
const window = (print: string, from: string, to: string): Time => ({ print, schedule: { kind: 'window', from, to } });

export const times: Time[] = [
  { print: 'Thường xuyên', schedule: { kind: 'continuous' } },
  { print: 'Thường xuyên trong năm', schedule: { kind: 'continuous' } },
  { print: 'Hằng quý', schedule: { kind: 'recurring', every: 'quarter' } },
  { print: 'Hàng tháng', schedule: { kind: 'recurring', every: 'month' } },
  deadline('Trước ngày 31/3/2026', '2026-03-31', true),
  deadline('Trước ngày 15/12/2026', '2026-12-15', true),
  deadline('Chậm nhất ngày 30/6/2026', '2026-06-30'),
  window('Quý I/2026', '2026-01-01', '2026-03-31'),
  window('Quý II, III năm 2026', '2026-04-01', '2026-09-30'),
  window('Quý IV năm 2026', '2026-10-01', '2026-12-31'),
  window('Trong năm 2026', '2026-01-01', '2026-12-31'),
  window('Năm 2026', '2026-01-01', '2026-12-31'),
];

export const remarks = [
  'Theo dự toán được giao',
  'Nhiệm vụ chuyển tiếp',
  'Nguồn ngân sách tỉnh',
  'Công văn số 215/SNV-CCHC',
];
