import type { Content } from 'pdfmake';
import { letterheadLines } from '../letterhead-lines.ts';
import { firstLine, letterheadLeft, points, sizes, textWidth } from '../measures.ts';
import type { Paper } from '../model.ts';
import { capitals, creed, dayLine, listed, motto, numberLine, printable, subjectLine } from '../wording.ts';
import { rule } from './rule.ts';
import { running } from './running.ts';

const right = textWidth(false) - letterheadLeft;

/** From the letterhead to the last căn cứ. */
export const headOf = (paper: Paper): Content[] => [
  letterhead(paper),
  ...titleOf(paper),
  ...addressees(paper),
  ...paper.bases.map((text) => running(text, { italics: true })),
];

function letterhead(paper: Paper): Content {
  const { type, title } = paper;
  const issuer = letterheadLines(paper.issuer, sizes.issuer);
  const superior = paper.superior === null ? [] : letterheadLines(paper.superior, sizes.superior);
  const body: Content[] = [
    ...(superior.length === 0 ? [] : [{ text: printable(superior.join('\n')), fontSize: sizes.superior }]),
    { text: printable(issuer.join('\n')), fontSize: sizes.issuer, bold: true },
    rule(issuer.at(-1) ?? '', sizes.issuer, 0.4, letterheadLeft),
    { text: printable(numberLine(paper)), fontSize: sizes.number, margin: [0, 4, 0, 0] },
    ...(type === 'Công văn' ? [{ text: printable(subjectLine(title)), fontSize: sizes.subject }] : []),
  ];
  const nation: Content[] = [
    { text: motto, fontSize: sizes.motto, bold: true },
    { text: creed, fontSize: sizes.creed, bold: true },
    rule(creed, sizes.creed, 1, right),
    { text: printable(dayLine(paper)), fontSize: sizes.day, italics: true, margin: [0, 4, 0, 0] },
  ];
  return {
    columns: [
      { width: points(letterheadLeft), stack: body, alignment: 'center' },
      { width: points(right), stack: nation, alignment: 'center' },
    ],
  };
}

function titleOf({ type, title }: Paper): Content[] {
  if (type === 'Công văn') return [];
  return [
    { text: capitals(type), fontSize: sizes.type, bold: true, alignment: 'center', margin: [0, 14, 0, 0] },
    { text: printable(title), fontSize: sizes.title, bold: true, alignment: 'center' },
    { stack: [rule(title, sizes.title, 0.4, textWidth(false))], margin: [0, 0, 0, 14] },
  ];
}

function addressees({ addressees: all, type }: Paper): Content[] {
  if (all.length === 0 && type !== 'Công văn') return [];
  const [only] = all;
  const one = all.length === 1;
  const head: Content = {
    text: one ? `Kính gửi: ${printable(only ?? '')}` : 'Kính gửi:',
    alignment: 'center',
    margin: [0, 14, 0, 8],
  };
  const names = one
    ? []
    : listed(all).map((name): Content => ({ text: `- ${printable(name)}`, margin: [points(firstLine * 5), 0, 0, 0] }));
  return [head, ...names, { text: ' ' }];
}
