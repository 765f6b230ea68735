import { type StandingName, standingNames } from '../unit/search.ts';

/** What is looked at of the work given out, as the address tells it. `mo` is the open task, `xem` the assignment in the sheet. */
export type AssignmentsSearch = {
  ky?: string;
  'ke-hoach'?: string;
  'chi-so'?: string;
  'noi-dung'?: string;
  'tinh-trang'?: StandingName;
  tim?: string;
  mo?: string;
  xem?: string;
};

export type ChangeAssignments = (next: { [key in keyof AssignmentsSearch]?: string | undefined }) => void;

const plain = ['ky', 'ke-hoach', 'chi-so', 'noi-dung', 'tim', 'mo', 'xem'] as const;
/** What a named view keeps: not what happens to be open. */
export const kept = ['ky', 'ke-hoach', 'chi-so', 'noi-dung', 'tinh-trang', 'tim'] as const;

export function readAssignmentsSearch(raw: Record<string, unknown>): AssignmentsSearch {
  const texts = plain.flatMap((key) => (typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key]]] : []));
  const standing = standingNames.find((name) => name === raw['tinh-trang']);
  return { ...Object.fromEntries(texts), ...(standing && { 'tinh-trang': standing }) };
}
