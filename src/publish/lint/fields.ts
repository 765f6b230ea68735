import type { PageField } from './laid-out.ts';

/** Fields that are open in a paragraph, outermost first: what they say, and whether their result has begun. */
export type OpenField = { code: string; result: boolean };

type Look = { size: number; italic: boolean };

/** The number of the page where the fields say so, in the look of the letters it stands in. */
export function pageOf(fields: readonly OpenField[], look: Look): PageField | null {
  const at = fields.findIndex(({ code }) => /^\s*PAGE\b/i.test(code));
  if (at < 0) return null;
  return {
    size: look.size,
    italic: look.italic,
    later: fields.slice(0, at).some(({ code }) => /^\s*IF\b/i.test(code)),
  };
}

/** A field's code runs from begin to separate, in as many pieces as its writer liked; nested fields stack. */
export function markField(fields: OpenField[], type: string | undefined): void {
  const open = fields.at(-1);
  if (type === 'begin') fields.push({ code: '', result: false });
  else if (type === 'end') fields.pop();
  else if (open) open.result = true;
}

export function writeCode(fields: readonly OpenField[], text: string): void {
  const open = fields.at(-1);
  // Nobody writes more than a line of code; a hostile file may.
  if (open && !open.result && open.code.length < 1000) open.code += text;
}
