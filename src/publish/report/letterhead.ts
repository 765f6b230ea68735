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
  /** the place papers of the province are dated from: "Minh Hà" */
  province: string | null;
  head: string | null;
};

export type Letterhead = Pick<Paper, 'superior' | 'issuer' | 'place' | 'symbol' | 'signature'>;

/** Administrative titles before a place's own name. */
const unit =
  /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu)\s+/iu;

/**
 * The head, symbol and signature of a paper of a kind ("BC": báo cáo). Nghị định 30/2020/NĐ-CP, Phụ lục I: the superior is printed above
 * all but people's committees and councils; a committee decides together and is signed for with TM.
 */
export function letterheadOf({ name, kind, parent, province, head }: Issuer, symbol: string): Letterhead {
  const together = kind === 'committee' || kind === 'council';
  const issuer = name.replace(/^(?:UBND|Uỷ ban nhân dân)(?=\s)/u, 'Ủy ban nhân dân');
  return {
    superior: together ? null : (parent?.replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân') ?? null),
    issuer,
    place: together ? issuer.replace(unit, '') : province,
    symbol: `${symbol}-${kind === 'committee' ? 'UBND' : initials(name)}`,
    signature: together
      ? {
          authority: [`TM. ${kind === 'committee' ? 'ỦY BAN NHÂN DÂN' : 'HỘI ĐỒNG NHÂN DÂN'}`],
          title: 'Chủ tịch',
          name: head,
        }
      : { authority: [], title: titleOf(issuer), name: head },
  };
}

/** "Sở Nội vụ" → "SNV", "Phòng Văn hóa - Xã hội" → "PVHXH". */
const initials = (name: string): string =>
  capitals(
    name
      .split(/[\s,–-]+/u)
      .filter((word) => word !== '' && !/^(?:và|của|tỉnh|thành|xã|phường)$/u.test(word))
      .map((word) => word.charAt(0))
      .join(''),
  );

const titles: readonly (readonly [RegExp, string])[] = [
  [/^Sở\s/u, 'Giám đốc'],
  [/^Thanh tra\s/u, 'Chánh Thanh tra'],
  [/^Văn phòng\s/u, 'Chánh Văn phòng'],
  [/^(?:Phòng|Ban)\s/u, 'Trưởng phòng'],
  [/^Trung tâm\s/u, 'Giám đốc'],
  [/^(?:Công an)\s/u, 'Trưởng Công an'],
];

/** What whoever signs for an office is called. */
const titleOf = (name: string): string =>
  (/^Ban\s/u.test(name) ? 'Trưởng ban' : titles.find(([pattern]) => pattern.test(name))?.[1]) ?? 'Thủ trưởng đơn vị';
