import { describe, expect, test } from 'vitest';
import { assignColumns } from './columns.ts';

/** Headings met in plans of ministries, provinces and communes, beside the columns such a table usually has. */
const met = {
  number: 'TT | STT | Số TT | Số thứ tự | Thứ tự | Mục | #',
  text: 'Nội dung, nhiệm vụ | Nội dung hoạt động | Tên nhiệm vụ, đề án | Nhiệm vụ trọng tâm | Đầu việc | Tên văn bản, đề án | Hành động | Giải pháp thực hiện | Việc cần làm | Tên chương trình, đề án | Nội dung | Nội dung cần thực hiện | Danh mục nhiệm vụ',
  result:
    'Kết quả dự kiến | Sản phẩm đầu ra | Yêu cầu, kết quả | Kết quả/ Sản phẩm hoàn thành | Chỉ tiêu năm 2026 | Mục tiêu cần đạt | Dự kiến sản phẩm | Yêu cầu cần đạt',
  lead: 'Cơ quan chủ trì, tham mưu | Phòng, ban chủ trì | Đơn vị chịu trách nhiệm chính | Cơ quan trình | Cơ quan soạn thảo | Bộ, ngành chủ trì | CQ chủ trì | Đơn vị đầu mối | Đầu mối | Cơ quan tham mưu | Cơ quan thường trực',
  cooperate:
    'CQ phối hợp | Sở, ngành phối hợp | Đơn vị liên quan | Cơ quan, tổ chức liên quan | Thành phần phối hợp | Đơn vị hỗ trợ',
  implement:
    'Đơn vị thực hiện | Tổ chức thực hiện | Phân công thực hiện | Trách nhiệm | Đơn vị được giao | Các sở, ngành thực hiện | Cấp thực hiện | Đơn vị',
  monitor: 'Đơn vị theo dõi | Cơ quan theo dõi, đánh giá | Cơ quan tổng hợp | Đơn vị đôn đốc | Cơ quan hướng dẫn',
  time: 'Hạn | Thời hạn trình | Mốc thời gian | Dự kiến hoàn thành | Năm hoàn thành | Định kỳ | Tần suất | Quý, tháng thực hiện | Thực hiện trong quý | Tháng thực hiện | Lộ trình',
  unknown:
    'Ghi chú | Kinh phí thực hiện | Lãnh đạo UBND tỉnh phụ trách | Người chỉ đạo | Thành viên UBND phụ trách | Lãnh đạo theo dõi | Căn cứ | Văn bản chỉ đạo | Hình thức thực hiện | Đơn vị tính | Cơ quan ban hành | Điều kiện thực hiện | Mã nhiệm vụ | Cấp trình',
} as const;

const usual = [
  ['TT', 'number'],
  ['Nhiệm vụ', 'text'],
  ['Cơ quan chủ trì', 'lead'],
  ['Thời gian hoàn thành', 'time'],
] as const;
const places = { number: 0, text: 1, lead: 2, cooperate: 3, implement: 2, monitor: 3, time: 3, result: 4, unknown: 4 };

describe.each(Object.entries(met))('a column of %s', (role, headers) => {
  test.each(headers.split(' | '))('headed “%s”', (header) => {
    const columns: string[] = usual.filter(([, other]) => other !== role).map(([words]) => words);
    const at = places[role as keyof typeof places];
    columns.splice(at, 0, header);
    const read = assignColumns(columns.map((words) => ({ own: words, whole: words, wide: false })));
    expect(read.columns[at]?.role).toBe(role);
  });
});
