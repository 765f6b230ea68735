import { type LegacyFont, legacyOfFont } from '../encoding/fonts.ts';
import { child, childrenNamed, toggle, val, whole, type XmlNode } from '../package/xml.ts';

/** What a style says about paragraphs and characters, its ancestors included; undefined where none of them says anything. */
export type Style = {
  numId?: number | undefined;
  level?: number | undefined;
  align?: string | undefined;
  outline?: number | undefined;
  character: CharacterProperties;
};

export type CharacterProperties = {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
  hidden?: boolean | undefined;
  caps?: boolean | undefined;
  /** the old encoding of the font; null where the font has none */
  legacy?: LegacyFont | null | undefined;
};

export type Styles = {
  find(id: string | undefined): Style | undefined;
  /** the style of paragraphs that name none */
  defaultParagraph: string | undefined;
  /** the character properties everything starts from */
  base: CharacterProperties;
  /** the numbering a list style stands for */
  listNumId(styleId: string): number | undefined;
};

/** Styles with their inheritance resolved; a style that inherits from itself stops there. */
export function readStyles(root: XmlNode | undefined): Styles {
  const nodes = new Map(childrenNamed(root, 'w:style').map((node) => [node.attributes['w:styleId'], node]));
  const resolved = new Map<string, Style>();
  const find = (id: string | undefined): Style | undefined => {
    if (id === undefined || !nodes.has(id)) return undefined;
    const known = resolved.get(id);
    if (known) return known;
    const chain = ancestry(nodes, id).map(readStyle);
    const style = chain.reduce(inherit, { character: {} });
    resolved.set(id, style);
    return style;
  };
  const standard = [...nodes.values()].find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['w:default'] ?? ''),
  );
  return {
    find,
    defaultParagraph: standard?.attributes['w:styleId'],
    base: readCharacter(child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')),
    listNumId: (id) => find(id)?.numId,
  };
}

/** Not shown, or struck out: whoever drew a line through words took them back. */
function hides(properties: XmlNode | undefined): boolean | undefined {
  const said = ['w:vanish', 'w:strike', 'w:dstrike'].flatMap((name) => toggle(properties, name) ?? []);
  return said.length === 0 ? undefined : said.includes(true);
}

/** The style and what it is based on, outermost first; one that inherits from itself stops there. */
export function ancestry(nodes: ReadonlyMap<string | undefined, XmlNode>, id: string): XmlNode[] {
  const chain: XmlNode[] = [];
  for (let node = nodes.get(id); node && !chain.includes(node); node = nodes.get(val(node, 'w:basedOn')))
    chain.unshift(node);
  return chain;
}

function readStyle(node: XmlNode): Style {
  const paragraph = child(node, 'w:pPr');
  const numbering = child(paragraph, 'w:numPr');
  return {
    numId: whole(val(numbering, 'w:numId')),
    level: whole(val(numbering, 'w:ilvl')),
    align: val(paragraph, 'w:jc'),
    outline: whole(val(paragraph, 'w:outlineLvl')) ?? headingOf(val(node, 'w:name')),
    character: readCharacter(child(node, 'w:rPr')),
  };
}

/** Word's own heading styles keep their English names in every language; some writers leave out the outline level. */
function headingOf(name: string | undefined): number | undefined {
  const level = /^heading ([1-9])$/i.exec(name ?? '')?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

function inherit(parent: Style, own: Style): Style {
  const { bold, italic, underline, hidden, caps, legacy } = own.character;
  return {
    numId: own.numId ?? parent.numId,
    level: own.level ?? parent.level,
    align: own.align ?? parent.align,
    outline: own.outline ?? parent.outline,
    character: {
      bold: bold ?? parent.character.bold,
      italic: italic ?? parent.character.italic,
      underline: underline ?? parent.character.underline,
      hidden: hidden ?? parent.character.hidden,
      caps: caps ?? parent.character.caps,
      legacy: legacy === undefined ? parent.character.legacy : legacy,
    },
  };
}

/** The character properties stated in a w:rPr. */
export function readCharacter(properties: XmlNode | undefined): CharacterProperties {
  return {
    bold: toggle(properties, 'w:b'),
    italic: toggle(properties, 'w:i'),
    underline: toggle(properties, 'w:u'),
    hidden: hides(properties),
    caps: toggle(properties, 'w:caps'),
    legacy: readFont(child(properties, 'w:rFonts')),
  };
}

/** The font of letters beyond ASCII says more: those are what an old encoding is about. */
function readFont(fonts: XmlNode | undefined): LegacyFont | null | undefined {
  const name = fonts?.attributes['w:hAnsi'] ?? fonts?.attributes['w:ascii'];
  return name === undefined ? undefined : legacyOfFont(name);
}
