import { readStyles, type Styles } from '../../document/docx/styles.ts';
import type { OfficePackage } from '../../document/package/office-package.ts';
import { child, childrenNamed, parseTree, parseXml, toggle, whole, type XmlNode } from '../../document/package/xml.ts';
import type { Zip } from '../../document/package/zip.ts';
import type { LaidOut, LaidParagraph, Section } from './laid-out.ts';
import { type Looks, readLooks } from './looks.ts';
import { type Laid, layParagraphs } from './walk.ts';

type File = { zip: Zip; office: OfficePackage; styles: Styles; looks: Looks };

/** Reads how a Word file is laid out, with the limits that reading it has. */
export function readLaidOut(zip: Zip, office: OfficePackage): LaidOut {
  const tree = (type: string) => treeOf(zip, office.part(type));
  const root = tree('styles');
  const file: File = { zip, office, styles: readStyles(root), looks: readLooks(root, tree('theme')) };
  const laid = layPart(file, office.main);
  const evenApart = toggle(tree('settings'), 'w:evenAndOddHeaders') ?? false;
  return { sections: readSections(file, laid.sections, evenApart), paragraphs: laid.paragraphs };
}

const treeOf = (zip: Zip, name: string | undefined): XmlNode | undefined =>
  name === undefined ? undefined : parseTree(zip.read(name));

function layPart({ zip, styles, looks }: File, name: string): Laid {
  const walk = layParagraphs(styles, looks);
  parseXml(zip.read(name), walk);
  return walk.laid;
}

type Furniture = Map<string, LaidParagraph[]>;

/** A section without headers of its own has those of the one before it (17.10.1). */
function readSections(file: File, found: readonly XmlNode[], evenApart: boolean): Section[] {
  const parts = new Map<string, LaidParagraph[]>();
  const inherited: Furniture = new Map();
  const lay = (name: string): LaidParagraph[] => {
    const laid = parts.get(name) ?? layPart(file, name).paragraphs;
    parts.set(name, laid);
    return laid;
  };
  const sections = found.length === 0 ? [{ name: 'w:sectPr', attributes: {}, children: [] }] : found;
  return sections.map((node) => {
    for (const kind of ['w:headerReference', 'w:footerReference'])
      for (const { attributes } of childrenNamed(node, kind)) {
        const name = file.office.partById(attributes['r:id'] ?? '');
        if (name !== undefined) inherited.set(`${kind} ${attributes['w:type'] ?? 'default'}`, lay(name));
      }
    return { ...readPage(node), ...readFurniture(node, inherited, evenApart) };
  });
}

function readFurniture(node: XmlNode, furniture: Furniture, evenApart: boolean) {
  const of = (kind: string, type: string): LaidParagraph[] => furniture.get(`w:${kind}Reference ${type}`) ?? [];
  const firstApart = toggle(node, 'w:titlePg') ?? false;
  const [others, even] = [of('header', 'default'), of('header', 'even')];
  const numbering = child(node, 'w:pgNumType')?.attributes ?? {};
  // Where left and right pages differ, both must bear the number: the poorer one speaks for them.
  const poorer = evenApart && !even.some(({ page }) => page) ? even : others;
  return {
    others: poorer,
    first: firstApart ? of('header', 'first') : others,
    footers: [...of('footer', 'default'), ...(evenApart ? of('footer', 'even') : [])],
    start: whole(numbering['w:start']) ?? null,
    format: numbering['w:fmt'] ?? 'decimal',
  };
}

const millimetresInTwip = 25.4 / 1440;
/** What Word takes where a file says nothing: Letter, an inch around. */
const usual = { width: 12_240, height: 15_840, margin: 1440 };

function readPage(node: XmlNode): Pick<Section, 'width' | 'height' | 'margins'> {
  const size = child(node, 'w:pgSz')?.attributes ?? {};
  const stated = child(node, 'w:pgMar')?.attributes ?? {};
  const millimetres = (text: string | undefined, other: number): number => (whole(text) ?? other) * millimetresInTwip;
  const margin = (name: string) => Math.abs(millimetres(stated[`w:${name}`], usual.margin));
  return {
    width: millimetres(size['w:w'], usual.width),
    height: millimetres(size['w:h'], usual.height),
    margins: {
      top: margin('top'),
      bottom: margin('bottom'),
      left: margin('left') + millimetres(stated['w:gutter'], 0),
      right: margin('right'),
    },
  };
}
