import { describe, expect, it } from 'vitest';
import type { Session } from '../src/people/views.ts';
import { hasOwnWork } from './queries-work.ts';

const holding = (...roles: Session['roles']) => hasOwnWork({ roles });

describe('a day of a unit’s own work', () => {
  it('is that of its officer, of its head and of who leads for it', () => {
    for (const role of ['officer', 'head', 'lead'] as const)
      expect(holding({ role, agencies: ['a'] }), role).toBe(true);
  });

  it('is not that of who follows others, nor of who holds a role for the whole tenant', () => {
    for (const role of ['monitor', 'supervisor', 'focal'] as const)
      expect(holding({ role, agencies: ['a'] }), role).toBe(false);
    expect(holding({ role: 'lead', agencies: 'all' })).toBe(false);
    expect([holding(), hasOwnWork(undefined)]).toEqual([false, false]);
  });
});
