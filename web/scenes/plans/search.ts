/** The filters of the list of plans, as the address tells them. */
export type PlansSearch = { tim?: string; 'trang-thai'?: 'cho-ra-soat' | 'da-xac-nhan' | 'da-bo' };

export function readPlansSearch(raw: Record<string, unknown>): PlansSearch {
  const status = raw['trang-thai'];
  return {
    ...(typeof raw.tim === 'string' && raw.tim !== '' ? { tim: raw.tim } : {}),
    ...(status === 'cho-ra-soat' || status === 'da-xac-nhan' || status === 'da-bo' ? { 'trang-thai': status } : {}),
  };
}
