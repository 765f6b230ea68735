import type { DifficultyView } from '../../../src/assignment/views.ts';

/** What is looked at of the register, as the address tells it. `xem` is the open difficulty, `neu` the form to raise one. */
export type DifficultiesSearch = {
  'trang-thai'?: StateName;
  cua?: 'toi-tra-loi' | 'toi-neu';
  tim?: string;
  xem?: string;
  neu?: 'moi';
};

/** Changes what the address tells; undefined takes a key out. */
export type Change = (next: { [key in keyof DifficultiesSearch]?: string | undefined }) => void;

export const stateNames = ['cho', 'qua-han', 'da-tra-loi', 'sua-ke-hoach', 'da-dong', 'da-rut'] as const;
export type StateName = (typeof stateNames)[number];

/** A state of the register; late ones are those that wait past their day. */
export const stateOf = ({ status, late }: Pick<DifficultyView, 'status' | 'late'>): StateName => {
  if (status === 'raised') return late ? 'qua-han' : 'cho';
  return ({ answered: 'da-tra-loi', amended: 'sua-ke-hoach', closed: 'da-dong', withdrawn: 'da-rut' } as const)[status];
};

export function readDifficultiesSearch(raw: Record<string, unknown>): DifficultiesSearch {
  const state = stateNames.find((name) => name === raw['trang-thai']);
  const whose = (['toi-tra-loi', 'toi-neu'] as const).find((name) => name === raw.cua);
  return {
    ...(state && { 'trang-thai': state }),
    ...(whose && { cua: whose }),
    ...(typeof raw.tim === 'string' && raw.tim !== '' && { tim: raw.tim }),
    ...(typeof raw.xem === 'string' && raw.xem !== '' && { xem: raw.xem }),
    ...(raw.neu === 'moi' && { neu: 'moi' as const }),
  };
}
