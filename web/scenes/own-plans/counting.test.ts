import { describe, expect, it } from 'vitest';
import { entryCounter } from './counting.ts';

const entry = (name: string, body = 'x'.repeat(60)): Uint8Array =>
  new Uint8Array([0x50, 0x4b, 3, 4, ...new Array(26).fill(0), ...new TextEncoder().encode(name + body)]);
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]));

describe('how far a ZIP on its way is', () => {
  const zip = joined(
    entry('001 Ke hoach.docx'),
    entry('[Content_Types].xml'),
    entry('word/1 a.xml'),
    entry('002 Ke hoach.docx'),
  );

  it('is told by the entries that have begun, without those inside a Word file', () => {
    expect(entryCounter()(zip)).toBe(2);
  });

  it('is the same wherever the pieces are cut', () => {
    for (const size of [1, 7, 33, 64]) {
      const count = entryCounter();
      let told = 0;
      for (let at = 0; at < zip.length; at += size) told = count(zip.slice(at, at + size));
      expect([size, told]).toEqual([size, 2]);
    }
  });
});
