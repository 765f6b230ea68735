import { describe, expect, it } from 'vitest';
import { fold, normalize, squish } from './text.ts';

describe('Vietnamese text', () => {
  it('is NFC, with ordinary spaces and nothing invisible', () => {
    expect(normalize('Ho\u0300a\u00a0Bi\u0300nh\u200b')).toBe('Hòa Bình');
    expect(normalize('')).toBe('');
  });

  it('is squeezed to one line', () => expect(squish('  Sở\n  Nội\t vụ ')).toBe('Sở Nội vụ'));

  it('folds marks and đ, so that old and new spelling of tones are one', () => {
    expect(fold('Uỷ ban')).toBe(fold('Ủy ban'));
    expect(fold('Đường Hoà')).toBe('duong hoa');
  });
});
