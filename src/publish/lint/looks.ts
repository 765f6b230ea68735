import { ancestry } from '../../document/docx/styles.ts';
import { child, childrenNamed, toggle, val, whole, type XmlNode } from '../../document/package/xml.ts';

/** What a file states of letters; undefined where it leaves it to what stands behind. Whether bold is read elsewhere. */
export type Letters = {
  /** of ASCII letters, and of those beyond, which most Vietnamese vowels are */
  ascii?: string | undefined;
  beyond?: string | undefined;
  size?: number | undefined;
  underline?: boolean | undefined;
  /** null: the reader's own, black */
  colour?: string | null | undefined;
};

export type Lines = {
  align?: string | undefined;
  left?: number | undefined;
  firstLine?: number | undefined;
  before?: number | undefined;
  after?: number | undefined;
  contextual?: boolean | undefined;
  line?: number | undefined;
  lineRule?: string | undefined;
  list?: number | undefined;
  border?: boolean | undefined;
  borderAbove?: boolean | undefined;
};
export type Look = { letters: Letters; lines: Lines };

export type Looks = {
  /** what everything starts from */
  base: Look;
  /** a style with all it is based on; nothing where there is none of the name */
  style(id: string | undefined): Look;
  letters(properties: XmlNode | undefined): Letters;
};

const nothing: Look = { letters: {}, lines: {} };

/** The measures of a document's styles, inheritance resolved (ECMA-376-1, 17.7); `theme` names the fonts they mean. */
export function readLooks(root: XmlNode | undefined, theme: XmlNode | undefined): Looks {
  const fonts = readTheme(theme);
  const letters = (properties: XmlNode | undefined) => readLetters(properties, fonts);
  const lookOf = (node: XmlNode | undefined): Look => ({
    letters: letters(child(node, 'w:rPr')),
    lines: readLines(child(node, 'w:pPr')),
  });
  const nodes = new Map(childrenNamed(root, 'w:style').map((node) => [node.attributes['w:styleId'], node]));
  const known = new Map<string, Look>();
  const style = (id: string | undefined): Look => {
    if (id === undefined || !nodes.has(id)) return nothing;
    const found = known.get(id) ?? ancestry(nodes, id).map(lookOf).reduce(over, nothing);
    known.set(id, found);
    return found;
  };
  const defaults = child(root, 'w:docDefaults');
  return {
    base: {
      letters: letters(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
      lines: readLines(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    },
    style,
    letters,
  };
}

/** What is stated nearer counts. */
export const over = (behind: Look, near: Look): Look => ({
  letters: stated(behind.letters, near.letters),
  lines: stated(behind.lines, near.lines),
});

export function stated<T extends object>(behind: T, near: T): T {
  const together = { ...behind };
  for (const key in near) if (near[key] !== undefined) together[key] = near[key];
  return together;
}

type ThemeFonts = { major: string | undefined; minor: string | undefined };

function readTheme(theme: XmlNode | undefined): ThemeFonts {
  const scheme = find(theme, 'fontScheme');
  const latin = (name: string): string | undefined => find(find(scheme, name), 'latin')?.attributes.typeface;
  return { major: latin('majorFont'), minor: latin('minorFont') };
}

/** Names of drawings stand under no prefix we know. */
function find(node: XmlNode | undefined, local: string): XmlNode | undefined {
  if (node?.name.endsWith(`:${local}`)) return node;
  for (const one of node?.children ?? []) {
    const found = find(one, local);
    if (found) return found;
  }
  return undefined;
}

function readLetters(properties: XmlNode | undefined, fonts: ThemeFonts): Letters {
  if (!properties) return {};
  const halfPoints = whole(val(properties, 'w:sz'));
  const underline = val(properties, 'w:u');
  const colour = val(properties, 'w:color');
  return {
    ascii: fontOf(properties, 'ascii', fonts),
    beyond: fontOf(properties, 'hAnsi', fonts),
    size: halfPoints === undefined ? undefined : halfPoints / 2,
    underline: underline === undefined ? undefined : underline !== 'none',
    colour: colour === undefined ? undefined : colour === 'auto' ? null : colour.toUpperCase(),
  };
}

/** A theme's font counts before one named beside it (17.3.2.26). */
function fontOf(properties: XmlNode, kind: 'ascii' | 'hAnsi', { major, minor }: ThemeFonts): string | undefined {
  const attributes = child(properties, 'w:rFonts')?.attributes ?? {};
  const theme = attributes[`w:${kind}Theme`];
  const named = theme?.startsWith('major') ? major : theme?.startsWith('minor') ? minor : undefined;
  return named || attributes[`w:${kind}`];
}

const centimetresInTwip = 2.54 / 1440;

/** Word's own gap where HTML is to decide. */
const automaticGap = 14;

/** Indents and gaps are written in twentieths of a point; lines in 240ths of a line, or twentieths of a point. */
export function readLines(properties: XmlNode | undefined): Lines {
  if (!properties) return {};
  const indent = child(properties, 'w:ind')?.attributes ?? {};
  const spacing = child(properties, 'w:spacing')?.attributes ?? {};
  const gap = (side: 'before' | 'after'): number | undefined => {
    if (['1', 'true', 'on'].includes(spacing[`w:${side}Autospacing`] ?? '')) return automaticGap;
    const value = whole(spacing[`w:${side}`]);
    return value === undefined ? undefined : value / 20;
  };
  const numbered = child(properties, 'w:numPr');
  const bordered = (side: 'top' | 'bottom'): boolean | undefined => {
    const border = child(child(properties, 'w:pBdr'), `w:${side}`);
    return border && !['none', 'nil'].includes(border.attributes['w:val'] ?? 'none');
  };
  return {
    align: val(properties, 'w:jc'),
    left: centimetres(whole(indent['w:left'] ?? indent['w:start'])),
    firstLine: firstLineOf(indent),
    before: gap('before'),
    after: gap('after'),
    contextual: toggle(properties, 'w:contextualSpacing'),
    line: whole(spacing['w:line']),
    lineRule: spacing['w:lineRule'] ?? (spacing['w:line'] === undefined ? undefined : 'auto'),
    list: numbered && (whole(val(numbered, 'w:numId')) ?? 1),
    border: bordered('bottom'),
    borderAbove: bordered('top'),
  };
}

const centimetres = (twips: number | undefined): number | undefined =>
  twips === undefined ? undefined : twips * centimetresInTwip;

function firstLineOf(indent: Record<string, string>): number | undefined {
  const hanging = whole(indent['w:hanging']);
  return centimetres(hanging === undefined ? whole(indent['w:firstLine']) : -hanging);
}
