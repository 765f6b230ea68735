import { fold } from '../../kernel/text.ts';
import { distance } from '../../place/agencies/correct.ts';

/**
 * Names of fields as a clerk types them: "{Số ký hiệu}", "{so_ky_hieu}" and "{SO_KY_HIEU}" are one; in capitals, what is
 * filled in is printed in capitals.
 */
export const nameOf = (typed: string): string =>
  fold(typed)
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '');

export const inCapitals = (typed: string): boolean => /\p{Lu}/u.test(typed) && !/\p{Ll}/u.test(typed);

/** The names most like a mistyped one, the nearest first. */
export function nearNames(name: string, known: readonly string[]): string[] {
  const most = Math.max(2, Math.floor(name.length / 3));
  const scored = known.map((one) => ({ one, far: farFrom(name, one, most) }));
  return scored
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ one }) => one);
}

/** A name that is the beginning or the end of another is near it, however long the rest. */
const farFrom = (name: string, one: string, most: number): number =>
  name.length > 3 && (one.startsWith(name) || one.endsWith(name)) ? 1 : distance(name, one, most);
