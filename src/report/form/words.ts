import type { QuestionKind, SumWay } from './model.ts';

/** What kinds of questions and ways of summing are called, on screens, in printed sums and in messages alike. */
export const kindWords: Record<QuestionKind, string> = {
  integer: 'Số nguyên',
  decimal: 'Số thập phân',
  percent: 'Tỷ lệ %',
  money: 'Số tiền',
  'yes-no': 'Có hoặc không',
  choice: 'Chọn một',
  choices: 'Chọn nhiều',
  text: 'Lời ngắn',
  'long-text': 'Đoạn văn',
  day: 'Ngày',
  evidence: 'Tài liệu kiểm chứng',
  calculated: 'Dòng tính',
  note: 'Lời dẫn',
};

export const sumWords: Record<SumWay, string> = {
  total: 'Cộng các đơn vị',
  mean: 'Trung bình các đơn vị',
  share: 'Tỷ lệ chung: tổng tử số chia tổng mẫu số',
  none: 'Không tổng hợp',
};
