import { deflateSync } from 'node:zlib';

/** A page of a PDF made by hand: its drawing operations and what else its dictionary says. */
export type TestPage = {
  content: string | Uint8Array;
  /** "/Rotate 90 /CropBox […]" */
  entries?: string;
  /** left, bottom, right, top */
  box?: [number, number, number, number];
  /** "/XObject << /A 20 0 R >>" */
  resources?: string;
};

/** `dictionary` without its brackets; with `data` it is a stream. */
export type TestObject = { dictionary: string; data?: Uint8Array | string };

const A4: [number, number, number, number] = [0, 0, 595, 842];

/**
 * A PDF with the fonts /F (plain) and /B (bold): each letter half as wide as high, its code its own place in Unicode, so
 * that `hex('Kế hoạch')` shows just that. Objects 1–9 are its own; pages follow from 100.
 */
export function writePdf(
  pages: TestPage[],
  options: { objects?: Record<number, TestObject>; catalog?: string; trailer?: string } = {},
): Uint8Array {
  const objects = new Map<number, TestObject>();
  const kids = pages.map((_, at) => `${100 + 2 * at} 0 R`).join(' ');
  objects.set(1, { dictionary: `/Type /Catalog /Pages 2 0 R ${options.catalog ?? ''}` });
  objects.set(2, { dictionary: `/Type /Pages /Kids [${kids}] /Count ${pages.length}` });
  for (const [number, name] of [
    [3, 'Times'],
    [6, 'Times-Bold'],
  ] as const) {
    const [descendant, descriptor] = [number + 1, number + 2];
    objects.set(number, {
      dictionary: `/Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode 9 0 R`,
    });
    objects.set(descendant, {
      dictionary: `/Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${descriptor} 0 R`,
    });
    objects.set(descriptor, {
      dictionary: `/Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80`,
    });
  }
  objects.set(9, { dictionary: '', data: toUnicode });
  pages.forEach(({ content, entries = '', box = A4, resources = '' }, at) => {
    const number = 100 + 2 * at;
    objects.set(number, {
      dictionary: `/Type /Page /Parent 2 0 R /MediaBox [${box.join(' ')}] /Contents ${number + 1} 0 R /Resources << /Font << /F 3 0 R /B 6 0 R >> ${resources} >> ${entries}`,
    });
    objects.set(number + 1, { dictionary: '', data: content });
  });
  for (const [number, object] of Object.entries(options.objects ?? {})) objects.set(Number(number), object);
  return assemble(objects, options.trailer ?? '');
}

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
${[0, 1, 2, 3]
  .map((quarter) => {
    const highs = Array.from({ length: 64 }, (_, at) => (quarter * 64 + at).toString(16).padStart(2, '0'));
    return `64 beginbfrange\n${highs.map((high) => `<${high}00> <${high}FF> <${high}00>`).join('\n')}\nendbfrange`;
  })
  .join('\n')}
endcmap end end`;

function assemble(objects: Map<number, TestObject>, trailer: string): Uint8Array {
  const parts: Buffer[] = [];
  let length = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const places = new Map<number, number>();
  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  for (const [number, { dictionary, data }] of objects) {
    places.set(number, length);
    write(`${number} 0 obj\n`);
    if (data === undefined) write(`<< ${dictionary} >>`);
    else {
      const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
      write(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
      write(bytes);
      write('\nendstream');
    }
    write('\nendobj\n');
  }
  const start = length;
  write('xref\n');
  for (const [number, place] of places) write(`${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${Math.max(...places.keys()) + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** Letters as the fonts of `writePdf` want them. */
export const hex = (text: string): string =>
  `<${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

/** Text at a place counted from the lower left corner. */
export const show = (text: string, x: number, y: number, size = 10, font = 'F'): string =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj ET\n`;

/** A stream compressed `layers` times. */
export function deflated(data: Uint8Array | string, layers = 1, entries = ''): TestObject {
  let bytes: Uint8Array = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  for (let layer = 0; layer < layers; layer++) bytes = deflateSync(bytes);
  return { dictionary: `/Filter [${'/FlateDecode '.repeat(layers)}] ${entries}`, data: bytes };
}
