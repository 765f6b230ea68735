import type { TargetOp } from '../model.ts';

/** A number with its unit and the words that bound it, inside one clause. */
export type Quantity = { start: number; end: number; op: TargetOp; value: number; unit: string };

const figure = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[,.]\\d+)?';
const spelled: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, mười: 10 };

/** "42,49" and "1.500": the comma is the decimal sign; a point before exactly three digits groups thousands. */
export function readNumber(text: string): number {
  const word = spelled[text.toLowerCase()];
  if (word !== undefined) return word;
  const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text);
  return Number((grouped ? text.replaceAll('.', '') : text).replace(',', '.'));
}

// Things a plan counts. Ages, law numbers, levels of service and of government are not among them.
const units = [
  'lần',
  'lượt',
  'lớp',
  'buổi',
  'cuộc',
  'đợt',
  'kỳ',
  'số',
  'bài',
  'tin',
  'tin, bài',
  'tin bài',
  'bài viết',
  'phóng sự',
  'chuyên mục',
  'chuyên đề',
  'chuyên trang',
  'clip',
  'video',
  'hội nghị',
  'hội thảo',
  'tọa đàm',
  'hội thi',
  'cuộc thi',
  'sáng kiến',
  'giải pháp',
  'mô hình',
  'đề án',
  'dự án',
  'công trình',
  'kế hoạch',
  'văn bản',
  'báo cáo',
  'đề tài',
  'nhiệm vụ',
  'chỉ tiêu',
  'tiêu chí',
  'thủ tục',
  'tthc',
  'dịch vụ công',
  'dịch vụ',
  'hồ sơ',
  'quy trình',
  'đoàn',
  'đoàn kiểm tra',
  'cơ quan',
  'đơn vị',
  'xã',
  'phường',
  'thôn',
  'huyện',
  'trường',
  'doanh nghiệp',
  'hợp tác xã',
  'hộ',
  'người',
  'học sinh',
  'lao động',
  'cán bộ',
  'công chức',
  'ngày',
  'ngày làm việc',
  'giờ',
  'phút',
  'tháng',
  'điểm',
  'bậc',
  'hạng',
  'điểm phần trăm',
  'triệu đồng',
  'tỷ đồng',
  'đồng',
  'tỷ',
  'triệu',
  'km',
  'ha',
  'm2',
  'tấn',
  'kênh',
  'hình thức',
  'ấn phẩm',
  'tài liệu',
  'tờ rơi',
  'pano',
  'khẩu hiệu',
  'ứng dụng',
  'sản phẩm',
  'phiếu',
  'câu lạc bộ',
  'tổ',
  'điểm số',
  'trạm',
  'cách làm',
  'cuộc họp',
  'cuộc kiểm tra',
  'cuộc thanh tra',
  'cuộc đối thoại',
  'hội nghị đối thoại',
  'buổi đối thoại',
  'lớp tập huấn',
  'lớp bồi dưỡng',
  'hội nghị tập huấn',
]
  .sort((a, b) => b.length - a.length)
  .join('|');
const per = '(?:\\s*/\\s*(?:\\d+\\s*)?(?:năm|quý|tháng|tuần|ngày|lần|người|xã|phường|đơn vị|cơ quan|lớp|buổi))?';
const percent = '%|phần trăm(?!\\p{L})';
const counted = `(?:(?:${units})(?!\\p{L})${per})`;
// Whatever it is, "ít nhất 03 …" can be missed; ages, years and levels are still none.
const bounded = `(?!(?:tuổi|năm|tháng|cấp|mức|lĩnh|phần|trong|so|và|đến|của)(?!\\p{L}))\\p{Ll}{2,}(?!\\p{L})${per}`;
const listed = new RegExp(`^${counted}$`, 'iu');

const atLeast = 'tối thiểu(?: là| đạt)?|ít nhất(?: là| đạt| có)?|không dưới|không thấp hơn|không ít hơn';
const atMost = 'không quá|không vượt quá|tối đa(?: là)?|nhiều nhất(?: là)?|không cao hơn|không lớn hơn';
const more = 'trên|vượt|hơn|lớn hơn|cao hơn';
const less = 'dưới|nhỏ hơn|thấp hơn|ít hơn';
const opOf = (word: string): TargetOp | undefined =>
  new RegExp(`^(?:${atLeast})$`).test(word)
    ? '>='
    : new RegExp(`^(?:${atMost})$`).test(word)
      ? '<='
      : new RegExp(`^(?:${more})$`).test(word)
        ? '>'
        : new RegExp(`^(?:${less})$`).test(word)
          ? '<'
          : undefined;

