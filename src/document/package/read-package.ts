import { readDocx } from '../docx/read-docx.ts';
import type { Document } from '../model.ts';
import { readOdt } from '../odt/read-odt.ts';
import { Refusal, type RefusalCode } from '../refuse.ts';
import { readXlsx } from '../xlsx/read-xlsx.ts';
import { openPackage } from './office-package.ts';
import { openZip, type Zip } from './zip.ts';

/** Reads a ZIP that holds an office file; what kind is told by what is in it. Any other is refused by name. */
export function readPackage(bytes: Uint8Array): Document {
  const zip = openZip(bytes);
  if (zip.has('[Content_Types].xml')) {
    const found = openPackage(zip);
    return found.kind === 'spreadsheet' ? readXlsx(zip, found) : readDocx(zip, found);
  }
  const type = zip.has('mimetype') ? readType(zip) : '';
  if (type === '') throw new Refusal('file-is-archive');
  const refusal = refusals.find(([sign]) => type.includes(sign));
  if (refusal) throw new Refusal(refusal[1]);
  if (!type.includes('opendocument.text')) throw new Refusal('file-is-open-document');
  return readOdt(zip);
}

/** OpenDocument files say what they are in an entry of their own; those of master documents and templates are text too. */
function readType(zip: Zip): string {
  const [first = new Uint8Array()] = zip.read('mimetype');
  const type = new TextDecoder().decode(first.subarray(0, 200));
  return type.includes('opendocument') ? type : '';
}

const refusals: [sign: string, code: RefusalCode][] = [
  ['opendocument.spreadsheet', 'file-is-spreadsheet'],
  ['opendocument.presentation', 'file-is-presentation'],
];
