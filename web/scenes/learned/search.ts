/** The filter of what was learned, as the address tells it. */
export type LearnedSearch = { 'trang-thai'?: 'da-bo' };

export const readLearnedSearch = (raw: Record<string, unknown>): LearnedSearch =>
  raw['trang-thai'] === 'da-bo' ? { 'trang-thai': 'da-bo' } : {};
