import { startsWithAct } from '../tasks/acts.ts';

const before = '(?<![\\p{L}\\d])';
/** A phrase that looks at the next word ends in a space. */
const after = '(?:(?<=\\s)|(?![\\p{L}\\d]))';

/** One phrase between spaced bars; a bar without spaces is an alternative inside it. */
const list = (phrases: string): string[] =>
  phrases
    .split(/\s\|(?:\s|$)/)
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');

/** How or when something is to be done: these stand between who must act and the act. */
const manners = list(`
  chủ động | tích cực | khẩn trương | nghiêm túc | kịp thời | thường xuyên | tiếp tục | trực tiếp | tập trung |
  sớm | nhanh chóng | quyết liệt | kiên quyết | dứt khoát | nỗ lực | quyết tâm | đồng thời | trước mắt | phải |
  (?<![Hh]ậu )cần | định kỳ | h[ằà]ng (?:ngày|tuần|tháng|quý|năm) | mỗi (?:ngày|tuần|tháng|quý|năm|đơn vị|cơ quan|địa phương|xã|phường|thôn) |
  theo (?:chức năng|thẩm quyền|nhiệm vụ|dõi) | căn cứ | trên cơ sở | thay mặt | thừa (?:ủy|uỷ) quyền | không (?=để|được|tổ chức|ban hành|tiếp nhận|thu|yêu cầu|cấp|giải quyết|bố trí) |
  chịu trách nhiệm | có trách nhiệm | có nhiệm vụ | chịu sự | nghiêm (?=cấm|chỉnh)
`);

/** When: these stand before the act, or long after one no list has. */
const times = list(`
  trước ngày | trước (?=\\d) | trong (?=(?:tháng|quý|năm|tuần|ngày|thời hạn|thời gian) ) | chậm nhất |
  ngay (?=sau|khi|trong) | từ (?=(?:ngày|tháng|nay) ) | đến (?=(?:ngày|hết) ) | sau khi | khi
`);

