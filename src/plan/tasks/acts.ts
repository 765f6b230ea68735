/**
 * Verbs Vietnamese plans state duties with. A clause that begins with one is an act; "100% hồ sơ đúng hạn" or "Thời hạn
 * giải quyết đúng quy định" is a wished state.
 */
const acts = `
  phải | cần | tiếp tục | tăng cường | đẩy mạnh | chủ động | tích cực | nghiêm túc | kịp thời | thường xuyên | |
  định kỳ | phát huy | triển khai | thực hiện | tổ chức | xây dựng | ban hành | tham mưu | rà soát | kiểm tra | |
  thanh tra | giám sát | theo dõi | đôn đốc | hướng dẫn | chỉ đạo | quán triệt | phổ biến | tuyên truyền | |
  vận động | thông tin | công khai | công bố | niêm yết | cập nhật | đăng tải | cung cấp | giới thiệu | |
  nâng cao | nâng cấp | cải thiện | cải tiến | cải tạo | đổi mới | hoàn thiện | hoàn thành | bảo đảm | đảm bảo | |
  duy trì | phối hợp | chủ trì | đề xuất | kiến nghị | báo cáo | tổng hợp | đánh giá | đo lường | khảo sát | |
  lấy ý kiến | tiếp nhận | xử lý | giải quyết | trả lời | phúc đáp | đối thoại | tập huấn | bồi dưỡng | đào tạo | |
  tuyển dụng | bố trí | phân công | phân cấp | kiện toàn | sắp xếp | giảm | tăng | mở rộng | phát triển | |
  ứng dụng | số hóa | kết nối | vận hành | thiết lập | đầu tư | hỗ trợ | tạo điều kiện | khuyến khích | |
  khắc phục | chấn chỉnh | ngăn chặn | phòng ngừa | kiểm soát | nghiêm cấm | tập trung | quan tâm | chú trọng | |
  lồng ghép | đa dạng hóa | đơn giản hóa | cắt giảm | giữ vững | điều chỉnh | làm | lập | mở | thúc đẩy | |
  phấn đấu | tham gia | thu hút | huy động | xác định | xác nhận | cấp phép | trồng | hạch toán | đưa | miễn | |
  thành lập | có kế hoạch | có giải pháp | có kiểm tra | có thanh tra | có kiến nghị | có văn bản | đề nghị | |
  yêu cầu | quản lý | bổ sung | sửa đổi | thống kê | chuẩn hóa | nhân rộng | tìm | gửi | thông báo | tiến hành | giao | |
  tôn trọng | thu thập | chuẩn bị | đăng | tuần tra | cấm | lấy | biên soạn | họp | dán | trưng bày | phát | |
  che chắn | khơi thông | bầu | xét | khám | nhắc nhở | xử phạt | nạo vét | thay thế | cứng hóa | lắp | lắp đặt | |
  thiết kế | xóa | mời | ghi | trả | tiếp công dân | tiếp dân | chuyển | bảo vệ | bảo trì | sửa chữa | thay | |
  mua sắm | trang bị | xin | trình | phê duyệt | thẩm định | chuyển đổi | tái kiểm tra | phân tích | rút ngắn | |
  luân chuyển | bổ nhiệm | khen thưởng | phát động | ký | nghiên cứu | học tập | tích hợp | chia sẻ | điều tra | |
  truy quét | phòng, chống | phòng chống | tạo | giữ | xếp | chấm | công nhận | hòa giải | thi hành | |
  tự đánh giá | hình thành | nắm | tháo gỡ | hạn chế | sơ kết | tổng kết | từng bước | in ấn | gắn
`;
// "Tổ chức chính trị - xã hội" is a body, not an act.
const pattern = new RegExp(
  `^(?!tổ chức (?:chính trị|xã hội|đoàn thể|hội (?!nghị|thảo|thi|chợ)|thành viên|kinh tế))(?:${acts
    .trim()
    .split(/\s*\|\s*/)
    .filter(Boolean)
    .join('|')})(?!\\p{L})`,
  'iu',
);

export function startsWithAct(text: string): boolean {
  return pattern.test(text.normalize('NFC'));
}

/** Whoever may stand before the act: "Chủ tịch UBND xã tiếp công dân …", "Mỗi phường tổ chức …". */
const doer =
  /^(?:chủ tịch|thủ trưởng|ubnd|ủy ban|uỷ ban|sở|phòng|công an|thanh tra|văn phòng|các (?:sở|phòng|cơ quan|đơn vị|địa phương)|mỗi|từng)\s/iu;

function doesAct(clause: string): boolean {
  const words = clause.split(' ').slice(0, 14);
  return doer.test(clause) && words.some((_, at) => at > 1 && startsWithAct(words.slice(at).join(' ')));
}

/** Whether any clause of a text begins with an act, or says that someone does one. */
export function statesAct(text: string): boolean {
  return text
    .split(/[\n.;:(]|\s[-–+]\s/)
    .map((clause) => clause.replace(/^[\s\-–+•)"“]+/, ''))
    .some((clause) => startsWithAct(clause) || doesAct(clause) || /(?:^|\s)phải(?:\s|$)/.test(clause));
}
