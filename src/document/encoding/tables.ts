/**
 * How Vietnamese was written before Unicode, as what each letter of it is in Windows-1252, which is how programs that
 * know only the bytes show it. Sources: TCVN 5712:1993 (VN3, the "ABC" fonts) and VISCII (RFC 1456) as in the tables of
 * the GNU C library; VNI-Windows as published with the fonts: a plain letter, then a letter that stands for its marks.
 */

/** From U+00A1 on; a space where nothing is. */
const tcvn3Letters = 'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';

export const tcvn3 = new Map(
  [...tcvn3Letters].flatMap((letter, at) => (letter === ' ' ? [] : [[String.fromCharCode(0xa1 + at), letter]])),
);

/** The bytes from 0x80 on, and six control characters. */
const visciiLetters =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

export const visciiControls: Readonly<Record<number, string>> = { 2: 'Ẳ', 5: 'Ẵ', 6: 'Ẫ', 20: 'Ỷ', 25: 'Ỹ', 30: 'Ỵ' };
export const viscii = [...visciiLetters];

/** What stands after a plain letter, in the order of the marks. */
const vniMarks: [marks: string, letters: string, result: string][] = [
  ['øùûõï', 'a', 'àáảãạ'],
  ['âàáåãä', 'a', 'âầấẩẫậ'],
  ['êèéúüë', 'a', 'ăằắẳẵặ'],
  ['øùûõï', 'e', 'èéẻẽẹ'],
  ['âàáåãä', 'e', 'êềếểễệ'],
  ['øùûõï', 'o', 'òóỏõọ'],
  ['âàáåãä', 'o', 'ôồốổỗộ'],
  ['øùûõï', 'ô', 'ờớởỡợ'],
  ['øùûõï', 'u', 'ùúủũụ'],
  ['øùûõï', 'ö', 'ừứửữự'],
  ['øùûõ', 'y', 'ỳýỷỹ'],
];

/** Letters that stand alone. */
const vniAlone: [string, string][] = [
  ['ì', 'ì'],
  ['í', 'í'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['î', 'ỵ'],
  ['ñ', 'đ'],
];

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Pairs and single letters; marks of a capital are capitals, but hands were not always careful. */
export const vni = new Map<string, string>([
  ...vniAlone.flatMap(([old, now]): [string, string][] => [
    [old, now],
    [upper(old), upper(now)],
  ]),
  ...vniMarks.flatMap(([marks, letter, result]) =>
    [...marks].flatMap((mark, at): [string, string][] => {
      const now = result[at] ?? '';
      return [
        [letter + mark, now],
        [letter + upper(mark), now],
        [upper(letter) + mark, upper(now)],
        [upper(letter) + upper(mark), upper(now)],
      ];
    }),
  ),
]);
