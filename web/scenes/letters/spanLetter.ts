import type { LetterKind } from '../../../src/publish/letters/model.ts';

/** What is written about a stretch of several periods: of the whole year its end, of less a review on the way. */
export const spanLetter = (span: string): { loai: LetterKind; label: string } =>
  span.startsWith('+N')
    ? { loai: 'year-end', label: 'Soạn báo cáo tổng kết' }
    : { loai: 'mid-year', label: 'Soạn báo cáo sơ kết' };
