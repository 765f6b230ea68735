import type { DocumentWarning } from '../model.ts';
import { childrenNamed, parseTree, type XmlNode } from '../package/xml.ts';
import { partName, type Zip } from '../package/zip.ts';
import { Refusal, type RefusalCode } from '../refuse.ts';

/** The parts of a Word file that matter for reading, found through its relationships as the standard asks. */
export type WordPackage = {
  main: string;
  styles: string | undefined;
  numbering: string | undefined;
  warnings: DocumentWarning[];
};

type Relationship = { type: string; target: string; external: boolean };

export function openPackage(zip: Zip): WordPackage {
  const types = readContentTypes(zip);
  const main = findMain(zip, types);
  const relationships = readRelationships(zip, main);
  const part = (type: string): string | undefined => {
    const found = relationships.find((one) => one.type === type && !one.external);
    return found && zip.has(found.target) ? found.target : undefined;
  };
  return { main, styles: part('styles'), numbering: part('numbering'), warnings: readWarnings(zip, types) };
}

/** Content types by part name, in lower case as names are compared without case. */
function readContentTypes(zip: Zip): Map<string, string> {
  if (!zip.has('[Content_Types].xml')) throw new Refusal(whatArchive(zip));
  const root = parseTree(zip.read('[Content_Types].xml'));
  return new Map(
    childrenNamed(root, 'Override').map(({ attributes }) => [
      partName(attributes.PartName ?? '').toLowerCase(),
      (attributes.ContentType ?? '').toLowerCase(),
    ]),
  );
}

/** OpenDocument files say what they are in an entry of their own. */
function whatArchive(zip: Zip): RefusalCode {
  if (!zip.has('mimetype')) return 'file-is-archive';
  const type = [...zip.read('mimetype')].map((chunk) => new TextDecoder().decode(chunk)).join('');
  if (type.includes('opendocument.spreadsheet')) return 'file-is-spreadsheet';
  if (type.includes('opendocument.presentation')) return 'file-is-presentation';
  return type.includes('opendocument') ? 'file-is-open-document' : 'file-is-archive';
}

function findMain(zip: Zip, types: Map<string, string>): string {
  // Some writers forget the relationship, but none puts its text elsewhere then.
  const target =
    readRelationships(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  if (!zip.has(target)) throw new Refusal('file-damaged');
  const type = types.get(target.toLowerCase()) ?? '';
  if (type.includes('spreadsheetml') || type.includes('ms-excel')) throw new Refusal('file-is-spreadsheet');
  if (type.includes('presentationml') || type.includes('ms-powerpoint')) throw new Refusal('file-is-presentation');
  return target;
}

/** Relationships of a part ('' for the package), targets as part names. Types are compared by their last word: */
/** the transitional and strict families differ only before it. */
function readRelationships(zip: Zip, part: string): Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(name)) return [];
  return childrenNamed(parseTree(zip.read(name)), 'Relationship').map((node) =>
    readRelationship(node, part.slice(0, slash)),
  );
}

function readRelationship({ attributes }: XmlNode, folder: string): Relationship {
  const target = attributes.Target ?? '';
  const external = attributes.TargetMode === 'External';
  const type = attributes.Type?.split('/').at(-1) ?? '';
  return { type, target: external ? target : resolve(folder, target), external };
}

/** A part name from a target relative to a folder; ".." cannot leave the package, as there is nothing above it. */
function resolve(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (/^[\\/]/.test(target) ? target : folder + target).split(/[\\/]/)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function readWarnings(zip: Zip, types: Map<string, string>): DocumentWarning[] {
  const macros =
    zip.names.some((name) => /vbaproject\.bin$/i.test(name)) ||
    [...types.values()].some((type) => type.includes('macroenabled'));
  const external = zip.names
    .filter((name) => /(?:^|\/)_rels\/[^/]+\.rels$/.test(name))
    .slice(0, 100)
    .some((name) =>
      childrenNamed(parseTree(zip.read(name)), 'Relationship').some(
        ({ attributes }) => attributes.TargetMode === 'External',
      ),
    );
  return [...(macros ? [macrosIgnored] : []), ...(external ? [externalLinksIgnored] : [])];
}

const macrosIgnored: DocumentWarning = {
  code: 'macros-ignored',
  message: 'Tệp có macro. Thang chỉ đọc chữ và không chạy macro.',
  source: null,
};

const externalLinksIgnored: DocumentWarning = {
  code: 'external-links-ignored',
  message: 'Tệp có liên kết ra ngoài. Thang không mở các liên kết đó; nội dung nằm ngoài tệp không được đọc.',
  source: null,
};

export const foreignPartIgnored: DocumentWarning = {
  code: 'embedded-part-ignored',
  message:
    'Tệp có phần nhúng từ định dạng khác mà Thang không đọc. Hãy mở bằng Word, lưu lại rồi tải lên nếu thấy thiếu nội dung.',
  source: null,
};
