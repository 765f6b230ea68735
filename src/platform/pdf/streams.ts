/** `dictionary` as written, without its object's number; `data` as stored. */
export type Stream = { dictionary: string; data: Buffer };

/** Bytes before a stream in which its dictionary begins: nearly all do in a few hundred. */
const usualDictionary = 2_048;
const longestDictionary = 100_000;

/** The streams of a PDF in the order in which they stand, and what stands between them, each as it comes. */
export function* partsOf(file: Buffer): Generator<Stream | Buffer> {
  let end = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', Math.max(at + 6, end))) {
    const start = startOf(file, at);
    if (start === undefined) continue;
    const dictionary =
      dictionaryBefore(file, at, usualDictionary) ?? dictionaryBefore(file, at, longestDictionary) ?? '';
    yield file.subarray(end, at);
    end = endOf(file, start, dictionary);
    yield { dictionary, data: file.subarray(start, end) };
  }
  yield file.subarray(end);
}

function dictionaryBefore(file: Buffer, at: number, length: number): string | undefined {
  const before = file.toString('latin1', Math.max(0, at - length), at);
  const start = before.lastIndexOf('obj');
  return start < 0 ? undefined : before.slice(start + 3);
}

function startOf(file: Buffer, at: number): number | undefined {
  if (file.toString('latin1', at - 3, at) === 'end') return undefined;
  const [found] = /^stream[ \t]{0,8}(?:\r\n|\n|\r)/.exec(file.toString('latin1', at, at + 16)) ?? [];
  return found === undefined ? undefined : at + found.length;
}

/** The word "endstream" ends it, but not before the length it states where that ends so too. */
function endOf(file: Buffer, start: number, dictionary: string): number {
  const [, length] = /\/Length\s+(\d{1,9})(?!\d|\s+\d+\s+R)/.exec(dictionary) ?? [];
  const stated = start + Number(length ?? 0);
  const isTrue = /^\s*endstream/.test(file.toString('latin1', stated, stated + 20));
  const end = file.indexOf('endstream', isTrue ? stated : start);
  return end < 0 ? file.length : end;
}
