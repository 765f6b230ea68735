/** What of the review stands in the address: the task being looked at, the order of the list, the part shown. */
export type ReviewSearch = {
  /** id of the task in the draft, "t24" */
  nv?: string;
  /** place of the task in the plan, from 1: how other pages point at a task */
  thu?: string;
  'thu-tu'?: 'van-ban';
  phan?: 'trach-nhiem' | 'thong-tin' | 'cac-ban';
};

export const isPart = (part: unknown): part is NonNullable<ReviewSearch['phan']> =>
  part === 'trach-nhiem' || part === 'thong-tin' || part === 'cac-ban';

export function readReviewSearch(raw: Record<string, unknown>): ReviewSearch {
  return {
    ...(typeof raw.nv === 'string' ? { nv: raw.nv } : {}),
    ...(typeof raw.thu === 'string' ? { thu: raw.thu } : {}),
    ...(raw['thu-tu'] === 'van-ban' ? { 'thu-tu': 'van-ban' as const } : {}),
    ...(isPart(raw.phan) ? { phan: raw.phan } : {}),
  };
}
