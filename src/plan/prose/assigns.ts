import { squish } from '../../kernel/text.ts';
import type { DocumentHead } from '../model.ts';
import type { Prose } from './paragraphs.ts';

/**
 * Whether the prose of a paper assigns work: "all" clauses that name who must act, only "explicit" orders ("giao …",
 * "… có trách nhiệm"), or "none".
 */
export type Assigning = 'all' | 'explicit' | 'none';

/** Papers that tell, ask a superior, invite or agree; Nghị định 30/2020/NĐ-CP, Điều 7. */
const telling = new Set([
  'Báo cáo',
  'Tờ trình',
  'Giấy mời',
  'Giấy giới thiệu',
  'Giấy ủy quyền',
  'Giấy nghỉ phép',
  'Phiếu gửi',
  'Phiếu chuyển',
  'Phiếu báo',
  'Thư công',
  'Hợp đồng',
  'Dự án',
  'Bản ghi nhớ',
  'Bản thỏa thuận',
  'Thông cáo',
]);

/**
 * Kinds no list of administrative types has, by the line in capitals that names them: laws bind for ever and are no plan;
 * calendars, letters and speeches assign nothing.
 */
const otherKinds =
  /^(?:LUẬT|BỘ LUẬT|HIẾN PHÁP|PHÁP LỆNH|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|LỊCH(?: [\p{Lu}\s]+)?|THƯ(?: [\p{Lu}\s]+)?|ĐƠN(?: [\p{Lu}\s]+)?|DIỄN VĂN|ĐIẾU VĂN|BÀI PHÁT BIỂU|BẢN TIN|CHƯƠNG TRÌNH (?:HỘI NGHỊ|HỘI THẢO|LÀM VIỆC|KỲ HỌP|LỄ)[\p{Lu}\s]*|MỤC LỤC|HƯỚNG DẪN SỬ DỤNG)(?:$|\s\p{Ll})/u;
/** Numbers of laws: "43/2019/QH14", "30/2020/NĐ-CP", "61/2017/TT-BTC". */
const lawNumber = /^(?:QH\d|NĐ-CP|TT-|TTLT-|PL-UBTVQH)/u;

/** Subjects about persons, honours, holidays, opinions and answers: what such papers order is settled by their own act. */
const settling =
  /^(?:(?:v\/v|về việc|về|quyết định|thông báo)\s+)*(?:việc\s+)?(?:(?:bổ nhiệm|miễn nhiệm|điều động|luân chuyển|biệt phái|tiếp nhận|kỷ luật|cử)(?: lại| và bổ nhiệm)?\s+(?:cán bộ|công chức|viên chức|ông|bà|đồng chí|có thời hạn|giữ chức|chức)|phê chuẩn|nghỉ hưu|thôi việc|(?:cho )?thôi giữ|nâng (?:bậc )?lương|khen thưởng|tặng|truy tặng|công nhận|công bố|(?:lịch\s+)?(?:nghỉ|trực)\s+(?:tết|lễ|giỗ|hưu|dịp)|treo (?:quốc )?cờ|lịch|(?:xin|góp|tham gia|cho|đề nghị (?:góp|tham gia|cho)) ý(?: kiến)?|lấy ý kiến (?:góp ý |tham gia |đối với |vào |về )*(?:các )?(?:dự thảo|hồ sơ|đề cương|báo cáo)|trả lời|phúc đáp|mời|tuyển dụng|thi tuyển|kết quả (?:tuyển|thi|xét|trúng)|chúc mừng|đính chính|giới thiệu|gửi lực lượng|(?:ban hành\s+)?(?:quy định|quy chế|điều lệ|nội quy)\s)(?![\p{L}])/iu;

/** A conclusion of a leader orders in each of its clauses; another notice only where it says so. */
const concluding = /kết luận|ý kiến (?:chỉ đạo|kết luận)|chỉ đạo|giao|phân công|nhiệm vụ|đôn đốc|chấn chỉnh/iu;

export function assigning({ type, symbol, title, number }: DocumentHead, prose: Prose[]): Assigning {
  const top = prose.slice(0, 15).map(({ text }) => squish(text));
  if ((type && telling.has(type)) || top.some((line) => otherKinds.test(line))) return 'none';
  if (lawNumber.test(symbol ?? '') || /\/\d{4}\/(?:QH|NĐ|TT)/u.test(number ?? '')) return 'none';
  if (title && settling.test(title)) return 'none';
  if (decides(prose) || (type === null && reports(top))) return 'none';
  if (type === 'Thông báo') return concluding.test(title ?? '') ? 'all' : 'explicit';
  // a rule of the local law, by the year in its number, assigns only in so many words
  return type === null || /\/\d{4}\//u.test(number ?? '') ? 'explicit' : 'all';
}

