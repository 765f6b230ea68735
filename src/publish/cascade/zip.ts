import { Zip, ZipPassThrough } from 'fflate';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Paper } from '../paper/model.ts';
import { writeDocx } from '../paper/write-docx.ts';

/** A unit's plan, made when its turn comes. */
export type UnitPaper = { name: string; paper: () => Paper };

/**
 * The draft plans of many units as one ZIP, piece by piece: one plan is written at a time, so that 124 take no more memory than one.
 * Word files are compressed already and only put together.
 */
export async function* zipCascade(
  plans: readonly UnitPaper[],
  day: PlainDate,
  write: (paper: Paper) => Promise<Uint8Array> = (paper) => writeDocx(paper, day),
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const width = String(plans.length).length;
  for (const [at, unit] of plans.entries()) {
    const name = `${String(at + 1).padStart(width, '0')} ${fileNameOf(unit.name)}`;
    const file = new ZipPassThrough(`${name}.docx`);
    file.mtime = new Date(`${day}T12:00:00`);
    zip.add(file);
    file.push(await write(unit.paper()), true);
    yield* pieces;
    pieces = [];
  }
  zip.end();
  yield* pieces;
}

/** "Kế hoạch UBND xã Tân Lập": what an office computer may not keep in a name is left out. */
export const fileNameOf = (unit: string): string =>
  `Kế hoạch ${unit}`
    .replace(/[\\/:*?"<>|,]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
