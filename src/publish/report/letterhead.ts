import type { AgencyKind, Level } from '../../place/model.ts';
import type { Paper } from '../paper/model.ts';
import { capitals } from '../paper/wording.ts';

/** Who issues a paper: an agency as the directory knows it, with what stands above it, and its head where one is known. */
export type Issuer = {
  name: string;
  kind: AgencyKind;
  level: Level;
  /** the agency it stands under */
  parent: string | null;
  /** the committee it belongs to, nearest above it: where it has its seat */
  committee: string | null;
  head: string | null;
};

export type Letterhead = Pick<Paper, 'superior' | 'issuer' | 'place' | 'symbol' | 'signature'>;

/** The place a body is named after, with its administrative title. */
const placed =
  /\s((?:[Tt]ỉnh|[Tt]hành phố|[Qq]uận|[Hh]uyện|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường|[Đđ]ặc khu))\s+((?:\p{Lu}|\d).*)$/u;
/** Named by a number or after a person, a place is written with its title: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II khoản 4 điểm a. */
const titled = /^(?:\d|Hồ Chí Minh$)/u;

/** Where a body has its seat, as its papers are dated from: "Tân Lập", "Thành phố Hồ Chí Minh". */
function placeIn(name: string | null): string | null {
  const [, title = '', own] = placed.exec(name ?? '') ?? [];
  if (own === undefined) return null;
  return titled.test(own) ? `${title.charAt(0).toLocaleUpperCase('vi')}${title.slice(1)} ${own}` : own;
}

/**
 * The head, symbol and signature of a paper of a kind ("BC": báo cáo). Nghị định 30/2020/NĐ-CP, Phụ lục I: the superior is printed above
 * all but people's committees and councils; a committee decides together and is signed for with TM. The place is the unit it has its seat
 * in: of a division of a town the town, not the province.
 */
export function letterheadOf({ name, kind, parent, committee, head }: Issuer, symbol: string): Letterhead {
  const together = kind === 'committee' || kind === 'council';
  const issuer = name.replace(/^(?:UBND|Uỷ ban nhân dân)(?=\s)/u, 'Ủy ban nhân dân');
  return {
    superior: together ? null : (parent?.replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân') ?? null),
    issuer,
    place: placeIn(issuer) ?? placeIn(committee),
    symbol: `${symbol}-${kind === 'committee' ? 'UBND' : kind === 'council' ? 'HĐND' : initials(name)}`,
    signature: together
      ? {
          authority: [`TM. ${kind === 'committee' ? 'ỦY BAN NHÂN DÂN' : 'HỘI ĐỒNG NHÂN DÂN'}`],
          title: 'Chủ tịch',
          name: head,
        }
      : { authority: [], title: titleOf(issuer), name: head },
  };
}

/** "Sở Nội vụ" → "SNV", "Phòng Văn hóa - Xã hội" → "PVHXH", "Văn phòng Ủy ban nhân dân tỉnh" → "VPUBND": letters bear no tone. */
const initials = (name: string): string =>
  capitals(
    name
      .normalize('NFC')
      .replace(placed, '')
      .split(/[\s,–-]+/u)
      .filter((word) => word !== '' && !/^(?:và|của|tỉnh|thành)$/u.test(word))
      .map((word) =>
        (abbreviated.test(word) ? word : word.charAt(0)).normalize('NFD').replace(tones, '').normalize('NFC'),
      )
      .join(''),
  );

/** "HĐND" in "Văn phòng HĐND và UBND" */
const abbreviated = /^\p{Lu}{2,}$/u;

/** Grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const titles: readonly (readonly [RegExp, string])[] = [
  [/^Thanh tra\s/u, 'Chánh Thanh tra'],
  [/^Văn phòng\s/u, 'Chánh Văn phòng'],
  [/^Phòng\s/u, 'Trưởng phòng'],
  [/^B(?:ộ|an) Chỉ huy\s/u, 'Chỉ huy trưởng'],
  [/^Ban\s/u, 'Trưởng ban'],
  [/^Công an (?:tỉnh|[Tt]hành phố)/u, 'Giám đốc'],
  [/^Công an\s/u, 'Trưởng Công an'],
  [/^Chi cục\s/u, 'Chi cục trưởng'],
  [/^Cục\s/u, 'Cục trưởng'],
  [/^Viện\s/u, 'Viện trưởng'],
  [/^Trường\s/u, 'Hiệu trưởng'],
  [/^Báo\s/u, 'Tổng Biên tập'],
  [/^(?:Sở|Trung tâm|Bệnh viện|Đài|Kho bạc|Bảo hiểm xã hội|Quỹ|Chi nhánh|Công ty)\s/u, 'Giám đốc'],
];

/** What whoever signs for an office is called. */
const titleOf = (name: string): string => titles.find(([pattern]) => pattern.test(name))?.[1] ?? 'Thủ trưởng đơn vị';
