import type { Days } from '../../api-follow.ts';

/** A stretch of time one asks about, by its name in the address: "2026", "2026-q3", "2026-6t", "2026-9t", "2026-nay". */
export type Period = Days & { key: string; label: string };

const ends = [
  { key: 'q1', from: '01-01', to: '03-31', label: 'Quý I' },
  { key: 'q2', from: '04-01', to: '06-30', label: 'Quý II' },
  { key: '6t', from: '01-01', to: '06-30', label: '6 tháng đầu năm' },
  { key: 'q3', from: '07-01', to: '09-30', label: 'Quý III' },
  { key: '9t', from: '01-01', to: '09-30', label: '9 tháng' },
  { key: 'q4', from: '10-01', to: '12-31', label: 'Quý IV' },
] as const;

/** What can be asked about in a year, the year itself first. `today` ends "đến nay" in its own year. */
export function periodsOf(year: number, today: string): Period[] {
  const whole = { key: `${year}`, label: `Năm ${year}`, from: `${year}-01-01`, to: `${year}-12-31` };
  const now = { key: `${year}-nay`, label: `Từ đầu năm ${year} đến nay`, from: whole.from, to: today };
  const parts = ends.map(({ key, from, to, label }) => ({
    ...{ key: `${year}-${key}`, label: label.endsWith('năm') ? `${label} ${year}` : `${label}/${year}` },
    ...{ from: `${year}-${from}`, to: `${year}-${to}` },
  }));
  return [whole, ...(today.startsWith(`${year}-`) ? [now] : []), ...parts];
}

/** All that was ever given out, where an address asks for it by this name. */
export const everyYear: Period = { key: 'moi-nam', label: 'Mọi năm', from: '2000-01-01', to: '2099-12-31' };

/** The period an address names, or every year; the current year where it names none that is known. */
export const readPeriodOrAll = (key: string | undefined, today: string): Period =>
  key === everyYear.key ? everyYear : readPeriod(key, today);

/** The period an address names; the current year where it names none that is known. */
export function readPeriod(key: string | undefined, today: string): Period {
  const year = Number(/^(20\d\d)(?:-|$)/.exec(key ?? '')?.[1] ?? today.slice(0, 4));
  const all = periodsOf(year, today);
  const found = all.find((period) => period.key === key) ?? all[0];
  if (!found) throw new Error('a year has periods');
  return found;
}
