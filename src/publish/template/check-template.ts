import type { PlainDate } from '../../kernel/plain-date.ts';
import { lint } from '../lint/lint.ts';
import { checkTags } from './check-tags.ts';
import { type Found, openEngine } from './engine.ts';
import { fillTemplate } from './fill-template.ts';
import type { PaperKind } from './kinds.ts';
import type { TemplateCheck, TemplateFinding } from './model.ts';
import { openTemplate, type TemplateParts } from './open-template.ts';
import { sampleOf } from './samples.ts';
import { sayMistakes } from './say-mistakes.ts';

/**
 * Looks through a Word file as a template of a kind: its fields, its repetitions, and its sample by the decree. A file that is no
 * Word file or may do harm is a Problem.
 */
export async function checkTemplate(
  kind: PaperKind,
  bytes: Uint8Array,
  { name, day }: { name: string; day: PlainDate },
): Promise<TemplateCheck> {
  const parts = openTemplate(bytes, name);
  const findings = [...checkRevisions(parts), ...checkFields(kind, parts)];
  const passes = findings.every(({ severity }) => severity !== 'fault');
  if (!passes) return { passes, findings, lint: [] };
  const sample = await fillTemplate(kind, parts, sampleOf(kind), day);
  return { passes, findings, lint: lint(sample, { name }).findings };
}

const checkRevisions = ({ revisions }: TemplateParts): TemplateFinding[] =>
  revisions
    ? [
        {
          ...{ rule: 'revisions', severity: 'fault' },
          message:
            'Tệp còn sửa đổi chưa chấp nhận (Track Changes). Hãy vào thẻ Xem lại, chấp nhận hoặc từ chối hết rồi lưu lại.',
        },
      ]
    : [];

function checkFields(kind: PaperKind, parts: TemplateParts): TemplateFinding[] {
  const found: Found = { tags: [] };
  try {
    openEngine(kind, parts, found);
  } catch (error) {
    const mistakes = sayMistakes(error);
    if (mistakes === undefined) throw error;
    // What is missing or unknown is only certain once every field is read.
    return mistakes;
  }
  return checkTags(kind, found.tags);
}
