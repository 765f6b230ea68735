import { decodeText } from '../decode.ts';
import { Refusal } from '../refuse.ts';

/**
 * The page in a “single file web page” (MIME HTML, RFC 2557), which Word and browsers save and many sites hand out as
 * .doc. Pictures and style sheets beside it are not looked at.
 */
export function findPage(text: string): string {
  const page = findHtml(text, 0);
  const bytes = page && decodeTransfer(page.body, page.headers.get('content-transfer-encoding') ?? '');
  const html = bytes && decodeText(bytes);
  if (!html) throw new Refusal('file-damaged');
  return html;
}

export const isMhtml = (start: string): boolean =>
  /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}?Content-Type:\s*multipart\/(?:related|alternative|mixed)/i.test(
    start,
  );

type Part = { headers: Map<string, string>; body: string };

/** Parts stand inside parts; more than some levels nobody writes. */
const deepest = 5;

function findHtml(text: string, depth: number): Part | undefined {
  const part = readPart(text);
  const type = part.headers.get('content-type') ?? '';
  if (/^text\/html/i.test(type)) return part;
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (!/^multipart\//i.test(type) || !boundary || depth > deepest) return undefined;
  const sign = `--${boundary[1] ?? boundary[2]}`;
  for (const one of splitParts(part.body, sign)) {
    const found = findHtml(one, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Between the lines that are the boundary; what stands before the first is for readers that know no parts. */
function* splitParts(body: string, sign: string): Generator<string> {
  let from = body.indexOf(sign);
  while (from >= 0) {
    const start = body.indexOf('\n', from) + 1;
    const end = body.indexOf(`\n${sign}`, from);
    if (start === 0) return;
    yield body.slice(start, end < 0 ? body.length : end);
    from = end < 0 ? -1 : end + 1;
  }
}

/** Headers end at an empty line; one that begins with white space goes on. */
function readPart(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, gap?.index ?? 0).trim();
  const headers = new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
  return { headers, body: gap ? text.slice(gap.index + gap[0].length) : '' };
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Uint8Array.from(decodeBase64(body), (letter) => letter.charCodeAt(0));
  if (!/quoted-printable/i.test(encoding)) return new TextEncoder().encode(body);
  const joined = body.replace(/[ \t]*=[ \t]*\r?\n/g, '');
  const bytes: number[] = [];
  for (let at = 0; at < joined.length; at++) {
    const code = /^=([0-9A-Fa-f]{2})/.exec(joined.slice(at, at + 3))?.[1];
    if (code !== undefined) {
      bytes.push(Number.parseInt(code, 16));
      at += 2;
    } else bytes.push(...new TextEncoder().encode(joined[at]));
  }
  return Uint8Array.from(bytes);
}

function decodeBase64(body: string): string {
  try {
    return atob(body.replace(/[^A-Za-z0-9+/=]/g, ''));
  } catch (cause) {
    throw new Refusal('file-damaged', { cause });
  }
}
