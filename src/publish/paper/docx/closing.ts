import type { Table } from 'docx';
import { recipientsWidth, signatureLines, textWidth, twips } from '../measures.ts';
import type { Paper } from '../model.ts';
import { capitals, listed } from '../wording.ts';
import { sideBySide } from './side-by-side.ts';
import { paragraph } from './text.ts';

/** Recipients and signature on one page, never torn from each other. */
export function closingOf({ signature, recipients }: Paper): Table {
  const left = twips(recipientsWidth);
  const offices = [...signature.authority, signature.title].filter((line) => line !== '');
  const signed = [
    ...offices.map((line) => paragraph('ChucVuKy', capitals(line))),
    ...Array.from({ length: signatureLines }, () => paragraph('ChucVuKy', '')),
    paragraph('HoTenKy', signature.name ?? ''),
  ];
  const sent = [
    paragraph('NoiNhan', 'Nơi nhận:'),
    ...listed(recipients).map((name) => paragraph('NoiNhanDanhSach', `- ${name}`)),
  ];
  return sideBySide([left, twips(textWidth(false)) - left], [sent, signed]);
}
