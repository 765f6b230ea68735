import { Zip, ZipPassThrough } from 'fflate';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { writeDocx } from '../paper/write-docx.ts';
import { childPaper } from './child.ts';
import type { Cascade } from './model.ts';

/**
 * The draft plans of many units as one ZIP, piece by piece: one plan is written at a time, so that 124 take no more memory than one.
 * Word files are compressed already and only put together.
 */
export async function* zipCascade(cascades: readonly Cascade[], day: PlainDate): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const width = String(cascades.length).length;
  for (const [at, cascade] of cascades.entries()) {
    const name = `${String(at + 1).padStart(width, '0')} ${fileNameOf(cascade)}`;
    const file = new ZipPassThrough(`${name}.docx`);
    file.mtime = new Date(`${day}T12:00:00`);
    zip.add(file);
    file.push(await writeDocx(childPaper(cascade), day), true);
    yield* pieces;
    pieces = [];
  }
  zip.end();
  yield* pieces;
}

/** "Kế hoạch UBND xã Tân Lập": what an office computer may not keep in a name is left out. */
export const fileNameOf = ({ unit }: Pick<Cascade, 'unit'>): string =>
  `Kế hoạch ${unit.name}`
    .replace(/[\\/:*?"<>|,]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