/** Verbs of orders, as they stand inside a sentence. */
const verbs = list(`
  chủ trì | phối hợp | tham mưu | tuyên truyền | thực hiện | triển khai | tổ chức | tăng cường | đẩy mạnh | chỉ đạo |
  hướng dẫn | xây dựng | rà soát | bố trí | đôn đốc | kiểm tra | giám sát | báo cáo | tổng hợp | nghiên cứu | đề xuất |
  bảo đảm | đảm bảo | phân công | quán triệt | nâng cao | công khai | ban hành | cân đối | lồng ghép | vận động |
  làm (?:đầu mối|việc|tốt|rõ|sạch|chủ) | là (?:cơ quan|đầu mối|đơn vị) | (?<![Tt]rợ )giúp (?!việc) | quan tâm | phát huy | cụ thể h(?:óa|oá) |
  cung cấp | thẩm định | thẩm tra | hỗ trợ | đăng tải | phổ biến | xác định | giải quyết | xử lý | khắc phục |
  cập nhật | duy trì | mở (?:cửa|rộng|lớp|đợt|cao điểm|hội nghị|chuyên mục) | tạo điều kiện | khuyến khích | giải trình |
  gửi | yêu cầu (?=nhà thầu|chủ đầu tư|đơn vị|doanh nghiệp|người|hộ) | bổ sung | được (?:UBND|giao|phân công) | thông báo | đưa (?:nội dung|vào|tin|kết quả|chỉ tiêu|tiêu chí|các) | sử dụng |
  chấn chỉnh | tiến hành | nắm (?:bắt|chắc|tình hình) | niêm yết | công bố | tiếp nhận | khảo sát | lấy ý kiến |
  tập huấn | tham gia | ứng dụng | số h(?:óa|oá) | hoàn (?:thành|thiện|chỉnh|tất|trả) | đổi mới | cải thiện | cải tạo |
  tháo gỡ | thu (?:thập|hồi|hút|gom|dọn) | thống kê | thiết lập | vận hành | kết nối | đối (?:thoại|chiếu|soát) |
  thành lập | kiện toàn | tự đánh giá | sơ kết | tổng kết | tổng (?:duyệt|rà soát|kiểm tra|vệ sinh) | chịu sự |
  lập (?:kế hoạch|danh sách|danh mục|dự toán|hồ sơ|phương án|đề án|tờ trình|biên bản|tổ|đoàn|quy hoạch) |
  cử (?!tri|chỉ|nhân) | nộp | (?<!Đăng )ký | (?<!(?:công|chương|quy|lộ|quá|giáo|hành|tờ|tiến) )trình | nhân rộng | nêu cao | gương mẫu |
  lãnh đạo(?=,? (?:chỉ đạo|xây dựng|triển khai|thực hiện|tổ chức|UBND|HĐND|chính quyền)) | đẩy (?:nhanh|lùi) |
  đảm nhận | sửa (?:đổi|chữa) | chuẩn bị | huy động | khôi phục | ngăn chặn | trả lời | bàn giao | tuần tra |
  phát (?:động|hiện|hành|sóng) | siết chặt | xuống (?:địa bàn|cơ sở|hiện trường|xã) | chấm dứt | tạm dừng | dừng |
  tiếp thu | phê duyệt | quyết định | chấp hành | tuân thủ | đàm phán | ký (?:kết|cam kết|ban hành|tờ trình) |
  thúc đẩy | xúc tiến | bảo (?:trì|dưỡng) | duy tu | tu (?:sửa|bổ) | nâng cấp | mua sắm | trang bị | thay thế | lắp đặt |
  khởi công | giải phóng mặt bằng | đấu (?:nối|thầu|giá) | thanh toán | quyết toán | giải ngân | phân (?:bổ|loại|luồng|cấp) |
  ủy quyền | uỷ quyền | điều (?:chỉnh|động|tra|tiết|hành|chuyển) | truy quét | trấn áp | xử phạt | tiêu hủy | tiêu huỷ |
  khoanh vùng | tiêm (?:phòng|chủng) | tư vấn | chăm sóc | thăm hỏi | tiếp công dân | so sánh | đánh giá | chấm điểm |
  xếp (?:loại|hạng) | bình xét | biểu dương | khen thưởng | nhắc nhở | kiểm (?:điểm|kê|đếm|định) | phấn đấu | cam kết |
  thi đua | hưởng ứng | giữ (?:vững|gìn) | củng cố | bồi dưỡng | diễn tập | huấn luyện | ra quân | đồng bộ | tích hợp |
  chia sẻ | chuyển (?:đổi|giao|hồ sơ|kinh phí) | khơi thông | lưu ý | chú trọng | ưu tiên | dành | sắp xếp | dự (?:báo|trù) |
  cảnh báo | quan trắc | bám sát | vào cuộc | xung kích | phản (?:biện|ánh|hồi) | kiến nghị | xem xét | hiệp thương |
  giới thiệu | kết nạp | luân chuyển | tuyển (?:dụng|sinh) | nghiệm thu | thí điểm | lựa chọn | đăng ký | in ấn | biên soạn |
  cắt (?:giảm|tỉa) | rút ngắn | tiết (?:giảm|kiệm) | đơn giản h(?:óa|oá) | tái cấu trúc | cấm | ứng trực | trực (?:ban|gác|chốt) |
  chi trả | cấp (?:giấy|mã|tài khoản|đổi|phép|bù|đủ|kinh phí|phát) | áp dụng | vận dụng | tranh thủ | bình ổn | dự trữ |
  thi hành | hòa giải | hoà giải | trợ giúp | chứng thực | chỉnh (?:lý|trang|sửa) | bồi thường | quảng bá | liên kết |
  sinh hoạt (?:chuyên đề|chi bộ|dưới cờ) | nạo vét | kêu gọi | hoãn | cưỡng chế | di dời | sơ tán | gia cố | chạy thử |
  lắp | trồng | dán | đóng góp | định hướng | ra mắt | mời | đón (?:tiếp|khách) | treo | cắm | sơn | quét dọn | phun | tăng (?:tốc|thời lượng|số|tỷ lệ|nguồn) | tiếp cận | thăm | tặng |
  đồng hành | cài đặt | sao lưu | xác minh | làm thủ tục | điều trị | cấp cứu | khám | giảng dạy | dạy | ôn tập |
  quản lý (?:chặt|tốt|nghiêm|hiệu quả|sử dụng) | khai thác (?:tốt|hiệu quả|triệt để) | có (?:kế hoạch|giải pháp|biện pháp|phương án|văn bản|ý kiến|hình thức) |
  giao ban | họp (?=giao ban|dân|thôn|bàn|hằng|định kỳ) | trang trí | chọn (?:cử|lọc|ra) | thanh quyết toán |
  dự toán kinh phí | lập lại | lập (?:nhóm|chốt|đường dây|dự án|báo cáo|sổ|bản đồ|mô hình) | đo đạc |
  đo (?=độ|đạc|lường) | san (?:tải|lấp|gạt) | xây (?:mới|lắp) | thông tuyến | thông xe | khử (?:khuẩn|trùng) |
  lấy mẫu | truyền thông (?=về|trên|tới|đến|cho|nâng|sâu|rộng) | chiếu phim | phát thanh (?=các|tin|bản) |
  in (?=và|phát|tài|sổ) | gọi hỏi | răn đe | bắt giữ | truy nã | đấu tranh | triệt (?:phá|xóa) | bóc gỡ | tạm giữ |
  khởi tố | cảnh giới | chốt chặn | mai phục | chăm bón | thu hoạch | thu mua | tiêu thụ | bao tiêu | khoanh nuôi |
  nhập (?=liệu|dữ liệu|kho|số) | xuất (?=cấp|kho|dự phòng|quỹ) | tập hợp | thu xếp | bình chọn | bình đơn |
  bình (?=xét|bầu) | xét (?=tặng|chọn|duyệt|thăng|công) | ký duyệt | soạn thảo | dự thảo | biên dịch | hiệu đính |
  xuất bản | ghi (?:hình|âm|nhận|chép|danh) | chụp ảnh | quay phim | livestream | sao (?:chụp|lục) |
  đặt (?:hòm|biển|hàng|lịch|mục tiêu) | dựng (?=lều|rạp|cổng|pano|mô hình) | căng treo | quyên góp | ủng hộ |
  đỡ đầu | nhận (?=đỡ|chăm|bàn|giúp|phụ) | kết nghĩa | đưa đón | vận chuyển | tiếp tế | phong tỏa |
  dập (?=tắt|dịch) | chăm lo | thu nộp | truy thu | hoàn thuế | miễn (?=giảm|phí) | giảm (?=nghèo|tải|tối|ít|\\d) |
  tăng (?=cường) | phát quang | phát (?=tờ|quà|thuốc|cloramin|miễn) | chạy (?=thử|máy) | bảo lãnh | bảo quản |
  bảo hộ | bảo mật | tháo dỡ | đóng (?=cửa|điện|cống|góp|dấu) | rút kinh nghiệm | tự kiểm tra | tự soát |
  kiểm tra chéo | đối sánh | so khớp | khai báo | kê khai | ký số | xác thực | chứng nhận | ủy nhiệm | phân tuyến |
  phân tích | phân vai | phân ca | luân phiên | biệt phái | bồi hoàn | tạm ứng | mời gọi | thương thảo |
  ký hợp đồng | bàn bạc | thẩm vấn | phỏng vấn | khảo thí | chấm thi | coi thi | ra đề | phụ đạo |
  dạy (?=học|bù|bơi|nghề|thêm) | giáo dục (?=học sinh|trẻ|con|ý thức|kỹ năng) | rèn luyện | trị liệu | sàng lọc |
  hội chẩn | cách ly | dự phòng (?=đủ|vật|thuốc) | tìm kiếm | canh (?=gác|lửa|trực) | trực (?=\\d|24|ca|tại) |
  ứng phó | ứng cứu | cơ động | tiếp sức | tôn tạo | phục (?:hồi|dựng|chế) | trưng bày | biểu diễn | giao lưu |
  tọa đàm | lưu (?:mẫu|giữ|hồ sơ)
`);

