import type { Standing } from '../../../src/report/indicator/summarize.ts';

/** What is looked at of the indicators, as the address tells it: month, plan, component, state; `xem`: a unit's sheet, files. */
export type IndicatorsSearch = {
  thang?: string;
  ke?: string;
  nd?: string;
  muc?: StandingWord;
  xem?: 'nhap' | 'tep' | 'thoi-theo-doi';
  dv?: string;
};

export const standingNames = {
  dat: 'met',
  'chua-dat': 'not-met',
  'chua-co': 'none',
  'chua-dat-muc-tieu': 'no-target',
} as const satisfies Record<string, Standing>;
type StandingWord = keyof typeof standingNames;

export type IndicatorSearch = { nam?: number; dv?: string };

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readIndicatorsSearch(raw: Record<string, unknown>): IndicatorsSearch {
  const [month, plan, component, unit] = [word(raw.thang), word(raw.ke), word(raw.nd), word(raw.dv)];
  const standing = (Object.keys(standingNames) as StandingWord[]).find((name) => name === raw.muc);
  const view = (['nhap', 'tep', 'thoi-theo-doi'] as const).find((name) => name === raw.xem);
  return {
    ...(month && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(month) && { thang: month }),
    ...(plan && { ke: plan }),
    ...(component && { nd: component }),
    ...(standing && { muc: standing }),
    ...(view && { xem: view }),
    ...(unit && { dv: unit }),
  };
}

export function readIndicatorSearch(raw: Record<string, unknown>): IndicatorSearch {
  const [year, unit] = [Number(raw.nam), word(raw.dv)];
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2199 && { nam: year }),
    ...(unit && { dv: unit }),
  };
}
