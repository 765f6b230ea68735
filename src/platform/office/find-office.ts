import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** LibreOffice where the command is found on PATH; undefined where it is not installed. */
export function findOffice(path = process.env.PATH ?? ''): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
    .find((file) => isProgram(file));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
