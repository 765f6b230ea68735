import { type FileTypeName, fileTypes, mostBytes } from '../../../src/report/evidence/file-types.ts';
import type { Evidence, EvidenceKind } from '../../../src/report/evidence/model.ts';
import type { EvidencePlace } from '../../../src/report/evidence/views.ts';
import { fieldsOf } from '../../../src/report/evidence/words.ts';

/** What is typed into the form, and what the form makes of it. */

export type Typed = { kind: EvidenceKind; values: Record<string, string> };

export const nothingTyped: Typed = { kind: 'document', values: {} };

/** The piece as it was typed; undefined while something it must state is missing. What was left empty is not stated. */
export function pieceOf({ kind, values }: Typed): Evidence | undefined {
  const fields = fieldsOf(kind).map(([name, { type }]) => {
    const text = values[name]?.trim() ?? '';
    return [name, text === '' ? null : type === 'count' ? Number(text.replaceAll('.', '')) : text] as const;
  });
  const missing = fieldsOf(kind).some(([name, { required }]) => required && !values[name]?.trim());
  const uncounted = fields.some(([, value]) => typeof value === 'number' && !Number.isInteger(value));
  if (missing || uncounted) return undefined;
  return { kind, ...Object.fromEntries(fields), ...(kind === 'page' && { snapshot: null }) } as Evidence;
}

/** Why what was typed is no piece yet, in words that say which field to mend; undefined where it is one. */
export function findWrong({ kind, values }: Typed): string | undefined {
  for (const [name, { label, type, required }] of fieldsOf(kind)) {
    const text = values[name]?.trim() ?? '';
    if (required && text === '') return `Hãy ghi “${label}” rồi thêm lại.`;
    if (type === 'count' && !/^[\d.]*$/.test(text))
      return `“${label}” phải là một số, ví dụ 120. Hãy sửa rồi thêm lại.`;
  }
  return undefined;
}

/** What is typed after a file was chosen: its kind and what it is about, where nobody has said so yet. */
export function withFile(typed: Typed, { name, type }: Pick<File, 'name' | 'type'>): Typed {
  if (Object.values(typed.values).some((value) => value.trim() !== '')) return typed;
  const isMedia = /^(?:image|video|audio)\//.test(type);
  const kind = isMedia && typed.kind === 'document' ? 'media' : typed.kind;
  const subject = isMedia ? '' : name.replace(/\.[^.]{1,5}$/, '').replace(/[_-]+/g, ' ');
  return { kind, values: kind === 'document' ? { subject } : {} };
}

/** How large a file may be that calls itself so; the server looks at what it is. */
export const mostOf = ({ type }: Pick<File, 'type'>): number =>
  /^(?:image|video|audio)\//.test(type) ? mostBytes.media : mostBytes.paper;

/** What the file chooser offers. */
export const accepted = Object.values(fileTypes)
  .flatMap(({ endings, media }) => [...endings.map((ending) => `.${ending}`), media])
  .join(',');

const pictures: readonly FileTypeName[] = ['jpg', 'png', 'webp', 'heic'];
export const markOf = (type: FileTypeName): string => {
  if (pictures.includes(type)) return 'Ảnh';
  return type === 'mp4' ? 'Video' : fileTypes[type].media.startsWith('audio/') ? 'Âm thanh' : type.toUpperCase();
};

/** The day of work a piece for a task is put to in a period: the last one due by its end, else the first there is. */
export function placeFor(places: readonly EvidencePlace[], itemId: string, until: string): EvidencePlace | undefined {
  const own = places.filter((place) => place.itemId === itemId);
  return own.findLast(({ due }) => due !== null && due <= until) ?? own[0];
}