const bound = `(?:(${atLeast}|${atMost}|${more}|${less})\\s+)?(từ\\s+)?(?:khoảng\\s+)?`;
const change = '(?:(tăng|giảm|cắt giảm|nâng|rút ngắn|tiết kiệm)(?:\\s+thêm)?\\s+)?';
const range = `(?:\\s*(?:%\\s*)?(?:-|–|đến)\\s*(${figure}))?`;

const percentages = new RegExp(`${change}${bound}(?<![\\p{L}\\d/,.])(${figure})${range}\\s*(${percent})`, 'giu');
const counts = new RegExp(
  `${change}(?:(${atLeast}|${atMost}|${more}|${less})\\s+)?(từ\\s+)?(?<![\\p{L}\\d/,.])(${figure}|${Object.keys(spelled).join('|')})${range}(?:/\\d+)?\\s+(${counted}|${bounded})`,
  'giu',
);

/** A count without a bound is a target only as the object of an act: "tổ chức 02 hội nghị". */
const act =
  /(?:tổ chức|mở|xây dựng|thực hiện|đăng tải|phát sóng|biên soạn|phát hành|in ấn|ban hành|hoàn thành|đạt|có|được|giao|phấn đấu|duy trì|thành lập|kiểm tra|tập huấn|bồi dưỡng|đối thoại|công bố|cung cấp|sơ kết|họp|triển khai|tuyên truyền|mỗi (?:năm|quý|tháng|tuần|đơn vị|xã|phường|cơ quan)[^.;]{0,40})\s+$/iu;
// "trên 3 lĩnh vực" says where, "tốt hơn 3 năm trước" says since when: only points and shares are above or below.
const measured = /^(?:điểm|bậc|tỷ đồng|triệu đồng|%)/iu;
// "trở lên" belongs to the number, not to a schooling ("trình độ đại học trở lên") or a level ("từ cấp xã trở lên").
const upwards = /^\s*(?![^.;\n]{0,40}(?:trình độ|từ cấp|từ mức))(?:[^\s.;\n]+\s+){0,5}?trở (lên|xuống)/iu;

function opFor(
  printed: { change?: string | undefined; bound?: string | undefined; value: number; unit: string },
  after: string,
): TargetOp {
  const moved = printed.change?.toLowerCase();
  if (moved === 'tăng' || moved === 'nâng') return 'increase';
  if (moved) return 'decrease';
  const worded = opOf(printed.bound?.toLowerCase().replace(/\s+/g, ' ') ?? '');
  if (worded) return worded;
  const open = printed.unit === '%' && printed.value >= 100 ? null : upwards.exec(after);
  return open ? (open[1]?.toLowerCase() === 'lên' ? '>=' : '<=') : '=';
}

function quantitiesOf(match: RegExpMatchArray, clause: string): Quantity[] {
  const [whole, moved, worded, , first = '', second, unitPrinted = ''] = match;
  const start = match.index ?? 0;
  const end = start + whole.length;
  const unit = /^(?:%|phần trăm)$/i.test(unitPrinted) ? '%' : unitPrinted.toLowerCase().replace(/\s*\/\s*/g, '/');
  const value = readNumber(first);
  const base = { start, end, unit };
  if (second)
    return [
      { ...base, op: '>=', value },
      { ...base, op: '<=', value: readNumber(second) },
    ];
  return [{ ...base, op: opFor({ change: moved, bound: worded, value, unit }, clause.slice(end)), value }];
}

function countsAsTarget(match: RegExpMatchArray, clause: string): boolean {
  const [whole, moved, worded, , number = '', , unit = ''] = match;
  const [start, end] = [match.index ?? 0, (match.index ?? 0) + whole.length];
  if (/^\s*tuổi/iu.test(clause.slice(end)) || (/^(?:tháng|năm)$/iu.test(unit) && !worded)) return false;
  if (spelled[number.toLowerCase()] !== undefined && !(worded && opOf(worded.toLowerCase()) === '>=')) return false;
  const op = worded ? opOf(worded.toLowerCase().replace(/\s+/g, ' ')) : undefined;
  if (!listed.test(unit)) return op === '>=' || op === '<=';
  if (op === '>' || op === '<') return measured.test(unit);
  if (op || (moved && measured.test(unit))) return true;
  return /\//.test(unit) || upwards.test(clause.slice(end)) || act.test(clause.slice(0, start));
}

/** Every quantity of one clause that can be met or missed, in the order printed. */
export function findQuantities(clause: string): Quantity[] {
  const shares = [...clause.matchAll(percentages)].flatMap((match) => quantitiesOf(match, clause));
  const others = [...clause.matchAll(counts)]
    .filter((match) => countsAsTarget(match, clause))
    .flatMap((match) => quantitiesOf(match, clause))
    .filter((count) => !shares.some((share) => share.start < count.end && count.start < share.end));
  return [...shares, ...others].sort((a, b) => a.start - b.start);
}
