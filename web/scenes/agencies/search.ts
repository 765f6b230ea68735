import { isPlainDate } from '../../../src/kernel/plain-date.ts';

/** What of the agencies is looked at, as the address tells it: a day, a part of the page, a word, one agency. */
export type AgenciesSearch = { ngay?: string; xem?: 'ten-chua-ro' | 'sap-xep'; tim?: string; coquan?: string };

export function readAgenciesSearch(raw: Record<string, unknown>): AgenciesSearch {
  const [ngay, tim, coquan] = [raw.ngay, raw.tim, raw.coquan].map((value) => (typeof value === 'string' ? value : ''));
  return {
    ...(ngay && isPlainDate(ngay) ? { ngay } : {}),
    ...(raw.xem === 'ten-chua-ro' || raw.xem === 'sap-xep' ? { xem: raw.xem } : {}),
    ...(tim ? { tim } : {}),
    ...(coquan ? { coquan } : {}),
  };
}
