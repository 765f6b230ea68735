import { expect, it } from 'vitest';
import { nameOf, type Pending } from './drafting.ts';
import { keepMet, metIn, readMet, withMet } from './met.ts';

const words = { of: 'whole', field: 'overview' } as const;
const choice = { of: 'item', key: 'a', field: 'state' } as const;
const paragraph = { of: 'paragraph', key: 'overview/units', field: 'standing' } as const;
const sent = Object.fromEntries(
  ([words, choice, paragraph] as const).map((place) => [nameOf(place), { place, base: 1, was: '', value: 'mine' }]),
) satisfies Pending;

it('keeps both sides of what two wrote at once, and what they wrote apart of nothing', () => {
  const saved = [
    { place: words, rev: 3, value: 'theirs mine', how: 'met' as const, theirs: 'theirs' },
    { place: choice, rev: 2, value: 'theirs', how: 'kept' as const, theirs: 'theirs' },
    { place: paragraph, rev: 2, value: 'dropped', how: 'kept' as const, theirs: 'dropped' },
  ];
  const met = metIn(sent, saved);
  expect(met.map(({ place, mine, theirs, kept }) => [place.field, mine, theirs, kept])).toEqual([
    ['overview', 'mine', 'theirs', false],
    ['state', 'mine', 'theirs', true],
  ]);
  expect(metIn(sent, [{ place: words, rev: 2, value: 'mine', how: 'saved' }])).toEqual([]);
  expect(withMet(met, [{ place: words, mine: 'again', theirs: 'x', kept: false }]).map(({ mine }) => mine)).toEqual([
    'mine',
    'again',
  ]);
});

it('stays on this machine until it was looked at; what is torn is nothing', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const met = [{ place: words, mine: 'a', theirs: 'b', kept: false }];
  keepMet(store, 'r', met);
  expect(readMet(store, 'r')).toEqual(met);
  keepMet(store, 'r', []);
  expect([kept.size, readMet(store, 'r')]).toEqual([0, []]);
  store.setItem('thang.report-met.r', '{');
  expect(readMet(store, 'r')).toEqual([]);
});
