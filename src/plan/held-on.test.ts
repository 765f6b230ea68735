import { describe, expect, it } from 'vitest';
import { heldOn } from './held-on.ts';

const citing = (...dates: (string | null)[]) => dates.map((date) => ({ number: '1/UBND', date, issuer: null }));

describe('a draft without a date', () => {
  it('means the agencies of the first day of its year', () => {
    expect(heldOn(2025, [])).toBe('2025-01-01');
    expect(heldOn(2025, citing(null, '2024-07-10'))).toBe('2025-01-01');
  });

  it('is not older than what it cites', () => {
    expect(heldOn(2025, citing('2025-03-02', '2025-07-18', '2025-02-01'))).toBe('2025-07-18');
  });

  it('is not dragged out of its year by a day that was read wrong', () => {
    expect(heldOn(2025, citing('2052-07-18'))).toBe('2025-01-01');
  });
});
