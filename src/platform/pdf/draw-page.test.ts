import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../document/page/model.ts';
import type { PdfFile } from '../../document/tools.ts';
import { openPdf } from './open-pdf.ts';
import { hex, show, type TestObject, type TestPage, writePdf } from './testing.ts';

async function draw(page: TestPage, dpi = 72, objects: Record<number, TestObject> = {}): Promise<Picture> {
  const file = await openPdf(writePdf([page], { objects }));
  try {
    await file.readPage(1);
    return await file.drawPage(1, dpi);
  } finally {
    await file.close();
  }
}

const at = ({ width, gray }: Picture, x: number, y: number): number => gray[y * width + x] ?? -1;
const isDark = (picture: Picture, x: number, y: number): boolean => at(picture, x, y) < 100;

/** Bits as bytes, the last one filled up with noughts. */
const bits = (digits: string): Buffer => {
  const whole = digits.replaceAll(' ', '');
  const bytes = Array.from({ length: Math.ceil(whole.length / 8) }, (_, at) => whole.slice(at * 8, at * 8 + 8));
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
};

/** 16 × 16, the left half black: a first line (no white, 8 black, rest as above), 15 alike, the end (ITU-T T.6). */
const fax = bits(`001 00110101 000101 1 ${'111'.repeat(15)} 000000000001 000000000001`);

const int = (value: number): Buffer =>
  Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((b) => b & 255));
const segment = (number: number, type: number, data: Buffer): Buffer =>
  Buffer.concat([int(number), Buffer.from([type, 0, 1]), int(data.length), data]);
const size = Buffer.concat([int(16), int(16), int(0), int(0)]);
/** A page and on it one region coded as a fax (ITU-T T.88). */
const jbig2 = Buffer.concat([
  segment(0, 48, Buffer.concat([size, Buffer.from([0, 0, 0])])),
  segment(1, 38, Buffer.concat([size, Buffer.from([0, 1]), fax])),
]);

/** One tile without a single bit of detail: all of it middle grey (ITU-T T.800). */
const jpeg2000 = Buffer.from(
  `ff4f ff51 0029 0000 00000010 00000010 00000000 00000000 00000010 00000010 00000000 00000000 0001 07 01 01
   ff52 000c 00 00 0001 00 00 04 04 00 01 ff5c 0004 40 40 ff90 000a 0000 00000000 00 01 ff93 00 ffd9`.replaceAll(
    /\s/g,
    '',
  ),
  'hex',
);

function jpeg(): Buffer {
  const canvas = createCanvas(16, 16);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 16, 16);
  context.fillStyle = 'black';
  context.fillRect(0, 0, 8, 16);
  return canvas.toBuffer('image/jpeg');
}

const image = (entries: string, data: Buffer): Record<number, TestObject> => ({
  20: { dictionary: `/Type /XObject /Subtype /Image /Width 16 /Height 16 ${entries}`, data },
});
const scan: TestPage = {
  content: 'q 160 0 0 160 0 0 cm /I Do Q',
  box: [0, 0, 160, 160],
  resources: '/XObject << /I 20 0 R >>',
};

describe('pictures in a page are drawn without a network', () => {
  const oneBit = '/ColorSpace /DeviceGray /BitsPerComponent 1';
  const parameters = '/DecodeParms << /K -1 /Columns 16 /Rows 16 >>';
  it.each([
    ['JPEG', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', jpeg()],
    ['CCITT fax', `${oneBit} /Filter /CCITTFaxDecode ${parameters}`, fax],
    ['CCITT fax as a mask', `/ImageMask true /BitsPerComponent 1 /Filter /CCITTFaxDecode ${parameters}`, fax],
    ['JBIG2', `${oneBit} /Filter /JBIG2Decode`, jbig2],
  ])('%s', async (_, entries, data) => {
    const picture = await draw(scan, 72, image(entries, data));
    expect([isDark(picture, 40, 80), isDark(picture, 120, 80)]).toEqual([true, false]);
  });

  it('JPEG 2000', async () => {
    const picture = await draw(
      scan,
      72,
      image('/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode', jpeg2000),
    );
    expect(at(picture, 80, 80)).toBeGreaterThan(120);
    expect(at(picture, 80, 80)).toBeLessThan(135);
  });
});

describe('a page is drawn', () => {
  const bar = '0 g 0 742 100 100 re f';

  it('at the dots per inch asked for, black on white', async () => {
    const picture = await draw({ content: bar }, 144);
    expect([picture.width, picture.height, picture.dpi]).toEqual([1190, 1684, 144]);
    expect([at(picture, 100, 100), at(picture, 300, 300)]).toEqual([0, 255]);
  });

  it('as it is shown where it says it is turned', async () => {
    const picture = await draw({ content: bar, entries: '/Rotate 90' });
    expect([picture.width, picture.height]).toEqual([842, 595]);
    expect([isDark(picture, 10, 10), isDark(picture, 792, 50)]).toEqual([false, true]);
  });

  it('turned like its text where that runs sideways', async () => {
    const sideways = `BT /F 10 Tf 0 1 -1 0 200 100 Tm ${hex('Kế hoạch năm')} Tj ET`;
    const picture = await draw({ content: bar + sideways });
    expect([picture.width, picture.height]).toEqual([842, 595]);
    // What was at the top left of the paper is at the top right of the page.
    expect([isDark(picture, 792, 50), isDark(picture, 50, 50)]).toEqual([true, false]);
  });

  it('with letters, though their font is not in the file', async () => {
    const { gray } = await draw({ content: show('III', 100, 700, 40) });
    expect(gray.some((value) => value < 100)).toBe(true);
  });
});

describe('many scanned pages', { timeout: 60_000 }, () => {
  it('are drawn without more memory for each', async () => {
    const canvas = createCanvas(1654, 2339);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 1654, 2339);
    const data = canvas.toBuffer('image/jpeg');
    const objects: Record<number, TestObject> = {};
    const pages = Array.from({ length: 30 }, (_, at): TestPage => {
      const dictionary =
        '/Type /XObject /Subtype /Image /Width 1654 /Height 2339 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
      objects[1_000 + at] = { dictionary, data };
      return { content: 'q 595 0 0 842 0 0 cm /I Do Q', resources: `/XObject << /I ${1_000 + at} 0 R >>` };
    });
    const file = await openPdf(writePdf(pages, { objects }));
    const early = await drawAll(file, 1, 10);
    const late = await drawAll(file, 11, 30);
    await file.close();
    // Half a picture a page would be 160 MB.
    expect(late - early).toBeLessThan(120);
  });
});

/** Megabytes held after it. */
async function drawAll(file: PdfFile, from: number, to: number): Promise<number> {
  for (let number = from; number <= to; number++) await file.drawPage(number, 200);
  return process.memoryUsage().rss / 1_048_576;
}
