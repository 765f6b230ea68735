import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { builtInTemplate } from './built-in.ts';
import type { PaperKind } from './kinds.ts';

/** Templates somebody has changed, for tests. */

export const day = '2026-06-12' as PlainDate;

const templates = new Map<PaperKind, Promise<Uint8Array>>();

/** The built-in template, written once. */
export function templateOf(kind: PaperKind): Promise<Uint8Array> {
  const written = templates.get(kind) ?? builtInTemplate(kind, day);
  templates.set(kind, written);
  return written;
}

/** The built-in template with one part changed, or put in. */
export async function changedTemplate(
  kind: PaperKind,
  change: (xml: string) => string,
  part = 'word/document.xml',
): Promise<Uint8Array> {
  const files = unzipSync(await templateOf(kind));
  files[part] = strToU8(change(strFromU8(files[part] ?? new Uint8Array())));
  return zipSync(files, { level: 0 });
}

/** With another paragraph before the end. */
export const withParagraph = (kind: PaperKind, text: string): Promise<Uint8Array> =>
  changedTemplate(kind, (xml) =>
    xml.replace(/<w:p>(?=(?:(?!<w:p>).)*\{ket_luan\})/su, `<w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p>`),
  );
