/** The filter of notifications, as the address tells it. */
export type NoticesSearch = { xem?: 'chua-doc' };

export const readNoticesSearch = (raw: Record<string, unknown>): NoticesSearch =>
  raw.xem === 'chua-doc' ? { xem: 'chua-doc' } : {};
