import type { Picture } from '../page/model.ts';
import { clean } from './clean.ts';
import { whiten } from './ink.ts';
import { findSlope, straighten, turnPicture } from './turn.ts';

export type Quarter = 0 | 1 | 2 | 3;

/** A page cleaned, its lines of text level; `quarters` it was turned clockwise for that. */
export type Upright = { picture: Picture; quarters: Quarter; letters: number };

/** Letters stand on lines this much more sharply than side by side, or the page lies on its side. */
const sharper = 1.2;

/** The page on white paper, without dirt, turned so that lines run across. Whether they stand on their head is not seen yet. */
export function setLevel(drawn: Picture): Upright {
  let sheet = clean(whiten(drawn));
  let slope = findSlope(sheet.letters, drawn.dpi);
  const lying = findSlope(sheet.letters, drawn.dpi, false);
  const quarters: Quarter = lying.sharpness > slope.sharpness * sharper ? 1 : 0;
  if (quarters === 1) {
    sheet = clean(turnPicture(sheet.picture, quarters));
    slope = findSlope(sheet.letters, drawn.dpi);
  }
  const picture = straighten(sheet.picture, slope.degrees);
  return {
    picture: picture === sheet.picture ? picture : clean(picture).picture,
    quarters,
    letters: sheet.letters.length,
  };
}

/** The same page the other way up. */
export const overturn = ({ picture, quarters, letters }: Upright): Upright => ({
  picture: turnPicture(picture, 2),
  quarters: ((quarters + 2) % 4) as Quarter,
  letters,
});
