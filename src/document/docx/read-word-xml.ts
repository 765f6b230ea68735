import { finish } from '../finish.ts';
import type { Document } from '../model.ts';
import { openNumbering } from '../numbering.ts';
import { openPackage } from '../package/office-package.ts';
import { parseXml, TreeBuilder, type XmlHandler, type XmlNode } from '../package/xml.ts';
import type { Zip } from '../package/zip.ts';
import { Refusal } from '../refuse.ts';
import { readDocx } from './read-docx.ts';
import { readStyles } from './styles.ts';
import { walkDocument } from './walk.ts';

/** A Word file as one XML text: that of Word 2003, or the package of a DOCX written out flat. */
export function readWordXml(text: string): Document {
  if (/<pkg:package[\s>]/.test(text.slice(0, 4096))) return readFlatPackage(text);
  const bytes = toBytes(text);
  const styles = readStyles(findTree(bytes, 'w:styles'));
  // Each numbered paragraph says there what it prints.
  const walk = walkDocument(
    styles,
    openNumbering(new Map(), () => undefined),
  );
  parseXml([bytes], walk);
  return finish(walk.finish().blocks, 'docx', []);
}

/** The text as UTF-8, whatever its declaration says it was. */
const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text.replace(/^\s*<\?xml[^>]*\?>/, ''));

/** The first subtree of a name. */
function findTree(bytes: Uint8Array, wanted: string): XmlNode | undefined {
  let tree: TreeBuilder | undefined;
  let done = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (!done && !tree && name === wanted) tree = new TreeBuilder();
      if (!done) tree?.open(name, attributes);
    },
    close() {
      if (tree && !done) done = tree.close();
    },
    text() {},
  };
  parseXml([bytes], handler);
  return tree?.root;
}

const partPattern = /<pkg:part\s([^>]*)>\s*<pkg:xmlData[^>]*>([\s\S]*?)<\/pkg:xmlData>/g;
const attributePattern = (name: string): RegExp => new RegExp(`pkg:${name}\\s*=\\s*"([^"]*)"`);

/** Each part of the package is an XML document of its own inside. */
function readFlatPackage(text: string): Document {
  const parts = new Map<string, string>();
  const types: string[] = [];
  for (const [, attributes = '', content = ''] of text.matchAll(partPattern)) {
    const name = attributePattern('name').exec(attributes)?.[1]?.replace(/^\//, '') ?? '';
    const type = attributePattern('contentType').exec(attributes)?.[1] ?? '';
    parts.set(name.toLowerCase(), content);
    types.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
  }
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  parts.set('[content_types].xml', `<Types xmlns="${namespace}">${types.join('')}</Types>`);
  const zip: Zip = {
    names: [...parts.keys()],
    has: (name) => parts.has(name.toLowerCase()),
    *read(name) {
      const part = parts.get(name.toLowerCase());
      if (part === undefined) throw new Refusal('file-damaged');
      yield new TextEncoder().encode(part);
    },
  };
  return readDocx(zip, openPackage(zip));
}
