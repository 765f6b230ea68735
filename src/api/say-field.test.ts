import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { sayField } from './say-field.ts';

it.each([
  ['maxItems', { limit: 500 }, 'tối đa 500 mục; hãy chia thành nhiều lần gửi'],
  ['maxLength', { limit: 200 }, 'tối đa 200 ký tự'],
  ['pattern', { pattern: '^a$' }, 'không đúng dạng'],
])('a field that is wrong by %s is told in Vietnamese', (keyword, params, words) => {
  expect(sayField(keyword, params)).toContain(words);
});

it('what the schemas find is told by name and number', () => {
  const acts = Type.Array(Type.String(), { maxItems: 1 });
  const check = Compile(Type.Object({ acts }, { additionalProperties: false }));
  const told = (value: unknown) => check.Errors(value).map(({ keyword, params }) => sayField(keyword, params));
  expect(told({})).toEqual(['thiếu mục bắt buộc: acts']);
  expect(told({ acts: ['a', 'b'] })).toEqual(['quá nhiều: mỗi lần gửi tối đa 1 mục; hãy chia thành nhiều lần gửi']);
});
