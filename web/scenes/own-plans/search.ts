import type { OwnState, ownStates } from '../../../src/publish/cascade/views.ts';

/** `ke` the mother plan; `trang-thai` which units; `tim` by name; `ngay` working days before the mother plan's, for new drafts. */
export type OwnPlansSearch = { ke?: string; 'trang-thai'?: StateName; tim?: string; ngay?: number };
export type OwnPlanSearch = { ngay?: number };

/** How the states stand in the address; `thieu` those whose content lacks something. */
export const stateNames = ['chua-soan', 'dang-soan', 'da-ban-hanh', 'cham', 'thieu'] as const;
export type StateName = (typeof stateNames)[number];

export const nameOfState: Record<OwnState, StateName> = {
  none: 'chua-soan',
  editing: 'dang-soan',
  issued: 'da-ban-hanh',
} satisfies Record<(typeof ownStates)[number], StateName>;

const daysOf = (raw: unknown): { ngay?: number } => {
  const days = Number(raw);
  return raw !== undefined && Number.isInteger(days) && days >= 0 && days <= 60 ? { ngay: days } : {};
};

export function readOwnPlansSearch(raw: Record<string, unknown>): OwnPlansSearch {
  const state = stateNames.find((name) => name === raw['trang-thai']);
  return {
    ...(typeof raw.ke === 'string' && raw.ke !== '' && { ke: raw.ke }),
    ...(state && { 'trang-thai': state }),
    ...(raw.tim !== undefined && raw.tim !== '' && { tim: String(raw.tim) }),
    ...daysOf(raw.ngay),
  };
}

export const readOwnPlanSearch = (raw: Record<string, unknown>): OwnPlanSearch => daysOf(raw.ngay);
