/**
 * A value as JSON text PostgreSQL can keep: it refuses NUL and half a surrogate pair, which a broken file may hold and
 * a text cut in the middle of an emoji leaves behind.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? storable(part) : part));
}

/** A text PostgreSQL can keep. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');
