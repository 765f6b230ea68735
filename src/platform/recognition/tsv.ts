import type { RecognisedWord } from '../../document/tools.ts';

/**
 * The words in the table of tab-separated values both engines give: level (5 for a word), page, block, paragraph, line,
 * word, left, top, width, height, confidence 0–100, text. One list for each page, which is one piece.
 */
export function parseTsv(text: string, pieces: number): RecognisedWord[][] {
  const words: RecognisedWord[][] = Array.from({ length: pieces }, () => []);
  const lines = new Map<string, number>();
  for (const row of text.split('\n')) {
    const fields = row.split('\t');
    const [level, page, block, paragraph, line, , left, top, width, height, confidence] = fields.map(Number);
    const printed = (fields[11] ?? '').normalize('NFC').trim();
    if (level !== 5 || printed === '') continue;
    // A program of somebody else's: what is no place on the picture is no word.
    if (![left, top, width, height, confidence].every(Number.isFinite)) continue;
    const key = `${page} ${block} ${paragraph} ${line}`;
    if (!lines.has(key)) lines.set(key, lines.size);
    words[(page ?? 1) - 1]?.push({
      text: printed,
      x0: left ?? 0,
      y0: top ?? 0,
      x1: (left ?? 0) + (width ?? 0),
      y1: (top ?? 0) + (height ?? 0),
      confidence: Math.min(1, Math.max(0, (confidence ?? 0) / 100)),
      line: lines.get(key) ?? 0,
    });
  }
  return words;
}
