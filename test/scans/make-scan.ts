import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Picture } from '../../src/document/page/model.ts';
import { straighten, turnPicture } from '../../src/document/scan/turn.ts';
import { openPdf } from '../../src/platform/pdf/open-pdf.ts';

/** What a scanner does to a page. Degrees of skew alternate in sign from page to page; noise is in levels of grey. */
export type Wear = { skew?: number; noise?: number; paper?: number; quarters?: 1 | 2 | 3; quality?: number };

/** A PDF whose pages are pictures of another one's, as an office's copier makes it: JPEG, grey, so many dots per inch. */
export async function makeScan(
  pdf: Uint8Array,
  pages: number[] | 'all',
  wear: Wear = {},
  dpi = 200,
): Promise<Uint8Array> {
  const file = await openPdf(pdf);
  try {
    const numbers = pages === 'all' ? Array.from({ length: file.pages }, (_, at) => at + 1) : pages;
    const pictures: { picture: Picture; jpeg: Buffer }[] = [];
    for (const number of numbers) {
      const picture = wearOut(await file.drawPage(number, dpi), wear, number);
      pictures.push({ picture, jpeg: encode(picture, wear.quality ?? 75) });
    }
    return writePdf(pictures);
  } finally {
    await file.close();
  }
}

function wearOut(picture: Picture, { skew = 0, noise = 0, paper = 255, quarters }: Wear, number: number): Picture {
  const slanted = skew === 0 ? picture : straighten(picture, number % 2 === 0 ? skew : -skew);
  const random = seeded(number);
  const gray = slanted.gray.map((value) => {
    const rough = noise === 0 ? 0 : (random() + random() + random() - 1.5) * noise;
    return Math.max(0, Math.min(255, 20 + (value * (paper - 20)) / 255 + rough));
  });
  const worn = noise === 0 && paper === 255 ? slanted : { ...slanted, gray };
  return quarters ? turnPicture(worn, quarters) : worn;
}

/** The same numbers between 0 and 1 every time (Park–Miller). */
function seeded(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function encode({ width, height, gray }: Picture, quality: number): Buffer {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [at, value] of gray.entries()) pixels.fill(value, at * 4, at * 4 + 3);
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas.toBuffer('image/jpeg', quality);
}

function writePdf(pictures: { picture: Picture; jpeg: Buffer }[]): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  const add = (head: string, stream?: Buffer): void => {
    places.push(chunks.reduce((sum, { length }) => sum + length, 0));
    const data = stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')] : [];
    chunks.push(Buffer.from(`${places.length} 0 obj\n${head}\n`), ...data, Buffer.from('endobj\n'));
  };
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`);
  for (const { picture, jpeg } of pictures) {
    const [wide, high] = [(picture.width * 72) / picture.dpi, (picture.height * 72) / picture.dpi];
    const [content, image] = [places.length + 2, places.length + 3];
    const resources = `<< /XObject << /Im ${image} 0 R >> >>`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${content} 0 R /Resources ${resources} >>`,
    );
    const draw = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /Im Do Q`);
    add(`<< /Length ${draw.length} >>`, draw);
    const look = `/Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
    add(`<< /Type /XObject /Subtype /Image ${look} /Filter /DCTDecode /Length ${jpeg.length} >>`, jpeg);
  }
  const start = chunks.reduce((sum, { length }) => sum + length, 0);
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  chunks.push(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${entries}${end}`));
  return Buffer.concat(chunks);
}
