import type { WithdrawalView } from '../../../src/assignment/withdrawal/views.ts';

const did: Record<string, string> = {
  accept: 'đã nhận việc',
  'hand-on': 'đã giao người thực hiện',
  progress: 'đã báo tiến độ',
  evidence: 'đã thêm tài liệu',
  complete: 'đã hoàn thành',
  date: 'đã nhập ngày',
  'ask-extension': 'đã đề nghị gia hạn',
  extend: 'đã được gia hạn',
  cancel: 'đã được hủy việc',
  reassign: 'đã được giao lại việc',
  difficulty: 'đã nêu vướng mắc',
};

/** "UBND xã Tân Lập đã nhận việc: Niêm yết công khai …" */
export const sayBegun = ({ agency, text, kind }: WithdrawalView['begunFirst'][number]): string =>
  `${agency} ${did[kind] ?? 'đã bắt đầu'}: ${text.replace(/^- /, '')}`;
