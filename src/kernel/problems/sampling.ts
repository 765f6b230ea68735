import { define } from './define.ts';

/** What can be wrong with the list a sample is drawn from, the plan of drawing, or what is asked about sizes. */
export const samplingProblems = {
  'sampling-list-empty': define<Record<string, never>>({
    status: 422,
    title: 'Danh sách trống',
    detail: () =>
      'Tệp danh sách không có đơn vị nào dưới dòng tên cột. Chưa chọn mẫu; hãy kiểm tra lại tệp rồi chạy lại.',
  }),
  'sampling-column-unknown': define<{
    column: string;
    where: string;
    near: readonly string[];
    columns: readonly string[];
  }>({
    status: 422,
    title: 'Danh sách không có cột này',
    detail: ({ column, where, near, columns }) =>
      `Danh sách không có cột “${column}” (nêu ở ${where}). ${
        near.length > 0
          ? `Có phải là ${near.map((name) => `“${name}”`).join(', ')}?`
          : `Các cột có: ${columns.slice(0, 12).join(', ')}${columns.length > 12 ? ' …' : ''}.`
      } Chưa tính gì; hãy sửa tên cột rồi chạy lại.`,
  }),
  'sampling-size-wrong': define<{ column: string; rows: number; row: number; value: string }>({
    status: 422,
    title: 'Quy mô trong danh sách chưa đúng',
    detail: ({ column, rows, row, value }) =>
      `Cột “${column}” có ${rows} dòng không phải là số lớn hơn 0 viết liền; ví dụ dòng ${row}: ${
        value === '' ? 'để trống' : `“${value}”`
      }. Chưa chọn mẫu; hãy ghi số người bằng chữ số, không có dấu phân cách hàng nghìn, và bỏ khỏi danh sách đơn vị không có người.`,
  }),
  'sampling-unit-missing': define<{ column: string; rows: number; row: number }>({
    status: 422,
    title: 'Danh sách thiếu tên đơn vị',
    detail: ({ column, rows, row }) =>
      `${rows} dòng để trống cột “${column}”; ví dụ dòng ${row}. Chưa chọn mẫu; hãy điền đủ rồi chạy lại.`,
  }),
  'sampling-unit-twice': define<{ unit: string; column: string; row: number; first: number; units: number }>({
    status: 422,
    title: 'Một đơn vị có tên hai lần trong danh sách',
    detail: ({ unit, column, row, first, units }) =>
      `${units} đơn vị ở cột “${column}” có tên nhiều lần; ví dụ “${unit}” ở dòng ${first} và dòng ${row}. Đơn vị ghi hai lần sẽ dễ được chọn gấp đôi; hãy bỏ dòng trùng hoặc phân biệt mã rồi chạy lại.`,
  }),
  'sampling-too-few-units': define<{ stage: string; within: string; units: number; take: number }>({
    status: 422,
    title: 'Không đủ đơn vị để chọn',
    detail: ({ stage, within, units, take }) =>
      `${within === '' ? 'Danh sách' : `“${within}”`} chỉ có ${units} ${stage}, phương án cần chọn ${take}. Chưa chọn mẫu; hãy bổ sung danh sách, giảm số cần chọn, hoặc ghi “short: all” ở giai đoạn này để lấy hết nơi không đủ.`,
  }),
  'sampling-always-wrong': define<{ column: string; stage: string; within: string; marked: number; take: number }>({
    status: 422,
    title: 'Đơn vị mặc định chọn chưa đúng',
    detail: ({ column, stage, within, marked, take }) =>
      `${within === '' ? 'Danh sách' : `“${within}”`} có ${marked} ${stage} được đánh dấu ở cột “${column}”, phương án cần từ 1 đến ${take}. Chưa chọn mẫu; hãy ghi 1 ở đơn vị là nơi đặt trụ sở, 0 ở các đơn vị khác.`,
  }),
  'sampling-take-missing': define<{ stage: string; key: string }>({
    status: 422,
    title: 'Phương án chưa nói chọn bao nhiêu',
    detail: ({ stage, key }) =>
      `Phương án chưa nói chọn bao nhiêu ${stage} ở “${key}”. Chưa chọn mẫu; hãy thêm “${key}” hoặc “*” (mọi nhóm còn lại) vào “take” của giai đoạn này.`,
  }),
  'sampling-column-taken': define<{ column: string }>({
    status: 422,
    title: 'Tên cột đã dùng cho kết quả chọn mẫu',
    detail: ({ column }) =>
      `Danh sách đã có cột “${column}”, là tên cột mà kết quả chọn mẫu sẽ ghi. Chưa chọn mẫu; hãy đổi tên cột ấy trong danh sách.`,
  }),
  'sampling-plan-wrong': define<{ name: string; what: string }>({
    status: 422,
    title: 'Phương án chọn mẫu chưa đúng',
    detail: ({ name, what }) => `${name}: ${what} Chưa chọn mẫu; hãy sửa phương án rồi chạy lại.`,
  }),
  'sampling-number-wrong': define<{ what: string; given: string; needed: string }>({
    status: 422,
    title: 'Con số chưa đúng',
    detail: ({ what, given, needed }) =>
      `${what} là “${given}”, phải là ${needed}. Chưa tính gì; hãy sửa rồi chạy lại.`,
  }),
  'sampling-allocation-impossible': define<{ total: number; lowest: number; highest: number }>({
    status: 422,
    title: 'Không phân bổ được cỡ mẫu này',
    detail: ({ total, lowest, highest }) =>
      `Cỡ mẫu ${total} không phân bổ được: mỗi tầng phải có ít nhất số tối thiểu và nhiều nhất là cả tầng, nên tổng phải từ ${lowest} đến ${highest}. Hãy đổi cỡ mẫu hoặc số tối thiểu rồi chạy lại.`,
  }),
};
