import { describe, expect, it } from 'vitest';
import { openBell } from './bell.ts';

const never = () => false;
const late = 20_000;

describe('whoever waits for a change', () => {
  it('looks again at each ring, and at once', async () => {
    const bell = openBell();
    let seen = 0;
    const waits = bell.until(
      'a',
      late,
      async () => seen,
      (now) => now === 1,
    );
    seen = 1;
    bell.ring('a');
    expect(await waits).toBe(1);
  });

  it('has what there is when the bell is closed, and waits no more', async () => {
    const bell = openBell();
    const waits = bell.until('a', late, async () => 'there', never);
    bell.close();
    expect(await waits).toBe('there');
    expect(await bell.until('a', late, async () => 'there', never)).toBe('there');
  });

  it('has what there is when too many wait already', { timeout: 5_000 }, async () => {
    const bell = openBell();
    const many = Array.from({ length: 200 }, () => bell.until('a', late, async () => 0, never));
    expect(await bell.until('a', late, async () => 1, never)).toBe(1);
    bell.close();
    expect(await Promise.all(many)).toHaveLength(200);
  });
});
