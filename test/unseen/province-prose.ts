import { bytesOf, type Paper } from './papers.ts';

/** A province's plan in full prose, as offices write it: goals under goals, reports by periods, an office with its part. */
export const province: Paper = {
  name: 'province-prose.txt',
  bytes: bytesOf(`ỦY BAN NHÂN DÂN
TỈNH MINH HÀ

Số: 88/KH-UBND

Minh Hà, ngày 14 tháng 02 năm 2026

KẾ HOẠCH

Duy trì, cải thiện và nâng cao Chỉ số PAPI tỉnh Minh Hà năm 2026

Căn cứ Quyết định số 1234/QĐ-UBND ngày 05/12/2025 của Ủy ban nhân dân tỉnh về việc ban hành Chương trình công tác năm 2026; trên cơ sở kết quả Chỉ số PAPI năm 2025 do UNDP công bố ngày 15/4/2026, theo đó tỉnh đạt 44,12/80 điểm, xếp thứ 8/34 tỉnh, thành phố (tăng 4 bậc so với năm 2024), trong đó có 03/8 chỉ số nội dung tăng điểm, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Nâng cao chất lượng cung ứng dịch vụ công.

2. Yêu cầu

Các cơ quan, đơn vị xác định rõ trách nhiệm.

II. MỤC TIÊU

1. Mục tiêu chung: Phấn đấu Chỉ số PAPI năm 2026 đạt tối thiểu 45 điểm và xếp trong nhóm 5 tỉnh, thành phố dẫn đầu cả nước.

2. Mục tiêu cụ thể

a) 8/8 chỉ số nội dung tăng điểm so với năm 2025.

b) Tỷ lệ người dân hài lòng với dịch vụ hành chính công đạt trên 92%.

III. NỘI DUNG

Theo Phụ lục đính kèm.

IV. KINH PHÍ

Kinh phí thực hiện từ nguồn ngân sách nhà nước theo phân cấp hiện hành.

V. TỔ CHỨC THỰC HIỆN

1. Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu

a) Căn cứ Kế hoạch này, ban hành kế hoạch của cơ quan, đơn vị, địa phương (hoàn thành trước ngày 10/3/2026), gửi về Sở Nội vụ để theo dõi.

b) Báo cáo kết quả thực hiện quý, 6 tháng, năm gửi Sở Nội vụ trước ngày 20 của tháng cuối kỳ báo cáo.

2. Sở Nội vụ - Cơ quan thường trực

- Là cơ quan đầu mối tham mưu triển khai Kế hoạch; tổng hợp, báo cáo UBND tỉnh hằng quý và đột xuất khi có yêu cầu.

- Tham mưu UBND tỉnh tổ chức hội nghị đánh giá Chỉ số PAPI trong tháng 5/2026.

3. Sở Tài chính

Trên cơ sở dự toán của các đơn vị, thẩm định, tham mưu bố trí kinh phí.

4. Giao Báo và Phát thanh, Truyền hình tỉnh; đề nghị các cơ quan báo chí thường trú trên địa bàn tăng cường thời lượng tuyên truyền.

5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh

- Tuyên truyền, vận động đoàn viên, hội viên.

- Giám sát việc công khai danh sách hộ nghèo.

6. Công an tỉnh, Thanh tra tỉnh, Bảo hiểm xã hội tỉnh theo chức năng, nhiệm vụ được giao phối hợp thực hiện.

Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị, địa phương phản ánh về Sở Nội vụ để tổng hợp, báo cáo Chủ tịch UBND tỉnh xem xét, quyết định./.

Nơi nhận:

- Bộ Nội vụ;

- TT Tỉnh ủy, TT HĐND tỉnh;

- Lưu: VT, NC.

TM. ỦY BAN NHÂN DÂN

KT. CHỦ TỊCH

PHÓ CHỦ TỊCH THƯỜNG TRỰC

Hoàng Thị Bích`),
};
