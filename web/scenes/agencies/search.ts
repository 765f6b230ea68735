import { isPlainDate } from '../../../src/kernel/plain-date.ts';

const parts = ['ten-chua-ro', 'cho-noi-nhan', 'sap-xep'] as const;
type Part = (typeof parts)[number];

/** What of the agencies is looked at, as the address tells it: a day, a part of the page, a word, one agency. */
export type AgenciesSearch = { ngay?: string; xem?: Part; tim?: string; coquan?: string };

export function readAgenciesSearch(raw: Record<string, unknown>): AgenciesSearch {
  const [ngay, tim, coquan] = [raw.ngay, raw.tim, raw.coquan].map((value) => (typeof value === 'string' ? value : ''));
  return {
    ...(ngay && isPlainDate(ngay) ? { ngay } : {}),
    ...(parts.includes(raw.xem as Part) ? { xem: raw.xem as Part } : {}),
    ...(tim ? { tim } : {}),
    ...(coquan ? { coquan } : {}),
  };
}
