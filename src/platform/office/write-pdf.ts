import pdfmake from 'pdfmake';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Paper } from '../../publish/paper/model.ts';
import { pdfDefinition, pdfFont } from '../../publish/paper/pdf/definition.ts';
import { writeDocx } from '../../publish/paper/write-docx.ts';
import { convertToPdf } from './convert-to-pdf.ts';
import { tinos } from './fonts.ts';

/** A paper as PDF: of its Word file where LibreOffice is installed, so that both look the same, else drawn by ourselves. */
export async function writePdf(paper: Paper, day: PlainDate): Promise<Uint8Array> {
  return (await convertToPdf(await writeDocx(paper, day))) ?? drawPdf(paper, day);
}

/** The same paper without LibreOffice. It reads its own fonts and nothing else. */
export async function drawPdf(paper: Paper, day: PlainDate): Promise<Uint8Array> {
  const files: string[] = Object.values(tinos);
  pdfmake.setFonts({ [pdfFont]: tinos });
  pdfmake.setLocalAccessPolicy((path) => files.includes(path));
  pdfmake.setUrlAccessPolicy(() => false);
  return new Uint8Array(await pdfmake.createPdf(pdfDefinition(paper, day)).getBuffer());
}
