import { type LegacyFont, legacyOfFont } from '../encoding/fonts.ts';
import { child, childrenNamed, whole, type XmlNode } from '../package/xml.ts';

/** How a cell shows what it holds. */
export type CellLook = { format: string; bold: boolean; legacy: LegacyFont | null };

/** Formats that have numbers and no text in the file (ISO/IEC 29500-1, 18.8.30). */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};

const plain: CellLook = { format: '', bold: false, legacy: null };

/** The looks cells refer to by number. */
export function readLooks(root: XmlNode | undefined): (number: number | undefined) => CellLook {
  const formats = new Map(
    childrenNamed(child(root, 's:numFmts'), 's:numFmt').map(({ attributes }) => [
      whole(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const fonts = childrenNamed(child(root, 's:fonts'), 's:font').map((font) => ({
    bold: child(font, 's:b') !== undefined && child(font, 's:b')?.attributes.val !== '0',
    legacy: legacyOfFont(child(font, 's:name')?.attributes.val ?? ''),
  }));
  const looks = childrenNamed(child(root, 's:cellXfs'), 's:xf').map(({ attributes }): CellLook => {
    const number = whole(attributes.numFmtId) ?? 0;
    const font = fonts[whole(attributes.fontId) ?? -1];
    const format = formats.get(number) ?? builtIn[number] ?? '';
    return { format, bold: font?.bold ?? false, legacy: font?.legacy ?? null };
  });
  return (number) => looks[number ?? 0] ?? plain;
}