/** With a capital they mark a heading to which the conversion glued its text: "… Báo Minh Hà Đẩy mạnh …". */
const capitalVerbs = [...manners, ...verbs]
  .filter((verb) => /^[\p{L}]+ [\p{L}( ]/u.test(verb))
  .map((verb) => verb.slice(0, 1).toUpperCase() + verb.slice(1));

/** Inside a name these are no acts: "Ban Chỉ đạo", "Ủy ban Kiểm tra", "Sở Xây dựng", "Thông tin và Tuyên truyền". */
const headBefore =
  '(?<!(?:[Bb]an|[Pp]hòng|[Ss]ở|Bộ|Cục|Vụ|[Tt]rung tâm|[Cc]ác|[Tt]ổ|Đoàn|Đội|[Hh]ội đồng|Hội|[Bb]ộ phận|Hệ thống|Quỹ|Khoa|Viện)\\s)(?<!(?:[-–,&]|và)\\s)';
/** Where a name begins; "các phòng" is whole without more words, "phòng" is not. */
const opens = '(?:(?:^|[,;:(]\\s?|[-–]\\s|và\\s)(?:[Gg]iao\\s)?)';
const unfinished =
  '(?:[Bb]an|[Tt]ổ|[Pp]hòng|[Đđ]ội|[Tt]rung tâm|[Hh]ội đồng|[Hh]ệ thống|[Cc]án bộ|[Cc]hi cục|[Vv]ăn phòng|[Bb]ộ phận|[Nn]hóm|[Đđ]oàn)';
/** After "các sở, ban", "các phòng, ban" a verb follows; lower case in a name: "các tổ chức", "ban chỉ đạo", "đầu tư xây dựng", "cơ quan chủ trì". */
const plainBefore = `(?<!(?:chậm|chưa|bị|vi phạm)\\s)(?<![-–]\\s)(?<!(?:[Cc]ác|[Nn]hững)\\s)(?<!(?<!(?:[Ss]ở|[Pp]hòng))${opens}${unfinished}\\s)(?<!(?:[Bb]an|[Tt]ổ)\\s(?=chỉ đạo|giúp|điều hành|tổ chức))(?<!đầu tư\\s(?=xây dựng))(?<!phòng\\s(?=khám|họp|học|thi|bệnh))(?<!có\\s(?=tổ chức))(?<!(?:cơ quan|đơn vị|ban)\\s(?=chủ trì|phối hợp|thực hiện|tham mưu,? giúp))`;
/** What such a body does is its name: "các nhà thầu thi công", "đơn vị tư vấn", "cơ sở khám chữa bệnh". */
const agentBefore =
  '(?<!(?:nhà thầu|đơn vị|chủ đầu tư|doanh nghiệp|cơ sở|công ty|cơ quan|lực lượng|người|hộ|cá nhân|chuyên gia|giáo viên|[Cc]ông chức|[Cc]án bộ)\\s(?=tiếp (?:công )?dân|tư vấn|giám sát|thu gom|thu mua|cung ứng|vận chuyển|thi công|khám|điều trị|dạy|cung cấp|chăm sóc|kiểm định|vận hành|tuyển sinh|thẩm định|điều tra|bồi dưỡng|trợ giúp|xúc tiến|quan trắc))';
/** "các tổ chức, cá nhân", "Ban xây dựng Đảng" */
const noAct =
  '(?!(?:,|\\s+và|,\\s*và|,?\\s+hoặc)\\s*(?:cá nhân|đoàn thể)(?![\\p{L}])|(?<=[Tt]ổ chức)\\s+(?:chính trị|đoàn thể|xã hội|hội(?! (?:nghị|thảo|thi|chợ|họp|đàm))|thành viên|[đĐ]ảng|tín dụng)|(?<=[Xx]ây dựng)\\s+Đảng(?! viên))';
/** Where a verb of an order stands, and not a word of a name that is spelt like one. */
const verbAt = new RegExp(
  `${before}(?:${plainBefore}${agentBefore}(?:${[...manners, ...verbs].join('|')})|${headBefore}(?:${capitalVerbs.join('|')}))${after}${noAct}`,
  'gu',
);

/** What stands before a colon belongs to the name where a body named by its field goes before: "Phòng Kế hoạch tổng hợp:". */
const namesField = /(?:phòng|ban|khoa|bộ phận|tổ)\s[^,;:()]{2,40}$/iu;
const leads = /^(?:chủ trì|phối hợp|có trách nhiệm|thực hiện|tham mưu|chỉ đạo|tập trung|tổ chức|cần|phải)/u;

/** Whoever must act is named in the head of a sentence. */
const HEAD = 1500;

/** Where acts begin in a sentence, from the left; those in brackets explain a name. */
export function actsIn(text: string): number[] {
  return [...text.slice(0, HEAD).matchAll(verbAt)]
    .filter(({ index, 0: verb }) => !inBrackets(text, index) && !endsName(text, index, verb))
    .map(({ index }) => index);
}

function inBrackets(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')') && text.indexOf(')', at) > 0;
}

const endsName = (text: string, at: number, verb: string): boolean =>
  /^\s*:/u.test(text.slice(at + verb.length)) && !leads.test(verb) && namesField.test(text.slice(0, at));

const verbFirst = new RegExp(`^(?:${[...times, ...manners, ...verbs].join('|')})${after}`, 'iu');

/** Whether a text begins with what is to be done or how. */
export const startsWithVerb = (text: string): boolean => verbFirst.test(text) || startsWithAct(text);

const timeFirst = new RegExp(`^(?:${times.join('|')})${after}`, 'iu');
export const startsWithTime = (text: string): boolean => timeFirst.test(text);
