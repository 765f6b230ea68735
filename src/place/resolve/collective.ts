import { fold, squish } from '../../kernel/text.ts';
import type { Level } from '../model.ts';
import type { Query } from './model.ts';
import { readScope, type Scope } from './scope.ts';

/** What a set phrase names: kinds of agencies within a scope, or nobody in particular. */
export type Collective =
  | { kind: 'kinds'; kinds: readonly Kind[]; scope: Scope; only?: string }
  | { kind: 'nothing'; reason: string }
  | { kind: 'unclear'; reason: string };

export type Kind = Exclude<Query['query'], 'bodies'> | 'localities' | 'provincial-departments';

const heads =
  /^(?:tap the )?(?:thu truong|chu tich|pho chu tich|giam doc|pho giam doc|truong|pho truong|lanh dao|nguoi dung dau|dai dien|hieu truong)(?=\s+(?:cac|phong|thon|to dan pho|nhung))\s+/;

/** Nouns of set phrases and whom they count in. */
const nouns: readonly (readonly [RegExp, Kind])[] = [
  [/^so(?: (?:ban )?nganh)?$/, 'provincial-departments'],
  [
    /^(?:ban|nganh|ban nganh|phong|phong ban|phong ban nganh|co quan|phong chuyen mon|phong ban chuyen mon|co quan chuyen mon|co quan hanh chinh)$/,
    'departments',
  ],
  [/^(?:don vi|don vi su nghiep|don vi su nghiep cong lap|trung tam|co quan don vi)$/, 'services'],
  [/^dia phuong$/, 'localities'],
  [
    /^(?:doan the|hoi doan the|hoi|to chuc doan the|to chuc chinh tri|xa hoi|to chuc chinh tri xa hoi|doan the chinh tri xa hoi|to chuc thanh vien)$/,
    'mass',
  ],
];

const schools = /^(?:truong hoc(?: cong lap)?|nha truong|co so giao duc|truong(?: mam non| tieu hoc| thcs| thpt).*)$/;
const villages = /^(?:thon|to dan pho|ap|buon|bon|khom|khu pho|khoi pho|khu dan cu|to dan cu)$/;
const open = /(?:^|\s)(?:lien quan|co tham quyen)$/;
/** Told by what they do: somebody, whom a person can say ("có thẩm quyền tuyển dụng", "chủ trì tham mưu"). */
const byTheirWork = /(?:^|\s)(?:co tham quyen .+|chu tri(?: .*)?|duoc giao(?: .*)?|duoc phan cong(?: .*)?)$/;
const people =
  /^(?:nhan dan|nguoi dan|cong dan|ho gia dinh|ca nhan|nguoi lao dong)(?:\s|,|$)|^(?:can bo|cong chuc|vien chuc|nguoi lao dong|, | va )+$/;
/** What may stand beside "liên quan" and name nobody; a name of its own among them is somebody. */
const anybody =
  /^(?:cac )?(?:co quan|don vi|so|nganh|ban|ban nganh|phong|phong ban|to chuc|ca nhan|dia phuong|doan the|co quan don vi)$/;

// "Người đứng đầu cơ quan, đơn vị": whoever it may be.
const anyHead =
  /^(?:nguoi dung dau|thu truong)(?: (?:co quan|don vi|dia phuong|to chuc|cap uy|chinh quyen)\b,?)+(?: cac cap)?$/;

/** Where a set phrase looks: "thuộc UBND tỉnh", "tỉnh", "cấp huyện", "thị xã"; and the phrase without it. */
function takeScope(phrase: string): { rest: string; scope: Scope } | undefined {
  const owner =
    /\s*(?:truc thuoc|thuoc)\s*(?:ubnd|uy ban nhan dan)?\s*(tinh|thanh pho|thi xa|huyen|quan|xa|phuong|dac khu|cap tinh|cap huyen|cap xa)?$/;
  const owned = owner.exec(phrase);
  if (owned) return { rest: phrase.slice(0, owned.index), scope: readScope(owned[1] ?? '') };
  if (/\s(?:truc thuoc|thuoc)\s/.test(phrase)) return undefined;
  const tail = /\s(?:cac cap|cap (?:tinh|huyen|xa)|tinh|thanh pho|thi xa|huyen|quan|xa|(?<!dia )phuong|dac khu)$/.exec(
    phrase,
  );
  if (!tail) return { rest: phrase, scope: { kind: 'none' } };
  return { rest: phrase.slice(0, tail.index), scope: readScope(tail[0]) };
}

