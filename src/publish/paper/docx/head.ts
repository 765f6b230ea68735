import type { Paragraph, Table } from 'docx';
import { letterheadLines } from '../letterhead-lines.ts';
import { letterheadLeft, sizes, textWidth, twips } from '../measures.ts';
import type { Paper } from '../model.ts';
import { capitals, creed, dayLine, listed, motto, numberLine, subjectLine } from '../wording.ts';
import { rule } from './rule.ts';
import { sideBySide } from './side-by-side.ts';
import { paragraph } from './text.ts';

/** From the letterhead to the last căn cứ. */
export function headOf(paper: Paper): (Paragraph | Table)[] {
  return [
    letterhead(paper),
    ...titleOf(paper),
    ...addressees(paper),
    ...paper.bases.map((text) => paragraph('CanCu', text)),
  ];
}

const left = twips(letterheadLeft);
const right = twips(textWidth(false)) - left;

function letterhead(paper: Paper): Table {
  const issuer = letterheadLines(paper.issuer, sizes.issuer);
  const superior = paper.superior === null ? [] : letterheadLines(paper.superior, sizes.superior);
  const subject = paper.type === 'Công văn' ? [paragraph('TrichYeuCongVan', subjectLine(paper.title))] : [];
  const body = [
    ...(superior.length === 0 ? [] : [paragraph('CoQuanChuQuan', superior.join('\n'))]),
    paragraph('CoQuanBanHanh', issuer.join('\n')),
    rule(issuer.at(-1) ?? '', sizes.issuer, 0.4, left),
    paragraph('SoKyHieu', numberLine(paper), { spacing: { before: 80 } }),
    ...subject,
  ];
  const nation = [
    paragraph('QuocHieu', motto),
    paragraph('TieuNgu', creed),
    rule(creed, sizes.creed, 1, right),
    paragraph('DiaDanhNgay', dayLine(paper), { spacing: { before: 80 } }),
  ];
  return sideBySide([left, right], [body, nation]);
}

/** A rule of a third to a half of the title's line stands below it. */
function titleOf({ type, title }: Paper): Paragraph[] {
  if (type === 'Công văn') return [];
  return [
    paragraph('TenLoai', capitals(type), { keepNext: true }),
    paragraph('TrichYeu', title),
    rule(title, sizes.title, 0.4, twips(textWidth(false))),
    paragraph('NoiDung', ''),
  ];
}

function addressees({ addressees: all, type }: Paper): Paragraph[] {
  const [only, second] = all;
  if (only === undefined) return type === 'Công văn' ? [paragraph('KinhGui', 'Kính gửi:')] : [];
  if (second === undefined) return [paragraph('KinhGui', `Kính gửi: ${only}`)];
  return [
    paragraph('KinhGui', 'Kính gửi:'),
    ...listed(all).map((name) => paragraph('KinhGuiDanhSach', `- ${name}`)),
    paragraph('NoiDung', ''),
  ];
}
