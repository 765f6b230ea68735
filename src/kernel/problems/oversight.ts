import { define } from './define.ts';

/** Why the state of an oversight entry does not allow an act, as its fold says it, and what to do then. */
const refusedAct = {
  'not-in-this-state':
    'Ghi nhận giám sát này vừa được người khác xử lý nên thao tác không còn phù hợp. Hãy tải lại trang để thấy trạng thái mới.',
  'nothing-changes': 'Đánh giá này đã được ghi trước đó, không cần ghi lại.',
  'reason-missing':
    'Trả lời chưa thỏa đáng thì cần nêu lý do để đơn vị biết phải bổ sung gì. Hãy ghi lý do rồi gửi lại.',
} as const;

const refusedSeen = {
  'day-in-the-future': 'Ngày giám sát không thể sau hôm nay. Hãy nhập lại ngày.',
  'wish-without-recommendation':
    'Có ngày mong được trả lời nhưng chưa có kiến nghị. Hãy ghi kiến nghị hoặc bỏ ngày đó.',
  'wish-before-day': 'Ngày mong được trả lời không thể trước ngày giám sát. Hãy nhập lại ngày.',
} as const;

/** What stands in the way of recording oversight and of what follows. */
export const oversightProblems = {
  'oversight-act-refused': define<{ why: keyof typeof refusedAct }>({
    status: 409,
    title: 'Chưa thực hiện được thao tác',
    detail: ({ why }) => `${refusedAct[why]} Những gì đã ghi trước đó vẫn còn.`,
  }),
  'oversight-refused': define<{ why: keyof typeof refusedSeen }>({
    status: 400,
    title: 'Chưa ghi được giám sát',
    detail: ({ why }) => `${refusedSeen[why]} Những gì đã nhập vẫn còn.`,
  }),
  'oversight-subject-unknown': define({
    status: 404,
    title: 'Đơn vị không có nội dung này',
    detail: () =>
      'Nhiệm vụ hoặc nội dung thành phần được chọn không có trong việc giao cho đơn vị này nên chưa ghi gì. Hãy chọn lại, hoặc ghi giám sát chung về đơn vị.',
  }),
} as const;
