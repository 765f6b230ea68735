/** `voi`: the number of a version, or the id of another plan; `loc`: one kind of change alone. */
export type CompareSearch = { voi?: string; loc?: ChangeKind };
export type ChangeKind = 'changed' | 'added' | 'removed' | 'moved';
export const changeKinds = ['changed', 'added', 'removed', 'moved'] as const;

export function readCompareSearch(raw: Record<string, unknown>): CompareSearch {
  const kind = changeKinds.find((one) => one === raw.loc);
  return { ...(raw.voi === undefined ? {} : { voi: String(raw.voi) }), ...(kind ? { loc: kind } : {}) };
}
