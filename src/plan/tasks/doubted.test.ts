import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../document/model.ts';
import { doubtedWords, joinDoubts, stretchesOf } from './doubted.ts';

const paragraph = (text: string, doubtful?: [number, number][]): Paragraph => ({
  kind: 'paragraph',
  id: 'p',
  text,
  clause: null,
  heading: null,
  bold: false,
  strongTo: 0,
  align: null,
  source: { page: 1, table: 1, row: 1, line: null },
  ...(doubtful ? { recognised: { confidence: 0.8, doubtful } } : {}),
});

describe('words recognition doubts', () => {
  it('are whole words, once each', () => {
    const paragraphs = [
      paragraph('Phòn Kinh tế; Phòn Y tế', [
        [1, 2],
        [14, 18],
      ]),
      paragraph('Sờ Nội vụ', [[0, 2]]),
    ];
    expect(doubtedWords({ paragraphs })).toEqual({ doubted: ['Phòn', 'Sờ'] });
  });

  it('are none where nothing was recognised or nothing is in doubt', () => {
    expect(doubtedWords({ paragraphs: [paragraph('Sở Nội vụ'), paragraph('Sở Y tế', [])] })).toEqual({});
    expect(joinDoubts(undefined, undefined)).toEqual({});
    expect(stretchesOf('Sở Nội vụ', undefined)).toEqual([]);
  });

  it('are found again after lines were joined', () => {
    expect(stretchesOf('Sờ Nội vụ;\nUBND câp; xã', ['Sờ', 'câp'])).toEqual([
      [0, 2],
      [16, 20],
    ]);
  });
});
