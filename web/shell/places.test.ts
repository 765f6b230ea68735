import { describe, expect, it } from 'vitest';
import { isPermission } from '../../src/people/permissions.ts';
import { parts, partsFor } from './places.ts';

const all = parts.flatMap(({ places }) => [...places]);

describe('the navigation', () => {
  it('asks of each page a sentence there is, and names each page and part once', () => {
    expect(all.filter(({ may }) => !isPermission(may))).toEqual([]);
    expect(new Set(all.map(({ to }) => to)).size).toBe(all.length);
    expect(new Set([...all, ...parts].map(({ name }) => name)).size).toBe(all.length + parts.length);
  });

  it('offers what one may see, and no part of nothing', () => {
    expect(partsFor(() => false)).toEqual([]);
    const [only, ...none] = partsFor((sentence) => sentence === 'Cán bộ kiểm tra được thể thức văn bản');
    expect(only?.places.map(({ name }) => name)).toEqual(['Kiểm tra thể thức']);
    expect(none).toEqual([]);
  });
});
