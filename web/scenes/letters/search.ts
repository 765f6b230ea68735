import { type LetterKind, letterKinds } from '../../../src/publish/letters/model.ts';

/** Which paper is written about what, as the address tells it: a round or stretch of a plan, units, or a report. */
export type LetterSearch = {
  loai?: LetterKind;
  ke?: string;
  ky?: string;
  'don-vi'?: string;
  'bao-cao'?: string;
  /** the year whose periods are offered to write about */
  nam?: number;
};

const word = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
};

export function readLetterSearch(raw: Record<string, unknown>): LetterSearch {
  const kind = letterKinds.find((one) => one === raw.loai);
  const year = Number(raw.nam);
  const [ke, ky, units, report] = [raw.ke, raw.ky, raw['don-vi'], raw['bao-cao']].map(word);
  return {
    ...(kind && { loai: kind }),
    ...(ke && { ke }),
    ...(ky && { ky }),
    ...(units && { 'don-vi': units }),
    ...(report && { 'bao-cao': report }),
    ...(Number.isInteger(year) && year >= 1990 && year <= 2199 && { nam: year }),
  };
}
