import { expect, it } from 'vitest';
import { asksForActs } from './asks.ts';

it.each<[string | null, string, ReturnType<typeof asksForActs>]>([
  ['d) Đóng góp tự nguyện', 'Đóng góp tự nguyện.', 'component-only'],
  ['Tiếp cận thông tin', '- Tiếp cận thông tin', 'component-only'],
  ['Tiếp cận thông tin', '- Công khai trên cổng thông tin;\n- Trả lời yêu cầu cung cấp thông tin.', 'several-acts'],
  ['Tiếp cận thông tin', 'Công khai trên cổng thông tin\nvà tại trụ sở', null],
  ['Tiếp cận thông tin', '- Công khai trên cổng thông tin.', null],
  ['Tiếp cận thông tin', `Tiếp cận thông tin ${'.'.repeat(40)}`, 'component-only'],
  ['Khiếu nại, tố cáo', `${'khieu nai, tố cá'.normalize('NFD')}ò;`, 'component-only'],
  [null, 'Công khai trên cổng thông tin', null],
])('a row under “%s” that says “%s” asks for: %s', (component, text, asked) => {
  expect(asksForActs({ component, text })).toBe(asked);
});
