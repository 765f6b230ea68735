import { addRun, type DraftBlock, type DraftParagraph, draftParagraph, plainRun, type Run } from '../draft.ts';
import type { Paragraph } from '../model.ts';
import type { Numbering } from '../numbering.ts';
import { child, val, whole, type XmlNode } from '../package/xml.ts';
import { type CharacterProperties, readCharacter, type Style, type Styles } from './styles.ts';

/** A paragraph while it is being read. */
export type ParagraphFrame = {
  properties: XmlNode | undefined;
  style: Style | undefined;
  styleId: string | undefined;
  runs: Run[];
  /** fields that are open in it: their code is not printed, their result is */
  fields: ('code' | 'result')[];
  /** text boxes anchored in it after its first words */
  after: DraftBlock[];
};

export const emptyParagraph = (styles: Styles): ParagraphFrame => ({
  properties: undefined,
  styleId: styles.defaultParagraph,
  style: styles.find(styles.defaultParagraph),
  runs: [],
  fields: [],
  after: [],
});

export function readParagraphProperties(properties: XmlNode, frame: ParagraphFrame, styles: Styles): void {
  frame.properties = properties;
  const styleId = val(properties, 'w:pStyle');
  if (styleId !== undefined && styles.find(styleId)) {
    frame.styleId = styleId;
    frame.style = styles.find(styleId);
  }
}

/** The paragraph mark was deleted or moved away: what follows joins on. */
export function markIsGone({ properties }: ParagraphFrame): boolean {
  const mark = child(properties, 'w:rPr');
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined;
}

/** The look of a run: its own properties, then character and paragraph style, which cancel each other out (17.7.3). */
export function readLook(
  run: XmlNode | undefined,
  paragraph: Pick<ParagraphFrame, 'style'> | undefined,
  styles: Styles,
): CharacterProperties {
  const own = readCharacter(run);
  const inherited = paragraph?.style?.character ?? {};
  const character = styles.find(val(run, 'w:rStyle'))?.character ?? {};
  const pick = (name: Exclude<keyof CharacterProperties, 'legacy'>): boolean =>
    own[name] ?? (Boolean(character[name]) !== Boolean(inherited[name]) || (styles.base[name] ?? false));
  return {
    bold: pick('bold'),
    italic: pick('italic'),
    underline: pick('underline'),
    hidden: pick('hidden'),
    caps: pick('caps'),
    legacy: [own, character, inherited].find((one) => one.legacy !== undefined)?.legacy ?? styles.base.legacy,
  };
}

/** Adds characters; those that look as the ones before join their run. */
export function addText(frame: ParagraphFrame, text: string, look: CharacterProperties): void {
  if (look.hidden || frame.fields.includes('code')) return;
  const { bold = false, italic = false, underline = false, legacy } = look;
  const run: Run = { text: look.caps && !legacy ? text.toLocaleUpperCase('vi') : text, bold, italic, underline };
  if (legacy) run.legacy = legacy;
  addRun(frame.runs, run);
}

const alignments: Record<string, Paragraph['align']> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
  center: 'center',
  both: 'justify',
  distribute: 'justify',
};

/** The finished paragraph, its automatic number counted on. */
export function draft(frame: ParagraphFrame, numbering: Numbering): DraftParagraph {
  const { properties, style, runs } = frame;
  const label = readLabel(frame, numbering);
  const outline = whole(val(properties, 'w:outlineLvl')) ?? style?.outline;
  return draftParagraph(label?.glued ? [plainRun(label.text), ...runs] : runs, {
    label: label && !label.glued ? label.text : null,
    heading: outline !== undefined && outline < 6 ? outline + 1 : null,
    align: alignments[val(properties, 'w:jc') ?? style?.align ?? ''] ?? null,
  });
}

function readLabel(
  { properties, style, styleId }: ParagraphFrame,
  numbering: Numbering,
): ReturnType<Numbering['next']> {
  const stated = child(properties, 'w:numPr');
  // Word 2003 says in its XML what it printed.
  const printed = child(child(properties, 'w:listPr'), 'wx:t')?.attributes['wx:val'];
  if (printed !== undefined) return { text: /[\p{L}\d]/u.test(printed) ? printed.trim() : '-', glued: false };
  const numId = whole(val(stated, 'w:numId')) ?? style?.numId;
  if (numId === undefined || numId === 0) return undefined;
  return numbering.next(numId, whole(val(stated, 'w:ilvl')) ?? style?.level, styleId);
}
