import { strFromU8, strToU8 } from 'fflate';

/**
 * A Word file often names the template it was begun from, on somebody's disk or in the network; Word fetches it when the file is
 * opened. Papers of ours need none, so its name is taken away.
 */
export function withoutAttachedTemplate(part: string, bytes: Uint8Array): Uint8Array {
  if (/(?:^|\/)_rels\/settings\.xml\.rels$/iu.test(part))
    return changed(bytes, (text) => text.replace(/<Relationship\b[^>]*\/attachedTemplate["'][^>]*\/?>/gu, ''));
  if (/(?:^|\/)settings\.xml$/iu.test(part))
    return changed(bytes, (text) => text.replace(/<w:attachedTemplate\b[^>]*\/>/gu, ''));
  return bytes;
}

function changed(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const text = strFromU8(bytes);
  const clean = change(text);
  return clean === text ? bytes : strToU8(clean);
}
