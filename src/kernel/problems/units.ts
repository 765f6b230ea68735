import { define } from './define.ts';

/** What can be wrong with what is asked about administrative units and agencies. */
export const unitProblems = {
  'unit-unknown': define<{ unit: string; on: string; spans: string }>({
    status: 404,
    title: 'Không có đơn vị hành chính này',
    detail: ({ unit, on, spans }) =>
      spans === ''
        ? `Không có đơn vị hành chính nào mang mã “${unit}”. Mã tỉnh có 2 chữ số, mã huyện 3, mã xã 5; hãy kiểm tra lại mã.`
        : `Ngày ${on} không có đơn vị hành chính nào mang mã “${unit}”. Mã này được dùng cho ${spans}; hãy hỏi vào một ngày trong các khoảng đó (--on).`,
  }),
  'day-unknown': define<{ day: string }>({
    status: 400,
    title: 'Không hiểu ngày này',
    detail: ({ day }) => `“${day}” không phải là một ngày. Hãy viết năm-tháng-ngày, ví dụ 2025-06-30, hoặc 30/06/2025.`,
  }),
  'day-out-of-range': define<{ day: string }>({
    status: 400,
    title: 'Ngày ở quá xa',
    detail: ({ day }) =>
      `Thang chỉ trả lời cho các ngày từ năm 1900 đến năm 2199, không cho “${day}”. Hãy hỏi một ngày khác.`,
  }),
  'name-missing': define<Record<string, never>>({
    status: 400,
    title: 'Chưa có tên cần tra',
    detail: () => 'Chưa có tên cần tra. Hãy viết tên cơ quan trong dấu nháy, ví dụ "Sở TN&MT".',
  }),
  'template-begins-later': define<{ on: string; begins: string }>({
    status: 400,
    title: 'Ngày ở trước danh bạ mẫu',
    detail: ({ on, begins }) =>
      `Danh bạ mẫu bắt đầu từ ngày ${begins}, chưa trả lời được cho ngày ${on}. Hãy hỏi một ngày từ ${begins} trở đi (--on).`,
  }),
  'province-unknown': define<{ printed: string; on: string; became: { since: string; name: string } | null }>({
    status: 404,
    title: 'Không có tỉnh, thành phố này',
    detail: ({ printed, on, became }) =>
      became === null
        ? `Ngày ${on} không có tỉnh, thành phố nào tên “${printed}”. Hãy kiểm tra lại tên.`
        : `Ngày ${on} không có tỉnh, thành phố nào tên “${printed}”: từ ${became.since} là ${became.name}. Hãy hỏi với tên đó, hoặc một ngày trước đó (--on).`,
  }),
  'agency-unknown': define<{ what: string; on: string }>({
    status: 404,
    title: 'Không có cơ quan này',
    detail: ({ what, on }) =>
      `Ngày ${on} danh bạ không có cơ quan “${what}”. Hãy xem cây đơn vị vào ngày đó, hoặc thêm cơ quan rồi thử lại.`,
  }),
  'reorganisation-refused': define<{
    name: string;
    day: string;
    why:
      | ('not-there' | 'too-early' | 'cycle' | 'same' | 'self' | 'changes-later')
      | ('changed-since' | 'taken' | 'has-children' | 'under-ended');
  }>({
    status: 409,
    title: 'Không sắp xếp được như vậy',
    detail: ({ name, day, why }) =>
      `${
        {
          'not-there': `Ngày ${day} không còn hoặc chưa có “${name}”.`,
          'too-early': `“${name}” bắt đầu từ chính ngày ${day} hoặc muộn hơn, nên không thể thay đổi từ ngày đó.`,
          cycle: `“${name}” không thể đứng dưới chính nó hoặc đơn vị trực thuộc của nó.`,
          same: `“${name}” đã như vậy vào ngày ${day}.`,
          self: `“${name}” không thể giao việc cho chính nó.`,
          'changes-later': `“${name}” đã có một thay đổi sau ngày ${day}; hãy hoàn tác thay đổi đó trước.`,
          'changed-since': `“${name}” đã thay đổi thêm sau lần sắp xếp này nên không hoàn tác được.`,
          taken: `Ngày ${day} đã có một “${name}” ở cùng nơi.`,
          'has-children': `Ngày ${day} “${name}” còn đơn vị trực thuộc; hãy chuyển chúng sang nơi khác trước.`,
          'under-ended': `“${name}” trực thuộc một đơn vị kết thúc ngày ${day}; hãy chuyển trực thuộc của nó trước.`,
        }[why]
      } Chưa có gì thay đổi; hãy kiểm tra ngày và đơn vị rồi thử lại.`,
  }),
  'directory-there': define<{ agencies: number }>({
    status: 409,
    title: 'Đã có danh bạ đơn vị',
    detail: ({ agencies }) =>
      `Danh bạ đã có ${agencies} cơ quan nên không lập lại từ đầu được. Hãy dùng “Sắp xếp đơn vị” hoặc nhập bổ sung từ tệp.`,
  }),
  'reorganisation-strands-work': define<{ works: number }>({
    status: 409,
    title: 'Còn việc chưa có nơi nhận',
    detail: ({ works }) =>
      `Còn ${works} việc đang mở của đơn vị kết thúc mà chưa rõ giao cho ai. Chưa có gì thay đổi; hãy chọn nơi nhận cho từng việc hoặc cho tất cả.`,
  }),
  'reorganisation-has-work': define<{ name: string; works: number }>({
    status: 409,
    title: 'Chưa hoàn tác được',
    detail: ({ name, works }) =>
      `Sau lần sắp xếp này “${name}” đã được giao ${works} việc mới; nếu hoàn tác, các việc đó không còn ai làm. Chưa có gì thay đổi; hãy giao lại các việc đó cho cơ quan khác, hoặc ghi một lần sắp xếp mới thay cho hoàn tác.`,
  }),
  'sheet-heading': define<{ sheet: string; missing: readonly string[]; twice: readonly string[] }>({
    status: 422,
    title: 'Tệp danh bạ thiếu hoặc trùng cột',
    detail: ({ sheet, missing, twice }) => {
      const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
      const lacks = missing.length > 0 ? ` thiếu cột ${list(missing)}` : '';
      const doubles = twice.length > 0 ? `${lacks ? ',' : ''} có hai cột ${list(twice)}` : '';
      return `Dòng đầu của trang “${sheet}”${lacks}${doubles}. Chưa có gì được nhập; hãy ghi tên cột như trong tệp tải về từ danh bạ (cột đứng ở đâu cũng được) rồi nhập lại.`;
    },
  }),
  'workbook-damaged': define<{ name: string }>({
    status: 422,
    title: 'Không đọc được tệp Excel',
    detail: ({ name }) =>
      `Tệp “${name}” không phải là tệp Excel (.xlsx) hoặc đã hỏng. Chưa có gì được nhập; hãy mở tệp bằng Excel, lưu thành .xlsx rồi nhập lại.`,
  }),
  'sheet-wrong': define<{ name: string; rows: { row: number; what: string }[] }>({
    status: 422,
    title: 'Tệp danh bạ có dòng chưa đúng',
    detail: ({ name, rows }) =>
      `Tệp “${name}” chưa được nhập, danh bạ vẫn như cũ. ${rows
        .slice(0, 5)
        .map(({ row, what }) => `Dòng ${row}: ${what}.`)
        .join(' ')}${rows.length > 5 ? ` Còn ${rows.length - 5} dòng khác.` : ''} Hãy sửa rồi nhập lại.`,
  }),
};
