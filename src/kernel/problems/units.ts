import { define } from './define.ts';

/** What can be wrong with what is asked about administrative units and agencies. */
export const unitProblems = {
  'unit-unknown': define<{ code: string; on: string; spans: string }>({
    status: 404,
    title: 'Không có đơn vị hành chính này',
    detail: ({ code, on, spans }) =>
      spans === ''
        ? `Không có đơn vị hành chính nào mang mã “${code}”. Mã tỉnh có 2 chữ số, mã huyện 3, mã xã 5; hãy kiểm tra lại mã.`
        : `Ngày ${on} không có đơn vị hành chính nào mang mã “${code}”. Mã này được dùng cho ${spans}; hãy hỏi vào một ngày trong các khoảng đó (--on).`,
  }),
  'day-unknown': define<{ day: string }>({
    status: 400,
    title: 'Không hiểu ngày này',
    detail: ({ day }) => `“${day}” không phải là một ngày. Hãy viết năm-tháng-ngày, ví dụ 2025-06-30, hoặc 30/06/2025.`,
  }),
};
