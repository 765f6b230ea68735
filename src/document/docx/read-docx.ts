import { finish } from '../finish.ts';
import type { Document } from '../model.ts';
import { parseTree, parseXml, type XmlNode } from '../package/xml.ts';
import { openZip, type Zip } from '../package/zip.ts';
import { readNumbering } from './numbering.ts';
import { foreignPartIgnored, openPackage } from './package.ts';
import { readStyles } from './styles.ts';
import { walkDocument } from './walk.ts';

/**
 * Reads a Word file (OOXML, transitional or strict) as it prints: automatic numbers written out, revisions accepted,
 * hidden text, headers, footers, notes and comments left out. Nothing outside the file is looked at and nothing in it run.
 */
export function readDocx(bytes: Uint8Array): Document {
  const zip = openZip(bytes);
  const { main, styles: stylesPart, numbering: numberingPart, warnings } = openPackage(zip);
  const styles = readStyles(readPart(zip, stylesPart));
  const walk = walkDocument(styles, readNumbering(readPart(zip, numberingPart), styles));
  parseXml(zip.read(main), walk);
  const { blocks, foreignPart } = walk.finish();
  return finish(blocks, 'docx', foreignPart ? [...warnings, foreignPartIgnored] : warnings);
}

const readPart = (zip: Zip, name: string | undefined): XmlNode | undefined =>
  name === undefined ? undefined : parseTree(zip.read(name));
