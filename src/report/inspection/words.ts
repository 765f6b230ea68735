import type { FindingStatus, InspectionKind, InspectionStatus, Verdict } from './model.ts';

/** What inspections are called, for papers, files and screens alike. */

export const kindWords: Record<InspectionKind, string> = {
  planned: 'Theo kế hoạch',
  unannounced: 'Đột xuất',
  're-inspection': 'Tái kiểm tra',
};

export const statusWords: Record<InspectionStatus, string> = {
  planned: 'Chưa kiểm tra',
  open: 'Đang kiểm tra',
  concluded: 'Đã kết luận, đang khắc phục',
  closed: 'Đã khắc phục xong',
  cancelled: 'Đã hủy',
};

export const findingWords: Record<FindingStatus, string> = {
  found: 'Chưa có yêu cầu khắc phục',
  assigned: 'Đang khắc phục',
  reported: 'Đã báo khắc phục, chờ kiểm tra',
  returned: 'Yêu cầu khắc phục lại',
  closed: 'Đã khắc phục',
  carried: 'Chuyển sang lần tái kiểm tra',
  withdrawn: 'Đã rút',
};

export const verdictWords: Record<Verdict, string> = { met: 'Đạt', partly: 'Đạt một phần', unmet: 'Chưa đạt' };
