import { describe, expect, test } from 'vitest';
import { par, word } from '../../../test/torture/word.ts';
import { readDocument } from '../read.ts';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...inside: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${inside.join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const startAt = (at: number, start: number) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

const read = async (numbering: string, paragraphs: string[], styles?: string) => {
  const bytes = word(paragraphs.join(''), { numbering, ...(styles === undefined ? {} : { styles }) });
  const { blocks } = await readDocument(bytes);
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
};
const outline = abstract(
  0,
  level(0, 'upperRoman', '%1.'),
  level(1, 'decimal', '%2.'),
  level(2, 'decimal', '%2.%3.'),
  level(3, 'lowerLetter', '%4)'),
  level(4, 'bullet', '\uf02d'),
);

describe('automatic numbers', () => {
  test('count on over levels, and deeper levels begin anew below each', async () => {
    const levels = [0, 1, 2, 2, 1, 2, 3, 4, 4, 3, 0, 1];
    const texts = await read(
      outline + num(1, 0),
      levels.map((at) => par('x', { numbered: `1:${at}` })),
    );
    expect(texts).toEqual(
      ['I.', '1.', '1.1.', '1.2.', '2.', '2.1.', 'a)', '-', '-', 'b)', 'II.', '1.'].map((label) => `${label} x`),
    );
  });

  test('are shared by lists of one abstract list, until one starts anew by an override', async () => {
    const texts = await read(outline + num(1, 0) + num(2, 0) + num(3, 0, startAt(0, 5)), [
      par('x', { numbered: '1:0' }),
      par('x', { numbered: '2:0' }),
      par('x', { numbered: '3:0' }),
      par('x', { numbered: '3:0' }),
    ]);
    expect(texts).toEqual(['I. x', 'II. x', 'V. x', 'VI. x']);
  });

  test('restart only where their level says so', async () => {
    const numbering = abstract(
      0,
      level(0, 'decimal', '%1.'),
      level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>'),
    );
    const texts = await read(
      numbering + num(1, 0),
      [0, 1, 1, 0, 1].map((at) => par('x', { numbered: `1:${at}` })),
    );
    expect(texts).toEqual(['1. x', 'Điều 1. x', 'Điều 2. x', '2. x', 'Điều 3. x']);
  });

  test('are written in digits where the level is legal, and joined where nothing stands between', async () => {
    const numbering = abstract(
      0,
      level(0, 'upperRoman', 'Phần %1', '<w:suff w:val="nothing"/>'),
      level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    );
    const texts = await read(numbering + num(1, 0), [
      par(': Mở đầu', { numbered: '1:0' }),
      par('x', { numbered: '1:1' }),
    ]);
    expect(texts).toEqual(['Phần I: Mở đầu', '1.1 x']);
  });

  test('come from a paragraph style and what it is based on', async () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="clause"><w:basedOn w:val="base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
    ].join('');
    const paragraphs = [
      par('x', { style: 'base' }),
      par('x', { style: 'clause' }),
      par('x', { style: 'clause', numbered: '0' }),
    ];
    expect(await read(outline + num(1, 0), paragraphs, styles)).toEqual(['I. x', '1. x', 'x']);
  });

  test('come from the list a style stands for', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = `${outline}${abstract(7, '<w:numStyleLink w:val="list"/>')}${num(1, 0)}${num(2, 7)}`;
    expect(await read(numbering, [par('x', { numbered: '2:0' })], styles)).toEqual(['I. x']);
  });

  test('count empty paragraphs and leave out those deleted', async () => {
    const gone = par('', { numbered: '1:0', properties: '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>' });
    const texts = await read(outline + num(1, 0), [
      par('x', { numbered: '1:0' }),
      par('', { numbered: '1:0' }),
      gone,
      par('x', { numbered: '1:0' }),
    ]);
    expect(texts).toEqual(['I. x', 'III. x']);
  });

  test('stand once where they are typed as well', async () => {
    const texts = await read(outline + num(1, 0), [
      par('I. Mục đích', { numbered: '1:0' }),
      par('- a) x', { numbered: '1:4' }),
    ]);
    expect(texts).toEqual(['I. Mục đích', 'a) x']);
  });

  test('of a list that does not exist are none', async () => {
    expect(await read(outline, [par('x', { numbered: '9:0' })])).toEqual(['x']);
  });
});
