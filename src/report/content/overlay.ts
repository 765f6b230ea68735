import {
  emptyLine,
  type FieldPlace,
  type LineField,
  type ParagraphLine,
  type ReportContent,
  type ReportLine,
  type WholeField,
} from './model.ts';

/** A field somebody wrote; the others keep saying what the product knows. */
export type Written = { place: FieldPlace; value: unknown };

/** What a report says: what it opened with, and over it what was written. */
export function overlay(filled: ReportContent, written: readonly Written[]): ReportContent {
  const whole: Record<WholeField, string> = { ...filled.whole };
  const items: Record<string, ReportLine> = { ...filled.items };
  const components: Record<string, ReportLine> = { ...filled.components };
  const paragraphs: Record<string, ParagraphLine> = { ...filled.paragraphs };
  for (const { place, value } of written) {
    if (place.of === 'whole') whole[place.field] = value as string;
    else if (place.of === 'paragraph')
      paragraphs[place.key] = { ...(paragraphs[place.key] ?? untouched), [place.field]: value };
    else {
      const lines = place.of === 'item' ? items : components;
      lines[place.key] = { ...(lines[place.key] ?? emptyLine), [place.field as LineField]: value };
    }
  }
  return { whole, items, components, ...(Object.keys(paragraphs).length > 0 && { paragraphs }) };
}

const untouched: ParagraphLine = { standing: null, text: '', from: '' };

const texts: readonly string[] = ['result', 'difficulty', 'proposal', 'text'];

/** Whether two who write it at once can be merged word by word. */
export const isText = (place: FieldPlace): boolean => place.of === 'whole' || texts.includes(place.field);
