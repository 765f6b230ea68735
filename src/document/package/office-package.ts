import type { DocumentWarning } from '../model.ts';
import { Refusal } from '../refuse.ts';
import { externalLinksIgnored, macrosIgnored } from '../warnings.ts';
import { childrenNamed, parseTree, type XmlNode } from './xml.ts';
import { partName, type Zip } from './zip.ts';

/** A package of OOXML: its main part and those it names, found through its relationships as the standard asks. */
export type OfficePackage = {
  kind: 'word' | 'spreadsheet';
  main: string;
  /** the part of this type that belongs to the main part: "styles", "numbering", "sharedStrings" */
  part(type: string): string | undefined;
  /** the part the main part calls by this id */
  partById(id: string): string | undefined;
  warnings: DocumentWarning[];
};

type Relationship = { id: string; type: string; target: string; external: boolean };

export function openPackage(zip: Zip): OfficePackage {
  const types = readContentTypes(zip);
  const { main, kind } = findMain(zip, types);
  const relationships = readRelationships(zip, main);
  const find = (fits: (one: Relationship) => boolean): string | undefined => {
    const found = relationships.find((one) => !one.external && fits(one));
    return found && zip.has(found.target) ? found.target : undefined;
  };
  return {
    kind,
    main,
    part: (type) => find((one) => one.type === type),
    partById: (id) => find((one) => one.id === id),
    warnings: readWarnings(zip, types),
  };
}

/** Content types by part name, in lower case as names are compared without case. */
function readContentTypes(zip: Zip): Map<string, string> {
  const root = parseTree(zip.read('[Content_Types].xml'));
  return new Map(
    childrenNamed(root, 'Override').map(({ attributes }) => [
      partName(attributes.PartName ?? '').toLowerCase(),
      (attributes.ContentType ?? '').toLowerCase(),
    ]),
  );
}

function findMain(zip: Zip, types: Map<string, string>): Pick<OfficePackage, 'main' | 'kind'> {
  // Some writers forget the relationship, but none puts its text elsewhere then.
  const main =
    readRelationships(zip, '').find(({ type }) => type === 'officeDocument')?.target ??
    (zip.has('xl/workbook.xml') ? 'xl/workbook.xml' : 'word/document.xml');
  if (!zip.has(main)) throw new Refusal('file-damaged');
  const type = types.get(main.toLowerCase()) ?? '';
  if (type.includes('presentationml') || type.includes('ms-powerpoint')) throw new Refusal('file-is-presentation');
  if (type.includes('sheet.binary')) throw new Refusal('file-is-spreadsheet');
  const spreadsheet = type.includes('spreadsheetml') || type.includes('ms-excel') || /\bworkbook\.xml$/i.test(main);
  return { main, kind: spreadsheet ? 'spreadsheet' : 'word' };
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
  return { id: attributes.Id ?? '', type, target: external ? target : resolve(folder, target), external };
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