/** "Các sở, ban, ngành", "Thủ trưởng các phòng, ban, đơn vị thị xã", "thôn, tổ dân phố"; undefined where it is no set phrase. */
export function readCollective(printed: string): Collective | undefined {
  const low = fold(squish(printed))
    .replace(/[.;:]+$/, '')
    .replace(/\s*-\s*/g, ' ')
    .replace(/\s+/g, ' ');
  if (people.test(low))
    return { kind: 'nothing', reason: 'Không phải là cơ quan: người giao việc chọn đơn vị thực hiện.' };
  if (anyHead.test(low)) return { kind: 'nothing', reason: 'Nói chung về người đứng đầu: người giao việc chọn.' };
  const headless = low.replace(heads, '');
  const phrase = headless
    .replace(/^(?:cac|nhung|tat ca cac|toan the cac|toan bo cac|moi)\s+/, '')
    .replace(/\s*tren dia ban.*$/, '');
  if (leavesOpen(phrase, open))
    return { kind: 'nothing', reason: 'Cụm từ không nêu rõ đơn vị nào: người giao việc chọn.' };
  if (leavesOpen(phrase, byTheirWork))
    return { kind: 'unclear', reason: 'Văn bản chỉ gọi theo công việc: cần nói rõ là những đơn vị nào.' };
  if (/^(?:co quan )?(?:thong tan )?(?:bao chi|thong tin dai chung|truyen thong)$/.test(phrase))
    return { kind: 'kinds', kinds: ['press'], scope: { kind: 'none' } };
  if (schools.test(phrase)) return { kind: 'kinds', kinds: ['schools'], scope: { kind: 'none' } };
  const scoped = takeScope(phrase);
  if (!scoped)
    return /^(?:don vi|phong|co quan)/.test(phrase)
      ? { kind: 'unclear', reason: 'Chưa rõ thuộc cơ quan nào.' }
      : undefined;
  return readKinds(scoped.rest, scoped.scope, phrase === low);
}

/** "cơ quan, đơn vị có liên quan": only nouns, and a tail that leaves open which. */
function leavesOpen(phrase: string, tail: RegExp): boolean {
  const list = phrase.replace(tail, '').replace(/ co$/, '');
  return list !== phrase && list.split(/\s*,\s*|\s+va\s+/).every((word) => anybody.test(word.trim()));
}

function readKinds(list: string, scope: Scope, bare: boolean): Collective | undefined {
  const words = list.split(/\s*,\s*|\s+va\s+/).map((word) => word.replace(/^cac\s+/, '').trim());
  if (words.every((word) => villages.test(word)))
    return { kind: 'kinds', kinds: ['villages'], scope: { kind: 'none' } };
  const kinds = words.map((word) => nouns.find(([pattern]) => pattern.test(word))?.[1]);
  // "Đơn vị", "Ban" alone, with nothing that says there are several.
  if (kinds.includes(undefined) || (bare && words.length === 1 && kinds[0] !== 'mass')) return undefined;
  // "Các đơn vị" may be anybody.
  if (words.length === 1 && words[0] === 'don vi') return { kind: 'unclear', reason: 'Chưa rõ là những đơn vị nào.' };
  if (words.length === 1 && words[0] === 'so')
    return { kind: 'kinds', kinds: ['provincial-departments'], only: 'Sở', scope };
  // "sở, ban, ngành": "ban" and "ngành" are the province's as well.
  const provincial = kinds.includes('provincial-departments');
  const said = kinds.map((kind) => (provincial && kind === 'departments' ? 'provincial-departments' : (kind as Kind)));
  return { kind: 'kinds', kinds: [...new Set(said)], scope };
}

/** The levels of an area that a scope means, seen from a level. */
export function levelsIn(scope: Scope, own: Level): readonly Level[] {
  if (scope.kind === 'levels') return scope.levels;
  if (scope.kind !== 'all-levels') return [own];
  return (['province', 'district', 'commune'] as const).slice(own === 'province' ? 0 : own === 'district' ? 1 : 2);
}
