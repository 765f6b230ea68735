import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/**
 * What the engines know of Vietnamese: the exact network in whole numbers, from our own packages. Debian's `vie` is the
 * fast one, which mistakes more marks; and so a bare `tesseract` without `vie` is enough.
 */
export const languageFolder = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
);

/** The same, unpacked for the command. */
export const readLanguage = async (): Promise<Buffer> =>
  promisify(gunzip)(await readFile(join(languageFolder, 'vie.traineddata.gz')));
