import type { TargetOp } from '../model.ts';

const list = (words: string): string[] => words.split('|').map((word) => word.trim().replace(/\s+/g, ' '));

/** Things a plan counts, the longest first. Ages, law numbers, levels of service and of government are not among them. */
export const units = list(`
  lần | lượt | lớp | buổi | cuộc | đợt | kỳ | số | bài | tin | tin, bài | tin bài | bài viết | phóng sự | chuyên mục |
  chuyên đề | chuyên trang | clip | video | hội nghị | hội thảo | tọa đàm | hội thi | cuộc thi | sáng kiến | giải pháp |
  mô hình | quyết định | nghị quyết | công văn | tờ trình | đề án | dự án | công trình | kế hoạch | văn bản | báo cáo | đề tài | nhiệm vụ | chỉ tiêu | tiêu chí | thủ tục |
  tthc | dịch vụ công | dịch vụ | hồ sơ | quy trình | đoàn | đoàn kiểm tra | cơ quan | đơn vị | xã | phường | thôn |
  huyện | trường | trạm | doanh nghiệp | hợp tác xã | hộ | người | học sinh | lao động | cán bộ | công chức | ngày |
  ngày làm việc | giờ | phút | tháng | điểm | bậc | hạng | điểm phần trăm | triệu đồng | tỷ đồng | đồng | tỷ | triệu |
  km | ha | m2 | tấn | kênh | hình thức | ấn phẩm | tài liệu | tờ rơi | pano | khẩu hiệu | ứng dụng | sản phẩm | phiếu |
  câu lạc bộ | tổ | điểm số | cách làm | cuộc họp | cuộc kiểm tra | cuộc thanh tra | cuộc đối thoại |
  hội nghị đối thoại | buổi đối thoại | lớp tập huấn | lớp bồi dưỡng | hội nghị tập huấn
`).sort((a, b) => b.length - a.length);

/** Words and signs before a number that bound it. */
export const bounds: readonly (readonly [TargetOp, string])[] = [
  ['>=', 'tối thiểu(?: là| đạt)?|ít nhất(?: là| đạt| có)?|không dưới|không thấp hơn|không ít hơn|≥|>='],
  ['<=', 'không quá|không vượt quá|tối đa(?: là)?|nhiều nhất(?: là)?|không cao hơn|không lớn hơn|≤|<='],
  ['>', 'trên|vượt|hơn|lớn hơn|cao hơn|>'],
  ['<', 'dưới|nhỏ hơn|thấp hơn|ít hơn|<'],
];

/** What the bounding words mean. */
export const opOf = (words: string): TargetOp | undefined =>
  bounds.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(words.replace(/\s+/g, ' ')))?.[0];

/** Numbers in words, understood after "ít nhất" and "tối thiểu" only: elsewhere they are too common. */
export const spelled: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, mười: 10 };
