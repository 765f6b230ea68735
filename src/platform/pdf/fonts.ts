import { type LegacyFont, legacyOfFont } from '../../document/encoding/fonts.ts';

/** What reading needs to know of a font. Sizes in parts of the letter height. */
export type Font = {
  bold: boolean;
  italic: boolean;
  /** above and below the line the letters stand on */
  up: number;
  down: number;
  /** width of a letter whose width is given as 1 */
  unit: number;
  vertical: boolean;
  /** the encoding from before Unicode its name tells */
  legacy: LegacyFont | null;
};

/** What PDF.js tells of a font; `name` only with `fontExtraProperties`. */
export type ToldFont = {
  name?: string;
  type?: string;
  bold?: boolean;
  black?: boolean;
  italic?: boolean;
  ascent?: number;
  descent?: number;
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: number[];
};

/** "TimesNewRomanPS-BoldItalicMT", ".VnTimeH bold", "Arial,Bold"; a few foundries say Demi, Heavy or Black. */
export function fontOf(told: ToldFont): Font {
  const name = told.name ?? '';
  return {
    bold: told.bold === true || told.black === true || /bold|black|heavy|demi/i.test(name),
    italic: told.italic === true || /italic|oblique/i.test(name),
    up: between(told.ascent, 0.6, 1, 0.9),
    down: between(-(told.descent ?? Number.NaN), 0.1, 0.35, 0.22),
    unit: told.isType3Font ? Math.abs(told.fontMatrix?.[0] ?? 0.001) : 0.001,
    vertical: told.vertical === true,
    legacy: legacyOfFont(name),
  };
}

/** Fonts state nonsense often enough (0, or the height of their tallest drawing). */
const between = (value: number | undefined, low: number, high: number, otherwise: number): number =>
  value !== undefined && value >= low && value <= high ? value : otherwise;
