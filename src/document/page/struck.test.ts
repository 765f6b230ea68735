import { expect, test } from 'vitest';
import { endOf, flat, line, page, table } from './fixture.ts';
import { withoutStruck } from './struck.ts';

const textOf = ({ words }: ReturnType<typeof page>): string => words.map(({ text }) => text).join(' ');

test('words with a line through them are gone, and so is the line', () => {
  const kept = line('trước ngày', 100, 100);
  const struck = line('30/6/2026', endOf(kept) + 3, 100);
  const after = line('31/8/2026', endOf(struck) + 3, 100);
  const rule = flat(106, struck[0]?.x0 ?? 0, endOf(struck));
  const left = withoutStruck(page(1, [...kept, ...struck, ...after], [rule]));
  expect(textOf(left)).toBe('trước ngày 31/8/2026');
  expect(left.rules).toEqual([]);
});

test('words underlined stay', () => {
  const words = line('Độc lập - Tự do', 100, 100);
  const one = page(1, words, [flat(111, 100, endOf(words))]);
  expect(withoutStruck(one)).toBe(one);
});

test('a line that runs on past the words is a border', () => {
  const words = line('Sở Nội vụ', 100, 100);
  const one = page(1, words, [flat(106, 60, 500)]);
  expect(withoutStruck(one)).toBe(one);
});

test('the borders of a table strike nothing out', () => {
  const { words, rules } = table(
    [
      ['1', 'Sở Nội vụ'],
      ['2', 'Sở Tư pháp'],
    ],
    [60, 90, 300],
    100,
  );
  const one = page(1, words, rules);
  expect(withoutStruck(one)).toBe(one);
});
