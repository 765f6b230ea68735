/** What is looked at of the inspections, as the address tells it. `lap`: the form to plan one; of which an earlier one is looked at again. */
export type InspectionsSearch = {
  nam?: number;
  'trang-thai'?: StateName;
  'don-vi'?: string;
  tim?: string;
  lap?: string;
};

/** Changes what the address tells; undefined takes a key out. */
export type ChangeInspections = (
  next: { [key in keyof InspectionsSearch]?: InspectionsSearch[key] | undefined },
) => void;

export const stateNames = ['sap-toi', 'qua-ngay', 'dang', 'khac-phuc', 'qua-han', 'xong', 'huy'] as const;
export type StateName = (typeof stateNames)[number];

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readInspectionsSearch(raw: Record<string, unknown>): InspectionsSearch {
  const year = Number(raw.nam);
  const state = stateNames.find((name) => name === raw['trang-thai']);
  const [unit, typed, plan] = [word(raw['don-vi']), word(raw.tim), word(raw.lap)];
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2199 && { nam: year }),
    ...(state && { 'trang-thai': state }),
    ...(unit && { 'don-vi': unit }),
    ...(typed && { tim: typed }),
    ...(plan && { lap: plan }),
  };
}

/** `ghi`: the record in the field is open. */
export type InspectionSearch = { ghi?: 'hien-truong' };

export const readInspectionSearch = (raw: Record<string, unknown>): InspectionSearch =>
  raw.ghi === 'hien-truong' ? { ghi: 'hien-truong' } : {};
