import { describe, expect, it } from 'vitest';
import type { AgencyLine } from '../../../src/place/views.ts';
import { growTree, labelsOf, searchTree, stopOf } from './tree.ts';

const line = (id: string, name: string, parentId: string | null = null): AgencyLine => ({
  ...{ id, name, parentId, shortName: null, kind: 'division', level: 'commune' },
});
const lines = [
  line('a', 'UBND xã Một'),
  line('b', 'UBND xã Hai'),
  line('a1', 'Phòng Kinh tế', 'a'),
  line('b1', 'Phòng Kinh tế', 'b'),
  line('c', 'Sở Nội vụ', 'no longer there'),
];

describe('the tree of agencies', () => {
  it('holds each once, those without a parent that day at the top', () => {
    const roots = growTree(lines);
    expect(roots.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(roots[0]?.children.map(({ id }) => id)).toEqual(['a1']);
    expect(growTree([])).toEqual([]);
  });

  it('is searched without tone marks, keeping those above what is found', () => {
    expect(searchTree(growTree(lines), 'kinh te').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(searchTree(growTree(lines), 'xa hai')[0]?.children).toEqual([]);
    expect(searchTree(growTree(lines), 'không có')).toEqual([]);
    expect(searchTree(growTree(lines), ' ').length).toBe(3);
  });

  it('tells namesakes apart by whose they are', () => {
    expect(labelsOf(lines).get('a1')).toBe('Phòng Kinh tế, UBND xã Một');
    expect(labelsOf(lines).get('c')).toBe('Sở Nội vụ');
  });
});

describe('the slider of days', () => {
  it('stands at the last change that is not after the day', () => {
    const days = ['2014-05-20', '2025-03-01', '2025-07-01'];
    expect(['2010-01-01', '2025-02-28', '2025-03-01', '2026-01-01'].map((on) => stopOf(days, on))).toEqual([
      0, 0, 1, 2,
    ]);
    expect(stopOf([], '2026-01-01')).toBe(0);
  });
});
