import { expect, it } from 'vitest';
import type { Settled } from '../../../src/report/consolidated/paragraph.ts';
import { foldedAtFirst, textGroups } from './textGroups.ts';

const paragraph = (key: string, under: string | null, standing: Settled['standing'] = null): Settled => ({
  ...{ key, section: 'results', under, list: true, text: 'Đã làm', sources: [], by: null, standing },
  ...{ printed: 'Đã làm', from: 'Đã làm', changed: false, gone: false },
});

it('a long text opens where something is left to look at, its headings as the paper has them', () => {
  const components = Array.from({ length: 9 }, (_, i) => `2.${i}`);
  const figures = components.map((under, i) => paragraph(`results/f${i}`, under, i === 0 ? 'accepted' : null));
  const words = components.map((under, i) => paragraph(`results/w${i}`, under, i === 0 ? 'dropped' : null));
  const own = { ...paragraph('results/own', null), text: '' };
  const groups = textGroups([...figures, ...words, own]);
  expect(groups.map(({ under, left, total }) => [under, left, total])).toEqual([
    ['2.0', 0, 2],
    ...components.slice(1).map((under) => [under, 2, 2]),
    [null, 0, 0],
  ]);
  const closed = foldedAtFirst(groups);
  expect(groups.filter(({ id }) => !closed.has(id)).map(({ under }) => under)).toEqual(['2.1', null]);
  expect(foldedAtFirst(textGroups(figures.slice(0, 8))).size).toBe(0);
});
