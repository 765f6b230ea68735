/**
 * Splits a paragraph into sentences, each as printed. A stop ends a sentence only before a capital: "TP. Huế", "9.2" and
 * "v.v." do not.
 */
export function splitSentences(text: string): string[] {
  return cut(text, /(?<!\b(?:TP|Tp|TS|ThS|St|Q|TM|KT|TL|P|v\.v))(?:[.!?…]|\.\.\.)["”»)]?\s+(?=["“«(]?\p{Lu})/gu);
}

/** Splits at semicolons outside brackets: each part states one thing. */
export function splitStatements(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === ';' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function cut(text: string, boundary: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    const to = match.index + match[0].length;
    parts.push(text.slice(from, to).trim());
    from = to;
  }
  parts.push(text.slice(from).trim());
  return parts.filter((part) => part !== '');
}
