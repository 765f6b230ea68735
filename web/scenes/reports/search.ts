/** What is looked at of the reports, as the address tells it. `xem`: my unit's reports, or the rounds of all. */
export type ReportsSearch = { nam?: number; xem?: 'cac-ky' };

/** Which round; `phan`: who has reported, or what the reports come to. */
export type RoundSearch = { ke?: string; ky?: string; phan?: 'tong-hop' };

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readReportsSearch(raw: Record<string, unknown>): ReportsSearch {
  const year = Number(raw.nam);
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2199 && { nam: year }),
    ...(raw.xem === 'cac-ky' && { xem: 'cac-ky' as const }),
  };
}

export function readRoundSearch(raw: Record<string, unknown>): RoundSearch {
  const [plan, round] = [word(raw.ke), word(String(raw.ky ?? ''))];
  return {
    ...(plan && { ke: plan }),
    ...(round && { ky: round }),
    ...(raw.phan === 'tong-hop' && { phan: 'tong-hop' as const }),
  };
}
