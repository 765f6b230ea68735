import type { Picture } from '../page/model.ts';
import { clean } from './clean.ts';
import { whiten } from './ink.ts';
import { findSlope, straighten, turnPicture } from './turn.ts';

export type Quarter = 0 | 1 | 2 | 3;

/** A page cleaned, its lines of text level; `quarters` it was turned clockwise for that. */
/**
 * A page on white paper, its lines of text level: with all that is drawn on it, and without dirt. `quarters` it was
 * turned clockwise for that.
 */
export type Upright = { whole: Picture; cleaned: Picture; quarters: Quarter; letters: number };

/** Letters stand on lines this much more sharply than side by side, or the page lies on its side. */
const sharper = 1.2;

/** The page turned so that lines of text run across. Whether they stand on their head is not seen yet. */
export function setLevel(drawn: Picture): Upright {
  let whole = whiten(drawn);
  let { letters } = clean(whole);
  let slope = findSlope(letters, drawn.dpi);
  const lying = findSlope(letters, drawn.dpi, false);
  const quarters: Quarter = lying.sharpness > slope.sharpness * sharper ? 1 : 0;
  if (quarters === 1) {
    whole = turnPicture(whole, quarters);
    letters = clean(whole).letters;
    slope = findSlope(letters, drawn.dpi);
  }
  whole = straighten(whole, slope.degrees);
  return { whole, cleaned: clean(whole).picture, quarters, letters: letters.length };
}

/** The same page the other way up. */
export const overturn = ({ whole, cleaned, quarters, letters }: Upright): Upright => ({
  whole: turnPicture(whole, 2),
  cleaned: turnPicture(cleaned, 2),
  quarters: ((quarters + 2) % 4) as Quarter,
  letters,
});
