import { daysInMonth } from '../../../src/kernel/plain-date.ts';

/** What is looked at of the inspections, as the address tells it. `lap`: the form to plan one; of which an earlier one is looked at again. */
export type InspectionsSearch = {
  nam?: number;
  'trang-thai'?: StateName;
  'don-vi'?: string;
  tim?: string;
  lap?: string;
  /** the part of the year its figures are of */
  ky?: PeriodName;
};

/** Changes what the address tells; undefined takes a key out. */
export type ChangeInspections = (
  next: { [key in keyof InspectionsSearch]?: InspectionsSearch[key] | undefined },
) => void;

export const stateNames = ['sap-toi', 'qua-ngay', 'dang', 'khac-phuc', 'qua-han', 'xong', 'huy'] as const;
export type StateName = (typeof stateNames)[number];

/** Parts of a year as reports have them: first and last month. */
export const periods = {
  'quy-1': { label: 'quý I', months: [1, 3] },
  'quy-2': { label: 'quý II', months: [4, 6] },
  'quy-3': { label: 'quý III', months: [7, 9] },
  'quy-4': { label: 'quý IV', months: [10, 12] },
  '6-thang': { label: '6 tháng đầu năm', months: [1, 6] },
  '9-thang': { label: '9 tháng đầu năm', months: [1, 9] },
} as const;
export type PeriodName = keyof typeof periods;
export const periodNames = Object.keys(periods) as PeriodName[];

/** The days of a part of a year, or of the whole. */
export function daysOf(year: number, name: PeriodName | undefined): { from: string; to: string } {
  const [first, last] = name ? periods[name].months : [1, 12];
  const month = (one: number): string => String(one).padStart(2, '0');
  return { from: `${year}-${month(first)}-01`, to: `${year}-${month(last)}-${daysInMonth(year, last)}` };
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readInspectionsSearch(raw: Record<string, unknown>): InspectionsSearch {
  const year = Number(raw.nam);
  const state = stateNames.find((name) => name === raw['trang-thai']);
  const period = periodNames.find((name) => name === raw.ky);
  const [unit, typed, plan] = [word(raw['don-vi']), word(raw.tim), word(raw.lap)];
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2199 && { nam: year }),
    ...(state && { 'trang-thai': state }),
    ...(unit && { 'don-vi': unit }),
    ...(typed && { tim: typed }),
    ...(plan && { lap: plan }),
    ...(period && { ky: period }),
  };
}

/** `ghi`: the record in the field is open. */
export type InspectionSearch = { ghi?: 'hien-truong' };

export const readInspectionSearch = (raw: Record<string, unknown>): InspectionSearch =>
  raw.ghi === 'hien-truong' ? { ghi: 'hien-truong' } : {};
