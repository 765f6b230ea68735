import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import { firstLine, twips } from '../measures.ts';

/** What Word counts by itself, so that a row or a clause put in between renumbers all that follow. */
export const counts = { headings: 'de-muc', dashes: 'gach-dau-dong', rows: 'thu-tu-trong-bang' } as const;

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

function level(at: number, format: Format, text: string, indent: number): ILevelsOptions {
  return {
    ...{ level: at, format, text, start: 1, suffix: LevelSuffix.SPACE, alignment: AlignmentType.LEFT },
    style: { paragraph: { indent: { left: 0, firstLine: indent } } },
  };
}

const inset = twips(firstLine);

export const numbering = {
  config: [
    {
      reference: counts.headings,
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, '%1.', inset),
        level(1, LevelFormat.DECIMAL, '%2.', inset),
        level(2, LevelFormat.LOWER_LETTER, '%3)', inset),
      ],
    },
    {
      reference: counts.dashes,
      levels: [level(0, LevelFormat.BULLET, '-', inset), level(1, LevelFormat.BULLET, '+', inset)],
    },
    {
      reference: counts.rows,
      levels: [
        { ...level(0, LevelFormat.DECIMAL, '%1', 0), suffix: LevelSuffix.NOTHING, alignment: AlignmentType.LEFT },
      ],
    },
  ],
};
