import type { Lists } from '../paper/docx/block-xml.ts';
import type { Foundation } from './foundation.ts';

/** Lists put into a file that has lists of its own: each has its own id, and begins at 1 whatever was counted before. */
export type OpenLists = {
  /** the lists of one field: its headings count by themselves */
  open: () => Lists;
  /** the part "numbering" with them in it */
  into: (numbering: string | undefined) => string;
};

type Family = keyof Foundation['counting'];

export function openLists(numbering: string | undefined, { counting }: Foundation): OpenLists {
  const ids = (pattern: RegExp): number[] => [...(numbering ?? '').matchAll(pattern)].map(([, id]) => Number(id));
  const base = Math.max(0, ...ids(/<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"/gu)) + 1;
  let next = Math.max(0, ...ids(/<w:num\b[^>]*w:numId="(\d+)"/gu)) + 1;
  const families: Family[] = ['headings', 'dashes', 'rows'];
  const lists: string[] = [];
  const list = (family: Family): number => {
    lists.push(listXml(next, base + families.indexOf(family), family === 'headings' ? 3 : 1));
    return next++;
  };
  return {
    open: () => ({ headings: list('headings'), dashes: list('dashes'), rows: () => list('rows') }),
    into: (xml = emptyNumbering) => {
      const looks = families.map((family, at) => familyXml(counting[family], base + at)).join('');
      const counted = /<w:num[ >]/u.test(xml)
        ? xml.replace(/<w:num[ >]/u, (first) => `${looks}${first}`)
        : xml.replace('</w:numbering>', `${looks}</w:numbering>`);
      // What stands behind the lists, where it is there, is the last of the part.
      return counted.replace(/(?=<w:numIdMacAtCleanup|<\/w:numbering>)/u, lists.join(''));
    },
  };
}

const emptyNumbering =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>';

const listXml = (id: number, family: number, levels: number): string => {
  const anew = Array.from(
    { length: levels },
    (_, at) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="1"/></w:lvlOverride>`,
  );
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${family}"/>${anew.join('')}</w:num>`;
};

const familyXml = (xml: string, id: number): string =>
  xml.replace(/w:abstractNumId="\d+"/u, `w:abstractNumId="${id}"`).replace(/ w15:[\w]+="[^"]*"/gu, '');
