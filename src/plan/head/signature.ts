import type { Static } from 'typebox';
import { squish } from '../../kernel/text.ts';
import type { Signer } from '../model.ts';
import type { Prose } from '../prose/paragraphs.ts';
import { officeLine, signedFor } from '../prose/zones.ts';
import { fromCapitals, isCapitals } from './capitals.ts';

export type Signature = { signer: Static<typeof Signer> | null; recipients: string[] };

const recipientsHead = /^nơi\s+nhận\s*:?\s*/iu;
/** What a digital signature prints around the name. */
const signatureNoise =
  /^(?:ký bởi|người ký|ký số|được ký|signature|signed|thời gian ký|ngày ký|giờ ký|cơ quan|đơn vị|chức vụ|email|địa điểm|lý do|\(?\s*đã ký|\[?daky|ký tên|\(ký)/iu;
/** On one printed line with a recipient: the office of the column to the right. */
const besideRecipient =
  /\s+(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}.*$|(?<=[;.)]\s*)\s(?:PHÓ\s+|Q\.\s*|QUYỀN\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)$/u;

/** Two to six words that each begin with a capital: a person's name, in small or all capitals. */
const personName = /^\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,5}$/u;
const degree = /^(?:(?:GS|PGS|TS|ThS|Ths|BS|CK\d?|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tướng)\.?\s*)+/u;

/** Recipients and signer from the closing, whichever of the two stands first. */
export function readSignature(closing: Prose[]): Signature {
  const lines = closing.flatMap(splitBeside);
  return { signer: readSigner(lines), recipients: readRecipients(lines) };
}

function splitBeside({ text }: Prose): string[] {
  if (signedFor.test(text)) return [text];
  const beside = besideRecipient.exec(text);
  return beside ? [text.slice(0, beside.index).trim(), beside[0].trim()] : [text];
}

function readRecipients(lines: string[]): string[] {
  const from = lines.findIndex((line) => recipientsHead.test(line));
  if (from < 0) return [];
  const inline = (lines[from] ?? '').replace(recipientsHead, '');
  const named = inline === '' ? [] : [inline];
  for (const line of lines.slice(from + 1)) {
    if (signatureNoise.test(line) || signedFor.test(line) || officeLine.test(line)) continue;
    if (/^[-–+•]/u.test(line)) named.push(line);
    else if (named.length > 0 && isContinuation(named, line)) named.push(`${named.pop()} ${line}`);
  }
  return named
    .flatMap((name) => name.split(/;\s*(?=[-–]\s)/u))
    .map(trimName)
    .filter((name) => name !== '');
}

/** A recipient too long for its column goes on in the next line, until it ends in ";" or ".". */
const isContinuation = (named: string[], line: string): boolean =>
  !/[;.]$/u.test(named.at(-1) ?? '') && !isCapitals(line) && !personName.test(line);

const trimName = (text: string): string =>
  squish(text)
    .replace(/^[-–+•]\s*/u, '')
    .replace(/[;.,]+$/u, '')
    .trim();

function readSigner(lines: string[]): Static<typeof Signer> | null {
  const from = lines.findIndex((line) => signedFor.test(line) || officeLine.test(line));
  if (from < 0) return null;
  const offices: string[] = [];
  for (const line of joinSplitMarks(lines.slice(from))) {
    if (signedFor.test(line) || officeLine.test(line)) {
      if (offices.length < 4) offices.push(line);
      continue;
    }
    if (signatureNoise.test(line) || recipientsHead.test(line) || /^[-–+•]/u.test(line)) continue;
    const name = findName(line);
    if (name) return { name, ...capacity(offices) };
  }
  const beside = lines
    .slice(from)
    .map((line) => nameBeside.exec(line)?.[1])
    .find(Boolean);
  return beside ? { name: beside, ...capacity(offices) } : null;
}

/** Two columns on one line: "- Lưu: VT, NV.    Nguyễn Văn An". */
const nameBeside = /^[-–+].*[;.]\s+(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){2,4})$/u;

/** "TM." alone on its line belongs to the line below. */
function joinSplitMarks(lines: string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (/^(?:TM|KT|TL|TUQ|Q)\s*\.$/u.test(joined.at(-1) ?? '')) joined.push(`${joined.pop()} ${line}`);
    else joined.push(line);
  }
  return joined;
}

function findName(line: string): string | undefined {
  const bare = line.replace(degree, '').trim();
  if (!personName.test(bare)) return undefined;
  return isCapitals(bare) ? bare.toLowerCase().replace(/(^|\s)\p{L}/gu, (initial) => initial.toUpperCase()) : bare;
}

/** The signer's own office is the last one printed; the marks before it say for whom. */
function capacity(lines: string[]): { title: string | null; onBehalfOf: string | null } {
  const marked = lines.filter((line) => signedFor.test(line));
  const own = lines.filter((line) => !/^(?:(?:TM|KT|TL|TUQ)\s*\.|[TK]\/[MTL])/u.test(line)).at(-1);
  const collective =
    marked.find((line) => /^(?:TM\s*\.|T\/M)/u.test(line)) ?? marked.find((line) => !/^Q\s*\./u.test(line));
  const name = collective?.replace(signedFor, '').trim();
  return { title: own ? fromCapitals(own) : null, onBehalfOf: name ? fromCapitals(name) : null };
}
