import { fold, squish } from '../../kernel/text.ts';
import type { Level } from '../model.ts';
import { splitName } from '../units/name.ts';

/** Where a printed name looks: nowhere said, every unit of some levels, or one unit by type and perhaps name. */
export type Scope =
  | { kind: 'none' }
  | { kind: 'all-levels' }
  | { kind: 'levels'; levels: readonly Level[]; types: readonly string[] | null }
  | { kind: 'unit'; type: string | null; name: string | null };

const wordLevel: readonly (readonly [RegExp, Level])[] = [
  [/^(?:tinh)$/, 'province'],
  [/^(?:huyen|quan|thi xa|tx\.?)$/, 'district'],
  [/^(?:xa|phuong|thi tran|tt\.?|dac khu)$/, 'commune'],
];

const isCity = (word: string): boolean => /^(?:thanh pho|tp\.?)$/.test(word);

/** Levels of a list of unit words: a city beside "tỉnh" is a province's equal, beside "huyện" a district's. */
function levelsOf(words: readonly string[]): Level[] | undefined {
  const levels = words.map((word) => (isCity(word) ? 'city' : wordLevel.find(([pattern]) => pattern.test(word))?.[1]));
  if (levels.includes(undefined)) return undefined;
  const city: Level = levels.includes('province') ? 'province' : 'district';
  return [...new Set(levels.map((level) => (level === 'city' ? city : (level as Level))))];
}

/** Words about where that limit nothing: everything here lies in the area of whoever issues. */
const idle =
  /\s*(?:(?:đóng |đứng chân )?trên địa bàn(?: toàn)?(?: tỉnh| thành phố| huyện| thị xã| xã| phường)?|có liên quan)\s*$/iu;

/** What the words after a body's name say about where it is: "cấp huyện", "các xã, phường", "thành phố", "tỉnh Quảng Nam". */
export function readScope(place: string): Scope {
  const text = squish(place).replace(idle, '').trim();
  const low = fold(text).replace(/^[-–,\s]+/, '');
  if (low === '') return { kind: 'none' };
  if (/^(?:cac|hai|ba|02|03) cap$/.test(low)) return { kind: 'all-levels' };
  const counted = low.match(/^(?:(?:cac|nhung|tung|moi|tat ca cac|toan bo cac)\s+|(cap)\s+)?(.+)$/);
  const words = (counted?.[2] ?? low)
    .split(/\s*(?:,|;|\/|-|–|\bva\b)\s*/)
    .map((word) => word.replace(/^(?:cap|cac)\s+/, ''));
  const levels = levelsOf(words);
  const plural = low !== (counted?.[2] ?? low) || words.length > 1;
  // "cấp xã" is every unit of the level, "các xã, phường" those types alone.
  const types = /\bcap\b/.test(low) ? null : words.flatMap((word) => typeNamed(word) ?? []);
  if (levels && plural) return { kind: 'levels', levels, types };
  const { type, name } = splitName(text);
  if (levels) return { kind: 'unit', type: typeNamed(text), name: null };
  return { kind: 'unit', type, name };
}

const unitTypes = ['Tỉnh', 'Thành phố', 'Thị xã', 'Huyện', 'Quận', 'Xã', 'Phường', 'Thị trấn', 'Đặc khu'];

function typeNamed(word: string): string | null {
  const low = fold(word)
    .replace(/^tp\.?$/, 'thanh pho')
    .replace(/^tx\.?$/, 'thi xa');
  return unitTypes.find((type) => fold(type) === low) ?? null;
}
