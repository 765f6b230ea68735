import { finish } from '../finish.ts';
import type { Document } from '../model.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { parseTree, parseXml, type XmlNode } from '../package/xml.ts';
import type { Zip } from '../package/zip.ts';
import { foreignPartIgnored } from '../warnings.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';
import { walkDocument } from './walk.ts';

/**
 * Reads a Word file (OOXML, transitional or strict) as it prints: automatic numbers written out, revisions accepted,
 * hidden text, headers, footers, notes and comments left out. Nothing outside the file is looked at and nothing in it run.
 */
export function readDocx(zip: Zip, { main, part, warnings }: OfficePackage): Document {
  const styles = readStyles(readPart(zip, part('styles')));
  const walk = walkDocument(styles, readNumbering(readPart(zip, part('numbering')), styles));
  parseXml(zip.read(main), walk);
  const { blocks, foreignPart } = walk.finish();
  return finish(blocks, 'docx', foreignPart ? [...warnings, foreignPartIgnored] : warnings);
}

const readPart = (zip: Zip, name: string | undefined): XmlNode | undefined =>
  name === undefined ? undefined : parseTree(zip.read(name));
