import { roleWords } from '../../src/plan/words/roles.ts';

/** The word of each field of a task on the screens. */
export const fieldWords: Record<string, string> = {
  index: 'Chỉ số',
  dimension: 'Chỉ số nội dung',
  component: 'Nội dung thành phần',
  codes: 'Mã nội dung',
  text: 'Nhiệm vụ',
  result: 'Kết quả',
  ...roleWords,
  time: 'Thời gian',
  schedule: 'Lịch thực hiện',
  targets: 'Chỉ tiêu',
};
