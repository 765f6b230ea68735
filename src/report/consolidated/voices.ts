import { fold, squish } from '../../kernel/text.ts';
import type { ReportContent } from '../content/model.ts';
import type { Source, UnitReport, Voice } from './model.ts';

/** What units say in words, put together without changing a word of it. */

export type Spoken = { source: Source; text: string; itemKey: string | null };

/** What several said in the same words stands once; the first wording is kept. Those that most said come first. */
export function gatherVoices(spoken: readonly Spoken[]): Voice[] {
  const groups = new Map<string, { text: string; itemKey: string | null; sources: Source[] }>();
  for (const { source, text, itemKey } of spoken) {
    const words = text.trim();
    if (words === '') continue;
    const key = plainWords(words);
    const group = groups.get(key);
    if (group) group.sources.push(source);
    else groups.set(key, { text: words, itemKey, sources: [source] });
  }
  return [...groups.values()].sort((a, b) => b.sources.length - a.sources.length);
}

/** Words without what does not change what they say: capitals, marks, spaces. */
export const plainWords = (text: string): string =>
  fold(squish(text))
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

export const voicesOf = (reports: readonly UnitReport[], of: (content: ReportContent) => string): Voice[] =>
  gatherVoices(
    reports.map(({ agencyId, reportId, content }) => ({
      ...{ source: { agencyId, reportId }, text: of(content), itemKey: null },
    })),
  );
