import { type DraftBlock, type DraftParagraph, flatten } from '../draft.ts';
import { convertLegacy } from './convert.ts';
import { detectLegacyTexts } from './detect-legacy.ts';
import { convertFont } from './fonts.ts';

/**
 * Puts text of old encodings into Unicode where it stands: what is set in a font of such an encoding, and paragraphs that
 * make sense in one only, whatever their font says.
 */
export function modernise(blocks: DraftBlock[]): void {
  const paragraphs = flatten(blocks);
  for (const { runs } of paragraphs) {
    for (const run of runs) {
      if (!run.legacy) continue;
      run.text = convertFont(run.text, run.legacy);
      delete run.legacy;
    }
  }
  const doubtful = paragraphs.filter(isDoubtful);
  const encodings = detectLegacyTexts(doubtful.map(textOf));
  for (const [at, encoding] of encodings.entries()) {
    if (encoding) for (const run of doubtful[at]?.runs ?? []) run.text = convertLegacy(run.text, encoding);
  }
}

/** Recognised words are what the picture shows, in no encoding. */
const isDoubtful = ({ runs }: DraftParagraph): boolean =>
  runs.some(({ text, confidence }) => confidence === undefined && /[\u00a1-\u00ff]/.test(text));

const textOf = ({ runs }: DraftParagraph): string => runs.map(({ text }) => text).join('');

/** The same for lines of text. */
export function moderniseLines(text: string): string {
  if (!/[\u00a1-\u00ff]/.test(text)) return text;
  const lines = text.split('\n');
  const encodings = detectLegacyTexts(lines);
  return lines.map((line, at) => (encodings[at] ? convertLegacy(line, encodings[at]) : line)).join('\n');
}
