import { Paragraph, TextRun } from 'docx';
import type { Table } from '../model.ts';
import { tableXml } from './table.ts';
import { mark } from './text.ts';

/** The tables of a file: each leaves a mark where it belongs and is put there when the rest is written. */
export type Tables = {
  place: (table: Table, width: number) => Paragraph;
  /** the part "document" with the tables in */
  insert: (document: string) => string;
  /** the part "numbering" with a list for each count of rows that was put in */
  count: (numbering: string) => string;
};

/** Ids far above those of the lists of running text. */
const firstList = 1000;

export function openTables(): Tables {
  const placed: { table: Table; width: number }[] = [];
  let lists = 0;
  return {
    place(table, width) {
      placed.push({ table, width });
      return new Paragraph({ children: [new TextRun(`${mark}${placed.length - 1}${mark}`)] });
    },
    insert: (document) =>
      document.replace(marked, (_, at: string) => {
        const one = placed[Number(at)];
        return one ? tableXml(one.table, one.width, () => firstList + lists++) : '';
      }),
    count: (numbering) => {
      const added = Array.from({ length: lists }, (_, at) => listXml(firstList + at, familyOf(numbering)));
      return numbering.replace('</w:numbering>', `${added.join('')}</w:numbering>`);
    },
  };
}

/** The whole paragraph of a mark: nothing but its own properties stands before it. */
const marked = /<w:p>(?:(?!<w:p>).)*?\ue0f0(\d+)\ue0f0.*?<\/w:p>/gsu;

/** A list of a look that is in the file, which begins at 1 whatever was counted before. */
const listXml = (id: number, family: number): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${family}"/>` +
  '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';

/** How rows are counted is the last look configured. */
const familyOf = (numbering: string): number =>
  Math.max(...[...numbering.matchAll(/<w:abstractNum w:abstractNumId="(\d+)"/g)].map(([, id]) => Number(id)));
