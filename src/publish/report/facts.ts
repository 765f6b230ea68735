import { sayDay } from './lines.ts';

/** What the sentences of a report of a period are made of, as a template may say them in words of its own. */
export const periodFacts = (
  plan: string,
  unit: string,
  { label, from, to }: { label: string; from: string; to: string },
): Record<string, string> => ({
  ...{ ke_hoach: plan, don_vi: unit, ky_bao_cao: label, tu_ngay: sayDay(from), den_ngay: sayDay(to) },
});
