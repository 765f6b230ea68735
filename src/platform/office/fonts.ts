import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')));

/** Tinos has the widths of Times New Roman, letter by letter, and all of Vietnamese. */
export const tinos = {
  normal: join(folder, '400Regular', 'Tinos_400Regular.ttf'),
  bold: join(folder, '700Bold', 'Tinos_700Bold.ttf'),
  italics: join(folder, '400Regular_Italic', 'Tinos_400Regular_Italic.ttf'),
  bolditalics: join(folder, '700Bold_Italic', 'Tinos_700Bold_Italic.ttf'),
};

/** What LibreOffice on Linux takes its fonts from: the machine's own, and Tinos where Times New Roman is not installed. */
export async function writeFonts(into: string): Promise<string> {
  const path = join(into, 'fonts.conf');
  const content = `<?xml version="1.0"?>
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${folder}</dir>
<alias binding="same"><family>Times New Roman</family><accept><family>Tinos</family></accept></alias>
</fontconfig>`;
  await writeFile(path, content);
  return path;
}
