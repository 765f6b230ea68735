import { finish } from '../finish.ts';
import type { Document, DocumentWarning } from '../model.ts';
import { parseTree, parseXml } from '../package/xml.ts';
import type { Zip } from '../package/zip.ts';
import { Refusal } from '../refuse.ts';
import { macrosIgnored } from '../warnings.ts';
import { openStyles, stylesIn } from './styles.ts';
import { walkText } from './walk.ts';

/**
 * Reads an OpenDocument text as it prints: automatic numbers written out, deleted and hidden text, notes, headers and
 * footers left out. Nothing outside the file is looked at and nothing in it run.
 */
export function readOdt(zip: Zip): Document {
  refuseEncrypted(zip);
  if (!zip.has('content.xml')) throw new Refusal('file-damaged');
  const styles = openStyles();
  if (zip.has('styles.xml')) for (const part of stylesIn(parseTree(zip.read('styles.xml')))) styles.add(part);
  const walk = walkText(styles);
  parseXml(zip.read('content.xml'), walk);
  return finish(walk.finish(), 'odt', warningsOf(zip));
}

/** The same as one XML file (.fodt). */
export function readFlatOdt(text: string): Document {
  const walk = walkText();
  parseXml([new TextEncoder().encode(text.replace(/^\ufeff?\s*<\?xml[^>]*\?>/, ''))], walk);
  return finish(walk.finish(), 'odt', []);
}

/** What is encrypted is listed as such in a part that never is. */
function refuseEncrypted(zip: Zip): void {
  if (!zip.has('META-INF/manifest.xml')) return;
  const decoder = new TextDecoder();
  let text = '';
  for (const chunk of zip.read('META-INF/manifest.xml')) text += decoder.decode(chunk, { stream: true });
  if (text.includes('encryption-data')) throw new Refusal('file-encrypted');
}

const warningsOf = ({ names }: Zip): DocumentWarning[] =>
  names.some((name) => /^(?:Basic|Scripts)\/.*\.(?:xml|py|js|bsh)$/i.test(name)) ? [macrosIgnored] : [];
