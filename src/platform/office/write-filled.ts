import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { writeDocx } from '../../publish/paper/write-docx.ts';
import { fillTemplate } from '../../publish/template/fill-template.ts';
import type { PaperKind } from '../../publish/template/kinds.ts';
import type { Filled } from '../../publish/template/model.ts';
import { openTemplate } from '../../publish/template/open-template.ts';
import { convertToPdf } from './convert-to-pdf.ts';
import { writePdf } from './write-pdf.ts';

export type PaperFormat = 'docx' | 'pdf';
export type TemplateFile = { name: string; content: Uint8Array };

/** A paper of a kind as a file: by the template where there is one, else as the product itself sets it. */
export async function writeFilled(
  kind: PaperKind,
  filled: Filled,
  { template, format, day }: { template: TemplateFile | undefined; format: PaperFormat; day: PlainDate },
): Promise<Uint8Array> {
  // A plan that is a letter is set as one; templates of plans bear the name of a plan.
  const letter = filled.paper.type === 'Công văn' && kind !== 'reminder';
  if (template === undefined || letter)
    return format === 'pdf' ? writePdf(filled.paper, day) : writeDocx(filled.paper, day);
  const docx = await fillTemplate(kind, openTemplate(template.content, template.name), filled, day);
  if (format === 'docx') return docx;
  const pdf = await convertToPdf(docx);
  if (pdf === undefined) throw new Problem('template-needs-office', {});
  return pdf;
}
