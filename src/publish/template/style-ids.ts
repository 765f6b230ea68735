import type { Foundation } from './foundation.ts';

/**
 * Our styles in a file that Word has saved since: it may call them by other ids, never by other names. Those that are gone
 * are put in again.
 */
export function mergeStyles(
  styles: string,
  { styles: ours }: Foundation,
  used: ReadonlySet<string>,
): { styles: string; idOf: (id: string) => string } {
  const there = new Map<string, string>();
  let usual = 'Normal';
  for (const [xml, id = ''] of styles.matchAll(/<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>.*?<\/w:style>/gsu)) {
    const name = nameOf(xml);
    if (name !== undefined && /^<w:style\b[^>]*w:type="paragraph"/u.test(xml)) there.set(name, id);
    if (/^<w:style\b[^>]*w:type="paragraph"/u.test(xml) && /^<w:style\b[^>]*w:default="(?:1|true)"/u.test(xml))
      usual = id;
  }
  const taken = new Set(there.values());
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const id of used) {
    const xml = ours.get(id);
    const known = there.get((xml && nameOf(xml)) ?? id.toLowerCase());
    const own = known ?? (taken.has(id) ? `Thang${id}` : id);
    ids.set(id, own);
    if (known === undefined && xml !== undefined) added.push(styleXml(xml, own, usual));
  }
  return { styles: styles.replace('</w:styles>', `${added.join('')}</w:styles>`), idOf: (id) => ids.get(id) ?? id };
}

const nameOf = (xml: string): string | undefined =>
  /<w:name w:val="([^"]*)"/u.exec(xml)?.[1]?.normalize('NFC').toLocaleLowerCase('vi');

/** Nothing follows or precedes it that the other file may not have. */
const styleXml = (xml: string, id: string, usual: string): string =>
  xml
    .replace(/w:styleId="[^"]+"/u, `w:styleId="${id}"`)
    .replace(/<w:basedOn w:val="[^"]*"\/>/u, `<w:basedOn w:val="${usual}"/>`)
    .replace(/<w:(?:next|link) w:val="[^"]*"\/>/gu, '');