/** News of a paper is no paper: "… vừa ban hành Chỉ thị …", "Theo đó, …". */
const reports = (lines: string[]): boolean =>
  lines.some((line) =>
    /^(?:theo đó|được biết|cũng theo)[\s,]|^\(?(?:báo|TTXVN|PV)\b[^.]{0,30}\)?\s*[-–]\s/iu.test(line),
  ) ||
  lines.slice(0, 4).some((line) => /\s(?:vừa|mới)\s(?:ban hành|ký|có (?:văn bản|công điện|thông báo))\s/iu.test(line));

/** "Điều 1. Bổ nhiệm ông …": whatever its title says. */
const decides = (prose: Prose[]): boolean =>
  prose.some(
    ({ label, body }) =>
      label?.kind === 'article' &&
      label.value === '1' &&
      /^(?:bổ nhiệm|miễn nhiệm|điều động|tiếp nhận|tặng|khen thưởng|kỷ luật|phê chuẩn|cử|cho)\s+(?:và bổ nhiệm\s+)?(?:lại\s+)?(?:ông|bà|đồng chí|các ông|bằng khen|giấy khen|danh hiệu|thưởng|cho|kết quả bầu)(?![\p{L}])/iu.test(
        body,
      ),
  );

/** What binds everybody, comes into force, closes, praises, agrees or looks back gives nobody a thing to do. */
const noWork = [
  /^(?:chịu )?trách nhiệm (?:thi hành|thực hiện) (?:quyết định|chỉ thị|nghị quyết|kế hoạch|chương trình|công điện) này/iu,
  /^(?:nghị quyết|chương trình|kế hoạch|quyết định|chỉ thị|kết luận|quy định) này (?:(?:đã |sẽ )?được|phổ biến)\s/iu,
  /^trên đây là\s/iu,
  /^(?:xin )?thông báo\s[^.;]*\s(?:biết|thực hiện|triển khai)[\s,./]*$/iu,
  /^(?:cuộc họp|hội nghị|buổi làm việc|phiên họp|biên bản)[^.;]{0,30}(?:kết thúc|bế mạc|được lập|lập thành)/iu,
  /^(?:tự (?:động )?giải thể|hoàn thành nhiệm vụ[\s.]*$)/iu,
  /(?:này\s+)?có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ/iu,
  /^(?:căn cứ (?!(?:vào )?(?:chức năng|nhiệm vụ))[^.;]*,\s*)?(?:nghiêm túc|khẩn trương|quan tâm|tích cực|chủ động|phối hợp|biết,?|tổ chức|triển khai|,|và|\s)*(?:thực hiện|triển khai|chỉ đạo)(?:\s+(?:tốt|nghiêm|có hiệu quả|đầy đủ|nội dung|các nội dung))*(?:\s+(?:kế hoạch|công điện|công văn|chỉ thị|quyết định|chương trình|nghị quyết|văn bản)(?:\s+này)?|\s+này)?\s*[./]*$/iu,
  /^(?:biết|để biết|nghiên cứu),?\s+(?:và\s+)?(?:phối hợp,?\s+|tổ chức\s+|triển khai\s+)*thực hiện(?![\p{L}])/iu,
  /^(?:đã|đang|vừa|chưa)\s/iu,
  /^(?:biểu dương(?!,? (?:và )?(?:nhân rộng|khen thưởng))|phê bình|tuyên dương|ghi nhận|hoan nghênh|đánh giá cao|(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí)|chúc|cảm ơn|kính mời|trân trọng)(?![\p{L}])/iu,
  /^(?:nghiên cứu,?\s+)?(?:tham gia|góp|cho|có)\s+ý(?: kiến)?(?![\p{L}])[^.;]*(?:dự thảo|hồ sơ)/iu,
  /^dự họp|đúng thành phần/iu,
  /^là\s+(?:đơn vị|cơ quan|tổ chức)\s+(?:sự nghiệp|trực thuộc|chuyên môn|thuộc|hành chính)/iu,
  /(?:thông báo|trả lời|báo cáo)\s+(?:để|tới|đến)\s[^.;]*(?:biết|thực hiện)[\s,./]*$/iu,
  /^(?:để\s+)?biết(?:,|\s|$)/iu,
  /^(?:xem xét|quan tâm),?\s+(?:xem xét,?\s+)?(?:hỗ trợ|phê duyệt|quyết định|chấp thuận|cho ý kiến|giải quyết|bố trí)(?![\p{L}])/iu,
  /^(?:nếu|khi)\s+(?:có\s+)?(?:phát sinh\s+)?(?:khó khăn|vướng mắc)/iu,
];

export const isWork = (text: string): boolean => !noWork.some((pattern) => pattern.test(squish(text)));
