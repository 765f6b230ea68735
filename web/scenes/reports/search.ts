/** What is looked at of the reports, as the address tells it. `xem`: my unit's reports, the rounds of all, the general regime. */
export type ReportsSearch = { nam?: number; xem?: ReportsTab };
export type ReportsTab = (typeof tabs)[number];
const tabs = ['cua-toi', 'cac-ky', 'che-do'] as const;

/**
 * Which round; `phan`: who has reported, what the reports come to, or the text drafted from them; `so`: its figures as they are now
 * though a version is approved.
 */
export type RoundSearch = { ke?: string; ky?: string; phan?: 'tong-hop' | 'du-thao'; so?: 'hien-nay' };

/** Which consolidated report: `cua` whose, `truc` of the tasks it leads; `phan`: its figures instead of its text. */
export type TextSearch = {
  ke?: string;
  ky?: string;
  cua?: string;
  truc?: 'chu-tri';
  phan?: 'so-lieu';
  so?: 'hien-nay';
};

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readReportsSearch(raw: Record<string, unknown>): ReportsSearch {
  const year = Number(raw.nam);
  const tab = tabs.find((one) => one === raw.xem);
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2199 && { nam: year }),
    ...(tab && { xem: tab }),
  };
}

export function readRoundSearch(raw: Record<string, unknown>): RoundSearch {
  const [plan, round] = [word(raw.ke), word(String(raw.ky ?? ''))];
  return {
    ...(plan && { ke: plan }),
    ...(round && { ky: round }),
    ...((raw.phan === 'tong-hop' || raw.phan === 'du-thao') && { phan: raw.phan }),
    ...(raw.so === 'hien-nay' && { so: raw.so }),
  };
}

export function readTextSearch(raw: Record<string, unknown>): TextSearch {
  const { phan: _, ...which } = readRoundSearch(raw);
  const agency = word(raw.cua);
  return {
    ...which,
    ...(agency && { cua: agency }),
    ...(raw.truc === 'chu-tri' && { truc: 'chu-tri' as const }),
    ...(raw.phan === 'so-lieu' && { phan: 'so-lieu' as const }),
  };
}
