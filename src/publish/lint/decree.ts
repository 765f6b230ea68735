import file from '../../../data/law/nghi-dinh-30-2020.json' with { type: 'json' };

/** Where a rule is written; `verified` is whether its words were seen. */
export type Clause = { name: string; clause: string; verified: boolean };

export type Range = readonly [least: number, most: number];

/** How a part of an official document is to look; what is not stated is free. Sizes in points, both ends allowed. */
export type PartRule = Clause & {
  size: Range;
  bold?: boolean;
  italic?: boolean;
  capitals?: boolean;
  align?: 'center' | 'justify';
  /** the line drawn below: as long as the words, or as a part of them */
  line?: 'whole' | 'part';
};

export type PartName = keyof typeof file.parts;
export type Side = 'top' | 'bottom' | 'left' | 'right';

type Ranges<K extends string> = Record<K, Range>;
type Read = Omit<typeof file, 'parts' | 'margins' | 'types' | 'pageNumber' | 'lengths' | 'paragraph'> & {
  parts: Record<PartName, PartRule> & Record<'nationalTitle' | 'motto', { text: string }>;
  margins: Ranges<Side> & Clause & { tolerance: number };
  pageNumber: Clause & { size: Range };
  lengths: Ranges<'whole' | 'part'>;
  paragraph: Clause & Ranges<'indent' | 'line'> & { indentTolerance: number; gap: number; lineTolerance: number };
  types: Record<string, string>;
};

/** The rules of Nghị định 30/2020/NĐ-CP, Phụ lục I, as data; each says its clause. */
export const decree = file as unknown as Read;

export const within = (value: number, [least, most]: Range, tolerance = 0): boolean =>
  value >= least - tolerance && value <= most + tolerance;

/** A clause as it is cited: an article of the decree, or a section of the first part of its Annex I. */
export const cite = ({ clause }: Clause): string =>
  `Nghị định 30/2020/NĐ-CP, ${clause.startsWith('Điều') ? '' : 'Phụ lục I, Phần I, '}${clause}`;
