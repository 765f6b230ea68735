import { describe, expect, it } from 'vitest';
import { readKept } from './takeOver.ts';

describe('views a browser kept', () => {
  it('are those of work given out, with their filters', () => {
    const kept = [{ name: ' Quá hạn ', search: { 'tinh-trang': 'qua-han', mo: 'x' } }];
    expect(readKept(JSON.stringify(kept))).toEqual([
      { screen: 'assignments', name: 'Quá hạn', query: 'tinh-trang=qua-han' },
    ]);
  });

  it.each([null, '', '{', '{}', '[1, null]', '[{"name": 1, "search": {}}]', '[{"name": " ", "search": {}}]'])(
    'are none where %s was kept',
    (text) => expect(readKept(text)).toEqual([]),
  );
});
