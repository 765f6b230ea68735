import { detectLegacyTexts } from '../../document/encoding/detect-legacy.ts';
import { decree } from './decree.ts';
import { faultAt, finding } from './found.ts';
import type { LaidParagraph, LaidRun } from './laid-out.ts';
import type { Finding } from './model.ts';

const letters = /\p{L}/u;
const accepted = new Set(decree.font.same.map((name) => name.toLowerCase()));

/** Of all that is printed: Times New Roman, Unicode, black. */
export function checkLetters(paragraphs: readonly LaidParagraph[]): Finding[] {
  const having = (is: (run: LaidRun) => boolean) =>
    paragraphs.filter(({ runs }) => runs.some((run) => letters.test(run.text) && is(run)));
  const old = findOld(paragraphs);
  const foreign = having((run) => !isTimes(run) && !isSame(run) && !run.old).filter((one) => !old.includes(one));
  const same = having(isSame);
  const names = namesOf(foreign, (run) => !isTimes(run) && !isSame(run) && !run.old);
  return [
    ...faultAt(
      'encoding',
      decree.font,
      'Chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI); chuyển sang Unicode rồi đặt phông Times New Roman.',
      old,
    ),
    ...faultAt('font', decree.font, `Phông ${names}; đặt phông Times New Roman.`, foreign),
    ...(same.length === 0
      ? []
      : [
          finding(
            'advice',
            'font-same',
            decree.sameFont,
            `Phông ${namesOf(same, isSame)} rộng bằng Times New Roman nên dàn trang không đổi; nên đặt Times New Roman khi phát hành.`,
            same,
          ),
        ]),
    ...faultAt('colour', decree.font, 'Chữ có màu; đặt màu đen.', having(isColoured)),
    ...composedAdvice(having((run) => /\p{L}\p{M}/u.test(run.text))),
  ];
}

/** Nothing said means Word's own, which is Times New Roman. */
const isTimes = ({ font }: LaidRun): boolean => font === null || chosen(font) === decree.font.family.toLowerCase();
const isSame = ({ font }: LaidRun): boolean => font !== null && accepted.has(chosen(font));

/** LibreOffice names what may stand in for a font after it: "Liberation Serif;Times New Roman". */
const chosen = (font: string): string => (font.split(';')[0] ?? '').trim().toLowerCase();

/** Word's own lighter blacks print black: no part of the colour is stronger than this. */
const darkest = 0x26;
const isColoured = ({ colour }: LaidRun): boolean =>
  colour !== null && (colour.match(/../g) ?? []).some((part) => !(Number.parseInt(part, 16) <= darkest));

function namesOf(paragraphs: readonly LaidParagraph[], is: (run: LaidRun) => boolean): string {
  const names = paragraphs.flatMap(({ runs }) => runs.filter((run) => letters.test(run.text) && is(run)));
  return [...new Set(names.map(({ font }) => font?.split(';')[0]))].slice(0, 4).join(', ');
}

/** Set in a font of an old encoding, or typed in one under another font. */
function findOld(paragraphs: readonly LaidParagraph[]): LaidParagraph[] {
  const encodings = detectLegacyTexts(paragraphs.map(({ text }) => text));
  return paragraphs.filter(
    ({ runs }, at) => encodings[at] !== null || runs.some((run) => run.old && letters.test(run.text)),
  );
}

function composedAdvice(found: readonly LaidParagraph[]): Finding[] {
  if (found.length === 0) return [];
  const message = 'Chữ Unicode tổ hợp (dấu gõ rời); nên chuyển sang Unicode dựng sẵn để tìm kiếm và ký số ổn định.';
  return [
    finding(
      'advice',
      'composed',
      { ...decree.sameFont, clause: 'mục I khoản 4 (dựng sẵn: cách hiểu)' },
      message,
      found,
    ),
  ];
}
