import type { AskSearch } from './ask.ts';

/** What is looked at of a survey, as the address tells it; what is asked of it stands in `AskSearch`. */
export type SurveySearch = AskSearch & {
  /** a part of the page besides the estimates */
  xem?: SurveyPart;
  /** the kept run that is shown */
  lan?: string;
  /** the figure that is drawn, counted from 1 */
  so?: string;
  sap?: 'ten';
  /** the two groups that are compared, by their values */
  n1?: string;
  n2?: string;
};

export const surveyParts = ['thiet-ke', 'bang-hoi', 'da-luu'] as const;
export type SurveyPart = (typeof surveyParts)[number];

const texts = ['tinh', 'nhom', 'loc', 'muc', 'cach', 'khoang', 'lan', 'so', 'n1', 'n2'] as const;

export function readSurveySearch(raw: Record<string, unknown>): SurveySearch {
  const part = surveyParts.find((name) => name === raw.xem);
  const read = texts.flatMap((name) => {
    const value = raw[name];
    return typeof value === 'string' && value !== '' ? [[name, value.slice(0, 6_000)] as const] : [];
  });
  return { ...Object.fromEntries(read), ...(part && { xem: part }), ...(raw.sap === 'ten' && { sap: 'ten' as const }) };
}
