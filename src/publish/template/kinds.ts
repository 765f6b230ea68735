import { oneOf } from '../../kernel/shapes.ts';

/** The kinds of paper a province may set by a Word file of its own. */
export const paperKinds = [
  ...(['plan', 'own-plan', 'report', 'consolidated', 'reminder', 'late-list'] as const),
  ...(['explanation', 'inspection', 'mid-year', 'year-end'] as const),
] as const;
export type PaperKind = (typeof paperKinds)[number];
export const PaperKind = oneOf(...paperKinds);

/** What each is called on the screen and in the names of files. */
export const paperKindNames: Readonly<Record<PaperKind, string>> = {
  plan: 'Kế hoạch',
  'own-plan': 'Kế hoạch của đơn vị',
  report: 'Báo cáo định kỳ',
  consolidated: 'Báo cáo tổng hợp',
  reminder: 'Công văn đôn đốc',
  'late-list': 'Danh sách đơn vị chậm',
  explanation: 'Báo cáo giải trình',
  inspection: 'Kết luận kiểm tra',
  'mid-year': 'Báo cáo sơ kết',
  'year-end': 'Báo cáo tổng kết',
};
