import { strFromU8, strToU8 } from 'fflate';
import type { TemplateParts } from './open-template.ts';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering';

/** Puts our lists into the part "numbering" of a file, and that part into one that has none. */
export function withNumbering(
  files: Map<string, Uint8Array>,
  { main, numbering }: Pick<TemplateParts, 'main' | 'numbering'>,
  into: (numbering: string | undefined) => string,
): void {
  const known = numbering === undefined ? undefined : files.get(numbering);
  if (numbering !== undefined && known) {
    files.set(numbering, strToU8(into(strFromU8(known))));
    return;
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const change = (name: string, before: string, added: string) => {
    const bytes = files.get(name);
    if (bytes) files.set(name, strToU8(strFromU8(bytes).replace(before, `${added}${before}`)));
  };
  files.set(`${folder}numbering.xml`, strToU8(into(undefined)));
  change('[Content_Types].xml', '</Types>', `<Override PartName="/${folder}numbering.xml" ContentType="${type}"/>`);
  change(relations, '</Relationships>', `<Relationship Id="rIdThangSo" Type="${relation}" Target="numbering.xml"/>`);
}
