/** Codes of a font have two bytes; a few maps for scripts of the world list some thousand ranges. */
const mostCodes = 0x1_0000;
const mostMapped = 0x4_0000;

/** First and last code, then what the first stands for: letters, a list of them, or a number. */
const range = /<\s*([0-9a-f]+)\s*>\s*<\s*([0-9a-f]+)\s*>\s*(?:<[^>]*>|\[[^\]]*\]|\d+)/gi;

/**
 * Whether a stream is a character map whose ranges hold more codes than any font has letters: the parser would write down
 * each of them.
 */
export function mapsTooMuch(stream: Buffer): boolean {
  if (!stream.includes('range')) return false;
  let mapped = 0;
  for (const [, low = '', high = ''] of stream.toString('latin1').matchAll(range)) {
    const codes = Number.parseInt(high, 16) - Number.parseInt(low, 16);
    if (codes > 0) mapped += codes;
    if (codes > mostCodes || mapped > mostMapped) return true;
  }
  return false;
}
