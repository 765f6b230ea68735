import { expect, it } from 'vitest';
import { allows, isOpen, isPermission, type Permission } from './permissions.ts';

const officer = { tenantId: 't', officerId: 'o', name: 'n', unit: 'u', tenant: 'x' };
const sentence: Permission = 'Cán bộ xem được kế hoạch của đơn vị mình';

it('lets an officer do what a sentence says, and nobody we do not know', () => {
  expect(allows(sentence, officer)).toBe(true);
  expect(allows(sentence, null)).toBe(false);
  expect(isOpen('Ai cũng hỏi được hệ thống còn chạy hay không')).toBe(true);
});

it('knows only whole sentences', () => {
  expect(isPermission(sentence)).toBe(true);
  for (const other of ['', 'Cán bộ', 'toString', '__proto__', undefined]) expect(isPermission(other)).toBe(false);
});
