import { define } from './define.ts';

/** Why the state of an assignment does not allow an act, as the fold says it, and what to do then. */
const refused = {
  closed:
    'Việc này đã đóng (hủy hoặc được thay thế) nên không thao tác được nữa. Hãy tải lại trang để thấy trạng thái mới.',
  'no-such-occurrence': 'Kỳ được chọn không thuộc việc này. Hãy tải lại trang rồi chọn lại.',
  'whole-only': 'Thao tác này dành cho cả việc, không dành cho một kỳ. Hãy chọn cả việc rồi làm lại.',
  'one-only': 'Thao tác này dành cho từng kỳ. Hãy chọn kỳ cần cập nhật rồi làm lại.',
  'already-accepted': 'Việc này đã được nhận trước đó, không cần nhận lại.',
  'not-in-this-state':
    'Trạng thái hiện tại của kỳ này không cho phép thao tác vừa chọn, có thể người khác vừa cập nhật. Hãy tải lại trang để thấy trạng thái mới.',
  'reason-missing': 'Thao tác này cần nêu lý do. Hãy ghi lý do rồi gửi lại.',
  'percent-out-of-range': 'Tiến độ phải là số nguyên từ 0 đến 100. Hãy nhập lại.',
  'day-in-the-future': 'Ngày hoàn thành không thể sau hôm nay. Hãy nhập lại ngày.',
  'day-before-plan':
    'Ngày hoàn thành ở trước năm việc này được giao. Hãy nhập lại ngày, từ ngày 01/01 của năm giao việc trở đi.',
  'due-not-later': 'Hạn mới phải sau hạn hiện tại. Hãy chọn ngày muộn hơn.',
  'same-agency': 'Cơ quan được chọn đang giữ việc này rồi. Hãy chọn cơ quan khác.',
  'agency-ended': 'Cơ quan được chọn không còn hoạt động hôm nay nên không nhận việc được. Hãy chọn cơ quan tiếp nhận.',
  'already-asked':
    'Đã có đề nghị gia hạn đang chờ trả lời cho kỳ này. Hãy chờ trả lời, hoặc hoàn tác đề nghị cũ trong lịch sử rồi gửi lại.',
  'nothing-asked':
    'Kỳ này không có đề nghị gia hạn nào đang chờ trả lời, có thể đã được trả lời hoặc rút lại. Hãy tải lại trang.',
  'nothing-to-undo': 'Thao tác này đã được hoàn tác hoặc không còn. Hãy tải lại trang.',
  'not-yours-to-undo':
    'Thao tác này do hệ thống ghi khi giao lại kế hoạch, sắp xếp đơn vị hoặc đổi lịch nên không hoàn tác ở đây được.',
  'other-agency': 'Một kỳ được chọn để tính chung thuộc cơ quan khác nên chưa ghi gì. Hãy bỏ chọn kỳ đó rồi gửi lại.',
} as const;
type Refused = keyof typeof refused;

/** What the state of issued plans and their assignments does not allow. */
const difficultyRefusals = {
  'not-in-this-state':
    'Vướng mắc vừa được người khác xử lý nên thao tác này không còn phù hợp. Hãy tải lại trang để thấy trạng thái mới.',
  'same-agency': 'Cơ quan được chọn đang là nơi trả lời vướng mắc này. Hãy chọn cơ quan khác.',
  'own-agency': 'Đơn vị không thể tự trả lời vướng mắc do mình nêu; chưa có gì được ghi. Hãy chọn cơ quan khác.',
  'day-to-come': 'Ngày trả lời còn ở phía sau hôm nay; chưa có gì được ghi. Hãy nhập ngày đã trả lời.',
  'day-past': 'Ngày cần trả lời đã qua; chưa có gì được ghi. Hãy chọn hôm nay hoặc một ngày sau.',
};

export const assignmentProblems = {
  'act-refused': define<{ why: Refused; assignment: string; occurrence: string | null }>({
    status: 409,
    title: 'Chưa thực hiện được thao tác',
    detail: ({ why }) => `${refused[why]} Những gì đã ghi trước đó vẫn còn.`,
  }),
  'plan-without-year': define({
    status: 409,
    title: 'Chưa biết năm của kế hoạch',
    detail: () =>
      'Kế hoạch chưa có năm và ngày ban hành nên chưa tính được thời hạn; chưa giao việc nào. Hãy mở lại rà soát, nhập năm hoặc ngày ban hành rồi xác nhận và giao lại.',
  }),
  'plan-not-issued': define({
    status: 409,
    title: 'Kế hoạch chưa được giao',
    detail: () => 'Kế hoạch này chưa được giao nên chưa có việc nào để thay thế. Hãy chọn kế hoạch đã giao.',
  }),
  'issue-not-there': define({
    status: 409,
    title: 'Không có việc giao nào để thu hồi',
    detail: () => 'Kế hoạch này chưa được giao, hoặc việc giao đã được thu hồi hay thay thế. Hãy tải lại trang.',
  }),
  'issue-begun': define<{ begun: number; first: { agency: string; text: string; kind: string }[] }>({
    status: 409,
    title: 'Đã có đơn vị bắt đầu thực hiện',
    detail: ({ begun, first }) =>
      `Đã có ${begun} việc được bắt đầu${first[0] ? `, ví dụ ${first[0].agency}: “${first[0].text.replace(/\s+/g, ' ').slice(0, 120)}”` : ''}, nên chưa thu hồi gì. Hãy sửa kế hoạch rồi giao lại (chỉ phần khác thay đổi), hoặc giao một kế hoạch thay thế.`,
  }),
  'plan-superseded': define({
    status: 409,
    title: 'Kế hoạch đã được thay thế',
    detail: () =>
      'Việc của kế hoạch này đã được thay bằng một kế hoạch giao sau nên không giao lại được. Hãy giao kế hoạch thay thế.',
  }),
  'superseding-ahead': define({
    status: 409,
    title: 'Ngày có hiệu lực sau hôm nay',
    detail: () =>
      'Việc của kế hoạch bị thay thế kết thúc ngay khi giao nên ngày có hiệu lực không thể sau hôm nay; chưa giao việc nào. Hãy chọn ngày từ hôm nay trở về trước, hoặc giao vào ngày kế hoạch có hiệu lực.',
  }),
  'difficulty-act-refused': define<{ why: keyof typeof difficultyRefusals }>({
    status: 409,
    title: 'Chưa thực hiện được thao tác',
    detail: ({ why }) => difficultyRefusals[why],
  }),
  'difficulty-without-receiver': define({
    status: 409,
    title: 'Chưa biết ai trả lời',
    detail: () =>
      'Nhiệm vụ này không có cơ quan chủ trì nên chưa biết gửi vướng mắc cho ai; chưa có gì được ghi. Hãy chọn cơ quan trả lời rồi gửi lại.',
  }),
} as const;
