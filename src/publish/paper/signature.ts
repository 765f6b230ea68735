import type { DocumentHead } from '../../plan/model.ts';
import type { Signature } from './model.ts';
import { capitals } from './wording.ts';

/** Bodies that decide together are signed for with TM.; an office is signed for by its deputy (KT.) or by order (TL.). */
const office =
  /^(?:Chủ tịch|Giám đốc|Trưởng|Chánh|Bộ trưởng|Thủ tướng|Bí thư|Cục trưởng|Viện trưởng|Hiệu trưởng)(?!\p{L})/u;

/** Who signs for a body as its head, until the draft says otherwise. */
const heads: [issuer: RegExp, authority: string[], title: string][] = [
  [/^(?:Ủy ban nhân dân|UBND)(?!\p{L})/iu, ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
  [/^(?:Sở|Trung tâm)(?!\p{L})/iu, [], 'GIÁM ĐỐC'],
  [/^Phòng(?!\p{L})/iu, [], 'TRƯỞNG PHÒNG'],
  [/^Ban(?!\p{L})/iu, [], 'TRƯỞNG BAN'],
  [/^Văn phòng(?!\p{L})/iu, [], 'CHÁNH VĂN PHÒNG'],
];

/** The lines above a signer's name: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"; the head's where nobody is named yet. */
export function signatureOf({ signer, issuer }: Pick<DocumentHead, 'signer' | 'issuer'>): Signature {
  if (signer === null) {
    const [, authority = [], title = ''] = heads.find(([body]) => body.test((issuer ?? '').normalize('NFC'))) ?? [];
    return { authority, title, name: null };
  }
  const { name, onBehalfOf } = signer;
  const title = signer.title ?? '';
  const chief = /^Phó\s+(.+)$/iu.exec(title)?.[1];
  const deputy = chief === undefined ? [] : [`KT. ${capitals(chief)}`];
  if (onBehalfOf === null) return { authority: deputy, title, name };
  const marked = office.test(onBehalfOf)
    ? [`${chief === undefined ? 'TL.' : 'KT.'} ${capitals(onBehalfOf)}`]
    : [`TM. ${capitals(onBehalfOf)}`, ...deputy];
  return { authority: marked, title, name };
}
