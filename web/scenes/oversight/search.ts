import type { OversightForm } from '../../../src/assignment/oversight/model.ts';
import type { Entry } from './api.ts';

/** What is looked at of the register, as the address tells it. `xem` is the open entry, `ghi` the form to record one. */
export type OversightSearch = {
  'trang-thai'?: StateName;
  'hinh-thuc'?: FormName;
  'don-vi'?: string;
  cua?: 'toi-tra-loi' | 'toi-ghi';
  tim?: string;
  xem?: string;
  ghi?: 'moi';
};

/** Changes what the address tells; undefined takes a key out. */
export type ChangeOversight = (next: { [key in keyof OversightSearch]?: string | undefined }) => void;

export const stateNames = [
  'cho',
  'qua-ngay',
  'chua-thoa-dang',
  'da-tra-loi',
  'thoa-dang',
  'khong-kien-nghi',
  'da-rut',
] as const;
export type StateName = (typeof stateNames)[number];

/** A state of the register; those that wait past the wished day stand apart. */
export function stateOf({ status, late }: Pick<Entry, 'status' | 'late'>): StateName {
  if (status === 'waiting') return late ? 'qua-ngay' : 'cho';
  return (
    {
      noted: 'khong-kien-nghi',
      answered: 'da-tra-loi',
      satisfied: 'thoa-dang',
      unsatisfied: 'chua-thoa-dang',
      withdrawn: 'da-rut',
    } as const
  )[status];
}

export const formNames = ['thuong-xuyen', 'chuyen-de', 'khao-sat', 'phan-anh', 'kiem-tra'] as const;
export type FormName = (typeof formNames)[number];

export const formOf: Record<OversightForm, FormName> = {
  regular: 'thuong-xuyen',
  thematic: 'chuyen-de',
  survey: 'khao-sat',
  petition: 'phan-anh',
  check: 'kiem-tra',
};

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readOversightSearch(raw: Record<string, unknown>): OversightSearch {
  const state = stateNames.find((name) => name === raw['trang-thai']);
  const form = formNames.find((name) => name === raw['hinh-thuc']);
  const whose = (['toi-tra-loi', 'toi-ghi'] as const).find((name) => name === raw.cua);
  const [agency, typed, open] = [word(raw['don-vi']), word(raw.tim), word(raw.xem)];
  return {
    ...(state && { 'trang-thai': state }),
    ...(form && { 'hinh-thuc': form }),
    ...(agency && { 'don-vi': agency }),
    ...(whose && { cua: whose }),
    ...(typed && { tim: typed }),
    ...(open && { xem: open }),
    ...(raw.ghi === 'moi' && { ghi: 'moi' as const }),
  };
}
