import type { Font } from './fonts.ts';
import type { Area, Matrix } from './matrix.ts';

/** What a PDF viewer keeps in mind while it draws. */
export type State = {
  /** from the user's space to the page as shown */
  matrix: Matrix;
  clip: Area;
  lineWidth: number;
  fill: string;
  stroke: string;
  font: Font | undefined;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** nothing was painted since it was saved */
  untouched: boolean;
};
