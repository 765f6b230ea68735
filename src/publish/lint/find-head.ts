import { isBlank, isBold, type Line } from './lines.ts';

/** The head of a document, found by its words and places; each list may be empty. */
export type Head = {
  nationalTitle: Line[];
  motto: Line[];
  superior: Line[];
  issuer: Line[];
  number: Line[];
  placeDay: Line[];
  letterSubject: Line[];
  /** where it ends */
  end: number;
};

const headReach = 60;

const isNationalTitle = ({ folded }: Line): boolean =>
  folded.length < 60 && /^cong\s*hoa\b.*\bviet\s*nam\b/.test(folded);
const isMotto = ({ folded }: Line): boolean =>
  folded.length < 60 && /^doc\s*lap\b.*\btu\s*do\b.*\bhanh\s*phuc\b/.test(folded);
const isNumber = ({ folded, words }: Line): boolean =>
  words.length < 80 && (/^so\s*[:.…_\d/]/.test(folded) || /^[\d.…_\s]*\/[A-ZĐ]{2,}/.test(words));

/** With words or figures for the day; a ground or a reference is no place. */
const isPlaceDay = ({ folded }: Line): boolean =>
  folded.length < 90 &&
  !/^(?:can cu|theo|thuc hien|kem theo|\(|so\b)/.test(folded) &&
  (/^.{2,60}?\bngay\b[\s\d.,…_/-]*\bthang\b[\s\d.,…_/-]*\bnam\b[\s\d.…_]*$/.test(folded) ||
    /^[^\d]{2,50},\s*(?:ngay\s*)?[\d….]+\s*[/.-]\s*[\d….]+\s*[/.-]\s*[\d….]+$/.test(folded));

/** "MẬT", "HỎA TỐC", "DỰ THẢO": stamps beside the head, no name. */
const isStamp = ({ folded }: Line): boolean =>
  /^\W*(?:du thao\b.*|(?:tuyet |toi )?mat|hoa toc|thuong khan|khan|luu hanh noi bo|xem xong tra lai)\W*$/.test(folded);

export function findHead(lines: readonly Line[]): Head {
  const reach = lines.slice(0, headReach);
  const first = (is: (line: Line) => boolean): Line[] => reach.filter(is).slice(0, 1);
  const found = { nationalTitle: first(isNationalTitle), motto: first(isMotto), number: first(isNumber) };
  const placeDay = first((line) => isPlaceDay(line) && !found.number.includes(line));
  const letterSubject = findLetterSubject(reach, found.number[0]);
  const known = [...Object.values(found).flat(), ...placeDay, ...letterSubject];
  const end = endOf(lines, known);
  const to = found.number[0] ? lines.indexOf(found.number[0]) : end;
  const names = reach.slice(0, to).filter((line) => isName(line) && !known.includes(line));
  return { ...found, placeDay, letterSubject, ...partNames(names), end };
}

const isName = (line: Line): boolean =>
  !isBlank(line) && !isStamp(line) && line.side !== 'right' && !/^v\/v\b/.test(line.folded) && line.words.length < 120;

/** Where the head is a table, what stands in its last row belongs to it. */
function endOf(lines: readonly Line[], known: readonly Line[]): number {
  const last = Math.max(-1, ...known.map((line) => lines.indexOf(line)));
  const table = lines[last]?.cell?.table;
  return 1 + (table === undefined ? last : lines.findLastIndex(({ cell }) => cell?.table === table));
}

/** Below the number, in its column; longer ones take several lines. */
function findLetterSubject(reach: readonly Line[], number: Line | undefined): Line[] {
  const from = reach.findIndex(({ folded }) => /^v\s*\/\s*v\b/.test(folded));
  const line = reach[from];
  if (!line || (number && from < reach.indexOf(number))) return [];
  const table = line.cell?.table;
  const more = reach.slice(from + 1).findIndex((next) => isBlank(next) || next.side !== line.side || isMotto(next));
  return table === undefined ? [line] : reach.slice(from, more < 0 ? undefined : from + 1 + more);
}

/** Words that begin the name of an agency: a line that does not begin so goes on with the name above it. */
const agency =
  /^(?:ubnd|hdnd|uy ban|hoi dong|so|phong|van phong|ban|trung tam|chi cuc|cuc|tong cuc|vu|vien|hoc vien|benh vien|truong|thanh tra|cong an|bo chi huy|toa an|vien kiem sat|bo|dang uy|hoi|lien doan|mat tran|cong ty|doan)\b/;

/** Lines of one paragraph that look alike: "VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN TỈNH". */
const isOneName = (above: Line | undefined, line: Line | undefined): boolean =>
  above !== undefined && line?.continued === true && isBold(above) === isBold(line);

/** Who issues it stands below whom they belong to: the last name that begins anew, else what is bold. */
function partNames(names: readonly Line[]): Pick<Head, 'superior' | 'issuer'> {
  const goesOn = (at: number): boolean =>
    /(?:[,-]|\b(?:va|cua))$/.test(names[at - 1]?.folded ?? '') || isOneName(names[at - 1], names[at]);
  const starts = names.flatMap(({ folded }, at) => (agency.test(folded) && !goesOn(at) ? [at] : []));
  const firstBold = names.findIndex(isBold);
  const fallback = firstBold < 0 ? names.length - 1 : firstBold;
  const from = Math.max(
    0,
    starts.length > 1 ? (starts.at(-1) ?? 0) : (starts[0] ?? 0) > 0 ? (starts[0] ?? 0) : fallback,
  );
  return { superior: names.slice(0, from), issuer: names.slice(from) };
}
