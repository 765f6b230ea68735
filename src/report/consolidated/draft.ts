import { wholeFields } from '../content/model.ts';
import { draftFigures } from './draft-figures.ts';
import { draftInspections } from './draft-inspections.ts';
import { draftOverview } from './draft-overview.ts';
import { draftWords } from './draft-words.ts';
import type { DraftQuestion, Paragraph } from './paragraph.ts';
import { takeParts } from './take-parts.ts';

/** The text of a consolidated report, drafted from its sources: figures in words, units' own words with their authors. */
export function draft(question: DraftQuestion): Paragraph[] {
  const drafted = [
    ...[...draftOverview(question), ...draftFigures(question)],
    ...[...draftInspections(question.inspected), ...draftWords(question)],
  ];
  const bySection = new Map(wholeFields.map((section, i) => [section, i]));
  return takeParts(drafted, question).sort((a, b) => (bySection.get(a.section) ?? 0) - (bySection.get(b.section) ?? 0));
}
