/** What is looked at of a unit, as the address tells it. */
export type UnitSearch = { ky?: string; nhom?: 'vai-tro' | 'ky'; muc?: StandingName; tim?: string };

export const standingNames = ['qua-han', 'trong-han', 'cho', 'xong', 'xong-tre'] as const;
export type StandingName = (typeof standingNames)[number];

export type ChangeUnit = (next: { [key in keyof UnitSearch]?: string | undefined }) => void;

export function readUnitSearch(raw: Record<string, unknown>): UnitSearch {
  const by = (['vai-tro', 'ky'] as const).find((name) => name === raw.nhom);
  const standing = standingNames.find((name) => name === raw.muc);
  return {
    ...(typeof raw.ky === 'string' && raw.ky !== '' && { ky: raw.ky }),
    ...(by && { nhom: by }),
    ...(standing && { muc: standing }),
    ...(typeof raw.tim === 'string' && raw.tim !== '' && { tim: raw.tim }),
  };
}
