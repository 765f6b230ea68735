import { expect, it } from 'vitest';
import { toClipboard } from './clipboard.ts';

it('keeps a cell of several lines one cell', () => {
  expect(toClipboard([['a) Rà soát\nb) Niêm yết', 'Sở Y tế']]).plain).toBe('"a) Rà soát\nb) Niêm yết"\tSở Y tế');
});

it('puts rows under each other and leaves the missing empty', () => {
  expect(
    toClipboard([
      ['1', null],
      [undefined, 'nói "công khai"'],
    ]).plain,
  ).toBe('1\t\r\n\t"nói ""công khai"""');
});

it('means only itself in HTML', () => {
  expect(toClipboard([['<b>&']]).html).toBe('<table><tr><td>&lt;b&gt;&amp;</td></tr></table>');
});

it('copies nothing as nothing', () => {
  expect(toClipboard([])).toEqual({ plain: '', html: '<table></table>' });
});
