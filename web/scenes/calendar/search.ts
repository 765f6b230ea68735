/** The year looked at, as the address tells it. */
export type CalendarSearch = { nam?: string };

export const readCalendarSearch = (raw: Record<string, unknown>): CalendarSearch => {
  const nam = String(raw.nam ?? '');
  return /^20\d\d$/.test(nam) ? { nam } : {};
};
