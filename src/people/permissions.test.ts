import { describe, expect, it } from 'vitest';
import type { Asker, HeldRole, Role } from './model.ts';
import { allows, heldFor, isOpen, isPermission, type Permission, reachOf } from './permissions.ts';

const holding = (...roles: HeldRole[]): Asker => ({
  ...{ tenantId: 't', officerId: 'o', name: 'n', unit: 'u', tenant: 'x' },
  roles,
});
const everywhere = (role: Role): HeldRole => ({ role, agencies: 'all' });
const see: Permission = 'Cán bộ xem được kế hoạch của đơn vị mình';
const add: Permission = 'Cơ quan thường trực và đơn vị chủ trì thêm được kế hoạch';
const steer: Permission = 'Đơn vị chủ trì và cơ quan thường trực trả lại, gia hạn, hủy và giao lại được việc';

describe('a sentence', () => {
  it('lets whoever holds its role, and nobody else', () => {
    expect(allows(add, holding(everywhere('focal')))).toBe(true);
    for (const role of ['administrator', 'supervisor', 'auditor', 'officer', 'leader'] as const)
      expect(allows(add, holding(everywhere(role))), role).toBe(false);
    expect(allows(add, null)).toBe(false);
  });

  it('about what is of the whole tenant lets nobody who holds the role for some units', () => {
    expect(allows(add, holding({ role: 'lead', agencies: ['a'] }, { role: 'focal', agencies: ['b'] }))).toBe(false);
    expect(allows(add, holding({ role: 'lead', agencies: ['a'] }, everywhere('focal')))).toBe(true);
  });

  it('of reading lets whoever holds any role, not who holds none', () => {
    expect(allows(see, holding(everywhere('supervisor')))).toBe(true);
    expect(allows(see, holding())).toBe(false);
    expect(allows('Cán bộ xem và giữ an toàn được tài khoản của chính mình', holding())).toBe(true);
  });

  it('reaches the agencies its roles are held for', () => {
    const asker = holding({ role: 'officer', agencies: ['a', 'b'] }, { role: 'head', agencies: ['c'] });
    expect(reachOf(see, asker)).toEqual(['a', 'b', 'c']);
    expect(allows(see, asker, { agencyIds: ['x', 'c'] })).toBe(true);
    expect(allows(see, asker, { agencyIds: ['x'] })).toBe(false);
    expect(allows(see, asker, { agencyIds: [] })).toBe(false);
  });

  it('held for the whole tenant reaches everything, also what belongs to no agency', () => {
    const asker = holding({ role: 'officer', agencies: ['a'] }, everywhere('leader'));
    expect(reachOf(see, asker)).toBe('all');
    expect(allows(see, asker, { agencyIds: [] })).toBe(true);
  });

  it('is acted on for the agencies a role is held for, never for all of a tenant', () => {
    const asker = holding(
      { role: 'lead', agencies: ['a', 'b'] },
      { role: 'officer', agencies: ['c'] },
      everywhere('focal'),
    );
    expect(heldFor(steer, asker)).toEqual(['a', 'b']);
    expect(heldFor(steer, holding(everywhere('focal')))).toEqual([]);
    expect(heldFor('Cán bộ xem được các bộ chỉ số', holding(everywhere('focal')))).toEqual([]);
  });

  it('reaches nothing for whom it does not let', () => {
    expect(reachOf(add, holding(everywhere('auditor')))).toEqual([]);
  });
});

it('knows what is open to anyone', () => {
  expect(isOpen('Ai cũng hỏi được hệ thống còn chạy hay không')).toBe(true);
  expect(isOpen(see)).toBe(false);
});

it('knows only whole sentences', () => {
  expect(isPermission(see)).toBe(true);
  for (const other of ['', 'Cán bộ', 'toString', '__proto__', undefined]) expect(isPermission(other)).toBe(false);
});
