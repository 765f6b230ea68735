import { describe, expect, it } from 'vitest';
import { parseGroupings, parseMethod, parseOnly, parseStatistics } from './parse.ts';

describe('what is asked on the command line', () => {
  it('names figures by kind and column', () => {
    expect(parseStatistics(['mean:y1, y2', 'proportion:q1=2,ok', 'ratio:a/b'])).toEqual([
      { kind: 'mean', of: 'y1' },
      { kind: 'mean', of: 'y2' },
      { kind: 'proportion', of: 'q1', is: '2' },
      { kind: 'proportion', of: 'ok' },
      { kind: 'ratio', of: 'a', to: 'b' },
    ]);
    expect(parseStatistics(['median:y', 'quantile:y@0.9', 'function: mean(a, b) / 2'])).toEqual([
      { kind: 'quantile', of: 'y', at: 0.5 },
      { kind: 'quantile', of: 'y', at: 0.9 },
      { kind: 'function', of: 'mean(a, b) / 2' },
    ]);
  });

  it.each([
    'avg:y',
    'mean',
    'mean:',
    'mean:a,,b',
    'ratio:a',
    'quantile:y@1.5',
    'quantile:y@giữa',
    'median',
    'function:',
  ])('refuses %j with the ways to say it', (text) => {
    expect(() => parseStatistics([text])).toThrow(/mean:y1,y2; total:y/);
  });

  it('lists groupings, each of columns crossed, and the whole', () => {
    expect(parseGroupings(['province,sex', 'province*sex × age', '.'])).toEqual([
      ...[['province'], ['sex'], ['province', 'sex', 'age'], []],
    ]);
    expect(() => parseGroupings(['province*'])).toThrow(/một cách chéo/);
  });

  it('keeps codes codes and numbers numbers in what is only asked of some', () => {
    const variables = [
      { name: 'sex', type: 'integer' as const },
      { name: 'tinh', type: 'text' as const },
    ];
    expect(parseOnly(['sex=1,2', 'tinh=01'], variables)).toEqual({ sex: [1, 2], tinh: ['01'] });
    expect(() => parseOnly(['sex'], variables)).toThrow(/sex=2/);
  });

  it('knows the ways of variances', () => {
    expect(parseMethod('bootstrap:200', 7)).toEqual({ kind: 'bootstrap', replicates: 200, seed: 7 });
    expect(parseMethod('Taylor', 7)).toEqual({ kind: 'taylor' });
    for (const text of ['bootstrap:1', 'bootstrap:99999', 'brr:3', 'magic'])
      expect(() => parseMethod(text, 1)).toThrow(/taylor, jackknife, brr, supplied, bootstrap:200/);
  });
});
