/**
 * Sizes in points and lengths in millimetres, chosen within what Nghị định 30/2020/NĐ-CP, Phụ lục I allows; a test holds
 * them against the rules in data/law.
 */
export const font = 'Times New Roman';

export const sizes = {
  motto: 13,
  creed: 14,
  superior: 13,
  issuer: 13,
  number: 13,
  day: 14,
  subject: 12,
  type: 14,
  title: 14,
  body: 14,
  signature: 14,
  recipientsHead: 12,
  recipients: 11,
  page: 14,
  cell: 12,
} as const;

/** A4 with the margins of the decree: top and bottom 20–25, left 30–35, right 15–20 mm. */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 16 } as const;

/** Between paragraphs, in points; and of the first line, in millimetres. */
export const gap = 6;
export const firstLine = 10;

/** Width between the margins, in millimetres. */
export const textWidth = (landscape: boolean): number =>
  (landscape ? page.height : page.width) - page.left - page.right;

/** The letterhead's left column, and the signature's: the rest is the right one. */
export const letterheadLeft = 63;
export const recipientsWidth = 75;

/** Blank lines in which the signature and the seal find place. */
export const signatureLines = 4;

/** Millimetres as twentieths of a point, in which Word measures. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** Millimetres as points, in which PDF measures. */
export const points = (millimetres: number): number => (millimetres / 25.4) * 72;

/** A mean letter of Times New Roman, in its size: small, capital. */
const small = 0.47;
const capital = 0.69;

/** About how wide a line is, in points: enough for a rule below it. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? capital : small), 0) * size;
