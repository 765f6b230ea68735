import { bytesOf, type Paper } from '../papers.ts';

/** What a paper's writer meant as one task; what is not named is empty or null. */
export type Meant = {
  text: string;
  lead?: string[];
  implement?: string[];
  cooperate?: string[];
  time?: string;
  result?: string;
  schedule?: object;
};

/** A paper in prose with its tasks, worked out by hand before any reader saw it; a control has none. */
export type ProsePaper = Paper & { tasks: Meant[] };

/** Paragraphs of a text file, a blank line between them. */
export const text = (name: string, paragraphs: string[], tasks: Meant[]): ProsePaper => ({
  name,
  bytes: bytesOf(paragraphs.join('\n\n')),
  tasks,
});

/** The head of a document of the fictional province, in the order the columns are read. */
export const head = (
  number: string,
  date: string,
  type: string,
  title: string,
  issuer = 'ỦY BAN NHÂN DÂN',
): string[] => [
  issuer,
  'TỈNH MINH HÀ',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  `Số: ${number}`,
  `Minh Hà, ${date}`,
  type,
  title,
];

/** A dispatch has its subject under the number and an address instead of a type line. */
export const dispatch = (number: string, date: string, subject: string, to: string[], issuer = 'ỦY BAN NHÂN DÂN') => [
  issuer,
  'TỈNH MINH HÀ',
  `Số: ${number}`,
  `V/v ${subject}`,
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  `Minh Hà, ${date}`,
  'Kính gửi:',
  ...to.map((one) => `- ${one}`),
];

export const end = (...signature: string[]): string[] => [
  'Nơi nhận:',
  '- Như trên;',
  '- Thường trực Tỉnh ủy (b/c);',
  '- Lưu: VT, NC.',
  ...(signature.length > 0 ? signature : ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lâm Quốc Hưng']),
];
