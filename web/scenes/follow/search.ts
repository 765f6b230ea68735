/** What is followed, as the address tells it. `o` is the open cell: "agency~column", either of which may be empty. */
export type FollowSearch = {
  'ke-hoach'?: string;
  ky?: string;
  'chi-so'?: string;
  'noi-dung'?: string;
  loai?: UnitGroup;
  tre?: '1';
  ban?: DeskName;
  'co-quan'?: string;
  cot?: 'nhiem-vu';
  xep?: 'danh-ba';
  tim?: string;
  o?: string;
};

export const deskNames = ['chu-tri', 'theo-doi', 'thu-truong'] as const;
export type DeskName = (typeof deskNames)[number];
export const unitGroups = ['cap-xa', 'cap-tinh', 'trung-uong', 'doan-the', 'cap-huyen'] as const;
export type UnitGroup = (typeof unitGroups)[number];

export type ChangeFollow = (next: { [key in keyof FollowSearch]?: string | undefined }) => void;

const plain = ['ke-hoach', 'ky', 'chi-so', 'noi-dung', 'co-quan', 'tim', 'o'] as const;

export function readFollowSearch(raw: Record<string, unknown>): FollowSearch {
  const texts = plain.flatMap((key) => (typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key]]] : []));
  const group = unitGroups.find((name) => name === raw.loai);
  const desk = deskNames.find((name) => name === raw.ban);
  return {
    ...Object.fromEntries(texts),
    ...(group && { loai: group }),
    ...(desk && { ban: desk }),
    ...(raw.tre === '1' && { tre: '1' as const }),
    ...(raw.cot === 'nhiem-vu' && { cot: 'nhiem-vu' as const }),
    ...(raw.xep === 'danh-ba' && { xep: 'danh-ba' as const }),
  };
}
