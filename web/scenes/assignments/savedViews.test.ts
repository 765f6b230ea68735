import { describe, expect, it } from 'vitest';
import { parseViews, viewOf } from './savedViews.ts';

describe('filters kept under a name', () => {
  it('hold the filters, not what happens to be open', () => {
    expect(viewOf({ ky: '2026-q3', 'tinh-trang': 'qua-han', mo: 'a', xem: 'b' })).toEqual({
      ky: '2026-q3',
      'tinh-trang': 'qua-han',
    });
  });

  it.each([null, '', '{', '{}', '[1, null]', '[{"name": 1, "search": {}}]'])('are none where %s was kept', (text) =>
    expect(parseViews(text)).toEqual([]),
  );

  it('lose what is no filter', () => {
    const text = JSON.stringify([{ name: 'Quá hạn', search: { 'tinh-trang': 'hỏng', tim: 'an phu', khac: 'x' } }]);
    expect(parseViews(text)).toEqual([{ name: 'Quá hạn', search: { tim: 'an phu' } }]);
  });
});
