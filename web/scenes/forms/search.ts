/**
 * What is looked at of the forms, as the address tells it. `xem`: what my unit answers, what was sent, or the forms themselves; where it
 * is not said, the first of them that has something.
 */
export type ShownForms = 'tra-loi' | 'da-gui' | 'mau';
export type FormsSearch = { xem?: ShownForms };

/** Which round of what was sent. */
export type SumsSearch = { ky?: string; phan?: 'don-vi' };

export function readFormsSearch({ xem }: Record<string, unknown>): FormsSearch {
  return xem === 'tra-loi' || xem === 'da-gui' || xem === 'mau' ? { xem } : {};
}

export function readSumsSearch({ ky, phan }: Record<string, unknown>): SumsSearch {
  const round = typeof ky === 'string' || typeof ky === 'number' ? String(ky) : '';
  return { ...(round !== '' && { ky: round }), ...(phan === 'don-vi' && { phan: 'don-vi' as const }) };
}
