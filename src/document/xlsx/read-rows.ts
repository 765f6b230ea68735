import type { OfficePackage } from '../package/office-package.ts';
import { child, childrenNamed, parseTree } from '../package/xml.ts';
import type { Zip } from '../package/zip.ts';
import { Refusal } from '../refuse.ts';
import { type CellLook, readLooks } from './looks.ts';
import { type Context, readSheet, type Sheet } from './sheet.ts';
import { readSharedStrings } from './strings.ts';

/** The sheets of a workbook that are shown, as rows of what their cells show; a merged heading stands in each of its columns. */
export function readRows(zip: Zip, { main, part, partById }: OfficePackage): { sheet: string; rows: string[][] }[] {
  const workbook = parseTree(zip.read(main));
  if (workbook.name !== 's:workbook') throw new Refusal('file-damaged');
  const [strings, looks] = [part('sharedStrings'), part('styles')];
  const look = readLooks(looks ? parseTree(zip.read(looks)) : undefined);
  const context: Context = {
    strings: strings ? readSharedStrings(zip.read(strings)) : [],
    look: (number) => withComma(look(number)),
    from1904: /^(?:1|true)$/.test(child(workbook, 's:workbookPr')?.attributes.date1904 ?? ''),
  };
  return childrenNamed(child(workbook, 's:sheets'), 's:sheet').flatMap(({ attributes }) => {
    const name = /hidden/i.test(attributes.state ?? '') ? undefined : partById(attributes['r:id'] ?? '');
    return name ? [{ sheet: attributes.name ?? '', rows: lineUp(readSheet(zip.read(name), context)) }] : [];
  });
}

/**
 * A number with all its places, whatever of it shows: 12345.678 in a column of two is not 12345.68, and without a format it would show
 * its point, and "1.250" be read as thousands. Days stay as they show; percent is percent.
 */
function withComma(look: CellLook): CellLook {
  const bare = look.format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, '');
  if (/[dmyhs]/i.test(bare)) return look;
  return { ...look, format: bare.includes('%') ? '0.##########%' : '0.##########' };
}

function lineUp({ rows, merges }: Sheet): string[][] {
  const lines: string[][] = [];
  for (const { number, cells } of rows) {
    // A lone row far below would make a million empty ones.
    while (lines.length < Math.min(number, lines.length + 200)) lines.push([]);
    const line: string[] = [];
    for (const { column, runs } of cells) {
      while (line.length < Math.min(column, 500)) line.push('');
      if (column < 500) line[column] = runs.map(({ text }) => text).join('');
    }
    lines.push(line);
  }
  for (const { top, left, bottom, right } of merges) {
    const value = lines[top]?.[left];
    if (value === undefined || bottom - top > 10) continue;
    for (const line of lines.slice(top, bottom + 1))
      for (let column = left; column <= Math.min(right, 499); column++) if (!line[column]) line[column] = value;
  }
  return lines;
}
