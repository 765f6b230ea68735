/** What is looked for in the list of accounts, and which one is open, as the address tells it. */
export type AccountsSearch = { tim?: string; 'can-bo'?: string };

export function readAccountsSearch(raw: Record<string, unknown>): AccountsSearch {
  return {
    ...(typeof raw.tim === 'string' && raw.tim !== '' ? { tim: raw.tim } : {}),
    ...(typeof raw['can-bo'] === 'string' && raw['can-bo'] !== '' ? { 'can-bo': raw['can-bo'] } : {}),
  };
}
