import { type LegacyFont, legacyOfFont } from '../encoding/fonts.ts';
import type { Paragraph } from '../model.ts';
import { attribute, type Element } from './parse.ts';

/** What an element's characters look like: inherited from the elements around it. */
export type Look = {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  align: Paragraph['align'];
  /** white space is kept */
  pre: boolean;
  /** the old encoding of the font */
  legacy: LegacyFont | null;
};

export const plainLook: Look = { bold: false, italic: false, underline: false, align: null, pre: false, legacy: null };

const tags: Record<string, Partial<Look>> = {
  b: { bold: true },
  strong: { bold: true },
  th: { bold: true, align: 'center' },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  center: { align: 'center' },
  pre: { pre: true },
};

const alignments = new Set(['left', 'center', 'right', 'justify']);

/** The look inside `element`, given the look around it: by tag, `align` and the few style rules that matter. */
export function lookInside(element: Element, around: Look): Look {
  const look = { ...around, ...tags[element.tagName] };
  const style = readStyle(element);
  const align = (style.get('text-align') ?? attribute(element, 'align'))?.toLowerCase();
  if (align && alignments.has(align) && element.tagName !== 'table') look.align = align as Look['align'];
  const weight = style.get('font-weight');
  if (weight) look.bold = /bold|[6-9]00/.test(weight);
  const slant = style.get('font-style');
  if (slant) look.italic = /italic|oblique/.test(slant);
  if (style.get('text-decoration')?.includes('underline')) look.underline = true;
  const font = attribute(element, 'face') ?? /font-family\s*:\s*([^;]+)/i.exec(attribute(element, 'style') ?? '')?.[1];
  if (font) look.legacy = legacyOfFont(font.split(',')[0]?.replace(/["']/g, '') ?? '');
  if (style.get('white-space')?.startsWith('pre')) look.pre = true;
  return look;
}

/** Never shown, or furniture of a web page rather than of the document. */
const unseen = new Set(
  'head script style template noscript nav svg math object iframe audio video canvas select textarea button datalist del s strike title meta link'.split(
    ' ',
  ),
);

export function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName) || attribute(element, 'hidden') !== null) return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  const style = readStyle(element);
  return style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all';
}

/** The declarations of a style attribute, names and values in lower case. */
export function readStyle(element: Element): Map<string, string> {
  const style = attribute(element, 'style');
  if (!style) return new Map();
  return new Map(
    style.split(';').map((part): [string, string] => {
      const colon = part.indexOf(':');
      return [
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ];
    }),
  );
}
