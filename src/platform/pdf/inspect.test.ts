import { describe, expect, it } from 'vitest';
import { inspectStreams } from './inspect.ts';
import { deflated, show, type TestObject, writePdf } from './testing.ts';

const page = { content: show('Kế hoạch', 50, 700) };
const withObject = (object: TestObject): Uint8Array => writePdf([page], { objects: { 20: object } });
const changed = (bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));
const map = 'begincmap 1 beginbfrange <0000> <FFFFFF> <0000> endbfrange endcmap';

describe('a PDF in which a few numbers span too much is refused before it is parsed:', () => {
  const cases: [string, TestObject][] = [
    ['a character map that says what it is', deflated(map, 1, '/Type /CMap /CMapName /X')],
    ['a character map written in figures', { dictionary: '/Filter /AHx', data: Buffer.from(map).toString('hex') }],
    ['a character map that pretends to end', { dictionary: '', data: `%\nendstream\n${map}` }],
    ['widths', { dictionary: '/Type /Font /W [0 2147483647 500]' }],
    ['widths in a list of objects', deflated('5 0 << /W [0 2147483647 500] >>', 1, '/Type /ObjStm /N 1 /First 4')],
    ['a function', { dictionary: '/FunctionType 0 /Size [2000 2000] /Range [0 1 0 1 0 1]', data: 'x' }],
    [
      'a shade of triangles',
      deflated(Buffer.alloc(1_000_000), 1, '/ShadingType 4 /BitsPerCoordinate 1 /BitsPerComponent 1'),
    ],
    ['a shade of patches', deflated(Buffer.alloc(1_000_000), 1, '/ShadingType 6 /BitsPerCoordinate 8')],
    [
      'a function told at length',
      { dictionary: `/FunctionType 0 /Size [9000] /Range [${'0 1 '.repeat(2_000)}]`, data: '' },
    ],
  ];
  it.each(cases)('%s', (_, object) => {
    expect(() => inspectStreams(withObject(object))).toThrow('document-too-complex');
  });
});

describe('a PDF whose streams grow too much is refused before it is parsed:', () => {
  const nothing = Buffer.alloc(60_000_000, ' ');

  it('behind a space after the word that begins one', () => {
    const bytes = changed(withObject(deflated(nothing)), /(20 0 obj\n.*)\nstream\n/, '$1\nstream  \n');
    expect(() => inspectStreams(bytes)).toThrow('file-expands-too-much');
  });

  it('many of them, none too large by itself', () => {
    const some = deflated(nothing.subarray(0, 30_000_000));
    const objects = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [20 + at, some]));
    expect(() => inspectStreams(writePdf([page], { objects }))).toThrow('file-expands-too-much');
  });
});

it('A PDF with a table of colours and a shade as programs write them is not refused', () => {
  const colours = { dictionary: '/FunctionType 0 /Size [17 17 17] /Range [0 1 0 1 0 1 0 1]', data: 'x' };
  const entries = '/ShadingType 7 /BitsPerCoordinate 32 /BitsPerComponent 16 /BitsPerFlag 8';
  const bytes = writePdf([page], { objects: { 20: colours, 21: deflated(Buffer.alloc(90_000), 1, entries) } });
  expect(inspectStreams(bytes)).toEqual({ mostPixels: 0 });
});

it('A PDF tells how large its largest picture is', () => {
  const picture = { dictionary: '/Type /XObject /Subtype /Image /Width 300 /Height 200', data: 'x' };
  expect(inspectStreams(withObject(picture))).toEqual({ mostPixels: 60_000 });
});
