import type { CharacterProperties } from '../docx/styles.ts';
import { type LegacyFont, legacyOfFont } from '../encoding/fonts.ts';
import type { Paragraph } from '../model.ts';
import { child, childrenNamed, whole, type XmlNode } from '../package/xml.ts';
import { type ListStyle, readListStyle } from './list-styles.ts';

/** What a style says, its ancestors included; undefined where none of them says anything. */
export type Look = CharacterProperties & {
  legacy?: LegacyFont | null;
  align?: Paragraph['align'];
  outline?: number;
};

export type OdtStyles = {
  /** adds the styles of a part: common ones, then those a document made for itself */
  add(styles: XmlNode): void;
  find(family: 'paragraph' | 'text', name: string | undefined): Look;
  list(name: string | undefined): ListStyle | undefined;
  /** how headings are numbered */
  outline(): ListStyle | undefined;
  /** in twentieths of a point; 0 where not said */
  columnWidth(name: string | undefined): number;
};

const outlineName = '\0outline';

export function openStyles(): OdtStyles {
  const nodes = new Map<string, XmlNode>();
  const lists = new Map<string, ListStyle>();
  const fonts = new Map<string, LegacyFont | null>();
  const known = new Map<string, Look>();
  const find = (key: string, above: string[]): Look => {
    const found = known.get(key);
    if (found) return found;
    const node = nodes.get(key);
    if (!node || above.includes(key)) return {};
    const [family = ''] = key.split('\0');
    const parent = node.attributes['style:parent-style-name'];
    const inherited = find(parent === undefined ? `${family}\0` : `${family}\0${parent}`, [...above, key]);
    const look = { ...inherited, ...readLook(node, fonts) };
    known.set(key, look);
    return look;
  };
  return {
    add: (styles) => addAll(styles, nodes, lists, fonts),
    find: (family, name) => find(`${family}\0${name ?? ''}`, []),
    list: (name) => lists.get(name ?? ''),
    outline: () => lists.get(outlineName),
    columnWidth: (name) => readWidth(nodes.get(`table-column\0${name ?? ''}`)),
  };
}

function addAll(
  styles: XmlNode,
  nodes: Map<string, XmlNode>,
  lists: Map<string, ListStyle>,
  fonts: Map<string, LegacyFont | null>,
): void {
  for (const node of styles.children) {
    const { 'style:name': name = '', 'style:family': family = '' } = node.attributes;
    if (node.name === 'style:style') nodes.set(`${family}\0${name}`, node);
    else if (node.name === 'style:default-style') nodes.set(`${family}\0`, node);
    else if (node.name === 'text:list-style') lists.set(name, readListStyle(node));
    else if (node.name === 'text:outline-style') lists.set(outlineName, readListStyle(node));
    else if (node.name === 'style:font-face')
      fonts.set(name, legacyOfFont(familyOf(node.attributes['svg:font-family'])));
  }
}

const familyOf = (name = ''): string => name.replace(/^'|'$/g, '');

const alignments: Record<string, Paragraph['align']> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
  center: 'center',
  justify: 'justify',
};

function readLook(node: XmlNode, fonts: Map<string, LegacyFont | null>): Look {
  const look: Look = {};
  const text = child(node, 'style:text-properties')?.attributes ?? {};
  const { 'fo:font-weight': weight, 'fo:font-style': slant, 'style:text-underline-style': line } = text;
  if (weight !== undefined) look.bold = /bold|[6-9]00/.test(weight);
  if (slant !== undefined) look.italic = slant !== 'normal';
  if (line !== undefined) look.underline = line !== 'none';
  if (text['text:display'] !== undefined) look.hidden = text['text:display'] === 'none';
  if (text['fo:text-transform'] !== undefined) look.caps = text['fo:text-transform'] === 'uppercase';
  const { 'style:font-name': font, 'fo:font-family': family } = text;
  if (font !== undefined) look.legacy = fonts.get(font) ?? legacyOfFont(font);
  else if (family !== undefined) look.legacy = legacyOfFont(familyOf(family));
  const align = alignments[child(node, 'style:paragraph-properties')?.attributes['fo:text-align'] ?? ''];
  if (align) look.align = align;
  const outline = whole(node.attributes['style:default-outline-level']);
  if (outline !== undefined) look.outline = outline;
  return look;
}

const units: Record<string, number> = { in: 1440, cm: 1440 / 2.54, mm: 144 / 2.54, pt: 20, pc: 240 };

function readWidth(node: XmlNode | undefined): number {
  const stated = child(node, 'style:table-column-properties')?.attributes['style:column-width'] ?? '';
  const [, number, unit] = /^([\d.]+)(in|cm|mm|pt|pc)$/.exec(stated) ?? [];
  return Math.round(Number(number ?? 0) * (units[unit ?? ''] ?? 0));
}

/** The parts of a document that hold styles. */
export const styleParts = new Set(['office:styles', 'office:automatic-styles', 'office:font-face-decls']);

export const stylesIn = (root: XmlNode): XmlNode[] =>
  ['office:font-face-decls', 'office:styles'].flatMap((name) => childrenNamed(root, name));
