/** All text of one page and all its numbers in lists are a tenth of this. */
const mostBytes = 4_000_000;
/** Lines and curves of paths; the dense map of a province has some 500,000. */
const mostSegments = 3_000_000;

/** What begins a string, a list or a picture, and what ends a segment of a path. */
const looked = new Uint8Array(256);
for (const sign of '(<[I') looked[sign.charCodeAt(0)] = 1;
for (const sign of 'lmcvye') looked[sign.charCodeAt(0)] = 2;

/**
 * Whether drawing operations hold more text in strings and lists, or longer paths, than any page has. The parser makes a
 * list of the letters of each string before anyone can count the operations, at thirty times the size.
 */
export function drawsTooMuch(content: Buffer): boolean {
  if (content.length < mostBytes) return false;
  let [bytes, segments] = [0, 0];
  for (let at = 0; at < content.length; at++) {
    const kind = looked[content[at] as number];
    if (kind === 0) continue;
    if (kind === 2) {
      if (isSpace(content[at + 1])) segments++;
      continue;
    }
    const end = endOfOperand(content, at);
    if (content[at] !== 0x49) bytes += end - at;
    at = end;
    if (bytes > mostBytes) return true;
  }
  return segments > mostSegments;
}

/** The last byte of what begins at a place; that place itself where nothing does. */
function endOfOperand(content: Buffer, at: number): number {
  const sign = content[at];
  if (sign === 0x28) return endOfString(content, at);
  if (sign === 0x3c) return content[at + 1] === 0x3c ? at + 1 : endOf(content, 0x3e, at);
  if (sign === 0x5b) return endOf(content, 0x5d, at);
  return isPicture(content, at) ? endOfPicture(content, at) : at;
}

function endOf(content: Buffer, sign: number, from: number): number {
  const end = content.indexOf(sign, from);
  return end < 0 ? content.length : end;
}

function endOfString(content: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const sign = content[at];
    if (sign === 0x5c) at++;
    else if (sign === 0x28) depth++;
    else if (sign === 0x29 && --depth === 0) return at;
  }
  return content.length;
}

const isSpace = (sign: number | undefined): boolean => sign === 0x20 || sign === 0x0a || sign === 0x0d;

/** "ID", after which the bytes of a small picture stand as they are. */
const isPicture = (content: Buffer, at: number): boolean =>
  content[at + 1] === 0x44 && isSpace(content[at - 1]) && isSpace(content[at + 2]);

function endOfPicture(content: Buffer, from: number): number {
  for (let at = content.indexOf('EI', from); at >= 0; at = content.indexOf('EI', at + 2))
    if (isSpace(content[at - 1]) && (at + 2 === content.length || isSpace(content[at + 2]))) return at + 1;
  return content.length;
}
