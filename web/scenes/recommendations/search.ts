import type { RecommendationView } from '../../../src/report/recommendation/views.ts';

/** What is looked at of the register, as the address tells it. `xem` is the open line, `ghi` the form to record one, or a file of them. */
export type RecommendationsSearch = {
  nguon?: string;
  'trang-thai'?: StateName;
  'don-vi'?: string;
  cua?: 'toi';
  tim?: string;
  xem?: string;
  ghi?: 'moi' | 'tep';
};

export type ChangeRegister = (next: { [key in keyof RecommendationsSearch]?: string | undefined }) => void;

export const stateNames = ['dang', 'qua-han', 'da-bao', 'xong', 'rut'] as const;
export type StateName = (typeof stateNames)[number];

/** A line's state; those that are open past their day stand apart. */
export function stateOf({ status, late }: Pick<RecommendationView, 'status' | 'late'>): StateName {
  if (status === 'open') return late ? 'qua-han' : 'dang';
  return ({ reported: 'da-bao', closed: 'xong', withdrawn: 'rut' } as const)[status];
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readRecommendationsSearch(raw: Record<string, unknown>): RecommendationsSearch {
  const state = stateNames.find((name) => name === raw['trang-thai']);
  const [source, unit, typed, open] = [word(raw.nguon), word(raw['don-vi']), word(raw.tim), word(raw.xem)];
  return {
    ...(source && { nguon: source }),
    ...(state && { 'trang-thai': state }),
    ...(unit && { 'don-vi': unit }),
    ...(raw.cua === 'toi' && { cua: 'toi' as const }),
    ...(typed && { tim: typed }),
    ...(open && { xem: open }),
    ...((raw.ghi === 'moi' || raw.ghi === 'tep') && { ghi: raw.ghi }),
  };
}
