import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Picture } from '../../document/page/model.ts';
import { Refusal } from '../../document/refuse.ts';
import type { FileTypeName } from '../../report/evidence/file-types.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { pictureSize } from './picture-size.ts';

/** Pixels a picture may have to be decoded here: more than a phone's, less than this process may hold. */
const MOST_PIXELS = 40_000_000;
/** Pixels of the longer side of a preview. */
const SIDE = 480;
/** Dots per inch that make a page of A4 about that high. */
const DPI = 42;

/**
 * A small JPEG drawn anew from a picture or a PDF's first page: nothing of the file itself but its pixels. Undefined where
 * there is none. Runs in the process that reads files, within its limits.
 */
export async function makePreview(path: string, type: FileTypeName): Promise<Buffer | undefined> {
  try {
    const bytes = await readFile(path);
    if (type === 'pdf') return await drawFirstPage(bytes);
    return type === 'jpg' || type === 'png' || type === 'webp' ? await drawSmall(bytes, type) : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function drawSmall(bytes: Buffer, type: 'jpg' | 'png' | 'webp'): Promise<Buffer | undefined> {
  const size = pictureSize(bytes, type);
  if (!size || size.width * size.height > MOST_PIXELS || size.width * size.height === 0) return undefined;
  // A picture broken in its midst is no fault of ours: it has no preview.
  const image = await loadImage(bytes).catch(() => undefined);
  if (!image || image.width === 0 || image.height === 0) return undefined;
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return canvas.toBuffer('image/jpeg', 78);
}

async function drawFirstPage(bytes: Buffer): Promise<Buffer | undefined> {
  const pdf = await openPdf(bytes);
  try {
    return toJpeg(await pdf.drawPage(1, DPI));
  } finally {
    await pdf.close();
  }
}

function toJpeg({ width, height, gray }: Picture): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (const [i, value] of gray.entries()) image.data.set([value, value, value, 255], i * 4);
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/jpeg', 78);
}
