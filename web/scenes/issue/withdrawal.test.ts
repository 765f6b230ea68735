import { expect, it } from 'vitest';
import { sayBegun } from './withdrawal.ts';

it('what has been begun is said with who did what, also of an act this screen does not know', () => {
  const one = { agency: 'UBND xã Tân Lập', text: '- Niêm yết công khai' };
  expect(sayBegun({ ...one, kind: 'accept' })).toBe('UBND xã Tân Lập đã nhận việc: Niêm yết công khai');
  expect(sayBegun({ ...one, kind: 'tick' })).toBe('UBND xã Tân Lập đã bắt đầu: Niêm yết công khai');
});
