import { detect } from '../../document/detect.ts';
import { limits } from '../../document/limits.ts';
import { openPackage } from '../../document/package/office-package.ts';
import { openZip, type Zip } from '../../document/package/zip.ts';
import { nameRefusal } from '../../document/refuse.ts';
import { Problem } from '../../kernel/problem.ts';
import { checkAppendices } from './check-appendices.ts';
import { checkClosing } from './check-closing.ts';
import { checkPlaceDay } from './check-day.ts';
import { checkHead } from './check-head.ts';
import { checkLetters } from './check-letters.ts';
import { checkLines } from './check-lines.ts';
import { checkLooks } from './check-looks.ts';
import { checkNumber } from './check-number.ts';
import { checkPageNumbers, checkPages } from './check-page.ts';
import { checkText } from './check-text.ts';
import { checkTitle } from './check-title.ts';
import { decree, type PartName } from './decree.ts';
import { findParts, type Parts } from './find-parts.ts';
import { finding } from './found.ts';
import type { LaidOut } from './laid-out.ts';
import type { Line } from './lines.ts';
import type { Finding, LintReport } from './model.ts';
import { readLaidOut } from './read-laid-out.ts';

/**
 * Checks how a Word file is laid out against Nghị định 30/2020/NĐ-CP. Only a DOCX says how it prints: anything else is a
 * Problem, and so is a file that is damaged or made to exhaust the machine. `name` is only for messages.
 */
export function lint(bytes: Uint8Array, { name }: { name: string }): LintReport {
  const { fileBytes: limit } = limits;
  if (bytes.length > limit) throw new Problem('file-too-large', { name, size: bytes.length, limit });
  if (bytes.length === 0) throw new Problem('file-empty', { name });
  try {
    return check(readFile(bytes, name));
  } catch (error) {
    throw nameRefusal(error, name);
  }
}

function readFile(bytes: Uint8Array, name: string): LaidOut {
  if (detect(bytes).kind !== 'zip') throw new Problem('file-not-docx', { name });
  const zip: Zip = openZip(bytes);
  const office = zip.has('[Content_Types].xml') ? openPackage(zip) : undefined;
  if (office?.kind !== 'word') throw new Problem('file-not-docx', { name });
  return readLaidOut(zip, office);
}

function check(laid: LaidOut): LintReport {
  const parts = findParts(laid.paragraphs);
  if (isOfParty(parts)) return { type: null, passes: true, findings: [ofParty] };
  const heads = parts.appendices.map(({ head }) => head);
  const main = heads[0]?.section ?? laid.sections.length;
  const findings = [
    ...checkPages(laid, Math.max(1, main)),
    ...checkPageNumbers(laid, heads),
    ...checkLetters(laid.paragraphs),
    ...checkHead(parts.head),
    ...checkNumber(parts.head.number, parts.title.name, parts.letter),
    ...checkPlaceDay(parts.head.placeDay),
    ...checkTitle(parts),
    ...linesOf(parts),
    ...looksOf(parts),
    ...checkText(parts),
    ...checkClosing(parts),
    ...checkAppendices(parts.appendices),
  ];
  return {
    type: parts.letter ? 'Công văn' : parts.title.name,
    passes: findings.every(({ severity }) => severity !== 'fault'),
    findings: inOrder(findings),
  };
}

const ofParty = finding(
  'advice',
  'party',
  decree.scope,
  'Văn bản của Đảng (“ĐẢNG CỘNG SẢN VIỆT NAM”) theo thể thức riêng của Đảng nên chưa có gì được kiểm tra.',
  [],
);

/** Papers of the Party bear its name where those of the State bear the national title. */
const isOfParty = ({ head, lines }: Parts): boolean =>
  head.nationalTitle.length === 0 && lines.slice(0, 30).some(({ folded }) => folded === 'dang cong san viet nam');

/** The head as far as the text: there hang the lines of motto, issuer and subject. */
function linesOf({ head, title, bases, body, lines }: Parts): Finding[] {
  const [first] = [...bases, ...body];
  return checkLines(lines.slice(0, first ? lines.indexOf(first) : undefined), [
    { name: 'motto', lines: head.motto },
    { name: 'issuer', lines: head.issuer },
    { name: 'subject', lines: title.subject },
  ]);
}

function looksOf({ head, title, addressee, bases, body, closing, appendices }: Parts): Finding[] {
  const all = { ...head, ...title, addressee, bases, body, ...closing };
  const appendixParts = {
    appendixHead: appendices.map((one) => one.head),
    appendixTitle: appendices.flatMap((one) => one.title),
    appendixNote: appendices.flatMap((one) => one.note),
  };
  const found: Record<PartName, readonly Line[]> = { ...all, ...appendixParts };
  return (Object.keys(decree.parts) as PartName[]).flatMap((name) => checkLooks(name, found[name]));
}

const order = [
  ...[decree.paper, decree.orientation, decree.margins, decree.font, decree.pageNumber].map(({ name }) => name),
  ...Object.values(decree.parts).map(({ name }) => name),
];

/** As the parts stand on the page, what is against the decree first. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const severities = ['fault', 'open', 'advice'];
  const rank = ({ part, severity }: Finding): number => order.indexOf(part) * 3 + severities.indexOf(severity);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}
