import { describe, expect, it } from 'vitest';
import { queryOf, searchOf } from './query.ts';

const filled = (search: object) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));

describe('the filters of a saved view', () => {
  it('are those of the screen, not what happens to be open', () => {
    expect(queryOf('assignments', { mo: 'a', xem: 'b', 'tinh-trang': 'qua-han', ky: '2026-q3' })).toBe(
      'ky=2026-q3&tinh-trang=qua-han',
    );
    expect(queryOf('follow', { o: 'a~b', tre: '1' })).toBe('tre=1');
  });

  it('are equal text where they are equal', () => {
    const [one, other] = [
      { tim: 'an phu', ky: '2026' },
      { ky: '2026', tim: 'an phu' },
    ];
    expect(queryOf('follow', one)).toBe(queryOf('follow', other));
  });

  it.each([
    ['matrix', { 'co-quan': 'Sở Nội vụ & Sở Tài chính', nhom: 'co-quan', cot: 'text,lead' }],
    ['assignments', { 'tinh-trang': 'qua-han', 'noi-dung': 'Thu, chi + ngân sách' }],
    ['follow', { ban: 'chu-tri', tre: '1', loai: 'cap-xa' }],
  ] as const)('of %s come back as they were', (screen, search) => {
    expect(filled(searchOf(screen, queryOf(screen, search)))).toEqual(search);
  });

  it('take the place of all that was filtered before', () => {
    expect(searchOf('assignments', 'tim=an+phu')).toHaveProperty('ky', undefined);
    expect(Object.keys(searchOf('assignments', ''))).toContain('tinh-trang');
  });

  it('lose what is no filter', () => {
    expect(filled(searchOf('assignments', 'tinh-trang=hỏng&tim=an&khac=x'))).toEqual({ tim: 'an' });
  });
});
