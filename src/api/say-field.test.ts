import { expect, it } from 'vitest';
import { sayField } from './say-field.ts';

it.each([
  ['maxItems', { limit: 500 }, 'tối đa 500 mục; hãy chia thành nhiều lần gửi'],
  ['required', { missingProperty: 'acts' }, 'thiếu mục “acts”'],
  ['maxLength', { limit: 200 }, 'tối đa 200 ký tự'],
  ['pattern', { pattern: '^a$' }, 'không đúng dạng'],
])('a field that is wrong by %s is told in Vietnamese', (keyword, params, words) => {
  expect(sayField(keyword, params)).toContain(words);
});
