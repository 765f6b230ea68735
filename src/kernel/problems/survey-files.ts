import { define } from './define.ts';

/** What can be wrong with a file of survey data, its dictionary, or the file that declares its design. */
export const surveyFileProblems = {
  'survey-file-unknown': define<{ name: string }>({
    status: 415,
    title: 'Chưa đọc được loại tệp dữ liệu này',
    detail: ({ name }) =>
      `Tệp “${name}” không phải là CSV, Parquet, Excel (.xlsx) hay SPSS (.sav). Chưa nhập gì; hãy lưu dữ liệu thành một trong các dạng ấy rồi nhập lại.`,
  }),
  'survey-file-stata': define<{ name: string }>({
    status: 415,
    title: 'Chưa đọc được tệp Stata',
    detail: ({ name }) =>
      `Tệp “${name}” là tệp Stata (.dta), chưa đọc được. Trong Stata, hãy chạy lệnh: export delimited using "du-lieu.csv", nolabel — rồi nhập tệp CSV cùng bảng hỏi XLSForm để có nhãn; hoặc dùng R (haven::write_sav) hay StatTransfer chuyển sang SPSS (.sav).`,
  }),
  'survey-file-damaged': define<{ name: string }>({
    status: 422,
    title: 'Tệp dữ liệu bị hỏng',
    detail: ({ name }) =>
      `Tệp “${name}” bị hỏng, chưa chép xong hoặc không đúng dạng như tên tệp nên không đọc được. Chưa nhập gì; hãy xuất lại từ phần mềm gốc rồi nhập lại.`,
  }),
  'survey-file-unsupported': define<{ name: string; what: string }>({
    status: 415,
    title: 'Chưa đọc được kiểu ghi này của tệp',
    detail: ({ name, what }) => `Tệp “${name}” ${what}. Chưa nhập gì; hãy lưu lại theo cách ấy rồi nhập lại.`,
  }),
  'survey-too-large': define<{ name: string }>({
    status: 413,
    title: 'Dữ liệu quá lớn so với bộ nhớ được dùng',
    detail: ({ name }) =>
      `Việc tính trên “${name}” cần nhiều bộ nhớ hơn mức cho phép nên đã dừng; dữ liệu vẫn nguyên. Hãy hỏi ít biến hoặc ít cách phân tổ hơn mỗi lần.`,
  }),
  'survey-encoding': define<{ name: string }>({
    status: 422,
    title: 'Tệp không theo bảng mã UTF-8',
    detail: ({ name }) =>
      `Tệp “${name}” không theo bảng mã UTF-8 (có thể là Windows-1258, TCVN3 hoặc UTF-16) nên chữ Việt sẽ sai. Chưa nhập gì; trong Excel hãy chọn Lưu thành → “CSV UTF-8 (phân cách bằng dấu phẩy)” rồi nhập lại.`,
  }),
  'survey-csv-wrong': define<{ name: string; line: number | null; columns: number | null }>({
    status: 422,
    title: 'Tệp CSV có dòng sai',
    detail: ({ name, line, columns }) =>
      `Tệp “${name}” có ${line === null ? 'dòng' : `dòng ${line}`} không đủ hoặc thừa ô${
        columns === null ? '' : ` so với ${columns} cột của dòng đầu`
      }, hoặc có dấu nháy chưa đóng. Nếu số viết bằng dấu phẩy thập phân thì tệp phải phân cách bằng dấu chấm phẩy. Chưa nhập gì; hãy sửa dòng này rồi nhập lại.`,
  }),
  'survey-decimal-comma': define<{ column: string; example: string; rows: number }>({
    status: 422,
    title: 'Số viết bằng dấu phẩy',
    detail: ({ column, example, rows }) =>
      `Cột “${column}” có ${rows} ô như “${example}”: không rõ dấu phẩy là phần thập phân, phần nghìn hay nhiều mã. Chưa nhập gì; hãy xuất lại với dấu chấm thập phân và không có dấu phân cách phần nghìn, hoặc khai “type: text” cho cột này trong từ điển dữ liệu nếu là nhiều mã.`,
  }),
  'survey-too-many-columns': define<{ columns: number; limit: number }>({
    status: 422,
    title: 'Quá nhiều cột',
    detail: ({ columns, limit }) =>
      `Dữ liệu có ${columns} cột, quá giới hạn ${limit}. Chưa nhập gì; hãy bỏ các cột không dùng (hoặc kiểm tra dữ liệu có bị xoay ngang không) rồi nhập lại.`,
  }),
  'survey-columns-alike': define<{ first: string; second: string }>({
    status: 422,
    title: 'Hai cột trùng tên',
    detail: ({ first, second }) =>
      `Các cột “${first}” và “${second}” trùng tên hoặc chỉ khác chữ hoa, chữ thường. Chưa nhập gì; hãy đổi tên một cột rồi nhập lại.`,
  }),
  'survey-column-nameless': define<{ position: number }>({
    status: 422,
    title: 'Cột không có tên',
    detail: ({ position }) =>
      `Cột thứ ${position} không có tên ở dòng đầu, hoặc tên quá dài. Chưa nhập gì; hãy đặt tên ngắn cho mọi cột ở dòng đầu rồi nhập lại.`,
  }),
  'survey-column-nested': define<{ column: string; type: string }>({
    status: 422,
    title: 'Cột chứa nhiều giá trị trong một ô',
    detail: ({ column, type }) =>
      `Cột “${column}” có kiểu ${type}, không phải là một giá trị trong mỗi ô. Chưa nhập gì; hãy tách thành nhiều cột đơn hoặc bỏ cột này rồi nhập lại.`,
  }),
  'survey-parts-differ': define<{ name: string; column: string }>({
    status: 422,
    title: 'Các phần dữ liệu không cùng cột',
    detail: ({ name, column }) =>
      `Tệp “${name}” không có cùng các cột với tệp đầu tiên (khác ở cột “${column}”). Chưa tính gì; mọi phần của một khảo sát phải có cùng các cột.`,
  }),
  'survey-text-in-numbers': define<{ example: string }>({
    status: 422,
    title: 'Có chữ trong cột số',
    detail: ({ example }) =>
      `Một cột dùng như số có giá trị “${example}” nên không tính được. Hãy sửa dữ liệu, khai mã không trả lời trong từ điển dữ liệu, hoặc hỏi tỷ lệ của từng phương án.`,
  }),
  'survey-dictionary-wrong': define<{ name: string; what: string }>({
    status: 422,
    title: 'Từ điển dữ liệu chưa đúng',
    detail: ({ name, what }) => `${name}: ${what} Chưa tính gì; hãy sửa rồi chạy lại.`,
  }),
  'survey-design-wrong': define<{ name: string; what: string }>({
    status: 422,
    title: 'Thiết kế mẫu chưa đúng',
    detail: ({ name, what }) => `${name}: ${what} Chưa tính gì; hãy sửa rồi chạy lại.`,
  }),
};
