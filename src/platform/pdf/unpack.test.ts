import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpack } from './unpack.ts';

const most = 100_000;
const text = 'Kế hoạch nâng cao chỉ số '.repeat(40);
const said = (data: Uint8Array | string, dictionary: string): string =>
  unpack(Buffer.from(data as string, 'latin1'), dictionary, most).toString();

describe('a stream', () => {
  it('comes out of its filters one after another, however their names are written', () => {
    const packed = deflateSync(deflateSync(text));
    expect(said(packed, '/Filter [/FlateDecode /#46l]')).toBe(text);
    expect(said(`${packed.toString('hex')} >`, '/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]')).toBe(text);
  });

  it('comes out of filters that another object names', () => {
    expect(said(deflateSync(deflateSync(text)), '/Filter 12 0 R')).toBe(text);
  });

  it('comes out of signs for bytes', () => {
    expect(said('87cURD]i,"Ebo80~>', '/Filter /A85')).toBe('Hello World!');
    expect(said('z E,9)oF*2M7/c~>', '/Filter /ASCII85Decode')).toBe('\0\0\0\0pleasure.');
  });

  it('without a filter is what it is', () => {
    expect(said('0 0 m', '/Length 5')).toBe('0 0 m');
  });

  it('damaged in the middle is saved as far as that', () => {
    const words = Array.from({ length: 3_000 }, (_, at) => `${at} ${(at * 7919) % 1009}`).join(' ');
    const broken = deflateSync(words);
    broken.fill(0xff, broken.length >> 1);
    const saved = said(broken, '/Filter /FlateDecode');
    expect(words.startsWith(saved.slice(0, 5_000))).toBe(true);
    expect(saved.length).toBeGreaterThan(5_000);
  });

  it('whose sum at the end is wrong is whole', () => {
    const packed = deflateSync(text);
    packed.fill(0, packed.length - 4);
    expect(said(packed, '/Filter /FlateDecode').slice(0, 500)).toBe(text.slice(0, 500));
  });
});

describe('a stream that grows too much', () => {
  const nothing = deflateSync(Buffer.alloc(most + 1));
  /** The code for "all so far and one more", again and again. */
  const lzw = (): Buffer => {
    const bits = [...Array(254).keys()]
      .map((at) => (at === 0 ? 256 : at === 1 ? 65 : 256 + at))
      .map((code) => code.toString(2).padStart(9, '0'));
    return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  };

  it.each([
    ['deflated', nothing, '/Filter /FlateDecode'],
    ['deflated twice', deflateSync(nothing), '/Filter [/FlateDecode /FlateDecode]'],
    ['deflated and written in figures', Buffer.from(nothing.toString('hex')), '/Filter [/AHx /Fl]'],
    ['of run lengths', Buffer.alloc(2_000, Buffer.from([0x81, 0x20])), '/Filter /RunLengthDecode'],
  ])('%s is refused', (_, data, dictionary) => {
    expect(() => unpack(data, dictionary, most)).toThrow('file-expands-too-much');
  });

  it('packed by LZW is measured', () => {
    expect(() => unpack(lzw(), '/Filter /LZWDecode', 30_000)).toThrow('file-expands-too-much');
    expect(unpack(lzw(), '/Filter /LZWDecode', 35_000)).toHaveLength(0);
  });
});
